// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/stallmeter.h"

#include <algorithm>

namespace latchkey::test {

namespace {

using namespace std::chrono_literals;

constexpr auto interval = 1ms;

std::chrono::milliseconds whole(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration);
}

} // namespace

StallMeter::StallMeter()
    : m_last(Clock::now()), m_schedule(QStringLiteral("/proc/thread-self/schedstat")),
      m_beside([this] { tickBeside(); })
{
    if (!m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qWarning("The kernel does not say how long this thread waits for a processor.");
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
    m_lastReady = ready();
}

/// Its second number; nothing where the kernel does not count.
std::chrono::nanoseconds StallMeter::ready()
{
    m_schedule.seek(0);
    return std::chrono::nanoseconds(m_schedule.readLine().split(' ').value(1).toLongLong());
}

void StallMeter::tick()
{
    const Clock::duration stall = Clock::now() - m_last - interval;
    m_stall = std::max(m_stall, stall);
    m_ownStall = std::max<std::chrono::nanoseconds>(m_ownStall, stall - (ready() - m_lastReady));
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

std::chrono::milliseconds StallMeter::longestOwnStall() const
{
    return whole(m_ownStall);
}

std::chrono::milliseconds StallMeter::longestPause() const
{
    const std::scoped_lock lock(m_mutex);
    return whole(m_pause);
}

} // namespace latchkey::test
