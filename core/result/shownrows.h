// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/resultstore.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace latchkey::result {

/// The rows of a result as they are shown at some moment: which of them, in what order. Copying it is cheap; it can be read on
/// any thread, whatever is shown meanwhile. Rows count from 0 as they are shown.
struct ShownRows
{
    using Numbers = std::shared_ptr<const std::vector<std::uint32_t>>;

    std::shared_ptr<const ResultStore> store; ///< none: no rows
    Numbers numbers; ///< in the result, of each row; none: all rows as the server sent them
    int rows = 0;

    int numberInResult(int row) const
    {
        return numbers ? static_cast<int>((*numbers)[static_cast<std::size_t>(row)]) : row;
    }
    /// FileInaccessible if it cannot be read back.
    Result<Cell> cell(int row, int column) const { return store->cell(numberInResult(row), column); }
    /// Nothing if the disk would have to be waited for.
    std::optional<Cell> cellAtHand(int row, int column) const
    {
        return store->cellAtHand(numberInResult(row), column);
    }
    const QList<sql::Column> &columns() const { return store->columns(); }
};

} // namespace latchkey::result
