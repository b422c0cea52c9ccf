// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/identities.h"

#include "core/base/whendone.h"

namespace latchkey {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstRetry = 2s;
constexpr std::chrono::milliseconds longestRetry = 1min;

} // namespace

Identities::Identities(const krb::KerberosService &kerberos, krb::CacheWatcher &watcher, Clock clock,
                       QObject *parent)
    : QObject(parent), m_kerberos(kerberos), m_watcher(watcher), m_clock(std::move(clock)),
      m_nextEnd(m_clock, this)
{
    connect(&m_nextEnd, &WallTimer::timeout, this, &Identities::timeHasGoneOn);
    connect(&m_nextEnd, &WallTimer::clockSet, this, &Identities::timeHasGoneOn);
    connect(&m_nextEnd, &WallTimer::clockSet, this, &Identities::refresh);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Identities::list);
    connect(&m_watcher, &krb::CacheWatcher::changed, this, &Identities::list);
}

void Identities::start()
{
    list();
}

void Identities::refresh()
{
    m_watcher.lookAgain();
    list();
}

const krb::Cache *Identities::defaultCache() const
{
    for (const krb::Cache &cache : m_caches)
        if (cache.isDefault && cache.principal)
            return &cache;
    return nullptr;
}

// The first failure of a series is worth a sentence; the rest is where the tickets are shown.
void Identities::setOutlooks(const krb::RenewalOutlooks &outlooks)
{
    const krb::RenewalOutlooks before = std::exchange(m_outlooks, outlooks);
    Q_EMIT outlooksChanged();
    for (const krb::Cache &cache : std::as_const(m_caches))
        if (cache.principal && outlook(cache.name).problem && !before.value(cache.name).problem)
            Q_EMIT noted(
                outlook(cache.name).next
                    ? tr("The ticket of %1 could not be renewed yet; Latchkey tries again.")
                          .arg(cache.principal->text())
                    : tr("The ticket of %1 cannot be renewed any more.").arg(cache.principal->text()));
}

void Identities::list()
{
    if (m_listing) {
        m_again = true;
        return;
    }
    m_listing = true;
    whenDone(m_kerberos.caches(), this,
             [this](Result<QList<krb::Cache>> listed) { take(std::move(listed)); });
}

void Identities::take(Result<QList<krb::Cache>> listed)
{
    m_listing = false;
    if (std::exchange(m_again, false))
        list();
    if (!listed) {
        tryAgainAfter(listed.error());
        return;
    }
    m_retry.stop();
    m_problem.reset();
    m_watcher.watch(*listed);
    const bool differs = !m_known || *listed != m_caches;
    m_known = true;
    m_caches = *std::move(listed);
    waitForNextEnd();
    if (differs)
        Q_EMIT changed();
}

// One failure says nothing of who is signed in.
void Identities::tryAgainAfter(const Error &error)
{
    if (!m_retry.isActive()) {
        const auto wait = m_problem ? std::min(2 * m_retry.intervalAsDuration(), longestRetry) : firstRetry;
        m_retry.start(wait);
    }
    const std::optional<Error> before = std::exchange(m_problem, error);
    if (!before || before->message != error.message) // the same again is no news
        Q_EMIT failed(error);
}

void Identities::timeHasGoneOn()
{
    waitForNextEnd();
    Q_EMIT changed();
}

void Identities::waitForNextEnd()
{
    const Instant moment = now();
    std::optional<Instant> next;
    for (const krb::Cache &cache : std::as_const(m_caches))
        for (const krb::Ticket &ticket : cache.tickets)
            if (ticket.endTime > moment)
                next = std::min(next.value_or(ticket.endTime), ticket.endTime);
    if (next)
        m_nextEnd.start(*next);
    else
        m_nextEnd.stop();
}

QFuture<Result<krb::Cache>> Identities::signIn(krb::SignInRequest request, std::stop_token stop) const
{
    return m_kerberos.signIn(std::move(request), std::move(stop));
}

QFuture<Result<>> Identities::changePassword(const QString &principal, Secret old, Secret replacement,
                                             std::stop_token stop) const
{
    return m_kerberos.changePassword(principal, std::move(old), std::move(replacement), std::move(stop));
}

void Identities::report(const Error *error, const QString &sentence)
{
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT done(sentence);
    list();
}

void Identities::countRenewing(int step)
{
    const bool before = isRenewing();
    m_renewing += step;
    if (isRenewing() != before)
        Q_EMIT renewingChanged();
}

void Identities::renew(const QString &cacheName)
{
    countRenewing(1);
    whenDone(m_kerberos.renew(cacheName), this, [this](Result<krb::Cache> renewed) {
        countRenewing(-1);
        report(renewed ? nullptr : &renewed.error(), tr("The ticket is renewed."));
    });
}

QFuture<Result<krb::Cache>> Identities::keepRenewed(const QString &cacheName)
{
    countRenewing(1);
    const auto renewed = m_kerberos.renew(cacheName);
    whenDone(renewed, this, [this](const Result<krb::Cache> &) { countRenewing(-1); });
    return renewed;
}

void Identities::destroy(krb::DestroyTarget target, std::function<void(const Result<int> &destroyed)> then)
{
    const bool tickets =
        std::holds_alternative<krb::ServiceTickets>(target) || std::holds_alternative<krb::OneTicket>(target);
    whenDone(m_kerberos.destroy(std::move(target)), this,
             [this, tickets, then = std::move(then)](Result<int> destroyed) {
                 const int count = destroyed ? *destroyed : 0;
                 if (then)
                     then(destroyed);
                 if (then && destroyed)
                     return list();
                 report(destroyed ? nullptr : &destroyed.error(),
                        tickets ? tr("%n ticket(s) destroyed.", nullptr, count)
                                : tr("%n credential cache(s) destroyed.", nullptr, count));
             });
}

void Identities::makeDefault(const krb::Cache &cache)
{
    const QString name = cache.principal ? cache.principal->text() : cache.name;
    whenDone(m_kerberos.makeDefault(cache.name), this, [this, name](Result<> made) {
        report(made ? nullptr : &made.error(), tr("%1 is the default identity now.").arg(name));
    });
}

} // namespace latchkey
