// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// Sequel Ace's (and Sequel Pro's) Favorites.plist, and the favourites that it exports. For reading.
extern const Codec sequelAce;

} // namespace latchkey::formats
