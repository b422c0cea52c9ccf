// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>

namespace latchkey {

/// How often a catalogue is asked for.
struct RefreshRules
{
    std::chrono::seconds interval = std::chrono::hours(1); ///< after a success
    std::chrono::seconds firstRetry = std::chrono::minutes(1); ///< after a failure; doubled each time
    std::chrono::seconds longestWait = std::chrono::hours(24);
};

/// What asking has come to so far.
struct RefreshHistory
{
    std::optional<Instant> lastAttempt{};
    std::optional<Instant> lastSuccess{};
    int failures = 0; ///< since the last success
    std::optional<Instant> notBefore{}; ///< when the server wants to be asked again (Retry-After)

    friend bool operator==(const RefreshHistory &, const RefreshHistory &) = default;
};

/// When to ask next; `now` if that is due. `jitter` (0 to 1, one value for each attempt) takes up to a quarter off the wait,
/// so that 500 computers that were started at nine do not ask at the same moment. A server's Retry-After counts up to
/// RefreshRules::longestWait. A last attempt in the future, after the clock was set back, says nothing. Pure.
Instant nextRefresh(const RefreshHistory &history, const RefreshRules &rules, double jitter, Instant now);

/// The history after an attempt at `now`. Pure.
RefreshHistory afterSuccess(Instant now);
RefreshHistory afterFailure(RefreshHistory history, Instant now,
                            std::optional<std::chrono::seconds> retryAfter);

} // namespace latchkey
