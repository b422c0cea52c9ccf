// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/jsonrows.h"

#include <QByteArray>
#include <QSet>

#include <array>

namespace latchkey::cli {

namespace {

using sql::ColumnType;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// RFC 8259, section 6. ZEROFILL columns, for one, give texts that are none.
bool isJsonNumber(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at > from;
    };
    const auto take = [&](std::string_view any) {
        const bool isThere = at < text.size() && any.find(text[at]) != std::string_view::npos;
        at += isThere ? 1 : 0;
        return isThere;
    };
    take("-");
    if (!take("0") && !digits())
        return false;
    if (take(".") && !digits())
        return false;
    if (take("eE")) {
        take("+-");
        if (!digits())
            return false;
    }
    return at == text.size();
}

void appendEscaped(std::string &json, char byte)
{
    constexpr std::string_view special = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    constexpr std::string_view hex = "0123456789abcdef";
    if (const auto at = special.find(byte); at != std::string_view::npos) {
        json += '\\';
        json += letters[at];
    } else if (const auto code = static_cast<unsigned char>(byte); code < 0x20 || code == 0x7F) {
        json += "\\u00";
        json += hex[code >> 4];
        json += hex[code & 0xF];
    } else {
        json += byte;
    }
}

void appendText(std::string &json, std::string_view utf8)
{
    json += '"';
    for (const char byte : utf8)
        appendEscaped(json, byte);
    json += '"';
}

void appendValue(std::string &json, std::string_view value, ColumnType type)
{
    const auto size = static_cast<qsizetype>(value.size());
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Decimal:
    case ColumnType::Float:
    case ColumnType::Year:
        if (!isJsonNumber(value))
            return appendText(json, value);
        json += value;
        return;
    case ColumnType::Binary:
    case ColumnType::Bit:
    case ColumnType::Geometry:
        return appendText(json, QByteArray::fromRawData(value.data(), size).toBase64().toStdString());
    default:
        if (QByteArrayView(value.data(), size).isValidUtf8())
            return appendText(json, value);
        return appendText(json, QString::fromUtf8(value.data(), size).toStdString());
    }
}

QString unique(const QString &name, const QSet<QString> &taken)
{
    QString candidate = name;
    for (int number = 2; taken.contains(candidate); ++number)
        candidate = QStringLiteral("%1_%2").arg(name).arg(number);
    return candidate;
}

} // namespace

void JsonRows::begin(const QList<sql::Column> &columns)
{
    m_keys.clear();
    m_types.clear();
    m_isFirst = true;
    QSet<QString> taken;
    for (const sql::Column &column : columns) {
        const QString name = unique(column.name, taken);
        taken.insert(name);
        std::string key;
        appendText(key, name.toStdString());
        m_keys.push_back(key + ": ");
        m_types.push_back(column.type);
    }
    m_output.print("[");
}

void JsonRows::rows(const sql::RowBatch &batch)
{
    std::string json;
    for (int row = 0; row < batch.rows(); ++row) {
        json.assign(m_isFirst ? "\n{" : ",\n{");
        m_isFirst = false;
        for (int column = 0; column < batch.columns(); ++column) {
            const auto at = static_cast<std::size_t>(column);
            json += column == 0 ? "" : ", ";
            json += m_keys[at];
            if (const auto value = batch.value(row, column))
                appendValue(json, *value, m_types[at]);
            else
                json += "null";
        }
        json += '}';
        m_output.print(json);
    }
}

void JsonRows::end()
{
    m_output.print(m_isFirst ? "]\n" : "\n]\n");
}

void JsonRows::noRows(const sql::StatementSummary &summary)
{
    m_output.print(QStringLiteral("{\"affectedRows\": %1, \"warnings\": %2}\n")
                       .arg(summary.rowCount)
                       .arg(summary.warnings));
}

} // namespace latchkey::cli
