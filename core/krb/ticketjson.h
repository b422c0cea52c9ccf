// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticketlisting.h"

#include <QJsonDocument>

#include <string>
#include <string_view>

namespace latchkey::krb {

// For programs: times in UTC (ISO 8601), nothing translated but the sentence of an error. The keys are documented in
// latchkey-cli(1).

/// An object for a ticket of the cache, and for the whole cache; indented.
std::string ticketAsJson(const Ticket &ticket, const Cache &cache, Instant now);
std::string cacheAsJson(const Cache &cache, Instant now, const ListingScope &scope = {});

/// An array of such objects in pieces, as they are made: all of it may be many megabytes.
void tellAsJson(const QList<Cache> &caches, Instant now, const ListingScope &scope,
                QJsonDocument::JsonFormat format, const std::function<void(std::string_view)> &tell);

} // namespace latchkey::krb
