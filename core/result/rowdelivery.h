// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowwriter.h"
#include "core/sql/session.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace latchkey::result {

/// A statement's way from its session to whoever takes its rows. Shared with the session's thread, which may still be in a call when
/// the answer "cancelled" is there already.
class RowDelivery : public std::enable_shared_from_this<RowDelivery>
{
public:
    /// Stopping `stop` stops the statement.
    RowDelivery(std::shared_ptr<RowReceiver> receiver, std::stop_token stop);

    /// For sql::Session::run().
    sql::RowSink sink();
    /// Stopped from outside, and when the output takes no more: then the statement may end.
    std::stop_token stop() const { return m_source.get_token(); }
    /// Some result's columns have come; once the statement has ended by itself.
    bool hasBegun() const { return m_hasBegun; }
    /// Written so far. From any thread.
    quint64 written() const { return m_written; }

    /// The statement has ended with `answer`. Finishes what was written; gives the output's error where it was the reason.
    /// A cancelled result is left as it is.
    Result<sql::StatementSummary> finish(const Result<sql::StatementSummary> &answer);

private:
    void begin(const QList<sql::Column> &columns);
    void rows(const sql::RowBatch &batch);
    void note(const Result<> &written);
    std::optional<Error> failure() const;

    const std::shared_ptr<RowReceiver> m_receiver;
    std::atomic<quint64> m_written = 0;
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_onStop;
    bool m_hasBegun = false; ///< a result is open
    mutable std::mutex m_mutex;
    std::optional<Error> m_failure; ///< guarded by m_mutex
};

} // namespace latchkey::result
