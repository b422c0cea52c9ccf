// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/insertrows.h"

#include "core/result/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey::result {

namespace {

std::string quotedName(const QString &name)
{
    QString doubled = name;
    doubled.replace(QLatin1Char('`'), QLatin1String("``"));
    return '`' + doubled.toStdString() + '`';
}

QString tableOf(const QList<sql::Column> &columns)
{
    const QString first = columns.isEmpty() ? QString() : columns.first().table;
    const bool isOne = std::all_of(columns.begin(), columns.end(),
                                   [&first](const sql::Column &column) { return column.table == first; });
    return isOne && !first.isEmpty() ? first : QStringLiteral("result");
}

void appendSqlText(std::string &text, std::string_view value)
{
    const bool isSimple = findSpecial<'\\', '\0', '\r', '\x1A'>(value, 0) == value.size()
                          && QByteArrayView(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8();
    if (!isSimple) {
        text += "_utf8mb4 ";
        return appendHex(text, value);
    }
    text += '\'';
    appendReplacing<'\''>(text, value, [](std::string &to, char) { to += "''"; });
    text += '\'';
}

void appendSqlValue(std::string &text, std::string_view value, sql::ColumnType type)
{
    if (isNumeric(type) && isNumberText(value))
        text += value;
    else if (isBinary(type) && !value.empty())
        appendHex(text, value);
    else
        appendSqlText(text, value);
}

} // namespace

void InsertRows::appendBeginning(std::string &, const QList<sql::Column> &columns)
{
    m_types.clear();
    m_statement = 0;
    m_head =
        "INSERT INTO " + quotedName(m_options.table.isEmpty() ? tableOf(columns) : m_options.table) + " (";
    for (const sql::Column &column : columns) {
        m_head += (m_types.empty() ? "" : ", ") + quotedName(column.name);
        m_types.push_back(column.type);
    }
    m_head += ") VALUES\n";
}

void InsertRows::appendValues(std::string &text, const sql::RowBatch &batch, int row) const
{
    text += '(';
    for (int column = 0; column < batch.columns(); ++column) {
        if (column > 0)
            text += ", ";
        if (const auto value = batch.value(row, column))
            appendSqlValue(text, *value, m_types[static_cast<std::size_t>(column)]);
        else
            text += "NULL";
    }
    text += ')';
}

void InsertRows::appendRows(std::string &text, const sql::RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        m_values.clear();
        appendValues(m_values, batch, row);
        const std::size_t added = m_values.size() + 2;
        if (m_statement != 0 && m_statement + added > m_options.statementBytes) {
            text += ";\n";
            m_statement = 0;
        }
        text += m_statement == 0 ? m_head : ",\n";
        m_statement += added + (m_statement == 0 ? m_head.size() : 0);
        text += m_values;
    }
}

void InsertRows::appendEnd(std::string &text, Ending ending)
{
    if (ending == Ending::Complete)
        text += m_statement == 0 ? "" : ";\n";
    else
        text += "\n-- "
                + QCoreApplication::translate("latchkey::result::RowWriter",
                                              "The result broke off here; rows are missing.")
                      .toStdString()
                + '\n';
    m_statement = 0;
}

} // namespace latchkey::result
