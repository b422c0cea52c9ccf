// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// MySQL Workbench's connections.xml. Every setting of a connection that has no equal here, and the Kerberos settings
/// whether they have one or not, are kept in Profile::foreign["workbench"] ("driver", "values", "parameters") and written
/// again.
extern const Codec workbench;

} // namespace latchkey::formats
