// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketdependants.h"

#include <algorithm>

namespace latchkey {

namespace {

bool holds(const krb::Cache &cache, const QString &service)
{
    return std::any_of(cache.tickets.begin(), cache.tickets.end(),
                       [&](const krb::Ticket &ticket) { return ticket.service.text() == service; });
}

bool isMeant(const krb::Cache &cache, const krb::DestroyTarget &target)
{
    if (const auto *one = std::get_if<krb::OneCache>(&target))
        return cache.name == one->name;
    if (const auto *ticket = std::get_if<krb::OneTicket>(&target))
        return cache.name == ticket->cacheName;
    if (const auto *tickets = std::get_if<krb::ServiceTickets>(&target))
        return (tickets->cacheName.isEmpty() || cache.name == tickets->cacheName)
               && holds(cache, tickets->service);
    return true;
}

/// Without it nothing is renewed; the other tickets are not needed for that.
bool losesTicketGranting(const krb::Cache &cache, const krb::DestroyTarget &target)
{
    const krb::Ticket *tgt = cache.ticketGranting();
    if (const auto *ticket = std::get_if<krb::OneTicket>(&target))
        return tgt && tgt->id == ticket->id;
    return tgt && !std::holds_alternative<krb::ServiceTickets>(target);
}

} // namespace

TicketDependants dependantsOf(const krb::DestroyTarget &target, const QList<krb::Cache> &caches,
                              const krb::RenewalOutlooks &outlooks, const QStringList &sessions)
{
    TicketDependants dependants;
    QStringList principals;
    for (const krb::Cache &cache : caches) {
        if (!cache.principal || !isMeant(cache, target))
            continue;
        if (!principals.contains(cache.principal->text()))
            principals += cache.principal->text();
        const krb::RenewalOutlook outlook = outlooks.value(cache.name);
        const bool isKept = outlook.next || outlook.signsInAgain;
        dependants.renewal = dependants.renewal || (isKept && losesTicketGranting(cache, target));
    }
    dependants.sessions =
        static_cast<int>(std::count_if(sessions.begin(), sessions.end(), [&](const QString &principal) {
            return principals.contains(principal);
        }));
    return dependants;
}

} // namespace latchkey
