// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/walltimer.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include <sys/timerfd.h>
#include <unistd.h>

namespace latchkey {

namespace {

// Armed for ever, because only an armed timer is told that the clock was set.
constexpr Instant never{std::chrono::sys_days(std::chrono::year(2200) / 1 / 1)};
constexpr Instant earliest{std::chrono::seconds(1)}; // 0 would disarm

} // namespace

WallTimer::WallTimer(Clock clock, QObject *parent)
    : QObject(parent), m_clock(std::move(clock)),
      m_descriptor(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC))
{
    if (m_descriptor < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WallTimer::read);
    arm();
}

WallTimer::~WallTimer()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void WallTimer::start(Instant when)
{
    m_when = when;
    arm();
}

void WallTimer::stop()
{
    m_when.reset();
    arm();
}

void WallTimer::arm()
{
    Instant moment = never;
    if (m_when) {
        const Instant system =
            systemNow(); // before the other, so that it is early at worst, which read() sees
        moment = std::clamp(system + (*m_when - m_clock()), earliest, never);
    }
    itimerspec until = {};
    until.it_value.tv_sec = moment.time_since_epoch().count();
    const int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    // It is armed all the same then, but the news would be lost.
    if (timerfd_settime(m_descriptor, flags, &until, nullptr) != 0 && errno == ECANCELED)
        QMetaObject::invokeMethod(this, &WallTimer::clockSet, Qt::QueuedConnection);
}

void WallTimer::read()
{
    std::uint64_t expirations = 0;
    const bool wasSet = ::read(m_descriptor, &expirations, sizeof expirations) < 0 && errno == ECANCELED;
    const bool due = m_when && m_clock() >= *m_when;
    if (due)
        m_when.reset();
    arm();
    if (wasSet)
        Q_EMIT clockSet();
    if (due)
        Q_EMIT timeout();
}

} // namespace latchkey
