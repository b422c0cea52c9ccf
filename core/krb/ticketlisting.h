// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <functional>

namespace latchkey::krb {

/// What of the caches is listed.
struct ListingScope
{
    bool expired = true;
    bool configuration = false; ///< what libkrb5 noted in the cache

    friend bool operator==(const ListingScope &, const ListingScope &) = default;
};

/// "ticket-granting ticket", …; translated.
QString kindName(TicketKind kind);
/// The name of the enctype, with a word if it is weak; translated.
QString encryptionText(std::int32_t number);
/// As text where it is text, else as hexadecimal digits.
QString valueText(const ConfigurationEntry &entry);

/// For people: every cache with everything that is known of its tickets, times in local time; translated. Each line that
/// a cache brings is one line here, but may hold control characters.
QString ticketsAsText(const QList<Cache> &caches, Instant now, const ListingScope &scope = {});
/// The same in pieces, as they are made: all of it may be many megabytes.
void tellTickets(const QList<Cache> &caches, Instant now, const ListingScope &scope,
                 const std::function<void(const QString &)> &tell);
/// The same of one ticket of the cache.
QString ticketAsText(const Ticket &ticket, const Cache &cache, Instant now);

} // namespace latchkey::krb
