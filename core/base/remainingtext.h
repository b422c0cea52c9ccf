// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace latchkey {

/// "6 d 3 h", "7 h 12 min", "12 min", "45 s"; empty when nothing is left. Rounded down. Pure.
QString remainingText(std::chrono::seconds left);

} // namespace latchkey
