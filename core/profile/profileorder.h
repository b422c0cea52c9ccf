// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"

namespace latchkey {

/// Sorts folders and profiles by path as people sort: numbers by value, case ignored; the same order for the same
/// document, whatever it was before.
void sortByPath(ProfileDocument &document);

} // namespace latchkey
