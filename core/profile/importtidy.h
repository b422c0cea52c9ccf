// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"

/// What has to be done to connections from elsewhere before they can be saved.
namespace latchkey::importtidy {

/// Gives name and folders that can be saved; a profile without a name is called by its host. Whether anything changed.
bool tidyPath(Profile &profile);

/// Puts back what `base` has for every value that Latchkey does not accept, or that would be too long for its file. A
/// sentence for each. What cannot be put back (a host that is none) is still wrong afterwards.
QStringList correct(Profile &profile, const Profile &base);

} // namespace latchkey::importtidy
