// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace latchkey {

/// A moment of wall-clock time, in whole seconds: Kerberos knows nothing finer (RFC 4120, 5.2.3).
using Instant = std::chrono::sys_seconds;

/// Where the time comes from, so that tests can bring their own.
using Clock = std::function<Instant()>;

inline Instant systemNow()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace latchkey
