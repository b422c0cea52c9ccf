// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/page.h"

#include <QList>
#include <QString>

#include <optional>

namespace latchkey::result {

/// Finds the rows in which a text occurs, in one column or in any, without regard to case and accents. Values are taken as
/// they are shown whole: binary ones as 0x…, bits as b'…'; NULL is no text and contains none. Used by one thread at a time.
class CellFilter
{
public:
    /// `text`: not empty. `columns` must live as long as the filter.
    CellFilter(const QString &text, std::optional<int> column, const QList<sql::Column> &columns);

    bool matches(const Page &page, int row);

private:
    bool matches(const sql::Column &column, std::string_view value);

    std::string m_wanted; ///< folded
    const QList<sql::Column> &m_columns;
    const int m_first;
    const int m_end;
    std::string m_folded; ///< of the value that is looked at
};

} // namespace latchkey::result
