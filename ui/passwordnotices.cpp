// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/passwordnotices.h"

#include "core/base/remainingtext.h"
#include "ui/notices.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey {

namespace {

using std::chrono::days;

constexpr days inTheBar{14};

bool tells(const krb::Cache &cache)
{
    return cache.principal && cache.passwordExpires;
}

bool isSignedIn(const QList<krb::Cache> &caches, const QString &principal)
{
    return std::any_of(caches.begin(), caches.end(), [&](const krb::Cache &cache) {
        return cache.principal && cache.principal->text() == principal;
    });
}

bool expires(const QList<krb::Cache> &caches, const QString &principal, Instant when)
{
    return std::any_of(caches.begin(), caches.end(), [&](const krb::Cache &cache) {
        return cache.principal && cache.principal->text() == principal && cache.passwordExpires == when;
    });
}

} // namespace

std::optional<Instant> nextPasswordNotice(Instant expires, std::optional<Instant> told, days before,
                                          Instant now)
{
    const Instant first = expires - before;
    const Instant due = std::max(told ? std::max(first, *told + days(1)) : first, now);
    return due < expires ? std::optional(due) : std::nullopt;
}

QString passwordWords(const krb::Cache &cache, Instant now)
{
    if (!cache.passwordExpires || *cache.passwordExpires - now > inTheBar)
        return {};
    const auto left = *cache.passwordExpires - now;
    return left > std::chrono::seconds(0)
               ? QCoreApplication::translate("latchkey::PasswordNotices", "password expires in %1")
                     .arg(remainingText(left))
               : QCoreApplication::translate("latchkey::PasswordNotices", "password has expired");
}

PasswordNotices::PasswordNotices(Notices &notices, Clock clock, QObject *parent)
    : QObject(parent), m_notices(notices), m_clock(std::move(clock)), m_timer(m_clock)
{
    connect(&m_timer, &WallTimer::timeout, this, &PasswordNotices::look);
}

void PasswordNotices::setWarning(std::optional<days> before)
{
    m_before = before;
    look();
}

void PasswordNotices::setCaches(const QList<krb::Cache> &caches)
{
    m_caches = caches;
    takeBackOutdated();
    look();
}

void PasswordNotices::takeBackOutdated()
{
    m_told.removeIf([this](const QHash<QString, Told>::iterator told) {
        const bool isOutdated =
            isSignedIn(m_caches, told.key()) && !expires(m_caches, told.key(), told->expires);
        if (isOutdated)
            m_notices.takeBack(told->about);
        return isOutdated;
    });
}

void PasswordNotices::look()
{
    m_timer.stop();
    if (!m_before)
        return;
    const Instant now = m_clock();
    std::optional<Instant> next;
    for (const krb::Cache &cache : std::as_const(m_caches))
        if (const auto due = tells(cache) ? tellOrPlan(cache, now) : std::nullopt)
            next = next ? std::min(*next, *due) : *due;
    if (next)
        m_timer.start(*next);
}

/// Gives when it is to be told next.
std::optional<Instant> PasswordNotices::tellOrPlan(const krb::Cache &cache, Instant now)
{
    const QString principal = cache.principal->text();
    const auto before = m_told.constFind(principal);
    const auto told = before != m_told.constEnd() ? std::optional(before->when) : std::nullopt;
    const auto due = nextPasswordNotice(*cache.passwordExpires, told, *m_before, now);
    if (!due || *due > now)
        return due;
    const Notice notice = passwordExpiresSoon(cache, now);
    m_told.insert(principal, {now, notice.end, notice.about});
    m_notices.tell(notice);
    return nextPasswordNotice(notice.end, now, *m_before, now);
}

} // namespace latchkey
