// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/traystate.h"

#include "ui/remaining.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

using TrayKind = TrayState::Kind;

struct TrayTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::TrayState)
};

const krb::Cache *spokenOf(const QList<krb::Cache> &caches)
{
    const krb::Cache *best = nullptr;
    for (const krb::Cache &cache : caches) {
        if (!cache.principal || !cache.ticketGranting())
            continue;
        if (cache.isDefault)
            return &cache;
        if (!best || best->ticketGranting()->endTime < cache.ticketGranting()->endTime)
            best = &cache;
    }
    return best;
}

QString expiringWords(const QString &principal, Instant end, Instant now)
{
    return TrayTexts::tr("The ticket of %1 expires at %2.").arg(principal, momentText(end, now));
}

} // namespace

TrayState trayState(const QList<krb::Cache> &caches, Instant now, bool renewing, std::chrono::seconds soon)
{
    const krb::Cache *cache = spokenOf(caches);
    if (!cache)
        return {TrayKind::Nobody, TrayTexts::tr("Nobody is signed in."), {}};
    const QString principal = cache->principal->text();
    const Instant end = cache->ticketGranting()->endTime;
    if (renewing)
        return {TrayKind::Renewing, TrayTexts::tr("The ticket of %1 is being renewed.").arg(principal), {}};
    if (end <= now)
        return {TrayKind::Expired, TrayTexts::tr("The ticket of %1 has expired.").arg(principal), {}};
    if (end - now <= soon)
        return {TrayKind::Expiring, expiringWords(principal, end, now), end};
    return {TrayKind::SignedIn,
            TrayTexts::tr("%1 is signed in until %2.").arg(principal, momentText(end, now)), end - soon};
}

QString trayIconName(TrayKind kind)
{
    switch (kind) {
    case TrayKind::SignedIn:
        return QStringLiteral("tray-signed-in");
    case TrayKind::Expiring:
        return QStringLiteral("tray-expiring");
    case TrayKind::Expired:
        return QStringLiteral("tray-expired");
    case TrayKind::Renewing:
        return QStringLiteral("tray-renewing");
    case TrayKind::Nobody:
        break;
    }
    return QStringLiteral("tray-nobody");
}

QColor trayInk(TrayKind kind)
{
    switch (kind) {
    case TrayKind::SignedIn:
        return 0xff228a4e;
    case TrayKind::Expiring:
        return 0xffaf6804;
    case TrayKind::Expired:
        return 0xffe1382c;
    case TrayKind::Renewing:
        return 0xff21839c;
    case TrayKind::Nobody:
        break;
    }
    return 0xff6f7a83;
}

QString trayWords(const krb::Cache &cache, Instant now)
{
    const krb::Ticket *ticket = cache.ticketGranting();
    if (!ticket)
        return TrayTexts::tr("no ticket-granting ticket");
    const QString end = momentText(ticket->endTime, now);
    return ticket->endTime > now ? TrayTexts::tr("until %1").arg(end) : TrayTexts::tr("expired %1").arg(end);
}

} // namespace latchkey
