// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// my.cnf: [client-NAME] and [mysql-NAME] are a connection each, with what [client] and [mysql] say for all.
extern const Codec optionFile;

} // namespace latchkey::formats
