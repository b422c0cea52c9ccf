// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/catalogueplan.h"

#include <algorithm>
#include <limits>

namespace latchkey {

namespace {

using std::chrono::seconds;

seconds waitAfter(int failures, const RefreshRules &rules)
{
    if (failures == 0)
        return std::min(rules.interval, rules.longestWait);
    constexpr int mostDoublings = 20; // more than any limit needs
    const seconds doubled = rules.firstRetry * (1 << std::clamp(failures - 1, 0, mostDoublings));
    return std::min(doubled, rules.longestWait);
}

seconds spread(seconds wait, double jitter)
{
    return wait - seconds(static_cast<seconds::rep>(static_cast<double>(wait.count()) * jitter / 4));
}

} // namespace

Instant nextRefresh(const RefreshHistory &history, const RefreshRules &rules, double jitter, Instant now)
{
    if (!history.lastAttempt || *history.lastAttempt > now)
        return now;
    Instant at = *history.lastAttempt + spread(waitAfter(history.failures, rules), jitter);
    if (history.notBefore)
        at = std::max(at, std::min(*history.notBefore, *history.lastAttempt + rules.longestWait));
    return std::max(at, now);
}

RefreshHistory afterSuccess(Instant now)
{
    return {.lastAttempt = now, .lastSuccess = now};
}

RefreshHistory afterFailure(RefreshHistory history, Instant now, std::optional<seconds> retryAfter)
{
    history.lastAttempt = now;
    history.failures = std::min(history.failures, std::numeric_limits<int>::max() - 1) + 1;
    history.notBefore = retryAfter ? std::optional(now + *retryAfter) : std::nullopt;
    return history;
}

} // namespace latchkey
