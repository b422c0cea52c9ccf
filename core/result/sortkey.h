// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

#include <string>
#include <string_view>

namespace latchkey::result {

/// Puts into `key`, replacing what is there, bytes that compare (as unsigned ones, and a beginning is less than the whole) as
/// the values do: numbers by their amount, decimals exactly, dates and times by time, text without regard to case and
/// accents by its first 1,024 bytes (as the servers do, max_sort_length), everything else by its bytes. Pure.
void makeSortKey(sql::ColumnType type, std::string_view value, std::string &key);

} // namespace latchkey::result
