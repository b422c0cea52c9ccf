// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmpath.h"
#include "ui/remaining.h"

#include <QVariant>

namespace latchkey {

/// A row below a cache: a ticket, or what libkrb5 noted in the cache. There may be ten thousand, of which twenty are seen:
/// words are made when they are asked for.
struct TicketRow
{
    QString key; ///< tells it from the other rows of its cache; a renewed ticket keeps it
    krb::Ticket ticket;
    std::optional<krb::ConfigurationEntry> note; ///< instead of a ticket
    krb::RealmPath path;
    Instant seen{}; ///< as of when words and urgency are
    Urgency urgency = Urgency::Over;

    bool isExpired() const { return !note && urgency == Urgency::Over; }
    /// How long it lasts; empty for a note.
    QString words() const;
    /// Words and urgency are of `now` from here on; true if they differ.
    bool look(Instant now);
};

/// What TicketModel says of one cell; columns and roles are the model's.
QVariant rowCell(const TicketRow &row, int column, int role);
QVariant cacheCell(const krb::Cache &cache, int column, int role);

/// The flags, one a line, each with what it means.
QString flagMeanings(std::uint32_t flags);

} // namespace latchkey
