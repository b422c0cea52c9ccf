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
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as INSERT Statements")),
               result::RowFormat::Insert)};
}

} // namespace latchkey
