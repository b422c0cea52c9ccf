// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/storedpage.h"

#include <QList>

#include <vector>

namespace latchkey::result {

/// The rows that a result had at some moment, to be read on any thread while more arrive.
class RowSnapshot
{
public:
    RowSnapshot(QList<sql::Column> columns, std::vector<StoredPage> pages, int rows)
        : m_columns(std::move(columns)), m_pages(std::move(pages)), m_rows(rows)
    { }

    const QList<sql::Column> &columns() const { return m_columns; }
    int rows() const { return m_rows; }
    /// Their rows, one page behind the other, are the result's.
    std::size_t pages() const { return m_pages.size(); }
    /// FileInaccessible if it cannot be read back.
    Result<std::shared_ptr<const Page>> page(std::size_t number) const { return m_pages[number].load(); }

private:
    QList<sql::Column> m_columns;
    std::vector<StoredPage> m_pages;
    int m_rows;
};

} // namespace latchkey::result
