// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/markdownrows.h"

#include "core/base/terminaltext.h"
#include "core/result/fieldtext.h"

#include <QCoreApplication>

#include <utility>

namespace latchkey::result {

namespace {

/// Line ends are the only control characters that stay, as what a line of a table can hold of them.
void appendMarkdownText(std::string &text, std::string_view value)
{
    QString shown = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    shown.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const std::string visible = printable(shown, true).toStdString();
    appendReplacing<'\n', '&', '<', '>', '|', '\\', '`', '*', '_', '[', ']', '~'>(
        text, visible, [](std::string &to, char special) {
            if (special == '\n')
                to += "<br>";
            else if (special == '&')
                to += "&amp;";
            else
                (to += '\\') += special;
        });
}

} // namespace

void MarkdownRows::appendBeginning(std::string &text, const QList<sql::Column> &columns)
{
    if (!std::exchange(m_isFirst, false))
        text += '\n';
    m_types.clear();
    std::string rule;
    for (const sql::Column &column : columns) {
        m_types.push_back(column.type);
        text += "| ";
        appendMarkdownText(text, column.name.toStdString());
        text += ' ';
        rule += isNumeric(column.type) ? "| ---: " : "| --- ";
    }
    text += "|\n" + rule + "|\n";
}

void MarkdownRows::appendRows(std::string &text, const sql::RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        for (int column = 0; column < batch.columns(); ++column) {
            const auto type = m_types[static_cast<std::size_t>(column)];
            const auto value = batch.value(row, column);
            text += "| ";
            if (!value)
                text += "NULL";
            else if (isBinary(type))
                appendBytes(text, *value, m_binary);
            else if (isPlain(type) && isPlainText(*value))
                text += *value;
            else
                appendMarkdownText(text, *value);
            text += ' ';
        }
        text += "|\n";
    }
}

void MarkdownRows::appendEnd(std::string &text, Ending ending)
{
    if (ending == Ending::BrokenOff)
        text += '\n'
                + QCoreApplication::translate("latchkey::result::RowWriter",
                                              "The result broke off here; rows are missing.")
                      .toStdString()
                + '\n';
}

} // namespace latchkey::result
