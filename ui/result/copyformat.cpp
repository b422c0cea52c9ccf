// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/copyformat.h"

#include <QCoreApplication>

namespace latchkey {
namespace {

using result::ByteOutput;
using result::CellSelection;

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

CopyFormat copyAs(const QString &title, result::RowFormat format)
{
    return {title, {}, [format](const CellSelection &selection, ByteOutput &output) {
                const auto writer = result::makeRowWriter(format, {}, output);
                return result::writeCells(selection.cells(), *writer);
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
        copyAs(translated(QT_TRANSLATE_NOOP("latchkey::CopyFormat", "Copy as INSERT Statements")),
               result::RowFormat::Insert)};
}

} // namespace latchkey
