// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/renewalplan.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;
using Kind = RenewalStep::Kind;

seconds lifeOf(const Ticket &tgt)
{
    return std::max(tgt.endTime - tgt.startTime, seconds(0));
}

seconds portion(seconds whole, double part)
{
    return seconds(static_cast<seconds::rep>(static_cast<double>(whole.count()) * part));
}

bool canRenew(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules, Instant now)
{
    return rules.renews && !history.refused && tgt.isRenewable() && tgt.endTime > now;
}

// To a clock that is hours ahead of the KDC's, every new ticket is half over at once.
Instant notBefore(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules, Instant now)
{
    Instant at = now;
    if (history.lastAttempt && *history.lastAttempt <= now) // one in the future says nothing
        at = std::max(at, *history.lastAttempt + rules.minimumInterval);
    if (history.renewedAt && *history.renewedAt <= now)
        at = std::max(at, *history.renewedAt + (tgt.endTime - *history.renewedAt) / 4);
    return at;
}

// The longest first. What is overdue counts once, as the shortest of it.
std::optional<RenewalStep> warning(const Ticket &tgt, const RenewalHistory &history,
                                   const RenewalRules &rules, Instant now)
{
    if (tgt.endTime <= now)
        return {};
    QList<seconds> pending = rules.warnBefore;
    std::sort(pending.begin(), pending.end(), std::greater<>());
    std::optional<RenewalStep> overdue;
    for (const seconds before : pending) {
        if (history.warnedBefore && before >= *history.warnedBefore)
            continue;
        const Instant at = tgt.endTime - std::min(before, std::max(lifeOf(tgt) / 4, seconds(1)));
        if (at > now)
            return overdue ? overdue : RenewalStep{Kind::Warn, at, before};
        overdue = RenewalStep{Kind::Warn, now, before};
    }
    return overdue;
}

// When the first warning would come, and also after the end.
std::optional<RenewalStep> signIn(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules,
                                  Instant now)
{
    if (!rules.signsInAgain.contains(tgt.client.text()))
        return {};
    if (history.askedToSignIn) {
        if (!history.signInOwed)
            return {};
        const bool wasSetBack = history.lastSignIn && *history.lastSignIn > now; // then it says nothing
        const Instant at = wasSetBack ? now : *history.signInOwed;
        return RenewalStep{Kind::SignInAgain, std::max(at, now), history.warnedBefore.value_or(seconds(0))};
    }
    RenewalRules first = rules;
    if (first.warnBefore.isEmpty())
        first.warnBefore = {5min};
    const auto inTime = warning(tgt, history, first, now);
    if (!inTime && tgt.endTime > now)
        return {};
    return RenewalStep{Kind::SignInAgain, inTime ? inTime->at : now, inTime ? inTime->before : seconds(0)};
}

} // namespace

seconds waitAfter(int failures, const RenewalRules &rules, double jitter)
{
    constexpr int mostDoublings = 20; // more than any cap needs
    const seconds doubled = rules.minimumInterval * (1 << std::clamp(failures - 1, 0, mostDoublings));
    const seconds wait = std::min(doubled, std::max(rules.longestRetry, rules.minimumInterval));
    return wait + portion(wait, jitter / 4);
}

std::optional<Instant> nextRenewal(const Ticket &tgt, const RenewalHistory &history,
                                   const RenewalRules &rules, double jitter, Instant now)
{
    if (!canRenew(tgt, history, rules, now))
        return {};
    const double spread = std::clamp(jitter, 0.0, 1.0);
    const seconds life = lifeOf(tgt);
    const Instant last = history.lastAttempt.value_or(now + 1s);
    Instant at = tgt.startTime + portion(life, rules.renewAtPercent / 100.0) - portion(life, spread / 20);
    if (history.failures > 0)
        at = last <= now ? last + waitAfter(history.failures, rules, spread) : now;
    at = std::min(at, tgt.endTime - std::clamp(life / 20, seconds(1), seconds(30)));
    at = std::max(at, notBefore(tgt, history, rules, now));
    return at < tgt.endTime ? std::optional(at) : std::nullopt;
}

std::optional<Instant> nextSignIn(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules,
                                  Instant now)
{
    if (canRenew(tgt, history, rules, now))
        return {};
    const auto step = signIn(tgt, history, rules, now);
    return step ? std::optional(step->at) : std::nullopt;
}

RenewalStep planRenewal(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules,
                        double jitter, Instant now)
{
    QList<RenewalStep> steps; // the one that goes first at the same moment comes first
    if (const auto at = nextRenewal(tgt, history, rules, jitter, now))
        steps += RenewalStep{Kind::Renew, *at, {}};
    if (steps.isEmpty() || history.failures > 0) {
        for (const auto &step : {signIn(tgt, history, rules, now), warning(tgt, history, rules, now)}) {
            if (step)
                steps += *step;
        }
    }
    const auto next = std::min_element(steps.begin(), steps.end(),
                                       [](const auto &one, const auto &other) { return one.at < other.at; });
    return next != steps.end() ? *next : RenewalStep{};
}

} // namespace latchkey::krb
