// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/page.h"

#include <cstring>

namespace latchkey::result {

namespace {

constexpr int mostPageRows = 4096;
constexpr std::size_t mostPageBytes = 64 * 1024;

constexpr std::size_t alignedOffset(std::size_t offset)
{
    return (offset + 7) & ~std::size_t{7};
}

} // namespace

void PageBuilder::Values::append(std::optional<std::string_view> value)
{
    if (value) {
        isOfOneWidth = isOfOneWidth && (ends.empty() || value->size() == width);
        width = value->size();
        bytes.append(*value);
    } else {
        isOfOneWidth = false;
    }
    const auto end = static_cast<std::uint32_t>(bytes.size());
    ends.push_back(value ? end : end | Page::nullMark);
}

/// Keeps what it has allocated, unless a large value made it much.
void PageBuilder::Values::clear()
{
    bytes.clear();
    if (bytes.capacity() > 2 * mostPageBytes)
        bytes.shrink_to_fit();
    ends.clear();
    isOfOneWidth = true;
}

void PageBuilder::append(const sql::RowBatch &batch, int row)
{
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const auto value = batch.value(row, static_cast<int>(column));
        m_columns[column].append(value);
        m_bytes += value ? value->size() : 0;
    }
    ++m_rows;
}

bool PageBuilder::isFull() const
{
    return m_rows >= mostPageRows || m_bytes >= mostPageBytes;
}

Page PageBuilder::page() const
{
    std::vector<Page::ColumnHead> heads;
    heads.reserve(m_columns.size());
    std::size_t size = sizeof(Page::Head) + m_columns.size() * sizeof(Page::ColumnHead);
    for (const Values &values : m_columns) {
        const std::size_t ends = alignedOffset(size);
        const std::size_t bytes =
            values.isOfOneWidth ? ends : ends + values.ends.size() * sizeof(std::uint32_t);
        heads.push_back({ends, bytes, values.isOfOneWidth ? values.width : Page::ofManyWidths});
        size = bytes + values.bytes.size();
    }
    std::unique_ptr<char[]> block(new char[size]);
    const Page::Head head{static_cast<std::uint32_t>(m_rows), static_cast<std::uint32_t>(m_columns.size())};
    std::memcpy(block.get(), &head, sizeof(head));
    std::memcpy(block.get() + sizeof(head), heads.data(), heads.size() * sizeof(Page::ColumnHead));
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const Values &values = m_columns[column];
        const Page::ColumnHead &place = heads[column];
        std::memcpy(block.get() + place.ends, values.ends.data(), place.bytes - place.ends);
        std::memcpy(block.get() + place.bytes, values.bytes.data(), values.bytes.size());
    }
    return {std::move(block), size};
}

void PageBuilder::clear()
{
    for (Values &values : m_columns)
        values.clear();
    m_rows = 0;
    m_bytes = 0;
}

} // namespace latchkey::result
