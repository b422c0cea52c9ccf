// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/stallmeter.h"

#include <algorithm>

#include <time.h>

namespace latchkey::test {

namespace {

using namespace std::chrono_literals;

constexpr auto interval = 1ms;

std::chrono::milliseconds whole(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration);
}

std::chrono::nanoseconds workOfThread()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

StallMeter::StallMeter() : m_last(Clock::now()), m_beside([this] { tickBeside(); })
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_loop, [this] { tick(); });
}

StallMeter::~StallMeter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_end.notify_all();
    m_beside.join();
}

void StallMeter::perform(const std::function<void()> &action)
{
    bool isDone = false;
    QMetaObject::invokeMethod(
        &m_loop,
        [&] {
            action();
            isDone = true;
        },
        Qt::QueuedConnection);
    while (!isDone)
        runUntil([&] { return isDone; }, 1min);
}

bool StallMeter::runUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    m_condition = condition;
    QTimer late;
    late.setSingleShot(true);
    QObject::connect(&late, &QTimer::timeout, &m_loop, [this] { m_loop.exit(1); });
    late.start(limit);
    begin();
    m_timer.start();
    const bool inTime = m_loop.exec() == 0;
    m_timer.stop();
    return inTime;
}

void StallMeter::begin()
{
    m_last = Clock::now();
    m_lastWork = workOfThread();
}

void StallMeter::tick()
{
    m_stall = std::max<Clock::duration>(m_stall, Clock::now() - m_last - interval);
    m_work = std::max(m_work, workOfThread() - m_lastWork);
    begin();
    if (m_condition())
        m_loop.exit(0);
}

void StallMeter::tickBeside()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const auto start = Clock::now();
        m_end.wait_for(lock, interval);
        m_pause = std::max<Clock::duration>(m_pause, Clock::now() - start - interval);
    }
}

std::chrono::milliseconds StallMeter::longestStall() const
{
    return whole(m_stall);
}

std::chrono::milliseconds StallMeter::longestWork() const
{
    return whole(m_work);
}

std::chrono::milliseconds StallMeter::longestPause() const
{
    const std::scoped_lock lock(m_mutex);
    return whole(m_pause);
}

} // namespace latchkey::test
