// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"
#include "ui/sessionrelay.h"

#include <QElapsedTimer>
#include <QObject>

namespace latchkey {

/// Runs statements one after the other, up to the first that fails or is cancelled. What the server warns of is asked for
/// behind each statement, since the next one would make it forget. One run at a time. Deleting it
/// cancels what runs and waits for nothing. Their rows have a session's budget of memory.
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
        qsizetype offset = 0; ///< where it stood in its editor when it was chosen
        sql::RunLimits limits;
        int line = 1; ///< in which it stood, from 1
    };

    explicit StatementRunner(QObject *parent = nullptr);
    ~StatementRunner() override;

    /// False: a statement that fails does not keep the others from being run; a lost session, a deadlock (which has rolled
    /// the transaction back) and a cancel do.
    void setStopsOnError(bool stops) { m_stopsOnError = stops; }
    /// Ignored while running.
    void start(Run run, QList<Statement> statements);
    void cancel();

    bool isRunning() const { return m_running; }
    bool isCancelling() const { return m_running && m_stop.stop_requested(); }
    /// Of the running statement.
    std::chrono::milliseconds elapsed() const;

Q_SIGNALS:
    void started(const latchkey::StatementRunner::Statement &statement);
    /// The statement has a result, or a further one; its rows come into the store.
    void columnsArrived(const std::shared_ptr<latchkey::result::ResultStore> &store);
    void rowsArrived();
    void resultEnded(const latchkey::sql::StatementSummary &result); ///< whose rows have all arrived
    void ended(const latchkey::StatementRunner::Statement &statement,
               const latchkey::Result<latchkey::sql::StatementSummary> &result);
    /// Behind ended(): "Level Code: message" each, the first ones of many.
    void warned(const QStringList &warnings);
    /// No statement is left to run, or one failed.
    void finished();
    void cancelling();

private:
    void runNext();
    void giveUp(Error why);
    void endCurrent(Result<sql::StatementSummary> result);
    bool goesOnAfter(const Result<sql::StatementSummary> &result) const;
    bool mayAskForWarnings() const;
    void askForWarnings(bool goOn);
    void goOnOrFinish(bool goOn);

    Run m_run;
    QList<Statement> m_statements;
    qsizetype m_current = 0;
    std::shared_ptr<SessionRelay> m_answers = SessionRelay::make();
    const std::shared_ptr<result::MemoryBudget> m_budget = result::MemoryBudget::ofSession();
    RowFeed m_feed;
    std::optional<Error> m_refusal; ///< why the rows of the running statement could not all be kept
    std::stop_source m_stop;
    QElapsedTimer m_clock;
    bool m_running = false;
    bool m_stopsOnError = true;
};

} // namespace latchkey
