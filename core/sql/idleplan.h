// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <chrono>

namespace latchkey::sql {

/// What an idle session does next.
struct IdleStep
{
    enum class Kind {
        Nothing, ///< ever: nobody wants anything of an idle session
        Wait, ///< look again after `wait`
        Ping, ///< ask the server for a sign of life, then look again
        Close,
    };
    Kind kind = Kind::Nothing;
    std::chrono::milliseconds wait{}; ///< only with Wait; more than 0

    friend bool operator==(const IdleStep &, const IdleStep &) = default;
};

/// `sinceUse`: since the last statement ended. `sinceContact`: since the server was last heard of, at most as long. Pure.
IdleStep idleStep(const Timeouts &timeouts, std::chrono::milliseconds sinceUse,
                  std::chrono::milliseconds sinceContact);

} // namespace latchkey::sql
