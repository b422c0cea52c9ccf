// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/job.h"

#include <QCoreApplication>

namespace latchkey {

bool Job::isOver() const
{
    const std::scoped_lock lock(m_mutex);
    return m_over;
}

bool Job::commit()
{
    const std::scoped_lock lock(m_mutex);
    if (m_over)
        return false;
    m_committed = true;
    return true;
}

void Job::expectAnswerWithin(std::chrono::milliseconds limit, Error verdict)
{
    const std::scoped_lock lock(m_mutex);
    if (m_over)
        return;
    m_alarm = Alarm(limit, [self = m_self, expectation = ++m_expectation, verdict = std::move(verdict)] {
        if (const auto job = self.lock(); job && job->isStillExpected(expectation))
            job->end(verdict);
    });
}

void Job::answered()
{
    const std::scoped_lock lock(m_mutex);
    ++m_expectation;
    m_alarm = Alarm();
}

bool Job::isStillExpected(unsigned long expectation) const
{
    const std::scoped_lock lock(m_mutex);
    return m_expectation == expectation;
}

void Job::end(Error error)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_over || m_committed)
            return;
        m_over = true;
        m_alarm = Alarm();
    }
    deliver(std::move(error));
}

bool Job::claimAnswer()
{
    const std::scoped_lock lock(m_mutex);
    m_alarm = Alarm();
    return !std::exchange(m_over, true);
}

void StopsJob::operator()() const
{
    if (const auto job = m_job.lock())
        job->end(cancelledError());
}

Error cancelledError()
{
    return {Error::Code::Cancelled, QCoreApplication::translate("latchkey::Job", "Cancelled."), QString(), 0};
}

} // namespace latchkey
