// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/catalogue/subscription.h"

namespace latchkey {

/// What a subscription's source gave.
struct Fetched
{
    bool isUnchanged = false; ///< the copy is still right; there is no content
    QByteArray content; ///< at most maxProfileFile bytes, not looked at yet
    QByteArray etag;
};

struct FetchOutcome
{
    Result<Fetched> answer;
    std::optional<std::chrono::seconds>
        retryAfter; ///< a server that refused wants to be left alone for so long
};

/// Asks once, following redirections from https to https. `hasCopy`: the content that Subscription::etag belongs to is there,
/// so need not be sent again. Blocks for a minute at most, and some seconds for KDCs; gives up when the job has been answered.
FetchOutcome fetchCatalogue(const Subscription &subscription, bool hasCopy, const Job &job);

/// A Retry-After (RFC 9110, 10.2.3): seconds, or a date. Pure.
std::optional<std::chrono::seconds> retryAfterFrom(const QByteArray &value, Instant now);

} // namespace latchkey
