// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/followedcaches.h"

#include "core/base/whendone.h"
#include "core/krb/kerberosservice.h"

#include <utility>

namespace latchkey::krb {

FollowedCaches::FollowedCaches(Clock clock, QObject *parent)
    : QObject(parent), m_clock(std::move(clock)), m_nextEnd(m_clock)
{
    connect(&m_watcher, &CacheWatcher::changed, this, &FollowedCaches::list);
    connect(&m_nextEnd, &WallTimer::timeout, this, [this] {
        waitForNextEnd();
        Q_EMIT changed();
    });
}

void FollowedCaches::start()
{
    m_watcher.watch({}); // before the first look, so that nothing is missed in between
    list();
}

void FollowedCaches::lookAgain()
{
    list();
}

void FollowedCaches::list()
{
    if (std::exchange(m_isListing, true)) {
        m_again = true;
        return;
    }
    whenDone(KerberosService().caches(), this, [this](const Result<QList<Cache>> &listed) { take(listed); });
}

void FollowedCaches::take(const Result<QList<Cache>> &listed)
{
    m_isListing = false;
    if (std::exchange(m_again, false))
        list();
    if (!listed) {
        Q_EMIT failed(listed.error());
        return;
    }
    m_watcher.watch(*listed);
    const bool isNews = !std::exchange(m_isKnown, true) || *listed != m_caches;
    m_caches = *listed;
    waitForNextEnd();
    if (isNews)
        Q_EMIT changed();
}

void FollowedCaches::waitForNextEnd()
{
    const Instant now = m_clock();
    std::optional<Instant> next;
    for (const Cache &cache : std::as_const(m_caches)) {
        for (const Ticket &ticket : cache.tickets) {
            if (ticket.endTime > now)
                next = std::min(next.value_or(ticket.endTime), ticket.endTime);
        }
    }
    if (next)
        m_nextEnd.start(*next);
    else
        m_nextEnd.stop();
}

} // namespace latchkey::krb
