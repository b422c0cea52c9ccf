// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"

#include <QtDebug>

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

// One sleeping thread for all time limits of the process; it wakes only when one is due.
class Timer
{
public:
    Timer()
    {
        std::thread([this] { run(); }).detach();
    }

    void add(std::chrono::steady_clock::time_point due, std::function<void()> task)
    {
        const std::scoped_lock lock(m_mutex);
        const bool isNext = m_tasks.empty() || due < m_tasks.begin()->first;
        m_tasks.emplace(due, std::move(task));
        if (isNext)
            m_changed.notify_one();
    }

private:
    [[noreturn]] void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            if (m_tasks.empty()) {
                m_changed.wait(lock);
                continue;
            }
            const auto first = m_tasks.begin();
            const auto due = first->first;
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
    std::multimap<std::chrono::steady_clock::time_point, std::function<void()>> m_tasks;
};

} // namespace

void callAfter(std::chrono::milliseconds delay, std::function<void()> task)
{
    static auto *const timer = new Timer;
    timer->add(std::chrono::steady_clock::now() + delay, std::move(task));
}

} // namespace latchkey
