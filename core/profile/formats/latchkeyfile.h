// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// Latchkey's own file (see profilejson.h): everything, exactly. Ids are those in the file.
extern const Codec latchkeyFile;

} // namespace latchkey::formats
