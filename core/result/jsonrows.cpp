// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/jsonrows.h"

#include "core/result/fieldtext.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace latchkey::result {

namespace {

void appendEscape(std::string &json, char byte)
{
    constexpr std::string_view special = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    constexpr std::string_view hex = "0123456789abcdef";
    json += '\\';
    if (const auto at = special.find(byte); at != std::string_view::npos) {
        json += letters[at];
        return;
    }
    const auto code = static_cast<unsigned char>(byte);
    json += "u00";
    json += hex[code >> 4];
    json += hex[code & 0xF];
}

bool needsEscape(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7F || byte == '"' || byte == '\\';
}

/// RFC 8259, section 7.
void appendQuoted(std::string &json, std::string_view value)
{
    json += '"';
    const std::size_t begin = json.size();
    appendUtf8(json, value);
    if (std::none_of(json.begin() + static_cast<std::ptrdiff_t>(begin), json.end(), needsEscape)) {
        json += '"';
        return;
    }
    const std::string utf8 = json.substr(begin);
    json.resize(begin);
    for (const char byte : utf8) {
        if (needsEscape(byte))
            appendEscape(json, byte);
        else
            json += byte;
    }
    json += '"';
}

QString uniqueName(const QString &name, const QSet<QString> &taken)
{
    QString candidate = name;
    for (int number = 2; taken.contains(candidate); ++number)
        candidate = QStringLiteral("%1_%2").arg(name).arg(number);
    return candidate;
}

BinaryText textForBinary(const RowOptions &options)
{
    return options.binary == BinaryText::Hex ? BinaryText::Hex : BinaryText::Base64;
}

} // namespace

JsonRows::JsonRows(Layout layout, const RowOptions &options, ByteOutput &output)
    : RowWriter(output), m_layout(layout), m_binary(textForBinary(options))
{ }

void JsonRows::appendValue(std::string &text, std::string_view value, sql::ColumnType type) const
{
    if (isNumeric(type) && isJsonNumber(value)) {
        text += value;
    } else if (isBinary(type)) {
        text += '"';
        appendBytes(text, value, m_binary);
        text += '"';
    } else {
        appendQuoted(text, value);
    }
}

void JsonRows::appendBeginning(std::string &text, const QList<sql::Column> &columns)
{
    m_keys.clear();
    m_types.clear();
    m_isFirst = true;
    QSet<QString> taken;
    for (const sql::Column &column : columns) {
        const QString name = uniqueName(column.name, taken);
        taken.insert(name);
        std::string key;
        appendQuoted(key, name.toStdString());
        m_keys.push_back(key + ": ");
        m_types.push_back(column.type);
    }
    if (m_layout == Layout::Array)
        text += "[";
}

void JsonRows::appendRows(std::string &text, const sql::RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        if (m_layout == Layout::Array)
            text += std::exchange(m_isFirst, false) ? "\n" : ",\n";
        text += '{';
        for (int column = 0; column < batch.columns(); ++column) {
            const auto at = static_cast<std::size_t>(column);
            if (column > 0)
                text += ", ";
            text += m_keys[at];
            if (const auto value = batch.value(row, column))
                appendValue(text, *value, m_types[at]);
            else
                text += "null";
        }
        text += m_layout == Layout::Array ? "}" : "}\n";
    }
}

void JsonRows::appendEnd(std::string &text, Ending ending)
{
    if (m_layout == Layout::Lines)
        return;
    if (ending == Ending::BrokenOff)
        text += "\n";
    else
        text += m_isFirst ? "]\n" : "\n]\n";
}

void JsonRows::appendWithoutRows(std::string &text, quint64 affected, int warnings)
{
    text += QStringLiteral("{\"affectedRows\": %1, \"warnings\": %2}\n")
                .arg(affected)
                .arg(warnings)
                .toStdString();
}

} // namespace latchkey::result
