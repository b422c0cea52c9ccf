// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/session.h"

#include "core/base/boottime.h"
#include "core/base/job.h"
#include "core/sql/answerwatch.h"
#include "core/sql/connection.h"
#include "core/sql/idleplan.h"
#include "core/sql/killing.h"
#include "core/sql/rowbatcher.h"
#include "core/sql/sessionend.h"
#include "core/sql/watchedlogin.h"

#include <algorithm>
#include <atomic>

namespace latchkey::sql {

namespace {

using SteadyClock = std::chrono::steady_clock;

std::chrono::microseconds since(SteadyClock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start);
}

/// The rows that need no waiting for: as many as the batch and the limit leave room for.
quint64 takeArrived(Connection &connection, RowBatcher &batcher, RunLimits limits, quint64 taken)
{
    const auto room = static_cast<quint64>(batcher.room());
    const quint64 most = limits.maxRows == 0 ? room : std::min(room, limits.maxRows - taken);
    return static_cast<quint64>(connection.fetchArrived(batcher.batch(), static_cast<int>(most)));
}

/// How long a server may take to answer a ping.
constexpr std::chrono::seconds pingPatience{10};

} // namespace

/// Shared by the session and its worker's tasks. What is neither constant nor atomic belongs to the worker's thread.
struct Session::State : std::enable_shared_from_this<Session::State>
{
    State(ConnectOptions wanted, Hooks given, Worker home)
        : options(std::move(wanted)), hooks(std::move(given)), worker(std::move(home))
    { }

    const ConnectOptions options;
    Hooks hooks;
    ServerInfo info; ///< constant once open() has been answered
    const std::shared_ptr<CutOff> cutOff = std::make_shared<CutOff>();

    std::unique_ptr<Connection> connection;
    bool hasUnread = false; ///< the statement before was stopped: rows of it may still be there
    std::shared_ptr<Killing> killing; ///< of the statement before

    std::atomic<bool> lost = false;
    std::atomic<bool> closing = false;
    std::atomic<bool> draining = false; ///< rows that nobody wants are being read
    std::mutex runningMutex;
    std::shared_ptr<Killing> running; ///< of the statement that runs now; guarded by runningMutex
    std::shared_ptr<AnswerWatch> answers; ///< since the login
    std::optional<Error> whyEnded; ///< if the session ended itself
    BootClock::time_point lastUse;
    BootClock::time_point lastContact;
    Worker worker;

    Result<std::shared_ptr<Session>> open(Job &job, const std::stop_token &stop);
    Result<StatementSummary> run(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                 const std::stop_token &stop);
    Result<StatementSummary> deliver(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                     const Killing &kill);
    Result<StatementSummary> deliverRows(Job &job, const Answer &answer, const RowSink &sink,
                                         RunLimits limits, const Killing &kill,
                                         SteadyClock::time_point start);
    std::optional<Error> endResults(StatementSummary &summary);
    Error noted(Error error);
    Error overdue();
    void endItself(Error why);
    void beIdle();
    void ping();
    void used();
    void setRunning(std::shared_ptr<Killing> kill);
    void killRunning();
    void settle();
    void drain();
    void close();
};

Result<std::shared_ptr<Session>> Session::State::open(Job &job, const std::stop_token &stop)
{
    const std::stop_callback onStop(stop, [this] { cutOff->cut(); });
    WatchedLogin login(job, options, hooks, cutOff);
    auto opened = logIn(options, login, cutOff);
    hooks.onStep = nullptr;
    if (!opened)
        return opened.error();
    connection = std::move(opened->connection);
    info = std::move(opened->info);
    answers = std::make_shared<AnswerWatch>(options.timeouts.answer, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->killRunning();
    });
    used();
    beIdle();
    return std::shared_ptr<Session>(new Session(shared_from_this()));
}

Error Session::State::noted(Error error)
{
    if (error.code == Error::Code::SessionLost || cutOff->isCut())
        lost = true;
    return error;
}

