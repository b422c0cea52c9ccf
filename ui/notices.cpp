// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/notices.h"

#include "ui/notifier.h"

#include <algorithm>

namespace latchkey {

namespace {

const krb::Cache *find(const QList<krb::Cache> &caches, const auto &matches)
{
    const auto found = std::find_if(caches.begin(), caches.end(), [&](const krb::Cache &cache) {
        return cache.principal && cache.ticketGranting() && matches(cache);
    });
    return found != caches.end() ? &*found : nullptr;
}

const krb::Cache *named(const QList<krb::Cache> &caches, const QString &name)
{
    return find(caches, [&](const krb::Cache &cache) { return cache.name == name; });
}

/// True the first time for this ticket.
bool note(QHash<QString, Instant> &told, const Notice &notice)
{
    const auto before = told.constFind(notice.about);
    if (before != told.constEnd() && *before == notice.end)
        return false;
    told.insert(notice.about, notice.end);
    return true;
}

} // namespace

Notices::Notices(Notifier &notifier, Clock clock, QObject *parent)
    : QObject(parent), m_notifier(notifier), m_clock(std::move(clock)), m_since(m_clock())
{ }

void Notices::setCaches(const QList<krb::Cache> &caches)
{
    m_caches = caches;
    takeBackOutdated();
    for (const Notice &notice : expiredAfter(m_since, m_caches, m_clock()))
        if (note(m_expired, notice))
            tell(notice);
}

void Notices::warn(const krb::Principal &principal, Instant end)
{
    const krb::Cache *cache = find(m_caches, [&](const krb::Cache &candidate) {
        return candidate.principal == principal && candidate.ticketGranting()->endTime == end;
    });
    if (cache)
        tell(expiresSoon(*cache, m_clock()));
}

void Notices::tellFailure(const QString &cacheName, const Error &why)
{
    const krb::Cache *cache = named(m_caches, cacheName);
    if (!cache)
        return;
    const Notice notice = renewalFailed(*cache, why, m_clock());
    if (note(m_failed, notice))
        tell(notice);
}

void Notices::tellSignInFailure(const QString &cacheName, const Error &why)
{
    if (const krb::Cache *cache = named(m_caches, cacheName))
        tell(notSignedInAgain(*cache, why, m_clock()));
}

void Notices::tell(const Notice &notice)
{
    if (!m_shown)
        return;
    if (!notice.about.isEmpty() && notice.occasion != Notice::Occasion::Password)
        m_open.insert(notice.about, notice.end);
    m_notifier.show(notice);
}

void Notices::takeBack(const QString &about)
{
    m_notifier.withdraw(about);
}

void Notices::takeBackOutdated()
{
    for (auto open = m_open.begin(); open != m_open.end();) {
        const krb::Cache *cache = named(m_caches, open.key());
        if (cache && cache->ticketGranting()->endTime == *open) {
            ++open;
            continue;
        }
        m_notifier.withdraw(open.key());
        open = m_open.erase(open);
    }
}

} // namespace latchkey
