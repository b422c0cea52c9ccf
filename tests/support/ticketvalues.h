// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QString>

namespace latchkey::test {

/// The time that tests of values live in.
inline constexpr Instant noon{std::chrono::seconds(1'800'000'000)};

/// FILE:/tmp/USER with a ticket-granting ticket of USER@CORP.EXAMPLE.COM.
inline krb::Cache signedIn(const QString &user, Instant end, bool isDefault = false,
                           std::optional<Instant> renewUntil = {})
{
    const QString realm = QStringLiteral("CORP.EXAMPLE.COM");
    krb::Ticket ticket;
    ticket.client = {{user}, realm};
    ticket.service = {{QStringLiteral("krbtgt"), realm}, realm};
    ticket.startTime = end - std::chrono::hours(10);
    ticket.endTime = end;
    ticket.renewUntil = renewUntil;
    krb::Cache cache;
    cache.name = QStringLiteral("FILE:/tmp/") + user;
    cache.principal = ticket.client;
    cache.isDefault = isDefault;
    cache.tickets = {ticket};
    return cache;
}

} // namespace latchkey::test
