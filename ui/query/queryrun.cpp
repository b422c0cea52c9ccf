// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/queryrun.h"

#include "ui/query/historyview.h"
#include "ui/resulttabs.h"
#include "ui/sessionlog.h"

#include <QLocale>

namespace latchkey {

namespace {

constexpr auto clockStep = std::chrono::milliseconds(100);

} // namespace

QueryRun::QueryRun(ResultTabs &results, QWidget *over) : QObject(over), m_results(results), m_gate(over)
{
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, &QueryRun::changed);
    fillResults();
    watchRunner();
    watchGate();
}

QueryRun::~QueryRun()
{
    m_runner.disconnect(this);
    m_gate.disconnect(this);
}

void QueryRun::fillResults()
{
    connect(&m_runner, &StatementRunner::started, &m_results, &ResultTabs::beginStatement);
    connect(&m_runner, &StatementRunner::columnsArrived, &m_results, &ResultTabs::showColumns);
    connect(&m_runner, &StatementRunner::rowsArrived, &m_results, &ResultTabs::showRows);
    connect(&m_runner, &StatementRunner::resultEnded, &m_results, &ResultTabs::endResult);
    connect(&m_runner, &StatementRunner::warned, &m_results, [this](const QStringList &warnings) {
        for (const QString &warning : warnings)
            m_results.addWarning(warning);
    });
}

void QueryRun::watchRunner()
{
    connect(&m_runner, &StatementRunner::started, this, [this] {
        m_began = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        Q_EMIT changed();
    });
    connect(&m_runner, &StatementRunner::cancelling, this, &QueryRun::changed);
    connect(&m_runner, &StatementRunner::ended, this, &QueryRun::end);
    connect(&m_runner, &StatementRunner::finished, this, &QueryRun::finish);
}

void QueryRun::watchGate()
{
    connect(&m_gate, &RunGate::passed, this, [this](const Statements &statements) {
        if (isConnected() && !isRunning())
            start(statements);
    });
    connect(&m_gate, &RunGate::refused, this, [this](const QString &sentence) {
        m_results.addNote(sentence);
        Q_EMIT refused(sentence);
    });
    connect(&m_gate, &RunGate::countingChanged, this, &QueryRun::showCounting);
}

void QueryRun::setRun(StatementRunner::Run run, StatementRunner::Run counting)
{
    cancel();
    m_isOfEarlier = m_runner.isRunning();
    m_run = std::move(run);
    m_counting = std::move(counting);
}

void QueryRun::setProfile(const QUuid &profile, const QString &path)
{
    m_profile = profile;
    m_profilePath = path;
}

void QueryRun::request(Statements statements)
{
    if (!isConnected() || isRunning())
        return;
    m_results.refetch(nullptr);
    m_gate.enter(m_counting ? m_counting : m_run, std::move(statements));
}

void QueryRun::fetchAll(ResultGrid *grid, Statement statement)
{
    if (!isConnected() || isRunning())
        return;
    statement.limits.maxRows = 0;
    m_results.refetch(grid);
    start({statement});
}

void QueryRun::cancel()
{
    m_runner.cancel();
    m_gate.cancel();
}

void QueryRun::start(const Statements &statements)
{
    Q_EMIT began();
    m_outcome.clear();
    m_isOfEarlier = false;
    m_results.beginRun();
    m_clock.start();
    m_runner.start(m_run, statements);
    Q_EMIT changed();
}

void QueryRun::end(const Statement &statement, const Result<sql::StatementSummary> &result)
{
    history::Entry entry = executedEntry(statement.sql, m_began, result);
    entry.profile = m_profile;
    entry.profilePath = m_profilePath;
    m_results.history().add(entry);
    m_results.endStatement(statement, statement.line, result);
    if (!result)
        return fail(statement, result.error());
    m_outcome = tr("%1 · %2").arg(rowCountText(result->rowCount), elapsedText(result->elapsed));
}

void QueryRun::fail(const Statement &statement, const Error &error)
{
    if (error.code == Error::Code::Cancelled) {
        m_outcome = tr("Cancelled");
        return;
    }
    m_outcome = tr("Failed");
    if (error.code == Error::Code::SessionLost) {
        if (!m_isOfEarlier)
            Q_EMIT sessionLost(error);
        return;
    }
    Error placed = error;
    placed.detail = statement.sql + u"\n\n"_qs + error.detail;
    Q_EMIT failed(placed);
}

void QueryRun::finish()
{
    m_clock.stop();
    m_results.endRun();
    Q_EMIT changed();
}

void QueryRun::showCounting()
{
    if (m_gate.isCounting())
        m_clock.start();
    else
        m_clock.stop();
    Q_EMIT changed();
}

QString QueryRun::statusText() const
{
    if (m_gate.isCounting())
        return tr("Counting the rows it would touch…");
    if (!m_runner.isRunning())
        return m_outcome;
    const double seconds = static_cast<double>(m_runner.elapsed().count()) / 1000;
    const QString elapsed = QLocale().toString(seconds, 'f', 1);
    return m_runner.isCancelling() ? tr("Cancelling… %1 s").arg(elapsed) : tr("Running… %1 s").arg(elapsed);
}

} // namespace latchkey
