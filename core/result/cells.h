// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowformat.h"
#include "core/result/shownrows.h"

#include <functional>

namespace latchkey::result {

/// Cells that somebody keeps: a grid's selection, a result in a store. `value` gives nothing for NULL, and an error for
/// what can no longer be read; what it gives lives until it is called again.
struct Cells
{
    QList<sql::Column> columns;
    qint64 rows = 0;
    std::function<Result<std::optional<std::string_view>>(qint64 row, int column)> value;
};

/// The values of rows as they are shown, as Cells wants them, on any one thread: what was given last stays in memory until
/// the next one is asked for.
decltype(Cells::value) valuesOf(const ShownRows &shown);

/// Writes them as one result, piece by piece, for whoever must not be kept long.
class CellWriting
{
public:
    /// `receiver` must outlive the writing.
    CellWriting(Cells cells, RowReceiver &receiver) : m_cells(std::move(cells)), m_receiver(receiver) { }

    /// Writes some thousand cells. False: these were the last ones, and the result is finished. The error is that of the
    /// cells or of the output.
    Result<bool> writeSome();
    /// Rows so far.
    qint64 written() const { return m_written; }

private:
    Result<sql::RowBatch> nextBatch();

    Cells m_cells;
    RowReceiver &m_receiver;
    qint64 m_written = 0;
    bool m_hasBegun = false;
};

/// Writes them to the end.
Result<> writeCells(const Cells &cells, RowReceiver &receiver);

/// The same as text, for the clipboard: `copyText(cells, RowFormat::Markdown)`. The error is that of the cells.
Result<QString> copyText(const Cells &cells, RowFormat format, const RowOptions &options = {});

} // namespace latchkey::result
