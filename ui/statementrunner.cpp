// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/statementrunner.h"

namespace latchkey {

StatementRunner::StatementRunner(QObject *parent) : QObject(parent) { }

StatementRunner::~StatementRunner()
{
    m_answers->close();
    m_stop.request_stop();
}

void StatementRunner::start(Run run, QList<Statement> statements)
{
    if (m_running || statements.isEmpty())
        return;
    m_run = std::move(run);
    m_statements = std::move(statements);
    m_current = 0;
    m_stop = std::stop_source();
    m_running = true;
    runNext();
}

void StatementRunner::cancel()
{
    if (!m_running || m_stop.stop_requested())
        return;
    m_stop.request_stop();
    Q_EMIT cancelling();
}

std::chrono::milliseconds StatementRunner::elapsed() const
{
    return std::chrono::milliseconds(m_running ? m_clock.elapsed() : 0);
}

void StatementRunner::runNext()
{
    const Statement &statement = m_statements[m_current];
    m_feed = RowFeed([this](const QList<sql::Column> &columns) { Q_EMIT columnsArrived(columns); },
                     [this](sql::RowBatch batch) { Q_EMIT rowsArrived(batch); },
                     [this](const sql::StatementSummary &result) { Q_EMIT resultEnded(result); });
    m_clock.start();
    Q_EMIT started(statement);
    // The answer is posted behind the rows, so that it finds them delivered.
    deliver(m_run(statement.sql, m_feed.sink(), statement.limits, m_stop.get_token()), m_answers,
            [this](Result<sql::StatementSummary> result) { endCurrent(std::move(result)); });
}

void StatementRunner::endCurrent(Result<sql::StatementSummary> result)
{
    m_feed = RowFeed({}, {}); // what still arrives of a cancelled statement is dropped
    const bool goOn = result && !m_stop.stop_requested() && m_current + 1 < m_statements.size();
    const Statement statement = m_statements[m_current];
    m_running = goOn;
    if (!goOn)
        m_run = nullptr; // it may be what keeps the session open
    Q_EMIT ended(statement, result);
    if (goOn) {
        ++m_current;
        runNext();
    } else {
        Q_EMIT finished();
    }
}

} // namespace latchkey
