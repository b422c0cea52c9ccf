// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/connector.h"

#include "core/base/clock.h"
#include "core/base/job.h"
#include "core/connect/identityvalues.h"
#include "core/connect/readiness.h"
#include "core/connect/readinesserror.h"
#include "core/connect/ticketsource.h"

#include <QPromise>

#include <algorithm>
#include <atomic>

namespace latchkey {

namespace {

using sql::Session;
using Opened = Result<std::shared_ptr<Session>>;

sql::ConnectOptions resolved(const Profile &profile, const std::shared_ptr<const Secret> &password)
{
    sql::ConnectOptions options;
    options.host = profile.host;
    options.port = profile.port;
    options.user = profile.account;
    options.schema = profile.schema;
    options.tls = profile.tls;
    options.minimumTls = profile.minimumTls;
    options.tlsFiles = profile.tlsFiles;
    options.timeouts = profile.timeouts;
    options.session = profile.session;
    options.authentication = profile.authentication;
    options.pinnedSpn = profile.pinnedSpn;
    options.readOnly = profile.readOnly;
    if (!profile.usesTickets())
        options.password = password;
    return options;
}

QString userPart(const QList<krb::Cache> &caches, const QString &cacheName)
{
    for (const krb::Cache &cache : caches) {
        if (cache.name == cacheName && cache.principal)
            return cache.principal->user();
    }
    return {};
}

/// The login itself was denied, as ER_ACCESS_DENIED_ERROR and its likes say; not what came after it.
bool isDenial(const Error &error)
{
    constexpr int accessDenied = 1045;
    constexpr int accessDeniedNoPassword = 1698;
    return error.code == Error::Code::ServerDenied
           && (error.native == accessDenied || error.native == accessDeniedNoPassword);
}

bool isOfTickets(Error::Code code)
{
    return code == Error::Code::NotSignedIn || code == Error::Code::TicketExpired
           || code == Error::Code::CacheUnusable;
}

/// Where the tickets of a profile's keytab go if they stay.
krb::CacheChoice homeForKeytab(CachePolicy policy, const QList<krb::Cache> &caches)
{
    for (const krb::Cache &cache : caches) {
        if (policy == CachePolicy::Default && cache.isDefault)
            return krb::NamedCache{cache.name};
    }
    return krb::AutomaticCache{};
}

/// Watchers see changes of files at once; of others only from time to time.
bool isFile(const krb::Cache &cache)
{
    return cache.name.startsWith(QLatin1String("FILE:")) || cache.name.startsWith(QLatin1String("DIR:"));
}

/// A cache of one opening alone, destroyed with this object. Other openings of the same principal have their own.
class PassingCache
{
public:
    PassingCache(const krb::KerberosService &kerberos, QString name)
        : m_kerberos(kerberos), m_name(std::move(name))
    { }
    ~PassingCache() { m_kerberos.destroy(krb::OneCache{m_name}); }
    PassingCache(const PassingCache &) = delete;
    PassingCache &operator=(const PassingCache &) = delete;

private:
    const krb::KerberosService m_kerberos;
    const QString m_name;
};

/// One opening, step by step on whatever thread ends the step before; answered exactly once.
class Opening : public std::enable_shared_from_this<Opening>
{
public:
    Opening(const krb::KerberosService &kerberos, Connector::Request request, std::stop_token stop)
        : m_kerberos(kerberos), m_request(std::move(request)), m_stop(std::move(stop))
    { }

