// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/ticketsource.h"

#include "core/krb/kerberosservice.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey {

namespace {

const krb::Cache *cacheNamed(const QList<krb::Cache> &caches, const QString &name)
{
    const auto found = std::find_if(caches.begin(), caches.end(),
                                    [&](const krb::Cache &cache) { return cache.name == name; });
    return found != caches.end() && found->principal ? &*found : nullptr;
}

Error realmMismatch(const krb::Principal &principal, const QString &realm)
{
    return {Error::Code::RealmMismatch,
            QCoreApplication::translate(
                "latchkey::TicketSource",
                "The account on the server belongs to the realm %1, but you are signed in as %2. Sign in as "
                "%3@%1, or choose the matching principal in the profile.")
                .arg(realm, principal.text(), principal.user()),
            QString(), 0};
}

// Long enough to be accepted by a server whose clock is a little ahead.
constexpr std::chrono::minutes margin{5};

bool holds(const krb::Cache &cache, const QString &spn, Instant now)
{
    return std::any_of(cache.tickets.begin(), cache.tickets.end(), [&](const krb::Ticket &ticket) {
        return ticket.client == cache.principal && ticket.startTime <= now && ticket.endTime > now + margin
               && ticket.service.text() == spn;
    });
}

} // namespace

std::optional<Error> TicketSource::chooseByRealm(const QString &realm, gss::Exchange &exchange) const
{
    const krb::Cache *chosen = cacheNamed(m_caches, QString::fromStdString(exchange.cacheName));
    if (!chosen)
        return std::nullopt;
    if (!realm.isEmpty() && chosen->principal->realm != realm) {
        const krb::Principal wanted{chosen->principal->components, realm};
        const auto other = std::find_if(m_caches.begin(), m_caches.end(), [&](const krb::Cache &cache) {
            return cache.principal == wanted && cache.ticketGranting();
        });
        if (other == m_caches.end())
            return realmMismatch(*chosen->principal, realm);
        chosen = &*other;
    }
    exchange.cacheName = chosen->name.toStdString();
    exchange.clientPrincipal = chosen->principal->text().toStdString();
    return std::nullopt;
}

std::optional<Error> TicketSource::prepare(const gss::ServerRequest &request, gss::Exchange &exchange,
                                           sql::Waiting &waiting)
{
    if (m_principal.isEmpty()) {
        if (auto problem = chooseByRealm(QString::fromStdString(request.realm), exchange))
            return problem;
    }
    if (m_keepsToItself)
        exchange.cacheName = ownCopyOf(exchange.cacheName);
    const CachedTicket ticket{QString::fromStdString(exchange.cacheName),
                              QString::fromStdString(request.spn)};
    bool asked = false;
    if (!isAtHand(ticket)) {
        const auto onKdcWait = [&](const QString &realm) {
            asked = true;
            if (!realm.isEmpty())
                return waiting.forKdc(krb::kdcPatience, krb::kdcSilent(realm));
            waiting.forServer();
            return true;
        };
        const Result<> obtained = krb::obtainServiceTicket(ticket.cacheName, ticket.spn, onKdcWait, m_config);
        if (!obtained)
            return obtained.error();
    }
    const std::scoped_lock lock(m_mutex);
    m_cached = asked ? std::nullopt : std::optional(ticket);
    return std::nullopt;
}

/// The cache itself if it cannot be copied: what is wrong with it is said later.
std::string TicketSource::ownCopyOf(const std::string &cacheName)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_own)
        m_own = gss::PrivateCache::copyOf(cacheName);
    return m_own ? m_own->name() : cacheName;
}

std::optional<Error> TicketSource::explainFailure(const gss::Exchange &exchange)
{
    if (!exchange.failure || !exchange.request)
        return std::nullopt;
    auto error = krb::explainTicketFailure(
        exchange.failure->krb5Code, QString::fromStdString(exchange.cacheName),
        QString::fromStdString(exchange.clientPrincipal), QString::fromStdString(exchange.request->spn));
    const bool isThere = error && error->code != Error::Code::NotSignedIn;
    return isThere ? error : std::nullopt;
}

// The caches were read when the login began, so a ticket in them need not be looked up again; unless it has been
// dropped since, as stale.
bool TicketSource::isAtHand(const CachedTicket &ticket) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_cached)
            return false;
    }
    const krb::Cache *cache = cacheNamed(m_caches, ticket.cacheName);
    return cache && holds(*cache, ticket.spn, systemNow());
}

std::optional<TicketSource::CachedTicket> TicketSource::staleCandidate() const
{
    const std::scoped_lock lock(m_mutex);
    return m_cached;
}

} // namespace latchkey
