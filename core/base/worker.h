// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

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

} // namespace latchkey
