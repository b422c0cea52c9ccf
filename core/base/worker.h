// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace latchkey {

/// One thread that does what is posted, in order: the home of a thread-bound thing such as a database connection.
/// Nobody ever waits for it. When the Worker goes, the thread does what is still in its queue and ends by itself;
/// if it hangs in a library call, it is left behind.
/// post() is thread-safe; the task runs on the worker's thread and must not throw.
class Worker
{
public:
    Worker();
    ~Worker();
    Worker(Worker &&) noexcept;
    Worker &operator=(Worker &&) noexcept;

    void post(std::function<void()> task);

    /// Waits until no worker's thread is left, at most `limit`; false if some are. For the end of a program: what
    /// still hangs then must not be waited for.
    static bool waitForAll(std::chrono::milliseconds limit);

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue;
};

/// Calls `task` once on a thread of the process's timer when `delay` has passed. The task must be short.
void callAfter(std::chrono::milliseconds delay, std::function<void()> task);

/// The same for a task that may become needless: when the alarm goes, the task is forgotten and wakes nobody any more. It
/// may be running just then; nobody waits for it.
class Alarm
{
public:
    Alarm() = default;
    Alarm(std::chrono::milliseconds delay, std::function<void()> task);
    ~Alarm();
    Alarm(Alarm &&other) noexcept : m_number(std::exchange(other.m_number, 0)) { }
    Alarm &operator=(Alarm &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

private:
    std::uint64_t m_number = 0; ///< 0: none
};

} // namespace latchkey
