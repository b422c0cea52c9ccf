// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowsnapshot.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace latchkey::result {

/// Which rows of a result are to be seen, and in which order.
struct RowOrder
{
    std::optional<int> sortColumn{}; ///< nothing: as the server sent them
    bool descending = false;
    QString filter{}; ///< rows that contain it; empty: all
    std::optional<int> filterColumn{}; ///< nothing: in any column

    bool isServers() const { return !sortColumn && filter.isEmpty(); }
    friend bool operator==(const RowOrder &, const RowOrder &) = default;
};

/// The rows' numbers in that order. Sorted as makeSortKey() says, equal ones as the server sent them; NULL comes first, in
/// descending order last. Takes its time and, for sorting, about as much memory as the column's values: to be called on a
/// thread of its own. Cancelled when `stop` is stopped, FileInaccessible if rows cannot be read back.
Result<std::vector<std::uint32_t>> orderedRows(const RowSnapshot &rows, const RowOrder &order,
                                               const std::stop_token &stop);

} // namespace latchkey::result
