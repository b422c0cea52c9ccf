// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/krb/dnslookup.h"
#include "core/krb/kdcprobe.h"

#include <QFuture>

#include <stop_token>

namespace latchkey::krb {

struct ProbeOptions
{
    std::optional<NameServer> nameServer{}; ///< instead of the system's
    std::chrono::milliseconds patience = probePatience; ///< for one KDC's answer
    Clock clock = systemNow;
    bool asksKdcs = true; ///< else the DNS only
};

/// Asks the DNS for the KDCs of those `realms` for which krb5.conf names none, if libkrb5 would, and then every KDC, all at
/// the same time, each on a thread of its own. Answers within 5 s, whatever does not; Cancelled at once when stopped.
QFuture<Result<RealmObservations>> observeRealms(RealmConfig config, QStringList realms,
                                                 ProbeOptions options = {}, std::stop_token stop = {});

} // namespace latchkey::krb
