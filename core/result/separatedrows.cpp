// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/separatedrows.h"

#include "core/result/fieldtext.h"

#include <utility>

namespace latchkey::result {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// As mysql and mariadb do with --batch.
void appendTsvText(std::string &text, std::string_view value)
{
    appendReplacing<'\t', '\n', '\0', '\\'>(text, value, [](std::string &to, char special) {
        to += '\\';
        to += special == '\t' ? 't' : special == '\n' ? 'n' : special == '\0' ? '0' : '\\';
    });
}

/// RFC 4180, section 2. `isSpecial`: the value must not be taken for what it would be without quotes.
void appendCsvText(std::string &text, std::string_view value, bool isSpecial)
{
    if (!isSpecial && findSpecial<'"', ',', '\r', '\n'>(value, 0) == value.size()) {
        text += value;
        return;
    }
    text += '"';
    appendReplacing<'"'>(text, value, [](std::string &to, char) { to += "\"\""; });
    text += '"';
}

/// Spreadsheets take what begins so for a formula, which may send the sheet's content elsewhere or run a program (CWE-1236).
bool looksLikeFormula(std::string_view value)
{
    return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
}

std::string nullText(SeparatedRows::Dialect dialect, const QString &wanted)
{
    if (!wanted.isNull())
        return wanted.toStdString();
    return dialect == SeparatedRows::Dialect::Tsv ? "NULL" : "";
}

} // namespace

SeparatedRows::SeparatedRows(Dialect dialect, const RowOptions &options, ByteOutput &output)
    : RowWriter(output), m_dialect(dialect), m_options(options), m_null(nullText(dialect, options.null)),
      m_binary(options.binary.value_or(BinaryText::Raw))
{ }

void SeparatedRows::appendBeginning(std::string &text, const QList<sql::Column> &columns)
{
    if (m_options.byteOrderMark && !std::exchange(m_isMarked, true))
        text += byteOrderMark;
    m_cares.clear();
    for (const sql::Column &column : columns)
        m_cares.push_back(isPlain(column.type)    ? Care::Plain
                          : isBinary(column.type) ? Care::Bytes
                                                  : Care::Text);
    if (!m_options.header)
        return;
    for (const sql::Column &column : columns) {
        appendText(text, column.name.toStdString());
        text += m_dialect == Dialect::Tsv ? '\t' : ',';
    }
    endLine(text);
}

void SeparatedRows::appendText(std::string &text, std::string_view value) const
{
    if (m_dialect == Dialect::Tsv)
        return appendTsvText(text, value);
    if (m_options.formulaGuard && looksLikeFormula(value))
        return appendCsvText(text, '\'' + std::string(value), false);
    appendCsvText(text, value, value.empty() || value == m_null);
}

void SeparatedRows::appendCell(std::string &text, std::string_view value, Care care) const
{
    if (care == Care::Plain && isPlainText(value))
        text += value;
    else if (care != Care::Bytes || m_binary == BinaryText::Raw)
        appendText(text, value);
    else if (value.empty() && m_dialect == Dialect::Csv)
        text += "\"\"";
    else
        appendBytes(text, value, m_binary);
}

void SeparatedRows::endLine(std::string &text) const
{
    text.pop_back(); // the last separator
    text += m_dialect == Dialect::Tsv ? "\n" : "\r\n";
}

void SeparatedRows::appendRows(std::string &text, const sql::RowBatch &batch)
{
    const char separator = m_dialect == Dialect::Tsv ? '\t' : ',';
    for (int row = 0; row < batch.rows(); ++row) {
        for (int column = 0; column < batch.columns(); ++column) {
            if (const auto value = batch.value(row, column))
                appendCell(text, *value, m_cares[static_cast<std::size_t>(column)]);
            else
                text += m_null;
            text += separator;
        }
        endLine(text);
    }
}

} // namespace latchkey::result
