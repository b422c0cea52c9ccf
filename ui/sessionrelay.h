// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/resultstore.h"
#include "core/sql/session.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace latchkey {

/// Calls functions on the thread it was made on, from any thread, in the order they were posted; once it is closed,
/// none. Whoever posts shares it, so it outlives the widget that closed it. A task must not hold the relay itself.
class SessionRelay : public QObject
{
    Q_OBJECT
public:
    static std::shared_ptr<SessionRelay> make();

    /// Thread-safe.
    void post(std::function<void()> task);
    /// On the relay's own thread.
    void close() { m_open = false; }

private:
    SessionRelay() = default;

    bool m_open = true; ///< touched by the relay's own thread only
};

/// Calls `task` with the future's result on the relay's thread, once it is there. Unlike
/// QFuture::then(context, …), which asserts that the context still lives (Qt 6.4), it drops the result if the relay has
/// been closed.
template <typename T, typename Task>
void deliver(QFuture<T> future, const std::shared_ptr<SessionRelay> &relay, Task task)
{
    future.then([relay, task = std::move(task)](T result) {
        relay->post([task, result = std::move(result)]() mutable { task(std::move(result)); });
    });
}

/// Keeps a statement's rows as the session's thread brings them, and tells the thread that made the feed of them. If that
/// one takes no notice, the session's thread waits after two batches, and with it the server. Closing the feed, or
/// letting it go, drops what comes and lets the session's thread run on, so that nobody waits for a tab that is gone.
class RowFeed
{
public:
    /// Called on the thread that made the feed.
    struct Receiver
    {
        std::function<void(std::shared_ptr<result::ResultStore>)> onResult; ///< without rows as yet
        std::function<void()> onRows; ///< more of them are in the store
        std::function<void(sql::StatementSummary)> onEnded; ///< of a result, whose rows are all in the store
        std::function<void(Error)> onRefusal; ///< the store takes no more, once
    };

    /// The rows are kept within `budget`.
    explicit RowFeed(Receiver receiver = {},
                     std::shared_ptr<result::MemoryBudget> budget = result::MemoryBudget::ofProcess());
    ~RowFeed();
    RowFeed(RowFeed &&) noexcept;
    RowFeed &operator=(RowFeed &&) noexcept;

    /// What the session writes to; may outlive the feed.
    sql::RowSink sink() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace latchkey
