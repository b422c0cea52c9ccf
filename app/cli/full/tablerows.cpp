// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/tablerows.h"

#include <algorithm>

namespace latchkey::cli {

namespace {

bool isNumber(sql::ColumnType type)
{
    return type == sql::ColumnType::Integer || type == sql::ColumnType::Decimal
           || type == sql::ColumnType::Float || type == sql::ColumnType::Year;
}

bool isBytes(sql::ColumnType type)
{
    return type == sql::ColumnType::Binary || type == sql::ColumnType::Bit
           || type == sql::ColumnType::Geometry;
}

} // namespace

void TableRows::begin(const QList<sql::Column> &columns)
{
    m_columns = columns;
    m_rows.clear();
    m_widths.assign(static_cast<std::size_t>(columns.size()), 0);
    if (!m_withHeader)
        return;
    for (std::size_t at = 0; at < m_widths.size(); ++at)
        m_widths[at] = displayWidth(printable(columns.at(static_cast<qsizetype>(at)).name));
}

QString TableRows::cell(const std::optional<std::string_view> &value, int column) const
{
    if (!value)
        return QStringLiteral("NULL");
    const QByteArray bytes(value->data(), static_cast<qsizetype>(value->size()));
    if (isBytes(m_columns.at(column).type))
        return bytes.isEmpty() ? QString()
                               : QLatin1String("0x") + QString::fromLatin1(bytes.toHex().toUpper());
    return printable(QString::fromUtf8(bytes));
}

void TableRows::rows(const sql::RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < batch.columns(); ++column) {
            cells.append(cell(batch.value(row, column), column));
            int &width = m_widths[static_cast<std::size_t>(column)];
            width = std::max(width, displayWidth(cells.last()));
        }
        m_rows.append(cells);
    }
}

void TableRows::printFrame()
{
    std::string line;
    for (const int width : m_widths)
        line += '+' + std::string(static_cast<std::size_t>(width) + 2, '-');
    m_output.print(line + "+\n");
}

void TableRows::printRow(const QStringList &cells, bool isHeader)
{
    QString line;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        const QString space(m_widths[static_cast<std::size_t>(at)] - displayWidth(cells.at(at)),
                            QLatin1Char(' '));
        const bool isRight = !isHeader && isNumber(m_columns.at(at).type);
        line +=
            QLatin1String("| ") + (isRight ? space + cells.at(at) : cells.at(at) + space) + QLatin1Char(' ');
    }
    m_output.print(line + QLatin1String("|\n"));
}

void TableRows::end()
{
    QStringList names;
    for (const sql::Column &column : m_columns)
        names.append(printable(column.name));
    printFrame();
    if (m_withHeader) {
        printRow(names, true);
        printFrame();
    }
    for (const QStringList &cells : m_rows)
        printRow(cells, false);
    if (!m_rows.isEmpty() || !m_withHeader)
        printFrame();
}

} // namespace latchkey::cli
