// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

#include <string_view>

namespace latchkey::result {

/// Its values are bytes, not text; bits are shown as such.
bool isShownInHex(sql::ColumnType type);

/// A value as the grid shows it: one line, at most some hundred characters; binary as hexadecimal digits and size. Pure.
QString displayText(const sql::Column &column, std::string_view value);

/// The whole value as text: binary as 0x…, bits as b'…'. Pure.
QString fullText(const sql::Column &column, std::string_view value);

/// At most `limit` bytes of UTF-8 text, none of its characters cut in two. Pure.
std::string_view cutUtf8(std::string_view text, std::size_t limit);

} // namespace latchkey::result
