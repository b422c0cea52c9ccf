// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/delivery.h"

#include "core/base/job.h"
#include "core/sql/rowbatcher.h"
#include "core/sql/sessionend.h"

#include <algorithm>

namespace latchkey::sql {

Delivery::Delivery(Connection &connection, AnswerWatch &answers, const Killing &kill, const Job &job,
                   const RowSink &sink)
    : m_connection(connection), m_answers(answers), m_kill(kill), m_job(job), m_sink(sink)
{ }

template <typename Call>
auto Delivery::watched(Call call)
{
    m_answers.waiting();
    auto answer = call();
    if (m_answers.answered())
        return answer;
    m_isOverdue = true;
    return decltype(answer)(notOpen());
}

// Killed for its many rows, a statement that does something would be stopped half-way, and the server would roll it back; and
// how it ended is known only at its end.
Result<StatementSummary> Delivery::run(const QString &sql, RunLimits limits, bool mustReadAll)
{
    auto answer = begin(sql);
    while (answer && *answer) {
        if ((*answer)->columns.isEmpty()) {
            m_summary.warnings = (*answer)->warnings;
            if (m_summary.results == 0)
                m_summary.rowCount += (*answer)->affected;
        } else {
            const auto end = takeRows(**answer, limits, mustReadAll);
            if (!end)
                return end.error();
            if (*end == End::Stopped)
                return cancelledError();
            if (*end == End::CutOff)
                break;
        }
        answer = next();
    }
    if (!answer)
        return answer.error();
    m_summary.elapsed = sinceStart();
    return m_summary;
}

Result<std::optional<Answer>> Delivery::begin(const QString &sql)
{
    auto answer = watched([&] { return m_connection.execute(sql); });
    m_hasUnread = bool(answer);
    return answer ? Result<std::optional<Answer>>(*std::move(answer)) : answer.error();
}

Result<std::optional<Answer>> Delivery::next()
{
    auto answer = watched([this] { return m_connection.nextAnswer(); });
    m_hasUnread = answer && *answer;
    return answer;
}

Result<Delivery::End> Delivery::takeRows(const Answer &answer, RunLimits limits, bool mustReadAll)
{
    StatementSummary result;
    result.hasRows = true;
    result.results = 1;
    if (m_sink.columns && !m_job.isOver())
        m_sink.columns(answer.columns);
    RowBatcher batcher(static_cast<int>(answer.columns.size()), [this](RowBatch batch) {
        if (m_sink.rows && !m_job.isOver())
            m_sink.rows(std::move(batch));
    });
    const auto end = fetchRows(batcher, result, limits, mustReadAll);
    if (!end || *end == End::Stopped)
        return end;
    batcher.flush();
    result.warnings = *end == End::Read ? m_connection.warnings() : 0;
    result.elapsed = sinceStart();
    add(result);
    if (m_sink.ended && !m_job.isOver())
        m_sink.ended(std::move(result));
    return end;
}

Result<Delivery::End> Delivery::fetchRows(RowBatcher &batcher, StatementSummary &result, RunLimits limits,
                                          bool mustReadAll)
{
    while (mustReadAll || !m_kill.isStarted()) {
        const bool isEnough = limits.maxRows != 0 && result.rowCount == limits.maxRows;
        RowBatch beyond(batcher.batch().columns()); // takes a row that shows that there are more than wanted
        const auto more = watched([&] { return m_connection.fetch(isEnough ? beyond : batcher.batch()); });
        if (!more) {
            m_hasUnread = false;
            return more.error();
        }
        if (!*more)
            return End::Read;
        result.truncated = isEnough;
        if (isEnough && !mustReadAll)
            return End::CutOff;
        if (isEnough)
            continue;
        if (++result.rowCount == 1)
            result.firstRow = sinceStart();
        else // the first one goes alone
            result.rowCount += takeArrived(batcher, limits, result.rowCount);
        batcher.rowAdded();
    }
    return End::Stopped;
}

/// The rows that need no waiting for: as many as the batch and the limit leave room for.
quint64 Delivery::takeArrived(RowBatcher &batcher, RunLimits limits, quint64 taken)
{
    const auto room = static_cast<quint64>(batcher.room());
    const quint64 most = limits.maxRows == 0 ? room : std::min(room, limits.maxRows - taken);
    return static_cast<quint64>(m_connection.fetchArrived(batcher.batch(), static_cast<int>(most)));
}

void Delivery::add(const StatementSummary &result)
{
    if (m_summary.results == 0) {
        m_summary.rowCount = 0; // not those that an assignment before it has changed
        m_summary.firstRow = result.firstRow;
    }
    ++m_summary.results;
    m_summary.hasRows = true;
    m_summary.rowCount += result.rowCount;
    m_summary.truncated = m_summary.truncated || result.truncated;
    m_summary.warnings = result.warnings;
}

std::chrono::microseconds Delivery::sinceStart() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_start);
}

} // namespace latchkey::sql
