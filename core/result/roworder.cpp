// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/roworder.h"

#include "core/base/job.h"
#include "core/result/cellfilter.h"
#include "core/result/keysort.h"
#include "core/result/sortkey.h"

#include <algorithm>

namespace latchkey::result {

namespace {

/// What is known of the rows once all have been looked at.
struct Looked
{
    std::vector<std::uint32_t> rows; ///< with a value, or all if nothing is sorted
    std::vector<std::uint32_t> nulls;
    SortKeys keys; ///< of `rows`
};

class RowLooker
{
public:
    RowLooker(const QList<sql::Column> &columns, const RowOrder &order) : m_columns(columns), m_order(order)
    {
        if (!order.filter.isEmpty())
            m_filter.emplace(order.filter, order.filterColumn, columns);
    }

    void look(const Page &page, std::uint32_t first)
    {
        for (int row = 0; row < page.rows(); ++row) {
            if (!m_filter || m_filter->matches(page, row))
                take(page, row, first + static_cast<std::uint32_t>(row));
        }
    }
    Looked &looked() { return m_looked; }

private:
    void take(const Page &page, int row, std::uint32_t number)
    {
        if (!m_order.sortColumn)
            return m_looked.rows.push_back(number);
        const auto value = page.value(row, *m_order.sortColumn);
        if (!value)
            return m_looked.nulls.push_back(number);
        makeSortKey(m_columns[*m_order.sortColumn].type, *value, m_key);
        m_looked.rows.push_back(number);
        m_looked.keys.add(m_key);
    }

    const QList<sql::Column> &m_columns;
    const RowOrder &m_order;
    std::optional<CellFilter> m_filter;
    Looked m_looked;
    std::string m_key;
};

std::vector<std::uint32_t> inOrder(const Looked &looked, bool descending, const std::stop_token &stop)
{
    std::vector<std::uint32_t> order = sorted(looked.keys, descending, stop);
    std::transform(order.begin(), order.end(), order.begin(),
                   [&](std::uint32_t number) { return looked.rows[number]; });
    order.insert(descending ? order.end() : order.begin(), looked.nulls.begin(), looked.nulls.end());
    return order;
}

} // namespace

Result<std::vector<std::uint32_t>> orderedRows(const RowSnapshot &rows, const RowOrder &order,
                                               const std::stop_token &stop)
{
    RowLooker looker(rows.columns(), order);
    std::uint32_t first = 0;
    for (std::size_t number = 0; number < rows.pages(); ++number) {
        if (stop.stop_requested())
            return cancelledError();
        const auto page = rows.page(number);
        if (!page)
            return page.error();
        looker.look(**page, first);
        first += static_cast<std::uint32_t>((*page)->rows());
    }
    if (!order.sortColumn)
        return std::move(looker.looked().rows);
    auto sortedRows = inOrder(looker.looked(), order.descending, stop);
    if (stop.stop_requested())
        return cancelledError();
    return sortedRows;
}

} // namespace latchkey::result
