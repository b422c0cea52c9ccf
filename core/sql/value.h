// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey::sql {

/// How a column's values are to be read and shown.
enum class ColumnType {
    Integer,
    Decimal,
    Float,
    Text,
    Binary,
    Bit,
    Json,
    Date,
    Time,
    DateTime,
    Year,
    Enum,
    Set,
    Geometry
};

struct Column
{
    QString name;
    QString table;
    ColumnType type = ColumnType::Text;
    QString typeName; ///< as SQL spells it, "BIGINT UNSIGNED"
    bool nullable = true;

    friend bool operator==(const Column &, const Column &) = default;
};

/// Rows as the server sent them, in one arena: a value is its text form in UTF-8, or its bytes for binary types.
/// Movable, cheap to hand between threads; two allocations however many rows.
class RowBatch
{
public:
    explicit RowBatch(int columns = 0) : m_columns(columns) { }

    int columns() const { return m_columns; }
    int rows() const { return m_columns == 0 ? 0 : static_cast<int>(m_ends.size()) / m_columns; }
    std::size_t bytes() const { return m_arena.size(); }

    /// Row by row, column by column.
    void append(std::optional<std::string_view> value)
    {
        if (value)
            m_arena.append(*value);
        const auto end = static_cast<std::uint32_t>(m_arena.size());
        m_ends.push_back(value ? end : end | nullMark);
    }
    /// Nothing for NULL. The view lives as long as the batch.
    std::optional<std::string_view> value(int row, int column) const
    {
        const auto index = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                           + static_cast<std::size_t>(column);
        const std::uint32_t mark = m_ends[index];
        if (mark & nullMark)
            return std::nullopt;
        const std::uint32_t begin = index == 0 ? 0 : m_ends[index - 1] & ~nullMark;
        return std::string_view(m_arena).substr(begin, mark - begin);
    }

private:
    static constexpr std::uint32_t nullMark = 0x8000'0000U; ///< so a batch holds less than 2 GiB

    int m_columns;
    std::string m_arena;
    std::vector<std::uint32_t> m_ends;
};

} // namespace latchkey::sql
