// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/idleplan.h"

#include <algorithm>

namespace latchkey::sql {

IdleStep idleStep(const Timeouts &timeouts, std::chrono::milliseconds sinceUse,
                  std::chrono::milliseconds sinceContact)
{
    using Kind = IdleStep::Kind;
    const bool closes = timeouts.idleClose.count() != 0;
    const bool pings = timeouts.keepAlive.count() != 0;
    if (!closes && !pings)
        return {Kind::Nothing, {}};
    const std::chrono::milliseconds untilClose = timeouts.idleClose - sinceUse;
    const std::chrono::milliseconds untilPing = timeouts.keepAlive - sinceContact;
    if (closes && untilClose.count() <= 0)
        return {Kind::Close, {}};
    if (pings && untilPing.count() <= 0)
        return {Kind::Ping, {}};
    if (closes && pings)
        return {Kind::Wait, std::min(untilClose, untilPing)};
    return {Kind::Wait, closes ? untilClose : untilPing};
}

} // namespace latchkey::sql
