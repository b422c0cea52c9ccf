// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"

#include <QtDebug>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace latchkey {

namespace {

// Counts the threads that run. Never destroyed: a thread left behind may outlive main().
struct Census
{
    std::mutex mutex;
    std::condition_variable changed;
    int threads = 0;
};

Census &census()
{
    static auto *const instance = new Census;
    return *instance;
}

// A task that throws breaks its contract; the program and the tasks behind it are not lost for it.
void perform(const std::function<void()> &task) noexcept
{
    try {
        task();
    } catch (const std::exception &exception) {
        qCritical("A task ended in an exception: %s", exception.what());
    } catch (...) {
        qCritical("A task ended in an unknown exception.");
    }
}

} // namespace

struct Worker::Queue
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> tasks;
    bool closed = false;

    void work();
};

void Worker::Queue::work()
{
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return closed || !tasks.empty(); });
        if (tasks.empty())
            return;
        auto task = std::move(tasks.front());
        tasks.pop_front();
        lock.unlock();
        perform(task);
        task = nullptr; // what the task held is released on this thread, outside the lock
        lock.lock();
    }
}

Worker::Worker() : m_queue(std::make_shared<Queue>())
{
    // Held until the thread is counted, which it is once it has started; it cannot be counted off before.
    const std::scoped_lock starting(census().mutex);
    std::thread([queue = m_queue]() mutable {
        queue->work();
        queue.reset();
        const std::scoped_lock lock(census().mutex);
        --census().threads;
        census().changed.notify_all();
    }).detach();
    ++census().threads;
}

Worker::~Worker()
{
    if (!m_queue)
        return;
    const std::scoped_lock lock(m_queue->mutex);
    m_queue->closed = true;
    m_queue->changed.notify_one();
}

Worker::Worker(Worker &&) noexcept = default;

Worker &Worker::operator=(Worker &&other) noexcept
{
    std::swap(m_queue, other.m_queue);
    return *this;
}

void Worker::post(std::function<void()> task)
{
    const std::scoped_lock lock(m_queue->mutex);
    m_queue->tasks.push_back(std::move(task));
    m_queue->changed.notify_one();
}

bool Worker::waitForAll(std::chrono::milliseconds limit)
{
    std::unique_lock lock(census().mutex);
    return census().changed.wait_for(lock, limit, [] { return census().threads == 0; });
}

namespace {

// One sleeping thread for all time limits of the process; it wakes only when one is due, or the next one has changed.
class Timer
{
public:
    Timer()
    {
        std::thread([this] { run(); }).detach();
    }

    std::uint64_t add(std::chrono::milliseconds delay, std::function<void()> task)
    {
        const auto due = std::chrono::steady_clock::now() + delay;
        const std::scoped_lock lock(m_mutex);
        const auto place = m_tasks.emplace(Due(due, ++m_last), std::move(task)).first;
        if (place == m_tasks.begin())
            m_changed.notify_one();
        return m_last;
    }

    void drop(std::uint64_t number)
    {
        decltype(m_tasks)::node_type dropped; // what the task held is released outside the lock
        const std::scoped_lock lock(m_mutex);
        const auto place = std::find_if(m_tasks.begin(), m_tasks.end(),
                                        [number](const auto &task) { return task.first.second == number; });
        if (place == m_tasks.end())
            return;
        if (place == m_tasks.begin())
            m_changed.notify_one();
        dropped = m_tasks.extract(place);
    }

private:
    using Due =
        std::pair<std::chrono::steady_clock::time_point, std::uint64_t>; ///< when, and the task's number

    [[noreturn]] void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            if (m_tasks.empty()) {
                m_changed.wait(lock);
                continue;
            }
            const auto first = m_tasks.begin();
            const auto due = first->first.first;
            if (std::chrono::steady_clock::now() < due) {
                m_changed.wait_until(lock, due);
                continue;
            }
            auto task = std::move(first->second);
            m_tasks.erase(first);
            lock.unlock();
            task();
            task = nullptr;
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<Due, std::function<void()>> m_tasks;
    std::uint64_t m_last = 0;
};

Timer &timer()
{
    static auto *const instance = new Timer; // for ever, as its thread
    return *instance;
}

} // namespace

void callAfter(std::chrono::milliseconds delay, std::function<void()> task)
{
    timer().add(delay, std::move(task));
}

Alarm::Alarm(std::chrono::milliseconds delay, std::function<void()> task)
    : m_number(timer().add(delay, std::move(task)))
{ }

Alarm::~Alarm()
{
    if (m_number != 0)
        timer().drop(m_number);
}

} // namespace latchkey
