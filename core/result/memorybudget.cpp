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

std::optional<MemoryBudget::Share> MemoryBudget::take(std::size_t bytes)
{
    std::size_t used = m_used;
    do {
        if (bytes > m_limit || used > m_limit - bytes)
            return std::nullopt;
    } while (!m_used.compare_exchange_weak(used, used + bytes));
    return Share(shared_from_this(), bytes);
}

} // namespace latchkey::result
