// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/rungate.h"
#include "ui/statementrunner.h"

#include <QTimer>
#include <QUuid>

namespace latchkey {

class ResultGrid;
class ResultTabs;

/// The runs of a pane, one at a time, from what is asked for to how it ended: through the gate, statement after statement,
/// into the result tabs and the history.
class QueryRun : public QObject
{
    Q_OBJECT
public:
    using Statement = StatementRunner::Statement;
    using Statements = QList<Statement>;

    /// Questions stand over `over`. `results` must outlive it.
    QueryRun(ResultTabs &results, QWidget *over);
    ~QueryRun() override;

    /// Nothing: not connected. What runs is cancelled. `counting`: asks how many rows a run would touch; as `run`, if it is
    /// nothing.
    void setRun(StatementRunner::Run run, StatementRunner::Run counting = {});
    const StatementRunner::Run &run() const { return m_run; }
    void setGuard(RunGuard guard) { m_gate.setGuard(std::move(guard)); }
    void setStopsOnError(bool stops) { m_runner.setStopsOnError(stops); }
    /// Whose the statements are in the history.
    void setProfile(const QUuid &profile, const QString &path);

    /// Ignored while not connected or running.
    void request(Statements statements);
    /// Once more, all of it, into that grid.
    void fetchAll(ResultGrid *grid, Statement statement);
    void cancel();

    bool isConnected() const { return static_cast<bool>(m_run); }
    /// Running, or asking the server how much a run would touch.
    bool isRunning() const { return m_runner.isRunning() || m_gate.isCounting(); }
    bool isCancelling() const { return m_runner.isCancelling(); }
    /// "12,400 rows · 38 ms", "Running… 1.2 s"; empty before the first statement.
    QString statusText() const;

Q_SIGNALS:
    /// isRunning(), isCancelling() or statusText() differ from before; several times a second while running.
    void changed();
    void began();
    void refused(const QString &sentence);
    /// The statement is in the detail.
    void failed(const latchkey::Error &error);
    /// The connection that there is went away under a statement.
    void sessionLost(const latchkey::Error &why);

private:
    void fillResults();
    void watchRunner();
    void watchGate();
    void start(const Statements &statements);
    void end(const Statement &statement, const Result<sql::StatementSummary> &result);
    void fail(const Statement &statement, const Error &error);
    void finish();
    void showCounting();

    ResultTabs &m_results;
    StatementRunner m_runner;
    RunGate m_gate;
    StatementRunner::Run m_run;
    StatementRunner::Run m_counting;
    QUuid m_profile;
    QString m_profilePath;
    std::chrono::sys_time<std::chrono::milliseconds> m_began{}; ///< of the statement that runs
    QString m_outcome; ///< of the last one
    bool m_isOfEarlier = false; ///< what runs was sent to a session that is not this one any more
    QTimer m_clock;
};

} // namespace latchkey
