// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/readiness.h"

#include <algorithm>
#include <tuple>

namespace latchkey {

namespace {

using krb::Cache;
using State = Readiness::State;

bool isValid(const Cache &cache, Instant now)
{
    const krb::Ticket *ticket = cache.ticketGranting();
    return ticket && ticket->endTime > now;
}

// A principal typed without a realm fits every realm; an account is never more than the user part.
bool isOf(const Cache &cache, const QString &principal)
{
    if (!cache.principal)
        return false;
    return cache.principal->text() == principal
           || (cache.principal->components.size() == 1 && cache.principal->user() == principal);
}

/// How well a cache suits an account: by its exact name, by its name in another case (Aurora can be told to ignore
/// case), or not by name.
enum class Match { None, OtherCase, Exact };

Match matchOf(const Cache &cache, const QString &account)
{
    const QString user = cache.principal->user();
    if (account.isEmpty() || user.compare(account, Qt::CaseInsensitive) != 0)
        return Match::None;
    return user == account ? Match::Exact : Match::OtherCase;
}

/// The best by `rank`, a tuple that is better when it is greater; of equals the first, which is the default cache.
template <typename Fits, typename Rank>
const Cache *best(const QList<Cache> &caches, Fits fits, Rank rank)
{
    const Cache *found = nullptr;
    for (const Cache &cache : caches) {
        if (fits(cache) && (!found || rank(*found) < rank(cache)))
            found = &cache;
    }
    return found;
}

Readiness ofCache(const Cache &cache, Instant now)
{
    Readiness readiness;
    readiness.principal = cache.principal->text();
    const krb::Ticket *ticket = cache.ticketGranting();
    if (!ticket)
        return readiness;
    readiness.state = isValid(cache, now) ? State::Works : State::Expired;
    readiness.cacheName = cache.name;
    readiness.until = ticket->endTime;
    return readiness;
}

Readiness ofPrincipal(const QString &principal, const QList<Cache> &caches, Instant now)
{
    const auto rank = [now](const Cache &cache) {
        return std::tuple(isValid(cache, now), cache.ticketGranting() != nullptr, cache.isDefault);
    };
    if (const Cache *cache = best(
            caches, [&](const Cache &c) { return isOf(c, principal); }, rank))
        return ofCache(*cache, now);
    const bool somebodyElse =
        std::any_of(caches.begin(), caches.end(), [now](const Cache &cache) { return isValid(cache, now); });
    Readiness readiness;
    readiness.state = somebodyElse ? State::WrongPrincipal : State::NeedsSignIn;
    readiness.principal = principal;
    return readiness;
}

Readiness ofAnybody(const QString &account, const QList<Cache> &caches, Instant now)
{
    const auto rank = [&](const Cache &cache) {
        const Match match = matchOf(cache, account);
        // Without a match by name the default cache is meant, even if another one would still be valid: nobody is to
        // act as somebody else by surprise.
        const bool counts = match != Match::None || cache.isDefault;
        return std::tuple(match, cache.isDefault && match == Match::None, counts && isValid(cache, now),
                          cache.isDefault, isValid(cache, now));
    };
    const auto hasPrincipal = [](const Cache &cache) { return cache.principal.has_value(); };
    if (const Cache *cache = best(caches, hasPrincipal, rank))
        return ofCache(*cache, now);
    return {};
}

/// Of the default cache; of nobody, if it is not the principal's.
Readiness ofDefault(const QString &principal, const QList<Cache> &caches, Instant now)
{
    const auto found = std::find_if(caches.begin(), caches.end(), [&](const Cache &cache) {
        return cache.isDefault && cache.principal && (principal.isEmpty() || isOf(cache, principal));
    });
    if (found != caches.end())
        return ofCache(*found, now);
    Readiness readiness;
    if (principal.isEmpty())
        return readiness;
    readiness = ofPrincipal(principal, caches, now); // somewhere else, where it is no use
    if (readiness.state == State::Works || readiness.state == State::Expired)
        readiness.state = State::WrongPrincipal;
    readiness.cacheName.clear();
    readiness.until = {};
    return readiness;
}

} // namespace

Readiness readiness(const Profile &profile, const QList<krb::Cache> &caches, Instant now)
{
    if (!profile.usesTickets()) {
        Readiness readiness;
        readiness.state = State::AsksPassword;
        return readiness;
    }
    if (profile.identity.cache == CachePolicy::Default)
        return ofDefault(profile.identity.principal, caches, now);
    return profile.identity.principal.isEmpty() ? ofAnybody(profile.account, caches, now)
                                                : ofPrincipal(profile.identity.principal, caches, now);
}

} // namespace latchkey
