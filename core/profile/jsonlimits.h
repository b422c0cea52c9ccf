// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

/// What JsonReader takes, and CheckedJsonWriter therefore does not exceed.
namespace latchkey::jsonlimits {

inline constexpr std::size_t maxDepth = 32;
inline constexpr std::size_t maxKeys = 256; ///< in one object, unless its reader allows more
inline constexpr qsizetype maxString = 1 << 20; ///< bytes in UTF-8

} // namespace latchkey::jsonlimits
