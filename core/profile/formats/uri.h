// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// One URI a line: mysql:// and mariadb:// as MySQL Shell has them, jdbc:mysql:// and jdbc:mariadb:// for reading.
extern const Codec uris;

} // namespace latchkey::formats
