// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"

namespace latchkey {

/// A text whose plain comparison puts profiles in the order people expect: folder by folder, case ignored, accented
/// letters beside their plain ones, numbers by value. The same in every locale, unlike QCollator, and much faster.
QString sortKey(const Profile &profile);

/// Folders and profiles by it.
void sortByPath(ProfileDocument &document);

} // namespace latchkey