void Session::State::setRunning(std::shared_ptr<Killing> kill)
{
    const std::scoped_lock lock(runningMutex);
    running = std::move(kill);
    if (running && closing)
        running->start(Killing::LastResort::Cut);
}

void Session::State::killRunning()
{
    const std::scoped_lock lock(runningMutex);
    if (running)
        running->start(Killing::LastResort::Cut);
}

// The connection is closed once its statement has been killed and what it still sends has been read.
Error Session::State::overdue()
{
    const Error why = answerOverdue(options.timeouts.answer);
    lost = true;
    whyEnded = why;
    worker.post([self = shared_from_this()] {
        self->settle();
        self->connection.reset();
    });
    return why;
}

void Session::State::endItself(Error why)
{
    lost = true;
    connection.reset();
    if (hooks.onEnd && !closing)
        hooks.onEnd(why);
    whyEnded = std::move(why);
}

void Session::State::used()
{
    lastUse = lastContact = BootClock::now();
}

/// Runs when the session opens, and then whenever something may be due.
void Session::State::beIdle()
{
    if (closing || lost || !connection)
        return;
    const auto since = [now = BootClock::now()](BootClock::time_point then) {
        return std::chrono::floor<std::chrono::milliseconds>(now - then);
    };
    const IdleStep step = idleStep(options.timeouts, since(lastUse), since(lastContact));
    switch (step.kind) {
    case IdleStep::Kind::Nothing:
        return;
    case IdleStep::Kind::Close:
        return endItself(closedIdle(options.timeouts.idleClose));
    case IdleStep::Kind::Ping:
        ping();
        return beIdle();
    case IdleStep::Kind::Wait:
        break;
    }
    callAfterBootTime(step.wait, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->worker.post([self] { self->beIdle(); });
    });
}

void Session::State::ping()
{
    settle();
    if (lost)
        return endItself(notOpen());
    const auto isAnswered = std::make_shared<std::atomic<bool>>(false);
    callAfter(pingPatience, [isAnswered, cutOff = cutOff] {
        if (!*isAnswered)
            cutOff->cut();
    });
    auto problem = connection->ping();
    *isAnswered = true;
    lastContact = BootClock::now();
    if (problem)
        endItself(*std::move(problem));
}

// What must be over before the next statement is sent: the rest of the one before has been read, which is little once
// it has been killed, and its kill can no longer arrive and hit the wrong one.
void Session::State::settle()
{
    if (hasUnread && connection)
        drain();
    if (!killing)
        return;
    killing->statementEnded();
    killing->waitUntilOver();
    killing.reset();
    lost = lost || cutOff->isCut();
}

void Session::State::drain()
{
    draining = true;
    if (closing)
        cutOff->cut();
    Result<bool> more = true;
    while (more && *more) {
        RowBatch dropped(1); // never asked for its rows
        more = connection->fetch(dropped);
    }
    hasUnread = false;
    if (!more)
        noted(more.error());
    else if (const auto rest = connection->skipResults(); !rest)
        noted(rest.error());
    draining = false;
}

Result<StatementSummary> Session::State::run(Job &job, const QString &sql, const RowSink &sink,
                                             RunLimits limits, const std::stop_token &stop)
{
    settle();
    if (closing || job.isOver())
        return cancelledError();
    if (lost || !connection)
        return whyEnded.value_or(notOpen());
    const auto kill = std::make_shared<Killing>(options, hooks.prepare, info.connectionId, cutOff);
    setRunning(kill);
    const auto result = [&] {
        const std::stop_callback onStop(stop, [kill] { kill->start(Killing::LastResort::Cut); });
        if (stop.stop_requested()) // a kill that comes before its statement has no effect
            return Result<StatementSummary>(cancelledError());
        return deliver(job, sql, sink, limits, *kill);
    }();
    setRunning(nullptr);
    used();
    if (hasUnread)
        kill->start(Killing::LastResort::Drain);
    else
        kill->statementEnded();
    if (kill->isStarted()) {
        killing = kill;
        worker.post([self = shared_from_this()] { self->settle(); });
    }
    return result;
}

