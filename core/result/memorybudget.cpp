// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/memorybudget.h"

namespace latchkey::result {

namespace {

constexpr std::size_t bytesOfProcess = std::size_t{1} << 30;

} // namespace

const std::shared_ptr<MemoryBudget> &MemoryBudget::ofProcess()
{
    static const std::shared_ptr<MemoryBudget> budget = make(bytesOfProcess);
    return budget;
}

std::shared_ptr<MemoryBudget> MemoryBudget::ofSession()
{
    return make(bytesOfProcess / 2, ofProcess());
}

std::optional<MemoryBudget::Share> MemoryBudget::take(std::size_t bytes)
{
    return reserve(bytes) ? std::optional(Share(shared_from_this(), bytes)) : std::nullopt;
}

bool MemoryBudget::reserve(std::size_t bytes)
{
    std::size_t used = m_used;
    do {
        if (bytes > m_limit || used > m_limit - bytes)
            return false;
    } while (!m_used.compare_exchange_weak(used, used + bytes));
    if (!m_whole || m_whole->reserve(bytes))
        return true;
    m_used -= bytes;
    return false;
}

void MemoryBudget::giveBack(std::size_t bytes)
{
    m_used -= bytes;
    if (m_whole)
        m_whole->giveBack(bytes);
}

} // namespace latchkey::result
