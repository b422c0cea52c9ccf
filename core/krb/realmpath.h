// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QHash>
#include <QStringList>

namespace latchkey::krb {

/// The realms that the ticket's client went through to get it, by the cache's ticket-granting tickets: from the client's
/// realm to the service's, both included; the shortest way where there are several. Only these two, with nothing said
/// about the way, where the cache no longer holds the tickets in between.
struct RealmPath
{
    QStringList realms;
    bool isComplete = false;

    friend bool operator==(const RealmPath &, const RealmPath &) = default;
};
RealmPath realmPath(const Ticket &ticket, const QList<Ticket> &cache);

/// The same for many tickets of one cache, which is looked through once.
class RealmPaths
{
public:
    explicit RealmPaths(const QList<Ticket> &cache);

    RealmPath to(const Ticket &ticket);
    /// The tickets of the cache that all this depends on.
    const QList<Ticket> &granting() const { return m_granting; }

private:
    QList<Ticket> m_granting;
    Principal m_client; ///< whose paths are known
    QHash<QString, RealmPath> m_known; ///< by the realm that they lead to
};

/// "CORP → AWS"; "CORP … AWS" if the way is not known.
QString text(const RealmPath &path);

} // namespace latchkey::krb
