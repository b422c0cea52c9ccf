// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/cellfilter.h"

#include "core/result/celltext.h"
#include "core/result/fieldtext.h"
#include "core/result/folding.h"

namespace latchkey::result {

CellFilter::CellFilter(const QString &text, std::optional<int> column, const QList<sql::Column> &columns)
    : m_columns(columns), m_first(column.value_or(0)),
      m_end(column ? *column + 1 : static_cast<int>(columns.size()))
{
    foldText(text.toStdString(), m_wanted);
}

bool CellFilter::matches(const Page &page, int row)
{
    for (int column = m_first; column < m_end; ++column) {
        const auto value = page.value(row, column);
        if (value && matches(m_columns[column], *value))
            return true;
    }
    return false;
}

bool CellFilter::matches(const sql::Column &column, std::string_view value)
{
    if (isBinary(column.type))
        foldText(fullText(column, value).toStdString(), m_folded);
    else
        foldText(value, m_folded);
    return m_folded.find(m_wanted) != std::string::npos;
}

} // namespace latchkey::result
