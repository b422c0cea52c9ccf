// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/autorenewal.h"
#include "core/krb/kerberosservice.h"

namespace latchkey {

/// What goes on needing tickets that are to be destroyed.
struct TicketDependants
{
    int sessions = 0; ///< that are open, and were opened as the tickets' principal
    bool renewal = false; ///< they are renewed, or got again, by themselves

    bool isEmpty() const { return sessions == 0 && !renewal; }

    friend bool operator==(const TicketDependants &, const TicketDependants &) = default;
};

/// Pure. `sessions` has the principal of each open session, empty for one with a password. Of which cache a session's
/// ticket came is not known, so every cache of the principal counts.
TicketDependants dependantsOf(const krb::DestroyTarget &target, const QList<krb::Cache> &caches,
                              const krb::RenewalOutlooks &outlooks, const QStringList &sessions);

} // namespace latchkey
