// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/statementrunner.h"

#include "core/script/looksback.h"

namespace latchkey {

namespace {

const QString warningsStatement = QStringLiteral("SHOW WARNINGS LIMIT 20");

QString textIn(const sql::RowBatch &batch, int row, int column)
{
    const std::string_view value = batch.value(row, column).value_or(std::string_view());
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

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
    m_refusal.reset();
    m_feed = RowFeed({[this](const auto &store) { Q_EMIT columnsArrived(store); },
                      [this] { Q_EMIT rowsArrived(); },
                      [this](const sql::StatementSummary &result) { Q_EMIT resultEnded(result); },
                      [this](Error why) { giveUp(std::move(why)); }},
                     m_budget);
    m_clock.start();
    Q_EMIT started(statement);
    // The answer is posted behind the rows, so that it finds them delivered.
    deliver(m_run(statement.sql, m_feed.sink(), statement.limits, m_stop.get_token()), m_answers,
            [this](Result<sql::StatementSummary> result) { endCurrent(std::move(result)); });
}

/// A result that could not be kept as a whole is no success, however the statement ends now.
void StatementRunner::giveUp(Error why)
{
    m_refusal = std::move(why);
    cancel();
}

bool StatementRunner::goesOnAfter(const Result<sql::StatementSummary> &result) const
{
    if (m_stop.stop_requested() || m_current + 1 >= m_statements.size())
        return false;
    if (result)
        return true;
    constexpr int deadlock =
        1213; // ER_LOCK_DEADLOCK rolls back; what follows would stand outside of the transaction
    return !m_stopsOnError && result.error().code == Error::Code::StatementFailed
           && result.error().native != deadlock;
}

/// Not in front of a statement that wants to know about the one before, which SHOW WARNINGS would then be, nor behind one
/// that has shown them.
bool StatementRunner::mayAskForWarnings() const
{
    const bool isLast = m_current + 1 >= m_statements.size();
    return !script::looksBack(m_statements[m_current].sql)
           && (isLast || !script::looksBack(m_statements[m_current + 1].sql));
}

void StatementRunner::endCurrent(Result<sql::StatementSummary> result)
{
    m_feed = RowFeed(); // what still arrives of a cancelled statement is dropped
    if (m_refusal)
        result = *std::exchange(m_refusal, std::nullopt);
    const bool goOn = goesOnAfter(result);
    const bool asks = result && result->warnings > 0 && !m_stop.stop_requested() && mayAskForWarnings();
    const Statement statement = m_statements[m_current];
    m_running = goOn || asks;
    if (!m_running)
        m_run = nullptr; // it may be what keeps the session open
    Q_EMIT ended(statement, result);
    if (asks)
        askForWarnings(goOn);
    else
        goOnOrFinish(goOn);
}

void StatementRunner::askForWarnings(bool goOn)
{
    auto lines = std::make_shared<QStringList>(); // written by the session's thread before the answer
    sql::RowSink sink;
    sink.columns = [](const QList<sql::Column> &) {};
    sink.rows = [lines](const sql::RowBatch &batch) {
        for (int row = 0; row < batch.rows() && batch.columns() == 3; ++row)
            lines->append(
                u"%1 %2: %3"_qs.arg(textIn(batch, row, 0), textIn(batch, row, 1), textIn(batch, row, 2)));
    };
    deliver(m_run(warningsStatement, std::move(sink), {}, m_stop.get_token()), m_answers,
            [this, lines, goOn](const Result<sql::StatementSummary> &result) {
                if (result && !lines->isEmpty())
                    Q_EMIT warned(*lines);
                goOnOrFinish(goOn && !m_stop.stop_requested());
            });
}

void StatementRunner::goOnOrFinish(bool goOn)
{
    if (goOn) {
        ++m_current;
        runNext();
        return;
    }
    m_running = false;
    m_run = nullptr;
    Q_EMIT finished();
}

} // namespace latchkey
