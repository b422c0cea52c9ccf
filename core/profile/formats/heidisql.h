// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// HeidiSQL's portable_settings.txt and what "Export settings file" writes. For reading.
extern const Codec heidiSql;

} // namespace latchkey::formats
