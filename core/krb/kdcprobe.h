// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/job.h"
#include "core/krb/realmobservation.h"

namespace latchkey::krb {

/// Asks a KDC for a ticket of nobody (WELLKNOWN/ANONYMOUS, RFC 8062: no account, so nothing is locked), by UDP and by TCP
/// at the same time, as libkrb5 would ask, and says what came back. Blocking, for `patience` after the name is resolved;
/// the job's time limit covers resolving, which cannot be bounded. A proxy (HTTPS) is not asked.
Result<KdcObservation> probeKdc(const QString &realm, const KdcAddress &address, const Clock &clock,
                                std::chrono::milliseconds patience, Job &job);

/// How long probeKdc() waits for an answer to what it sent.
inline constexpr std::chrono::milliseconds probePatience{3000};

} // namespace latchkey::krb
