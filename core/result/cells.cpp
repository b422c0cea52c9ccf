// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/cells.h"

#include <utility>

namespace latchkey::result {

namespace {

constexpr int rowsAtOnce = 1000;
constexpr std::size_t bytesAtOnce = 64 * 1024;

} // namespace

decltype(Cells::value) valuesOf(const ShownRows &shown)
{
    const auto last = std::make_shared<std::optional<Cell>>();
    return [shown, last](qint64 row, int column) -> Result<std::optional<std::string_view>> {
        const auto cell = shown.cell(static_cast<int>(row), column);
        if (!cell)
            return cell.error();
        *last = *cell;
        return (*last)->value();
    };
}

Result<sql::RowBatch> CellWriting::nextBatch()
{
    const int columns = static_cast<int>(m_cells.columns.size());
    sql::RowBatch batch(columns);
    for (; m_written < m_cells.rows && batch.rows() < rowsAtOnce && batch.bytes() < bytesAtOnce;
         ++m_written) {
        for (int column = 0; column < columns; ++column) {
            const auto value = m_cells.value(m_written, column);
            if (!value)
                return value.error();
            batch.append(*value);
        }
    }
    return batch;
}

Result<bool> CellWriting::writeSome()
{
    if (!std::exchange(m_hasBegun, true)) {
        if (auto begun = m_receiver.begin(m_cells.columns); !begun)
            return begun.error();
    }
    const auto batch = nextBatch();
    if (!batch)
        return batch.error();
    if (auto taken = m_receiver.rows(*batch); !taken)
        return taken.error();
    if (m_written < m_cells.rows)
        return true;
    if (auto finished = m_receiver.finish(Ending::Complete); !finished)
        return finished.error();
    return false;
}

Result<> writeCells(const Cells &cells, RowReceiver &receiver)
{
    CellWriting writing(cells, receiver);
    for (;;) {
        const auto more = writing.writeSome();
        if (!more)
            return more.error();
        if (!*more)
            return Ok{};
    }
}

Result<QString> copyText(const Cells &cells, RowFormat format, const RowOptions &options)
{
    TextOutput output;
    const auto writer = makeRowWriter(format, options, output);
    if (auto written = writeCells(cells, *writer); !written)
        return written.error();
    return QString::fromUtf8(output.text().data(), static_cast<qsizetype>(output.text().size()));
}

} // namespace latchkey::result
