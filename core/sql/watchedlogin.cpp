// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/watchedlogin.h"

#include "core/base/worker.h"
#include "core/sql/sqlerror.h"

namespace latchkey::sql {

WatchedLogin::WatchedLogin(Job &job, const ConnectOptions &options, const Session::Hooks &hooks,
                           std::shared_ptr<CutOff> cutOff)
    : m_job(job), m_options(options), m_hooks(hooks), m_cutOff(std::move(cutOff))
{
    forServer();
}

WatchedLogin::~WatchedLogin()
{
    ++*m_waits;
}

void WatchedLogin::onStep(Step step)
{
    if (m_hooks.onStep && !m_job.isOver())
        m_hooks.onStep(step);
}

std::optional<Error> WatchedLogin::prepare(const gss::ServerRequest &request, gss::Exchange &exchange)
{
    if (m_job.isOver())
        return cancelledError();
    auto problem = m_hooks.prepare ? m_hooks.prepare(request, exchange, *this) : std::nullopt;
    // A ticket may take its time; a login that nobody waits for any more must not come about.
    return !problem && m_job.isOver() ? cancelledError() : problem;
}

std::optional<Error> WatchedLogin::explainTicketFailure(const gss::Exchange &exchange)
{
    return m_hooks.explainTicketFailure ? m_hooks.explainTicketFailure(exchange) : std::nullopt;
}

bool WatchedLogin::isAbandoned() const
{
    return m_job.isOver();
}

bool WatchedLogin::forKdc(std::chrono::milliseconds limit, Error verdict)
{
    if (m_job.isOver())
        return false;
    ++*m_waits;
    m_job.expectAnswerWithin(limit, std::move(verdict));
    return true;
}

void WatchedLogin::forServer()
{
    if (m_options.timeouts.connect.count() == 0)
        return m_job.answered();
    m_job.expectAnswerWithin(m_options.timeouts.connect, serverSilent(m_options));
    // The library counts its time limit anew for each packet; so that a server which trickles after its greeting
    // does not keep the thread for ever, the verdict takes the socket along. (Before the greeting nobody knows it.)
    callAfter(m_options.timeouts.connect, [waits = m_waits, now = ++*m_waits, cutOff = m_cutOff] {
        if (*waits == now)
            cutOff->cut();
    });
}

} // namespace latchkey::sql
