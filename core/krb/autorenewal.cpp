// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/autorenewal.h"

#include "core/base/whendone.h"

#include <QRandomGenerator>

#include <krb5/krb5.h>

#include <algorithm>

namespace latchkey::krb {

namespace {

/// How long what is known of a cache outlives its place in the listing: it may have been written just then.
constexpr std::chrono::minutes absence{5};

// What the KDC, or the cache, would answer again until somebody signs in.
bool isFinal(Error::Code code)
{
    switch (code) {
    case Error::Code::NotRenewable:
    case Error::Code::TicketExpired:
    case Error::Code::NotSignedIn:
    case Error::Code::KdcPolicy:
    case Error::Code::UnknownPrincipal:
    case Error::Code::AccountLocked:
    case Error::Code::AccountExpired:
    case Error::Code::PasswordExpired:
        return true;
    default:
        return false;
    }
}

// No password was sent: a KDC that has begun to answer may have counted it (KdcDialogue::judged()).
bool hasReachedNobody(const Error &why)
{
    switch (why.code) {
    case Error::Code::KdcUnreachable:
        return why.native == KRB5_KDC_UNREACH || why.native == KRB5_REALM_CANT_RESOLVE;
    case Error::Code::KeychainLocked:
    case Error::Code::KeychainSilent:
    case Error::Code::KeychainAbsent:
        return true;
    default:
        return false;
    }
}

// It may be unlocked at any moment, of which nobody tells.
bool isKeychainShut(Error::Code code)
{
    return code == Error::Code::KeychainLocked || code == Error::Code::KeychainSilent;
}

double newJitter()
{
    return QRandomGenerator::global()->generateDouble();
}

bool isSame(const Ticket &one, const Ticket &other)
{
    return one.startTime == other.startTime && one.endTime == other.endTime
           && one.renewUntil == other.renewUntil;
}

} // namespace

AutoRenewal::AutoRenewal(Renew renew, Clock clock, QObject *parent)
    : QObject(parent), m_renew(std::move(renew)), m_clock(std::move(clock)), m_timer(m_clock)
{
    connect(&m_timer, &WallTimer::timeout, this, &AutoRenewal::plan);
    connect(&m_timer, &WallTimer::clockSet, this, &AutoRenewal::plan);
}

void AutoRenewal::setRules(const RenewalRules &rules)
{
    m_rules = rules;
    plan();
}

void AutoRenewal::setCaches(const QList<Cache> &caches)
{
    QMap<QString, Entry> entries;
    for (const Cache &cache : caches) {
        const Ticket *tgt = cache.ticketGranting();
        if (!cache.principal || !tgt)
            continue;
        Entry entry = entryFor(cache.name, *cache.principal, *tgt);
        if (const auto last = m_attempts.constFind(cache.name); last != m_attempts.constEnd())
            entry.history.lastAttempt = *last;
        take(entry, *tgt);
        entries.insert(cache.name, entry);
    }
    keepForAWhile(entries);
    m_entries = entries;
    plan();
}

AutoRenewal::Entry AutoRenewal::entryFor(const QString &cacheName, const Principal &principal,
                                         const Ticket &tgt) const
{
    const auto known = m_entries.constFind(cacheName);
    if (known != m_entries.constEnd() && known->principal == principal)
        return *known;
    const auto gone = m_gone.constFind(cacheName);
    if (gone != m_gone.constEnd() && gone->entry.principal == principal && isSame(gone->entry.tgt, tgt))
        return gone->entry;
    return {principal, tgt, {}, newJitter(), {}, false};
}

void AutoRenewal::keepForAWhile(const QMap<QString, Entry> &present)
{
    const Instant now = m_clock();
    m_gone.removeIf(
        [&](const auto &gone) { return present.contains(gone.key()) || gone.value().since + absence < now; });
    for (auto entry = m_entries.constBegin(); entry != m_entries.constEnd(); ++entry) {
        if (!present.contains(entry.key()))
            m_gone.insert(entry.key(), {*entry, now});
    }
}

void AutoRenewal::networkChanged()
{
    for (Entry &entry : m_entries) {
        entry.history.failures = std::min(entry.history.failures, 1);
        if (std::exchange(entry.maySignInLater, false))
            oweSignIn(entry);
        else
            entry.networkCameMeanwhile = entry.history.askedToSignIn;
    }
    plan();
}

void AutoRenewal::oweSignIn(Entry &entry) const
{
    entry.networkCameMeanwhile = false;
    entry.history.signInOwed =
        std::max(m_clock(), entry.history.lastSignIn.value_or(Instant()) + m_rules.minimumInterval);
}

void AutoRenewal::noteSignInFailed(const QString &cacheName, const Error &why)
{
    const auto entry = m_entries.find(cacheName);
    if (entry == m_entries.end())
        return;
    entry->problem = why;
    entry->maySignInLater = hasReachedNobody(why);
    entry->history.signInOwed.reset();
    if (isKeychainShut(why.code))
        entry->history.signInOwed =
            m_clock() + waitAfter(++entry->history.keychainFailures, m_rules, entry->jitter);
    else if (entry->maySignInLater && entry->networkCameMeanwhile) {
        entry->maySignInLater = false;
        oweSignIn(*entry);
    }
    plan();
}

void AutoRenewal::lookAgain()
{
    plan();
}

void AutoRenewal::take(Entry &entry, const Ticket &tgt)
{
    if (isSame(entry.tgt, tgt))
        return;
    entry.tgt = tgt;
    entry.history = RenewalHistory{.lastAttempt = entry.history.lastAttempt};
    entry.problem.reset();
    entry.maySignInLater = false;
    entry.networkCameMeanwhile = false;
}

void AutoRenewal::plan()
{
    std::optional<Instant> next;
    QList<News> news;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (const auto at = doWhatIsDue(entry.key(), *entry, news))
            next = std::min(next.value_or(*at), *at);
    }
    if (next)
        m_timer.start(*next);
    else
        m_timer.stop();
    RenewalOutlooks outlooks = look();
    const bool differs = outlooks != m_outlooks;
    m_outlooks = std::move(outlooks);
    if (differs)
        Q_EMIT planned();
    for (const News &tell : news)
        tell();
}

