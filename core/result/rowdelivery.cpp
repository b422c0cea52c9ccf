// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/rowdelivery.h"

namespace latchkey::result {

RowDelivery::RowDelivery(std::shared_ptr<RowReceiver> receiver, std::stop_token stop)
    : m_receiver(std::move(receiver)), m_onStop(std::move(stop), [this] { m_source.request_stop(); })
{ }

sql::RowSink RowDelivery::sink()
{
    return {[self = shared_from_this()](const QList<sql::Column> &columns) { self->begin(columns); },
            [self = shared_from_this()](const sql::RowBatch &batch) { self->rows(batch); }};
}

void RowDelivery::begin(const QList<sql::Column> &columns)
{
    if (failure())
        return;
    if (m_hasBegun)
        note(m_receiver->finish(Ending::Complete));
    m_hasBegun = true;
    note(m_receiver->begin(columns));
}

void RowDelivery::rows(const sql::RowBatch &batch)
{
    if (failure())
        return;
    note(m_receiver->rows(batch));
    m_written += static_cast<quint64>(batch.rows());
}

void RowDelivery::note(const Result<> &written)
{
    if (written)
        return;
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure)
            m_failure = written.error();
    }
    m_source.request_stop();
}

std::optional<Error> RowDelivery::failure() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failure;
}

Result<sql::StatementSummary> RowDelivery::finish(const Result<sql::StatementSummary> &answer)
{
    if (const auto failed = failure())
        return *failed;
    if (!answer && answer.error().code == Error::Code::Cancelled)
        return answer;
    if (m_hasBegun)
        note(m_receiver->finish(answer ? Ending::Complete : Ending::BrokenOff));
    else if (answer)
        note(m_receiver->withoutRows(answer->rowCount, answer->warnings));
    const auto failed = failure();
    return failed ? Result<sql::StatementSummary>(*failed) : answer;
}

} // namespace latchkey::result
