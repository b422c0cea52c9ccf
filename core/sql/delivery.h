// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/answerwatch.h"
#include "core/sql/connection.h"
#include "core/sql/killing.h"

namespace latchkey {
class Job;
}

namespace latchkey::sql {

/// One statement's way to the server, and its results' way to a sink. Used once, on the session's thread; the references
/// must outlive it.
class Delivery
{
public:
    Delivery(Connection &connection, AnswerWatch &answers, const Killing &kill, const Job &job,
             const RowSink &sink);

    /// Blocking. Cancelled once the kill has started while there were rows, unless `mustReadAll`: the
    /// statement must run to its end (Classification::mustRunToItsEnd()).
    Result<StatementSummary> run(const QString &sql, RunLimits limits, bool mustReadAll);
    /// Rows or results are still to be read.
    bool hasUnread() const { return m_hasUnread; }
    /// The server kept it waiting longer than allowed.
    bool isOverdue() const { return m_isOverdue; }

private:
    using Clock = std::chrono::steady_clock;
    enum class End { Read, Stopped, CutOff }; ///< of one result's rows

    template <typename Call>
    auto watched(Call call);
    Result<std::optional<Answer>> begin(const QString &sql);
    Result<std::optional<Answer>> next();
    Result<End> takeRows(const Answer &answer, RunLimits limits, bool mustReadAll);
    Result<End> fetchRows(class RowBatcher &batcher, StatementSummary &result, RunLimits limits,
                          bool mustReadAll);
    quint64 takeArrived(class RowBatcher &batcher, RunLimits limits, quint64 taken);
    void add(const StatementSummary &result);
    std::chrono::microseconds sinceStart() const;

    Connection &m_connection;
    AnswerWatch &m_answers;
    const Killing &m_kill;
    const Job &m_job;
    const RowSink &m_sink;
    const Clock::time_point m_start = Clock::now();
    StatementSummary m_summary;
    bool m_hasUnread = false;
    bool m_isOverdue = false;
};

} // namespace latchkey::sql
