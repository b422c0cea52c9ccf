// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace latchkey::sql {

/// Notices that a server keeps somebody waiting too long. Two calls around each wait, cheap enough for every row; at
/// most one timer runs, and none once nobody waits. The limit does not count the time that the machine sleeps.
class AnswerWatch : public std::enable_shared_from_this<AnswerWatch>
{
public:
    /// `limit` 0: nothing is ever noticed. `onOverdue` is called on the timer's thread and must be short.
    AnswerWatch(std::chrono::seconds limit, std::function<void()> onOverdue)
        : m_limit(limit), m_onOverdue(std::move(onOverdue))
    { }

    /// The server's turn begins …
    void waiting();
    /// … and ends. False if it has lasted longer than the limit; then `onOverdue` was called.
    [[nodiscard]] bool answered();

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::int64_t nobody = 0;
    static constexpr std::int64_t overdue = -1;

    void arm(Clock::duration delay);
    void look();

    const std::chrono::seconds m_limit;
    const std::function<void()> m_onOverdue;
    std::atomic<std::int64_t> m_since = nobody; ///< in the clock's ticks
    std::atomic<bool> m_armed = false;
};

} // namespace latchkey::sql
