// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// Command lines of the programs mysql and mariadb, as they are pasted from a terminal or stand in scripts. Nothing of
/// them is ever run.
extern const Codec commandLine;

} // namespace latchkey::formats