    QFuture<Opened> start(const Connector::Watched &watched)
    {
        m_promise.start();
        const QFuture<Opened> future = m_promise.future();
        m_onStop.emplace(m_stop, std::function<void()>([weak = weak_from_this()] {
                             if (const auto self = weak.lock())
                                 self->finish(cancelledError());
                         }));
        if (!m_request.profile.usesTickets())
            openSession(nullptr, resolved(m_request.profile, m_request.password));
        else if (!watched || !openWithWatched(watched()))
            lookAtCaches();
        return future;
    }

private:
    void finish(Opened result)
    {
        if (m_finished.exchange(true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    bool openWithWatched(std::optional<QList<krb::Cache>> caches)
    {
        if (!caches || !std::all_of(caches->begin(), caches->end(), isFile))
            return false;
        const Readiness ready = readiness(m_request.profile, *caches, systemNow());
        if (ready.state != Readiness::State::Works)
            return false;
        m_mayBeOutdated = true;
        openWithTickets(*std::move(caches), ready);
        return true;
    }

    void lookAtCaches()
    {
        m_mayBeOutdated = false;
        if (!m_worker)
            m_worker.emplace();
        m_kerberos.caches(*m_worker).then([self = shared_from_this()](Result<QList<krb::Cache>> caches) {
            if (caches)
                self->choose(*std::move(caches));
            else
                self->finish(caches.error());
        });
    }

    void choose(QList<krb::Cache> caches)
    {
        const Readiness ready = readiness(m_request.profile, caches, systemNow());
        if (ready.state == Readiness::State::Works)
            return openWithTickets(std::move(caches), ready);
        if (m_request.profile.identity.keytab.isEmpty() || m_signedIn)
            return finish(whyNotReady(ready, caches, m_request.profile.identity.cache));
        m_signedIn = true;
        krb::SignInRequest request;
        request.principal = m_request.profile.identity.principal;
        request.credential = krb::Keytab{m_request.profile.identity.keytab};
        request.cache = keepsTicketsToItself() ? krb::CacheChoice(krb::NewMemoryCache{})
                                               : homeForKeytab(m_request.profile.identity.cache, caches);
        request.config = m_request.profile.kerberosConfig;
        m_kerberos.signIn(std::move(request), m_stop)
            .then([self = shared_from_this()](Result<krb::Cache> cache) {
                if (!cache)
                    return self->finish(cache.error());
                if (self->keepsTicketsToItself())
                    self->openWithOwnTickets(*std::move(cache));
                else
                    self->lookAtCaches();
            });
    }

    void openWithOwnTickets(krb::Cache cache)
    {
        m_ownTickets.emplace(m_kerberos, cache.name); // a session that is open has its copy
        cache.isDefault = m_request.profile.identity.cache == CachePolicy::Default; // in its place
        const Readiness ready{Readiness::State::Works, cache.principal->text(), cache.name};
        openWithTickets({std::move(cache)}, ready);
    }

    void openWithTickets(QList<krb::Cache> caches, const Readiness &ready)
    {
        sql::ConnectOptions options = resolved(m_request.profile, nullptr);
        if (options.user.isEmpty())
            options.user = userPart(caches, ready.cacheName);
        options.cacheName = ready.cacheName;
        const bool anybody = m_request.profile.identity.principal.isEmpty();
        options.principal = anybody ? QString() : ready.principal;
        if (m_request.profile.identity.cache == CachePolicy::Default) // and no other
            caches.removeIf([](const krb::Cache &cache) { return !cache.isDefault; });
        const auto tickets = std::make_shared<TicketSource>(std::move(caches), options.principal);
        if (keepsTicketsToItself())
            tickets->keepToItself();
        tickets->useConfig(m_request.profile.kerberosConfig);
        openSession(tickets, std::move(options));
    }

    bool keepsTicketsToItself() const
    {
        return m_request.profile.identity.cache == CachePolicy::Private
               || gss::readAppdefaults().destroyTickets;
    }

    void openSession(std::shared_ptr<TicketSource> tickets, sql::ConnectOptions options)
    {
        Session::Hooks hooks;
        hooks.onStep = m_request.onStep;
        hooks.onEnd = m_request.onEnd;
        if (tickets)
            hooks.prepare = [tickets](const gss::ServerRequest &request, gss::Exchange &exchange,
                                      sql::Waiting &waiting) {
                return tickets->prepare(request, exchange, waiting);
            };
        hooks.explainTicketFailure = TicketSource::explainFailure;
        Session::open(options, std::move(hooks), m_stop, takeWorker())
            .then([self = shared_from_this(), tickets, options](Opened opened) {
                const bool mayBeStale = !opened && isDenial(opened.error()) && tickets
                                        && tickets->staleCandidate() && !self->m_denial;
                if (mayBeStale)
                    return self->retryWithFreshTicket(tickets, options, opened.error());
                if (!opened && self->m_mayBeOutdated && isOfTickets(opened.error().code))
                    return self->lookAtCaches();
                // That no fresh ticket was to be had says less than why one was wanted.
                const bool lacksTicket = !opened && opened.error().code == Error::Code::KdcUnreachable;
                self->finish(lacksTicket && self->m_denial ? *self->m_denial : std::move(opened));
            });
    }

    Worker takeWorker()
    {
        Worker worker = m_worker ? std::move(*m_worker) : Worker();
        m_worker.reset();
        return worker;
    }

    // The service's key may have been changed since the ticket was issued; the server cannot tell us.
    void retryWithFreshTicket(const std::shared_ptr<TicketSource> &tickets,
                              const sql::ConnectOptions &options, const Error &denial)
    {
        m_denial = denial;
        const auto stale = *tickets->staleCandidate();
        startJob<bool>(m_stop, [stale](Job &job) -> Result<bool> {
            if (!job.commit())
                return cancelledError();
            return krb::forgetServiceTicket(stale.cacheName, stale.spn);
        }).then([self = shared_from_this(), tickets, options, denial](Result<bool> forgotten) {
            if (forgotten && *forgotten)
                self->openSession(tickets, options);
            else
                self->finish(denial);
        });
    }

    const krb::KerberosService m_kerberos;
    const Connector::Request m_request;
    const std::stop_token m_stop;
    QPromise<Opened> m_promise;
    std::optional<Worker> m_worker; ///< the session's, on which the caches are read before
    bool m_mayBeOutdated = false; ///< what is known of the caches: they were watched, not read
    std::atomic<bool> m_finished = false;
    bool m_signedIn = false;
    /// What the keytab gave, where nothing may outlive the session.
    std::optional<PassingCache> m_ownTickets;
    std::optional<Error> m_denial; ///< by the server, of the ticket that was there: the retry runs
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace

Connector::Connector(const krb::KerberosService &kerberos, Watched watched)
    : m_kerberos(kerberos), m_watched(std::move(watched))
{ }

QFuture<Opened> Connector::open(Request request, std::stop_token stop) const
{
    request.profile = asUsed(request.profile);
    if (auto checked = checkUsed(request.profile); !checked)
        return QtFuture::makeReadyFuture(Opened(std::move(checked).error()));
    return std::make_shared<Opening>(m_kerberos, std::move(request), std::move(stop))->start(m_watched);
}

QString spnToPin(const Profile &profile, const sql::ServerInfo &info)
{
    return profile.pinnedSpn.isEmpty() && info.tlsVerified ? info.spn : QString();
}

} // namespace latchkey
