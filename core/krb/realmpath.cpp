// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmpath.h"

#include <QMultiHash>

#include <algorithm>
#include <iterator>

namespace latchkey::krb {

namespace {

/// krbtgt/B@A is a step from A to B.
QMultiHash<QString, QString> steps(const QList<Ticket> &cache, const Principal &client)
{
    QMultiHash<QString, QString> steps;
    for (const Ticket &ticket : cache) {
        const QString to = ticket.service.components.value(1);
        if (ticket.isTicketGranting() && ticket.client == client && to != ticket.service.realm)
            steps.insert(ticket.service.realm, to);
    }
    return steps;
}

QString targetOf(const Ticket &ticket)
{
    return ticket.isTicketGranting() ? ticket.service.components.value(1) : ticket.service.realm;
}

} // namespace

// Breadth first, remembering where each realm was come to from.
RealmPath realmPath(const Ticket &ticket, const QList<Ticket> &cache)
{
    const QString from = ticket.client.realm;
    const QString to = targetOf(ticket);
    if (from == to)
        return {{from}, true};
    const auto known = steps(cache, ticket.client);
    QHash<QString, QString> cameFrom{{from, QString()}};
    QStringList next{from};
    while (!next.isEmpty() && !cameFrom.contains(to)) {
        const QString realm = next.takeFirst();
        for (auto step = known.constFind(realm); step != known.constEnd() && step.key() == realm; ++step) {
            if (cameFrom.contains(*step))
                continue;
            cameFrom.insert(*step, realm);
            next += *step;
        }
    }
    if (!cameFrom.contains(to))
        return {{from, to}, false};
    QStringList realms;
    for (QString realm = to; !realm.isEmpty(); realm = cameFrom.value(realm))
        realms += realm;
    std::reverse(realms.begin(), realms.end());
    return {realms, true};
}

RealmPaths::RealmPaths(const QList<Ticket> &cache)
{
    std::copy_if(cache.begin(), cache.end(), std::back_inserter(m_granting),
                 [](const Ticket &ticket) { return ticket.isTicketGranting(); });
}

RealmPath RealmPaths::to(const Ticket &ticket)
{
    if (ticket.client != m_client) {
        m_client = ticket.client;
        m_known.clear();
    }
    const QString target = targetOf(ticket);
    const auto known = m_known.constFind(target);
    return known != m_known.constEnd() ? *known : *m_known.insert(target, realmPath(ticket, m_granting));
}

QString text(const RealmPath &path)
{
    return path.realms.join(path.isComplete ? QStringLiteral(" → ") : QStringLiteral(" … "));
}

} // namespace latchkey::krb
