// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>

namespace latchkey::krb {

/// As kinit's -l takes it: "10h", "7d", "1d12h30m", "8:30" (hours and minutes), "36000" (seconds). InvalidInput for
/// everything else, and for less than nothing.
Result<std::chrono::seconds> parseDuration(const QString &text);

} // namespace latchkey::krb
