// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/pagecache.h"

#include <algorithm>

namespace latchkey::result {

namespace {

constexpr std::size_t mostCachedPages = 256;
constexpr std::size_t mostCachedBytes = 24 * 1024 * 1024;

} // namespace

std::shared_ptr<const Page> PageCache::find(std::size_t number)
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [number](const Entry &entry) { return entry.number == number; });
    if (found == m_entries.rend())
        return nullptr;
    std::rotate(std::prev(found.base()), found.base(), m_entries.end());
    return m_entries.back().page;
}

std::vector<std::shared_ptr<const Page>> PageCache::insert(std::size_t number,
                                                           std::shared_ptr<const Page> page)
{
    m_bytes += page->block().size();
    m_entries.push_back({number, std::move(page)});
    std::vector<std::shared_ptr<const Page>> evicted;
    while (m_entries.size() > 1 && (m_entries.size() > mostCachedPages || m_bytes > mostCachedBytes)) {
        m_bytes -= m_entries.front().page->block().size();
        evicted.push_back(std::move(m_entries.front().page));
        m_entries.erase(m_entries.begin());
    }
    return evicted;
}

} // namespace latchkey::result
