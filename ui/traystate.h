// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QColor>

namespace latchkey {

/// What the tray says about the default identity; without one, about whoever is signed in for longest.
struct TrayState
{
    enum class Kind { Nobody, SignedIn, Expiring, Expired, Renewing };
    Kind kind = Kind::Nobody;
    QString words; ///< "alice@CORP.EXAMPLE.COM until 17:20"
    std::optional<Instant> next; ///< when it says something else by itself

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

/// `soon` before its end, a ticket is expiring. Pure.
TrayState trayState(const QList<krb::Cache> &caches, Instant now, bool renewing, std::chrono::seconds soon);

/// Each has a shape of its own beside its colour.
QString trayIconName(TrayState::Kind kind);
/// At least 3 : 1 against white and against black: nobody knows the tray's ground.
QColor trayInk(TrayState::Kind kind);

/// "until 17:20", "expired Mon 17:20"; of a cache without such a ticket "no ticket-granting ticket". Pure.
QString trayWords(const krb::Cache &cache, Instant now);

} // namespace latchkey
