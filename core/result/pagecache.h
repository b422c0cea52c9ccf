// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/page.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace latchkey::result {

/// The pages that were read from the file last: as many as a screen of sorted rows may need, at most some megabytes, and at
/// least one. Used by one thread at a time.
class PageCache
{
public:
    /// Nothing if it is not there.
    std::shared_ptr<const Page> find(std::size_t number);
    /// Gives what had to make way, so that who holds a lock can free it outside.
    [[nodiscard]] std::vector<std::shared_ptr<const Page>> insert(std::size_t number,
                                                                  std::shared_ptr<const Page> page);

private:
    struct Entry
    {
        std::size_t number;
        std::shared_ptr<const Page> page;
    };
    std::vector<Entry> m_entries; ///< the one used last is the last
    std::size_t m_bytes = 0;
};

} // namespace latchkey::result
