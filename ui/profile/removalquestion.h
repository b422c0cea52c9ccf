// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/chosen.h"
#include "ui/questions.h"

namespace latchkey {

/// Asks whether what is chosen is to be removed: names it, and counts all that would go. Pure.
Question removalQuestion(const ProfileDocument &document, const Chosen &chosen);

} // namespace latchkey
