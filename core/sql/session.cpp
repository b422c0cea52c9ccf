// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/session.h"

#include "core/base/boottime.h"
#include "core/base/job.h"
#include "core/script/classify.h"
#include "core/sql/answerwatch.h"
#include "core/sql/connection.h"
#include "core/sql/delivery.h"
#include "core/sql/idleplan.h"
#include "core/sql/killing.h"
#include "core/sql/serverfacts.h"
#include "core/sql/sessionend.h"
#include "core/sql/unwantedrows.h"
#include "core/sql/watchedlogin.h"

#include <algorithm>
#include <atomic>

namespace latchkey::sql {

namespace {

/// How long a server may take to answer a ping: one from time to time, and when the network may have changed.
constexpr std::chrono::seconds pingPatience{10};
constexpr std::chrono::seconds checkPatience{5};

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
    UnwantedRows unwanted{cutOff};
    std::shared_ptr<Killing> killing; ///< of the statement before

    std::atomic<bool> lost = false;
    std::atomic<bool> closing = false;
    std::mutex runningMutex;
    std::shared_ptr<Killing> running; ///< of the statement that runs now; guarded by runningMutex
    std::weak_ptr<State>
        stopper; ///< the session that statements are stopped through; guarded by runningMutex
    mutable std::mutex stateMutex;
    SessionState state; ///< guarded by stateMutex
    QMap<QString, QString> variablesAtLogin;
    std::shared_ptr<AnswerWatch> answers; ///< since the login
    std::optional<Error> whyEnded; ///< if the session ended itself
    bool endIsKnown = false; ///< by a statement's answer, or by onEnd
    BootClock::time_point lastUse;
    BootClock::time_point lastContact;
    Worker worker;

    Result<std::shared_ptr<Session>> open(Job &job, const std::stop_token &stop);
    Result<StatementSummary> run(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                 const std::stop_token &stop);
    Result<StatementSummary> runInTurn(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                       const std::stop_token &stop);
    Result<StatementSummary> send(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                  const std::stop_token &stop, const std::shared_ptr<Killing> &kill);
    Result<StatementSummary> deliver(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                     const Killing &kill);
    bool keepUnicode();
    void noted(const Error &error);
    Error overdue();
    void endItself(Error why);
    void tellEnd(const Error &why);
    void beIdle();
    void ping(std::chrono::seconds patience);
    void check();
    void used();
    void noteState(const QString &sql, const Result<StatementSummary> &result);
    SessionState stateNow() const;
    void setRunning(std::shared_ptr<Killing> kill);
    bool isIdle();
    Killing::Run findStopper();
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
    cutOff->watch([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->worker.post([self] { self->check(); });
    });
    variablesAtLogin = connection->status().variables;
    noteState({}, StatementSummary());
    used();
    beIdle();
    return std::shared_ptr<Session>(new Session(shared_from_this()));
}

void Session::State::noted(const Error &error)
{
    if (error.code == Error::Code::SessionLost || cutOff->isCut())
        lost = true;
}

void Session::State::setRunning(std::shared_ptr<Killing> kill)
{
    const std::scoped_lock lock(runningMutex);
    running = std::move(kill);
    if (running && closing)
        running->start(Killing::LastResort::Cut);
}

bool Session::State::isIdle()
{
    const std::scoped_lock lock(runningMutex);
    return !running && !closing && !lost && !cutOff->isCut();
}

/// Not to another server behind the same name, where the connection's id is somebody else's.
Killing::Run Session::State::findStopper()
{
    std::shared_ptr<State> other;
    {
        const std::scoped_lock lock(runningMutex);
        other = stopper.lock();
    }
    if (!other || !other->isIdle() || !other->cutOff->sharesPeerWith(*cutOff))
        return {};
    return [other](const QString &sql) {
        return startJob<StatementSummary>(
            other->worker, {}, [other, sql](Job &job) { return other->run(job, sql, {}, {}, {}); });
    };
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
    tellEnd(why);
    whyEnded = std::move(why);
}

void Session::State::tellEnd(const Error &why)
{
    if (!std::exchange(endIsKnown, true) && hooks.onEnd && !closing)
        hooks.onEnd(why);
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
        ping(pingPatience);
        return beIdle();
    case IdleStep::Kind::Wait:
        break;
    }
    callAfterBootTime(step.wait, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->worker.post([self] { self->beIdle(); });
    });
}

void Session::State::ping(std::chrono::seconds patience)
{
    settle();
    if (lost)
        return endItself(notOpen());
    std::optional<Error> problem;
    {
        const Alarm overdue(patience, [cutOff = cutOff] { cutOff->cut(); });
        problem = connection->ping();
    }
    lastContact = BootClock::now();
    if (problem)
        endItself(lostIdle(*problem));
}

/// Also when the server has hung up: what ran then has told so itself, and asking says why, if the server said it.
void Session::State::check()
{
    if (!closing && !lost && connection)
        ping(checkPatience);
}

