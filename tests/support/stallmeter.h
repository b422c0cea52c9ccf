// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace latchkey::test {

/// How long the event loop of this thread kept a tick of 1 ms waiting at most, from the first runUntil() on; beside it a
/// thread that does nothing but tick the same way says how long the machine itself stands still.
class StallMeter
{
public:
    StallMeter();
    ~StallMeter();
    StallMeter(const StallMeter &) = delete;
    StallMeter &operator=(const StallMeter &) = delete;

    /// Does one thing that a person does, in the event loop; it counts as a stall if it takes long.
    void perform(const std::function<void()> &action);
    /// Runs the event loop until `condition` holds; false if it does not in time.
    bool runUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit);

    std::chrono::milliseconds longestStall() const;
    /// The longest stall without the time in which this thread could have run and the machine ran others: what is left on
    /// a machine of its own.
    std::chrono::milliseconds longestOwnStall() const;
    /// Of the machine: what no program can do better.
    std::chrono::milliseconds longestPause() const;

private:
    using Clock = std::chrono::steady_clock;

    void begin();
    std::chrono::nanoseconds ready();
    void tick();
    void tickBeside();

    QTimer m_timer;
    QEventLoop m_loop;
    std::function<bool()> m_condition;
    Clock::time_point m_last;
    Clock::duration m_stall{};
    QFile m_schedule; ///< what the kernel counts of this thread
    std::chrono::nanoseconds m_lastReady{}; ///< in which it waited for a processor, since it began
    std::chrono::nanoseconds m_ownStall{};

    mutable std::mutex m_mutex;
    std::condition_variable m_end;
    bool m_ending = false;
    Clock::duration m_pause{};
    std::thread m_beside;
};

} // namespace latchkey::test
