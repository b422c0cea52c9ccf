// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/cellselection.h"

#include "core/result/celltext.h"

#include <algorithm>
#include <numeric>

namespace latchkey::result {

namespace {

constexpr qint64 quickCells = 10'000;
constexpr std::size_t quickBytes = std::size_t{1} << 20;
constexpr std::size_t pieceBytes = 64 * 1024;

/// The lines from `first` to `last` of each range, each once, in their order.
std::vector<int> linesOf(const std::vector<CellSelection::Range> &ranges, int CellSelection::Range::*first,
                         int CellSelection::Range::*last)
{
    std::vector<int> lines;
    for (const CellSelection::Range &range : ranges) {
        const auto begin = static_cast<std::ptrdiff_t>(lines.size());
        lines.resize(lines.size() + static_cast<std::size_t>(range.*last - range.*first + 1));
        std::iota(lines.begin() + begin, lines.end(), range.*first);
    }
    if (ranges.size() > 1) {
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    }
    return lines;
}

std::string quotedForSpreadsheets(const QString &field)
{
    std::string text = field.toStdString();
    if (text.find_first_of("\t\n\r\"") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char byte : text)
        quoted.append(byte == '"' ? 2 : 1, byte);
    return quoted + '"';
}

} // namespace

CellSelection::CellSelection(ShownRows shown, std::vector<Range> ranges)
    : m_shown(std::move(shown)), m_ranges(std::move(ranges))
{ }

bool CellSelection::isSingle() const
{
    return m_ranges.size() == 1 && size() == 1;
}

qint64 CellSelection::size() const
{
    qint64 sum = 0;
    for (const Range &range : m_ranges)
        sum += qint64{range.lastRow - range.firstRow + 1} * (range.lastColumn - range.firstColumn + 1);
    return sum;
}

bool CellSelection::isQuick() const
{
    if (size() > quickCells)
        return false;
    std::size_t bytes = 0;
    for (const Range &range : m_ranges) {
        for (int row = range.firstRow; row <= range.lastRow; ++row) {
            for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
                const auto cell = m_shown.cellAtHand(row, column);
                if (!cell)
                    return false;
                bytes += cell->value().value_or(std::string_view()).size();
            }
        }
        if (bytes > quickBytes)
            return false;
    }
    return true;
}

std::vector<int> CellSelection::rows() const
{
    return linesOf(m_ranges, &Range::firstRow, &Range::lastRow);
}

std::vector<int> CellSelection::columns() const
{
    return linesOf(m_ranges, &Range::firstColumn, &Range::lastColumn);
}

bool CellSelection::isRectangle() const
{
    return size() == static_cast<qint64>(rows().size()) * static_cast<qint64>(columns().size());
}

bool CellSelection::contains(int row, int column) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [row, column](const Range &range) {
        return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn
               && column <= range.lastColumn;
    });
}

Cells CellSelection::cells() const
{
    using Value = Result<std::optional<std::string_view>>;
    std::vector<int> rows = this->rows();
    std::vector<int> columns = this->columns();
    Cells cells;
    for (const int column : columns)
        cells.columns.append(m_shown.columns()[column]);
    cells.rows = static_cast<qint64>(rows.size());
    cells.value = [selection = *this, rows = std::move(rows), columns = std::move(columns),
                   value = valuesOf(m_shown)](qint64 atRow, int atColumn) -> Value {
        const int row = rows[static_cast<std::size_t>(atRow)];
        const int column = columns[static_cast<std::size_t>(atColumn)];
        if (selection.m_ranges.size() > 1 && !selection.contains(row, column))
            return std::optional<std::string_view>();
        return value(row, column);
    };
    return cells;
}

QString copiedText(const sql::Column &column, const Cell &cell)
{
    return cell.value() ? fullText(column, *cell.value()) : QStringLiteral("NULL");
}

Result<> writeForSpreadsheets(const CellSelection &selection, bool withNames, ByteOutput &output)
{
    const ShownRows &shown = selection.shown();
    const auto columns = selection.columns();
    std::string text;
    const auto append = [&](int column, const QString &field) {
        text += quotedForSpreadsheets(field);
        text += column == columns.back() ? '\n' : '\t';
    };
    for (const int column : withNames ? columns : std::vector<int>())
        append(column, shown.columns()[column].name);
    for (const int row : selection.rows()) {
        for (const int column : columns) {
            if (!selection.contains(row, column)) {
                append(column, {});
                continue;
            }
            const auto cell = shown.cell(row, column);
            if (!cell)
                return cell.error();
            append(column, copiedText(shown.columns()[column], *cell));
        }
        if (text.size() < pieceBytes)
            continue;
        if (auto taken = output.write(text); !taken)
            return taken;
        text.clear();
    }
    return text.empty() ? Result<>(Ok{}) : output.write(text);
}

} // namespace latchkey::result
