// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey::result {

/// Some rows of a result that no longer change, column by column in one block of memory, which is also how they stand in
/// a file. A column whose values here are all of one length needs no more than their bytes; the others have 32 bits
/// more a value. Movable; reading it is thread-safe.
class Page
{
public:
    /// `block`: what block() of a page gave, whole.
    Page(std::unique_ptr<char[]> block, std::size_t size) : m_block(std::move(block)), m_size(size) { }

    int rows() const { return static_cast<int>(head().rows); }
    int columns() const { return static_cast<int>(head().columns); }
    /// Nothing for NULL. The view lives as long as the page.
    std::optional<std::string_view> value(int row, int column) const
    {
        const ColumnHead &place = columnHead(column);
        const auto index = static_cast<std::size_t>(row);
        const char *bytes = m_block.get() + place.bytes;
        if (place.width != ofManyWidths)
            return std::string_view(bytes + index * place.width, place.width);
        const auto *ends = reinterpret_cast<const std::uint32_t *>(m_block.get() + place.ends);
        if (ends[index] & nullMark)
            return std::nullopt;
        const std::uint32_t begin = index == 0 ? 0 : ends[index - 1] & ~nullMark;
        return std::string_view(bytes + begin, ends[index] - begin);
    }
    std::string_view block() const { return {m_block.get(), m_size}; }

private:
    friend class PageBuilder;

    static constexpr std::uint32_t nullMark = 0x8000'0000U; ///< so a column's values here are less than 2 GiB
    static constexpr std::uint32_t ofManyWidths = 0xFFFF'FFFFU;

    struct Head
    {
        std::uint32_t rows;
        std::uint32_t columns;
    };
    struct ColumnHead
    {
        std::uint64_t ends; ///< where they begin in the block; for ofManyWidths only
        std::uint64_t bytes; ///< where the values begin
        std::uint64_t width; ///< of each value, in bytes, or ofManyWidths
    };
    const Head &head() const { return *reinterpret_cast<const Head *>(m_block.get()); }
    const ColumnHead &columnHead(int column) const
    {
        return reinterpret_cast<const ColumnHead *>(m_block.get() + sizeof(Head))[column];
    }

    std::unique_ptr<char[]> m_block;
    std::size_t m_size;
};

/// Rows on their way to a page. Used by one thread at a time.
class PageBuilder
{
public:
    explicit PageBuilder(int columns) : m_columns(static_cast<std::size_t>(columns)) { }

    /// The row must have as many values as the builder has columns.
    void append(const sql::RowBatch &batch, int row);
    int rows() const { return m_rows; }
    std::size_t bytes() const { return m_bytes; }
    /// Some thousand rows or about what one batch holds are together: enough for a page of their own.
    bool isFull() const;
    /// The rows so far.
    Page page() const;
    void clear();

private:
    struct Values
    {
        std::string bytes;
        std::vector<std::uint32_t> ends;
        std::size_t width = 0; ///< of the first one
        bool isOfOneWidth = true;

        void append(std::optional<std::string_view> value);
        void clear();
    };

    std::vector<Values> m_columns;
    int m_rows = 0;
    std::size_t m_bytes = 0;
};

} // namespace latchkey::result
