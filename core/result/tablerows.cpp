// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/tablerows.h"

#include "core/base/terminaltext.h"
#include "core/result/fieldtext.h"

#include <algorithm>

namespace latchkey::result {

namespace {

constexpr qsizetype measuredRows = 1000;
constexpr std::size_t measuredBytes = 1'000'000;

} // namespace

void TableRows::appendBeginning(std::string &, const QList<sql::Column> &columns)
{
    m_columns = columns;
    m_rows.clear();
    m_keptBytes = 0;
    m_isMeasured = false;
    m_isEmpty = true;
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
    if (!isBinary(m_columns.at(column).type))
        return printable(QString::fromUtf8(value->data(), static_cast<qsizetype>(value->size())));
    std::string text;
    appendBytes(text, *value, m_binary);
    return QString::fromStdString(text);
}

void TableRows::appendRows(std::string &text, const sql::RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < batch.columns(); ++column) {
            cells.append(cell(batch.value(row, column), column));
            int &width = m_widths[static_cast<std::size_t>(column)];
            width = std::max(width, displayWidth(cells.last()));
        }
        m_isEmpty = false;
        if (m_isMeasured)
            appendRow(text, cells, false);
        else
            m_rows.append(cells);
    }
    m_keptBytes += batch.bytes();
    if (!m_isMeasured && (m_rows.size() >= measuredRows || m_keptBytes >= measuredBytes))
        appendMeasured(text);
}

void TableRows::appendMeasured(std::string &text)
{
    m_isMeasured = true;
    appendFrame(text);
    if (m_withHeader) {
        QStringList names;
        for (const sql::Column &column : m_columns)
            names.append(printable(column.name));
        appendRow(text, names, true);
        appendFrame(text);
    }
    for (const QStringList &cells : std::as_const(m_rows))
        appendRow(text, cells, false);
    m_rows = {};
}

void TableRows::appendFrame(std::string &text) const
{
    for (const int width : m_widths) {
        text += '+';
        text.append(static_cast<std::size_t>(width) + 2, '-');
    }
    text += "+\n";
}

void TableRows::appendRow(std::string &text, const QStringList &cells, bool isHeader) const
{
    for (qsizetype at = 0; at < cells.size(); ++at) {
        const int free = m_widths[static_cast<std::size_t>(at)] - displayWidth(cells.at(at));
        const std::string space(static_cast<std::size_t>(std::max(0, free)), ' ');
        const bool isRight = !isHeader && isNumeric(m_columns.at(at).type);
        const std::string value = cells.at(at).toStdString();
        text += "| " + (isRight ? space + value : value + space) + ' ';
    }
    text += "|\n";
}

void TableRows::appendEnd(std::string &text, Ending ending)
{
    if (!m_isMeasured)
        appendMeasured(text);
    if (ending == Ending::Complete && (!m_isEmpty || !m_withHeader))
        appendFrame(text);
}

} // namespace latchkey::result
