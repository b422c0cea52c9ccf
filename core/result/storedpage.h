// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/memorybudget.h"
#include "core/result/page.h"
#include "core/result/spillfile.h"

#include <memory>

namespace latchkey::result {

/// Where a page of a result is: in memory, or in a file. Copying it is cheap; a copy keeps the page where it was. Pages
/// in memory hold their share of the budget until the last copy goes.
class StoredPage
{
public:
    explicit StoredPage(Page page) : m_kept(std::make_shared<Kept>(Kept{std::move(page), std::nullopt})) { }
    /// What was written to `file`.
    StoredPage(std::shared_ptr<SpillFile> file, SpillFile::Extent extent)
        : m_file(std::move(file)), m_extent(extent)
    { }

    bool isInMemory() const { return m_kept != nullptr; }
    /// What it takes, in memory or in the file.
    std::size_t bytes() const { return m_kept ? m_kept->page.block().size() : m_extent.size; }
    /// Of one in memory.
    void pay(MemoryBudget::Share share) { m_kept->share = std::move(share); }

    /// A page in memory; nothing for one in the file.
    std::shared_ptr<const Page> page() const
    {
        return m_kept ? std::shared_ptr<const Page>(m_kept, &m_kept->page) : nullptr;
    }
    /// Reads a page in the file. FileInaccessible.
    Result<std::shared_ptr<const Page>> load() const;

private:
    struct Kept
    {
        Page page;
        std::optional<MemoryBudget::Share> share;
    };

    std::shared_ptr<Kept> m_kept; ///< none: in the file
    std::shared_ptr<SpillFile> m_file;
    SpillFile::Extent m_extent;
};

} // namespace latchkey::result