void Session::State::noteState(const QString &sql, const Result<StatementSummary> &result)
{
    constexpr int deadlock = 1213; // ER_LOCK_DEADLOCK: rolled back; an error brings no flags
    if (!connection)
        return;
    ConnectionStatus status = connection->status();
    status.variables.removeIf([this](const auto &variable) {
        return variable.key() == QLatin1String("autocommit")
               || variable.key().startsWith(QLatin1String("character_set"))
               || variablesAtLogin.value(variable.key()) == variable.value();
    });
    const std::scoped_lock lock(stateMutex);
    state.inTransaction = status.inTransaction && (result || result.error().native != deadlock);
    state.autocommit = status.autocommit;
    state.schema = std::move(status.schema);
    state.variables = std::move(status.variables);
    if (result)
        noteUse(state.use, sql);
    else if (isRefusalToWrite(result.error()))
        state.refusedWrite = true;
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
    if (const auto problem = unwanted.read(*connection, stateNow().inTransaction))
        noted(*problem);
    hasUnread = false;
}

Result<StatementSummary> Session::State::run(Job &job, const QString &sql, const RowSink &sink,
                                             RunLimits limits, const std::stop_token &stop)
{
    auto result = runInTurn(job, sql, sink, limits, stop);
    if (lost && job.isOver())
        tellEnd(whyEnded.value_or(cutWhileStopping()));
    endIsKnown = endIsKnown || lost;
    return result;
}

Result<StatementSummary> Session::State::runInTurn(Job &job, const QString &sql, const RowSink &sink,
                                                   RunLimits limits, const std::stop_token &stop)
{
    settle();
    if (closing || job.isOver())
        return cancelledError();
    if (lost || !connection)
        return whyEnded.value_or(notOpen());
    const auto kill = std::make_shared<Killing>(options, hooks.prepare, info.connectionId, cutOff,
                                                [weak = weak_from_this()] {
                                                    const auto self = weak.lock();
                                                    return self ? self->findStopper() : Killing::Run();
                                                });
    setRunning(kill);
    auto result = send(job, sql, sink, limits, stop, kill);
    setRunning(nullptr);
    used();
    noteState(sql, result);
    if (result)
        result->state = stateNow();
    if (hasUnread)
        kill->start(Killing::LastResort::Drain);
    else
        kill->statementEnded();
    if (kill->isStarted()) {
        killing = kill;
        worker.post([self = shared_from_this()] {
            self->settle();
            if (self->lost)
                self->tellEnd(cutWhileStopping());
        });
    }
    return result;
}

Result<StatementSummary> Session::State::send(Job &job, const QString &sql, const RowSink &sink,
                                              RunLimits limits, const std::stop_token &stop,
                                              const std::shared_ptr<Killing> &kill)
{
    const bool mayWrite = script::mayWrite(sql);
    const std::stop_callback onStop(stop, [kill] { kill->start(Killing::LastResort::Cut); });
    // A kill that comes before its statement has no effect. From here on, what may write is answered by the server.
    if (stop.stop_requested() || (mayWrite && !job.commit()))
        return cancelledError();
    auto result = deliver(job, sql, sink, limits, *kill);
    if (result && !hasUnread)
        result->keptUnicode = keepUnicode();
    if (!result && mayWrite && stop.stop_requested() && !whyEnded)
        return stoppedWrite(result.error());
    return result;
}

bool Session::State::keepUnicode()
{
    return garblesTexts(connection->status().variables) && connection->execute(unicodeStatement());
}

Result<StatementSummary> Session::State::deliver(Job &job, const QString &sql, const RowSink &sink,
                                                 RunLimits limits, const Killing &kill)
{
    Delivery delivery(*connection, *answers, kill, job, sink);
    auto result = delivery.run(sql, limits);
    hasUnread = delivery.hasUnread();
    if (delivery.isOverdue())
        return overdue();
    if (!result)
        noted(result.error());
    return result;
}

SessionState Session::State::stateNow() const
{
    const std::scoped_lock lock(stateMutex);
    return state;
}

void Session::State::close()
{
    closing = true;
    killRunning();
    unwanted.endNow();
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
    const auto whileItWaits = [state = m_state] { state->unwanted.endSoon(); };
    auto stopping = std::make_shared<std::stop_callback<decltype(whileItWaits)>>(stop, whileItWaits);
    return startJob<StatementSummary>(
        m_state->worker, stop,
        [state = m_state, sql = std::move(sql), sink = std::move(sink), limits, stop, stopping](Job &job) {
            return state->run(job, sql, sink, limits, stop);
        });
}

void Session::stopThrough(const Session &other)
{
    const std::scoped_lock lock(m_state->runningMutex);
    m_state->stopper = other.m_state;
}

SessionState Session::state() const
{
    return m_state->stateNow();
}

void Session::checkAlive()
{
    m_state->worker.post([state = m_state] { state->check(); });
}

bool Session::isOpen() const
{
    return !m_state->lost && !m_state->cutOff->isCut();
}

} // namespace latchkey::sql
