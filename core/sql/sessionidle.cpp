// SPDX-License-Identifier: GPL-2.0-or-later
// What a session does while nothing runs, and how it ends.
#include "core/sql/idleplan.h"
#include "core/sql/sessioncore.h"
#include "core/sql/sessionend.h"

namespace latchkey::sql {

namespace {

/// How long a server may take to answer a ping: one from time to time, and when the network may have changed.
constexpr std::chrono::seconds pingPatience{10};
constexpr std::chrono::seconds checkPatience{5};

} // namespace

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

} // namespace latchkey::sql
