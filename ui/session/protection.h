// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace latchkey {

/// What a connected session shows and guards when its profile has changed since: the server is still the one of `opened`,
/// so its environment, guard and read-only stay, and what `changed` adds to them is in force at once. Pure.
Profile whileConnected(const Profile &opened, const Profile &changed);

} // namespace latchkey
