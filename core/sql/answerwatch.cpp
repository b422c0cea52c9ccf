// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/answerwatch.h"

#include "core/base/worker.h"

namespace latchkey::sql {

void AnswerWatch::waiting()
{
    if (m_limit.count() == 0)
        return;
    m_since = Clock::now().time_since_epoch().count();
    if (!m_armed.exchange(true))
        arm(m_limit);
}

bool AnswerWatch::answered()
{
    return m_limit.count() == 0 || m_since.exchange(nobody) != overdue;
}

void AnswerWatch::arm(Clock::duration delay)
{
    callAfter(std::chrono::ceil<std::chrono::milliseconds>(delay), [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->look();
    });
}

void AnswerWatch::look()
{
    std::int64_t since = m_since;
    if (since == nobody) {
        m_armed = false;
        since = m_since; // it may have begun between the two, and have seen the timer still armed
        if (since == nobody || m_armed.exchange(true))
            return;
    }
    const auto left = m_limit - (Clock::now() - Clock::time_point(Clock::duration(since)));
    if (left > Clock::duration::zero())
        arm(left);
    else if (m_since.compare_exchange_strong(since, overdue))
        m_onOverdue(); // and the session ends
    else
        arm(m_limit);
}

} // namespace latchkey::sql
