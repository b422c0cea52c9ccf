// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/remainingtext.h"
#include "ui/theme.h"

#include <QString>

#include <chrono>
#include <optional>

namespace latchkey {

/// After how long remainingText() says something else; none once it is empty. Pure.
std::optional<std::chrono::seconds> untilTextChanges(std::chrono::seconds left);

/// How much the remaining time matters: steps at 60, 15 and 5 minutes.
enum class Urgency { Calm, Soon, Pressing, Critical, Over };
Urgency urgencyOf(std::chrono::seconds left);

/// The colour and the icon that go with it; words stand beside them.
theme::Colour urgencyColour(Urgency urgency);
QString urgencyIcon(Urgency urgency);

/// "17:20", or "Tue 17:20", or "24 Nov 17:20", as near as `moment` is to `now`; local time.
QString momentText(Instant moment, Instant now);
/// Date, time and seconds, local time.
QString fullMomentText(Instant moment);

} // namespace latchkey
