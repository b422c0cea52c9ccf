// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

namespace latchkey::schema {

/// Names and values, with a third column for what has become of each number since `before`: "+12", "−3"; of other
/// values the former one. Empty where nothing changed, and if `before` is. Pure.
Answer withChanges(const Answer &now, const Answer &before);

} // namespace latchkey::schema
