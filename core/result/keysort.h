// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey::result {

/// Byte strings in one arena, numbered as they were added.
class SortKeys
{
public:
    void add(std::string_view key)
    {
        m_bytes.append(key);
        m_ends.push_back(m_bytes.size());
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_ends.size()); }
    std::string_view key(std::uint32_t number) const
    {
        const std::size_t begin = number == 0 ? 0 : m_ends[number - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[number] - begin);
    }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_ends;
};

/// The numbers of the keys in the order of their bytes (unsigned), equal ones as they were added in either direction.
/// Compares eight bytes at a time. Unfinished once `stop` is stopped. Pure.
std::vector<std::uint32_t> sorted(const SortKeys &keys, bool descending, const std::stop_token &stop);

} // namespace latchkey::result
