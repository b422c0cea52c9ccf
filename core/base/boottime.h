// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace latchkey {

/// Time as it passes, also while the machine sleeps, and whatever the wall clock is set to (CLOCK_BOOTTIME).
struct BootClock
{
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootClock>;
    static constexpr bool is_steady = true;
    static time_point now();
};

/// Calls `task` once on a thread of the process's own when `delay` has passed by the BootClock: after a sleep that lasted
/// beyond it, at once. The task must be short.
void callAfterBootTime(std::chrono::milliseconds delay, std::function<void()> task);

} // namespace latchkey
