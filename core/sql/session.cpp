// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/sessioncore.h"

#include "core/base/job.h"
#include "core/script/classify.h"
#include "core/sql/delivery.h"
#include "core/sql/serverfacts.h"
#include "core/sql/sessionend.h"
#include "core/sql/watchedlogin.h"

namespace latchkey::sql {

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

void Session::State::noteState(const QString &sql, const Result<StatementSummary> &result)
{
    if (!connection)
        return;
    ConnectionStatus status = connection->status();
    status.variables.removeIf([this](const auto &variable) {
        return variable.key() == QLatin1String("autocommit")
               || variable.key().startsWith(QLatin1String("character_set"))
               || variablesAtLogin.value(variable.key()) == variable.value();
    });
    const std::scoped_lock lock(stateMutex);
    state.inTransaction = status.inTransaction;
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
    if (const auto why = kill->whyNotOpened(); why && cutOff->isCut() && !whyEnded)
        whyEnded = cutForWantOfAnother(*why);
    used();
    noteState(sql, result);
    if (result)
        result->state = stateNow();
    if (hasUnread) {
        unwanted.expect();
        kill->start(Killing::LastResort::Drain);
    } else {
        kill->statementEnded();
    }
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
    const script::Classification found = script::classify(sql);
    const std::stop_callback onStop(stop, [kill] { kill->start(Killing::LastResort::Cut); });
    // A kill that comes before its statement has no effect. From here on, only the server knows what came of it: a COMMIT
    // that is called off may have been carried out.
    if (stop.stop_requested() || (!found.onlyReads() && !job.commit()))
        return cancelledError();
    auto result = deliver(job, sql, sink, limits, found.mustRunToItsEnd(), *kill);
    if (result && !hasUnread)
        result->keptUnicode = keepUnicode();
    if (!result && result.error().code == Error::Code::StatementFailed && !hasUnread)
        askForFlags();
    if (!result && !found.onlyReads() && stop.stop_requested() && !whyEnded) {
        const auto notAsked = kill->whyNotOpened();
        const Error stopped = stoppedWrite(result.error(), notAsked);
        if (notAsked && stopped.code == Error::Code::SessionLost)
            whyEnded = stopped; // for those that wait behind it, too
        return stopped;
    }
    return result;
}

bool Session::State::keepUnicode()
{
    return garblesTexts(connection->status().variables) && connection->execute(unicodeStatement())
           && !dropAnswer(*connection); // which tells of the change
}

/// An error brings none, and its statement may have committed before it failed, or been rolled back with its transaction.
void Session::State::askForFlags()
{
    const ConnectionStatus status = connection->status();
    if (!status.inTransaction && status.autocommit)
        return;
    const auto asked =
        connection->execute(u"SHOW WARNINGS LIMIT 0"_qs); // which leaves them to who asks for them
    if (const auto problem = asked ? dropAnswer(*connection) : std::optional(asked.error()))
        noted(*problem);
}

Result<StatementSummary> Session::State::deliver(Job &job, const QString &sql, const RowSink &sink,
                                                 RunLimits limits, bool mustReadAll, const Killing &kill)
{
    Delivery delivery(*connection, *answers, kill, job, sink);
    auto result = delivery.run(sql, limits, mustReadAll);
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

bool Session::sharesServerWith(const Session &other) const
{
    return m_state->cutOff->sharesPeerWith(*other.m_state->cutOff);
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