Result<StatementSummary> Session::State::deliver(Job &job, const QString &sql, const RowSink &sink,
                                                 RunLimits limits, const Killing &kill)
{
    const auto start = SteadyClock::now();
    answers->waiting();
    const auto answer = connection->execute(sql);
    if (!answers->answered())
        return overdue();
    if (!answer)
        return noted(answer.error());
    if (!answer->columns.isEmpty())
        return deliverRows(job, *answer, sink, limits, kill, start);
    StatementSummary summary;
    summary.rowCount = answer->affected;
    summary.warnings = answer->warnings;
    if (auto problem = endResults(summary))
        return *std::move(problem);
    summary.elapsed = since(start);
    return summary;
}

std::optional<Error> Session::State::endResults(StatementSummary &summary)
{
    answers->waiting();
    const auto skipped = connection->skipResults();
    if (!answers->answered())
        return overdue();
    if (!skipped)
        return noted(skipped.error());
    summary.skippedResults = *skipped;
    return std::nullopt;
}

Result<StatementSummary> Session::State::deliverRows(Job &job, const Answer &answer, const RowSink &sink,
                                                     RunLimits limits, const Killing &kill,
                                                     SteadyClock::time_point start)
{
    StatementSummary summary;
    summary.hasRows = true;
    if (sink.columns && !job.isOver())
        sink.columns(answer.columns);
    const int columns = static_cast<int>(answer.columns.size());
    RowBatcher batcher(columns, [&](RowBatch batch) {
        if (sink.rows && !job.isOver())
            sink.rows(std::move(batch));
    });
    RowBatch beyond(columns); // takes the one row that shows that there are more than wanted
    hasUnread = true;
    while (!summary.truncated && !kill.isStarted()) {
        const bool isEnough = limits.maxRows != 0 && summary.rowCount == limits.maxRows;
        answers->waiting();
        const auto more = connection->fetch(isEnough ? beyond : batcher.batch());
        hasUnread = more && *more;
        if (!answers->answered())
            return overdue();
        if (!more)
            return noted(more.error());
        if (!hasUnread)
            break;
        if (summary.rowCount == 0)
            summary.firstRow = since(start);
        summary.truncated = isEnough;
        if (isEnough)
            break;
        ++summary.rowCount;
        if (summary.rowCount > 1) // the first one goes alone
            summary.rowCount += takeArrived(*connection, batcher, limits, summary.rowCount);
        batcher.rowAdded();
    }
    batcher.flush();
    if (!hasUnread) {
        summary.warnings = connection->warnings();
        if (auto problem = endResults(summary))
            return *std::move(problem);
    } else if (!summary.truncated) {
        return cancelledError();
    }
    summary.elapsed = since(start);
    return summary;
}

void Session::State::close()
{
    closing = true;
    killRunning();
    if (draining)
        cutOff->cut();
    worker.post([self = shared_from_this()] { self->connection.reset(); });
}

Session::Session(std::shared_ptr<State> state) : m_state(std::move(state)) { }

Session::~Session()
{
    m_state->close();
}

QFuture<Result<std::shared_ptr<Session>>> Session::open(ConnectOptions options, Hooks hooks,
                                                        std::stop_token stop, Worker worker)
{
    const auto state = std::make_shared<State>(std::move(options), std::move(hooks), std::move(worker));
    return startJob<std::shared_ptr<Session>>(state->worker, stop,
                                              [state, stop](Job &job) { return state->open(job, stop); });
}

const ServerInfo &Session::info() const
{
    return m_state->info;
}

const ConnectOptions &Session::options() const
{
    return m_state->options;
}

QFuture<Result<StatementSummary>> Session::run(QString sql, RowSink sink, RunLimits limits,
                                               std::stop_token stop)
{
    return startJob<StatementSummary>(m_state->worker, stop,
                                      [state = m_state, sql = std::move(sql), sink = std::move(sink), limits,
                                       stop](Job &job) { return state->run(job, sql, sink, limits, stop); });
}

bool Session::isOpen() const
{
    return !m_state->lost && !m_state->cutOff->isCut();
}

} // namespace latchkey::sql
