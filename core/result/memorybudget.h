// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace latchkey::result {

/// How many bytes of rows results together may keep in memory: all of the process, and within that those of a session. Whoever
/// wants to keep some takes a share; what does not get one belongs in a file. Thread-safe.
class MemoryBudget : public std::enable_shared_from_this<MemoryBudget>
{
public:
    /// Bytes of the budget, given back when the share goes.
    class Share
    {
    public:
        Share(Share &&) noexcept = default;
        Share &operator=(Share &&other) noexcept
        {
            std::swap(m_budget, other.m_budget);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        ~Share()
        {
            if (m_budget)
                m_budget->giveBack(m_bytes);
        }

    private:
        friend class MemoryBudget;
        Share(std::shared_ptr<MemoryBudget> budget, std::size_t bytes)
            : m_budget(std::move(budget)), m_bytes(bytes)
        { }
        std::shared_ptr<MemoryBudget> m_budget;
        std::size_t m_bytes;
    };

    /// What is taken of it is taken of `whole`, too.
    static std::shared_ptr<MemoryBudget> make(std::size_t bytes, std::shared_ptr<MemoryBudget> whole = {})
    {
        return std::shared_ptr<MemoryBudget>(new MemoryBudget(bytes, std::move(whole)));
    }
    /// That of this process: 1 GiB.
    static const std::shared_ptr<MemoryBudget> &ofProcess();
    /// That of one more session: half of the process's, so that no session alone drives the others' rows into files.
    static std::shared_ptr<MemoryBudget> ofSession();

    /// All of `bytes`, or nothing if that many are not left.
    std::optional<Share> take(std::size_t bytes);
    std::size_t used() const { return m_used; }

private:
    MemoryBudget(std::size_t bytes, std::shared_ptr<MemoryBudget> whole)
        : m_limit(bytes), m_whole(std::move(whole))
    { }
    bool reserve(std::size_t bytes);
    void giveBack(std::size_t bytes);

    const std::size_t m_limit;
    const std::shared_ptr<MemoryBudget> m_whole;
    std::atomic<std::size_t> m_used = 0;
};

} // namespace latchkey::result
