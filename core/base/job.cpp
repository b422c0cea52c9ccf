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
    unsigned long expectation = 0;
    {
        const std::scoped_lock lock(m_mutex);
        expectation = ++m_expectation;
    }
    callAfter(limit, [self = m_self, expectation, verdict = std::move(verdict)] {
        const auto job = self.lock();
        if (!job)
            return;
        {
            const std::scoped_lock lock(job->m_mutex);
            if (job->m_expectation != expectation)
                return;
        }
        job->end(verdict);
    });
}

void Job::answered()
{
    const std::scoped_lock lock(m_mutex);
    ++m_expectation;
}

void Job::end(Error error)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_over || m_committed)
            return;
        m_over = true;
    }
    deliver(std::move(error));
}

bool Job::claimAnswer()
{
    const std::scoped_lock lock(m_mutex);
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
