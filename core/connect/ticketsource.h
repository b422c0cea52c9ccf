// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/credentialcache.h"
#include "core/krb/ticket.h"
#include "core/sql/session.h"

#include <QList>

#include <mutex>
#include <optional>

namespace latchkey {

/// Gets the service ticket of one login, once the server has named its SPN: sql::Session::Prepare with what it needs.
/// `caches` and `principal` do not change; used on the session's thread and on that of a kill.
class TicketSource
{
public:
    /// An empty `principal`: whoever is signed in; then, of several principals that share their user part, the one of
    /// the realm that the server names.
    TicketSource(QList<krb::Cache> caches, QString principal)
        : m_caches(std::move(caches)), m_principal(std::move(principal))
    { }

    // Before the first login:
    /// The tickets that it gets never reach the user's cache and go with this object.
    void keepToItself() { m_keepsToItself = true; }
    /// KDCs are found with this krb5.conf first. GSS-API does not know it and need not: it finds the ticket in the cache.
    void useConfig(const QString &file) { m_config = file; }

    std::optional<Error> prepare(const gss::ServerRequest &request, gss::Exchange &exchange,
                                 sql::Waiting &waiting);

    /// sql::Session::ExplainTicketFailure. That there is no ticket, the session says itself, and better.
    static std::optional<Error> explainFailure(const gss::Exchange &exchange);

    /// The ticket that was taken from the cache without asking a KDC, and so may be older than the service's key.
    struct CachedTicket
    {
        QString cacheName;
        QString spn;
    };
    std::optional<CachedTicket> staleCandidate() const;

private:
    std::optional<Error> chooseByRealm(const QString &realm, gss::Exchange &exchange) const;

    std::string ownCopyOf(const std::string &cacheName);
    bool isAtHand(const CachedTicket &ticket) const;

    const QList<krb::Cache> m_caches;
    const QString m_principal;
    bool m_keepsToItself = false;
    QString m_config;
    mutable std::mutex m_mutex;
    std::optional<gss::PrivateCache> m_own; ///< of the cache that the first login chose
    std::optional<CachedTicket> m_cached;
};

} // namespace latchkey
