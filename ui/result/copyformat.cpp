// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/copyformat.h"

#include "core/result/cells.h"
#include "core/result/celltext.h"
#include "ui/result/modelvalues.h"
#include "ui/resultmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey {
namespace {

Result<QString> cellText(const ResultModel &model, int row, int column)
{
    const auto cell = model.cell(row, column);
    if (!cell)
        return cell.error();
    const auto &value = cell->value();
    return value ? result::fullText(model.columns()[column], *value) : u"NULL"_qs;
}

QString quotedForSpreadsheets(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar character) {
        return character == u'\t' || character == u'\n' || character == u'\r' || character == u'"';
    });
    return plain ? text : u'"' + QString(text).replace(u"\""_qs, u"\"\""_qs) + u'"';
}

/// The rows or columns that are in any of the ranges, each once, in their order.
std::vector<int> linesOf(const QItemSelection &selection, int (QItemSelectionRange::*first)() const,
                         int (QItemSelectionRange::*last)() const)
{
    std::vector<int> lines;
    for (const QItemSelectionRange &range : selection) {
        for (int line = (range.*first)(); line <= (range.*last)(); ++line)
            lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

/// No guard against formulas here: what is copied so goes into SQL tools and terminals as often as into spreadsheets, and has
/// to be what the server sent. CSV is for spreadsheets, and guarded.
Result<QString> asItIs(const ResultModel &model, const QItemSelection &selection)
{
    const QItemSelectionRange &first = selection.first();
    const bool isSingle = selection.size() == 1 && first.width() == 1 && first.height() == 1;
    return isSingle ? cellText(model, first.top(), first.left()) : tabSeparated(model, selection, false);
}

/// The cells of a selection; what lies between its ranges without being in one is NULL.
result::Cells selectedCells(const ResultModel &model, const QItemSelection &selection)
{
    using Value = Result<std::optional<std::string_view>>;
    const auto rows = linesOf(selection, &QItemSelectionRange::top, &QItemSelectionRange::bottom);
    const auto columns = linesOf(selection, &QItemSelectionRange::left, &QItemSelectionRange::right);
    result::Cells cells;
    for (const int column : columns)
        cells.columns.append(model.columns()[column]);
    cells.rows = static_cast<qint64>(rows.size());
    cells.value = [=, &model, value = valuesOf(model)](qint64 atRow, int atColumn) -> Value {
        const int row = rows[static_cast<std::size_t>(atRow)];
        const int column = columns[static_cast<std::size_t>(atColumn)];
        if (selection.size() > 1 && !selection.contains(model.index(row, column)))
            return std::optional<std::string_view>();
        return value(row, column);
    };
    return cells;
}

/// Every cell of the selected rows and columns is selected. The ranges of a selection do not overlap.
bool isRectangle(const QItemSelection &selection)
{
    qint64 cells = 0;
    for (const QItemSelectionRange &range : selection)
        cells += static_cast<qint64>(range.width()) * range.height();
    const auto rows = linesOf(selection, &QItemSelectionRange::top, &QItemSelectionRange::bottom);
    const auto columns = linesOf(selection, &QItemSelectionRange::left, &QItemSelectionRange::right);
    return cells == static_cast<qint64>(rows.size()) * static_cast<qint64>(columns.size());
}

/// A NULL that nobody selected would be written into somebody's table.
Result<QString> asInserts(const ResultModel &model, const QItemSelection &selection)
{
    if (isRectangle(selection))
        return result::copyText(selectedCells(model, selection), result::RowFormat::Insert);
    return Error{
        Error::Code::InvalidInput,
        QCoreApplication::translate("latchkey::CopyFormat",
                                    "Nothing was copied, because the selected rows do not all have the same "
                                    "columns selected, and INSERT statements would write NULL for the rest. "
                                    "Select whole rows, or the same columns of each row."),
        {},
        0};
}

CopyFormat copyAs(const QString &title, result::RowFormat format)
{
    return {title, {}, [format](const ResultModel &model, const QItemSelection &selection) {
                return result::copyText(selectedCells(model, selection), format);
            }};
}

} // namespace

Result<QString> tabSeparated(const ResultModel &model, const QItemSelection &selection, bool withNames)
{
    const auto rows = linesOf(selection, &QItemSelectionRange::top, &QItemSelectionRange::bottom);
    const auto columns = linesOf(selection, &QItemSelectionRange::left, &QItemSelectionRange::right);
    QString text;
    const auto append = [&](int column, const QString &field) {
        text += quotedForSpreadsheets(field);
        text += column == columns.back() ? u'\n' : u'\t';
    };
    if (withNames) {
        for (const int column : columns)
            append(column, model.columns()[column].name);
    }
    const bool isWhole = selection.size() == 1;
    for (const int row : rows) {
        for (const int column : columns) {
            const bool isSelected = isWhole || selection.contains(model.index(row, column));
            const auto field = isSelected ? cellText(model, row, column) : QString();
            if (!field)
                return field.error();
            append(column, *field);
        }
    }
    return text;
}

QList<CopyFormat> copyFormats()
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("latchkey::CopyFormat", text);
    };
    return {
        {translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy")), QKeySequence::Copy, asItIs},
        {translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy with Column Names")),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
         [](const ResultModel &model, const QItemSelection &selection) {
             return tabSeparated(model, selection, true);
         }},
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as CSV")), result::RowFormat::Csv),
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as JSON")),
               result::RowFormat::Json),
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as Markdown")),
               result::RowFormat::Markdown),
        {translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as INSERT Statements")), {}, asInserts}};
}

} // namespace latchkey