// Gives when to come back.
std::optional<Instant> AutoRenewal::doWhatIsDue(const QString &cacheName, Entry &entry, QList<News> &news)
{
    const Instant now = m_clock();
    while (!m_underWay.contains(cacheName)) {
        const RenewalStep step = planRenewal(entry.tgt, entry.history, m_rules, entry.jitter, now);
        if (step.kind == RenewalStep::Kind::Nothing)
            break;
        if (step.at > now)
            return step.at;
        act(cacheName, entry, step, news);
    }
    return {};
}

void AutoRenewal::act(const QString &cacheName, Entry &entry, const RenewalStep &step, QList<News> &news)
{
    if (step.kind == RenewalStep::Kind::Renew)
        return begin(cacheName, entry);
    entry.history.warnedBefore = step.before;
    if (step.kind == RenewalStep::Kind::SignInAgain) {
        entry.history.askedToSignIn = true;
        entry.history.lastSignIn = m_clock();
        entry.history.signInOwed.reset();
        entry.maySignInLater = false; // until it is known what became of it
        entry.networkCameMeanwhile = false;
        news += [this, cacheName, tgt = entry.tgt] { Q_EMIT signInAgainWanted(cacheName, tgt); };
    } else {
        news +=
            [this, principal = entry.principal, end = entry.tgt.endTime] { Q_EMIT warning(principal, end); };
    }
}

void AutoRenewal::begin(const QString &cacheName, Entry &entry)
{
    m_underWay.insert(cacheName);
    const Instant now = m_clock();
    m_attempts.removeIf([&](const auto &attempt) { return attempt.value() + m_rules.minimumInterval < now; });
    m_attempts.insert(cacheName, now);
    entry.history.lastAttempt = now;
    whenDone(m_renew(cacheName), this, [this, cacheName, old = entry.tgt](const Result<Cache> &answer) {
        end(cacheName, old, answer);
    });
}

void AutoRenewal::end(const QString &cacheName, const Ticket &old, const Result<Cache> &answer)
{
    m_underWay.remove(cacheName);
    if (const auto entry = m_entries.find(cacheName); entry != m_entries.end())
        note(*entry, old, answer);
    plan();
    if (answer)
        Q_EMIT renewed(*answer);
    else
        Q_EMIT failed(cacheName, answer.error());
}

void AutoRenewal::note(Entry &entry, const Ticket &old, const Result<Cache> &answer)
{
    entry.jitter = newJitter();
    const Ticket *fresh = answer ? answer->ticketGranting() : nullptr;
    if (fresh && fresh->endTime > entry.tgt.endTime)
        take(entry, *fresh);
    if (fresh && isSame(entry.tgt, *fresh) && !isSame(entry.tgt, old))
        entry.history.renewedAt = entry.history.lastAttempt;
    if (!isSame(entry.tgt, old))
        return; // somebody has put another there meanwhile
    // A KDC whose clock still shows the second of the last answer gives the same times again, and later ones later.
    const bool isTooEarly = fresh && isSame(*fresh, old);
    if (!isTooEarly && (answer || isFinal(answer.error().code)))
        entry.history.refused = true;
    else
        ++entry.history.failures;
    if (!answer)
        entry.problem = answer.error();
}

RenewalOutlooks AutoRenewal::look() const
{
    RenewalOutlooks outlooks;
    for (auto entry = m_entries.constBegin(); entry != m_entries.constEnd(); ++entry) {
        RenewalOutlook outlook = m_outlooks.value(entry.key());
        if (!m_underWay.contains(entry.key()))
            outlook = {nextRenewal(entry->tgt, entry->history, m_rules, entry->jitter, m_clock()),
                       entry->problem, nextSignIn(entry->tgt, entry->history, m_rules, m_clock())};
        outlooks.insert(entry.key(), outlook);
    }
    return outlooks;
}

} // namespace latchkey::krb
