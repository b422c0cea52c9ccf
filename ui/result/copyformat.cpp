// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/copyformat.h"

#include <QCoreApplication>

namespace latchkey {
namespace {

using result::ByteOutput;
using result::CellSelection;

/// No guard against formulas here: what is copied so goes into SQL tools and terminals as often as into spreadsheets, and has
/// to be what the server sent. CSV is for spreadsheets, and guarded.
Result<> writeAsItIs(const CellSelection &selection, ByteOutput &output)
{
    if (!selection.isSingle())
        return result::writeForSpreadsheets(selection, false, output);
    const result::ShownRows &shown = selection.shown();
    const int column = selection.columns().front();
    const auto cell = shown.cell(selection.rows().front(), column);
    return cell ? output.write(result::copiedText(shown.columns()[column], *cell).toStdString())
                : Result<>(cell.error());
}

Result<> write(const CellSelection &selection, result::RowFormat format, ByteOutput &output)
{
    const auto writer = result::makeRowWriter(format, {}, output);
    return result::writeCells(selection.cells(), *writer);
}

/// A NULL that nobody selected would be written into somebody's table.
Result<> writeInserts(const CellSelection &selection, ByteOutput &output)
{
    if (selection.isRectangle())
        return write(selection, result::RowFormat::Insert, output);
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
    return {title, {}, [format](const CellSelection &selection, ByteOutput &output) {
                return write(selection, format, output);
            }};
}

} // namespace

QList<CopyFormat> copyFormats()
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("latchkey::CopyFormat", text);
    };
    return {
        {translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy")), QKeySequence::Copy, writeAsItIs},
        {translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy with Column Names")),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
         [](const CellSelection &selection, ByteOutput &output) {
             return result::writeForSpreadsheets(selection, true, output);
         }},
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as CSV")), result::RowFormat::Csv),
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as JSON")),
               result::RowFormat::Json),
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as Markdown")),
               result::RowFormat::Markdown),
        {translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as INSERT Statements")),
         {},
         writeInserts}};
}

} // namespace latchkey
