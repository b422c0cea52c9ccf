// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/cells.h"
#include "core/result/shownrows.h"

#include <vector>

namespace latchkey::result {

/// Cells that somebody has selected, as they are at that moment. Copying it is cheap; it can be read on any thread.
class CellSelection
{
public:
    /// Rows and columns from the first to the last.
    struct Range
    {
        int firstRow = 0;
        int lastRow = 0;
        int firstColumn = 0;
        int lastColumn = 0;
    };

    CellSelection(ShownRows shown, std::vector<Range> ranges);

    bool isEmpty() const { return m_ranges.empty(); }
    bool isSingle() const;
    /// How many there are; cells that ranges share count for each.
    qint64 size() const;
    /// Few cells, together small, and none that the disk would have to be waited for: their text is made in no time.
    bool isQuick() const;

    /// Those in which a cell is selected, each once, in their order. Takes its time for millions.
    std::vector<int> rows() const;
    std::vector<int> columns() const;
    bool contains(int row, int column) const;
    /// Every cell of the selected rows and columns is selected, if no two ranges share cells.
    bool isRectangle() const;

    const ShownRows &shown() const { return m_shown; }
    /// For a RowReceiver; what lies between the ranges without being in one is NULL.
    Cells cells() const;

private:
    ShownRows m_shown;
    std::vector<Range> m_ranges;
};

/// A value as it is in a selection's text: whole; NULL is the word.
QString copiedText(const sql::Column &column, const Cell &cell);

/// The cells as spreadsheets paste them: tabs between, lines below one another; a value with a tab, a line end or a quote
/// in it is quoted. The error is that of the cells or of the output.
Result<> writeForSpreadsheets(const CellSelection &selection, bool withNames, ByteOutput &output);

} // namespace latchkey::result
