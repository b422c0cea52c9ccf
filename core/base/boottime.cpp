// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/boottime.h"

#include "core/base/worker.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

namespace latchkey {

namespace {

using Moment = BootClock::time_point;
using Task = std::function<void()>;

/// One thread, asleep in the kernel until the next task is due; it starts with the first.
class BootTimer
{
public:
    explicit BootTimer(int descriptor) : m_descriptor(descriptor)
    {
        std::thread([this] { run(); }).detach();
    }

    void add(Moment due, Task task)
    {
        const std::scoped_lock lock(m_mutex);
        const bool isNext = m_tasks.empty() || due < m_tasks.begin()->first;
        m_tasks.emplace(due, std::move(task));
        if (isNext)
            arm();
    }

private:
    [[noreturn]] void run()
    {
        for (;;) {
            std::uint64_t expirations = 0;
            if (::read(m_descriptor, &expirations, sizeof expirations) < 0)
                continue;
            while (Task task = takeDue())
                task();
        }
    }

    Task takeDue()
    {
        const std::scoped_lock lock(m_mutex);
        const auto first = m_tasks.begin();
        if (first == m_tasks.end())
            return {};
        if (BootClock::now() < first->first) {
            arm();
            return {};
        }
        Task task = std::move(first->second);
        m_tasks.erase(first);
        return task;
    }

    void arm()
    {
        const auto due = m_tasks.begin()->first.time_since_epoch();
        const auto whole = std::chrono::floor<std::chrono::seconds>(due);
        itimerspec until = {};
        until.it_value = {.tv_sec = whole.count(), .tv_nsec = (due - whole).count()};
        ::timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &until, nullptr);
    }

    const int m_descriptor;
    std::mutex m_mutex;
    std::multimap<Moment, Task> m_tasks;
};

} // namespace

BootClock::time_point BootClock::now()
{
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return time_point(std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

void callAfterBootTime(std::chrono::milliseconds delay, std::function<void()> task)
{
    // Never destroyed: its thread outlives main().
    static auto *const timer = [] {
        const int descriptor = ::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC);
        return descriptor < 0 ? nullptr : new BootTimer(descriptor);
    }();
    if (timer)
        timer->add(BootClock::now() + delay, std::move(task));
    else // no descriptor left: better late after a sleep than never
        callAfter(delay, std::move(task));
}

} // namespace latchkey
