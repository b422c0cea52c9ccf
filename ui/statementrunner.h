// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"
#include "ui/sessionrelay.h"

#include <QElapsedTimer>
#include <QObject>

namespace latchkey {

/// Runs statements one after the other, up to the first that fails or is cancelled. One run at a time. Deleting it
/// cancels what runs and waits for nothing.
class StatementRunner : public QObject
{
    Q_OBJECT
public:
    /// sql::Session::run, or what stands in for it.
    using Run = std::function<QFuture<Result<sql::StatementSummary>>(QString, sql::RowSink, sql::RunLimits,
                                                                     std::stop_token)>;
    struct Statement
    {
        QString sql;
        qsizetype offset = 0; ///< where it stands in the editor
        sql::RunLimits limits;
    };

    explicit StatementRunner(QObject *parent = nullptr);
    ~StatementRunner() override;

    /// Ignored while running.
    void start(Run run, QList<Statement> statements);
    void cancel();

    bool isRunning() const { return m_running; }
    bool isCancelling() const { return m_running && m_stop.stop_requested(); }
    /// Of the running statement.
    std::chrono::milliseconds elapsed() const;

Q_SIGNALS:
    void started(const latchkey::StatementRunner::Statement &statement);
    /// The statement has a result, or a further one; rows follow.
    void columnsArrived(const QList<latchkey::sql::Column> &columns);
    void rowsArrived(latchkey::sql::RowBatch &batch); ///< to be moved from
    void resultEnded(const latchkey::sql::StatementSummary &result); ///< whose rows have all arrived
    void ended(const latchkey::StatementRunner::Statement &statement,
               const latchkey::Result<latchkey::sql::StatementSummary> &result);
    /// No statement is left to run, or one failed.
    void finished();
    void cancelling();

private:
    void runNext();
    void endCurrent(Result<sql::StatementSummary> result);

    Run m_run;
    QList<Statement> m_statements;
    qsizetype m_current = 0;
    std::shared_ptr<SessionRelay> m_answers = SessionRelay::make();
    RowFeed m_feed{{}, {}};
    std::stop_source m_stop;
    QElapsedTimer m_clock;
    bool m_running = false;
};

} // namespace latchkey
