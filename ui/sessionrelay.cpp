// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessionrelay.h"

#include <QMetaObject>

#include <atomic>
#include <semaphore>

namespace latchkey {

std::shared_ptr<SessionRelay> SessionRelay::make()
{
    return {new SessionRelay, [](SessionRelay *last) { last->deleteLater(); }};
}

// The event must not own the relay: Qt deletes what is left in the queue at the end under the queue's lock, and
// deleteLater() wants that lock. It need not either, as Qt drops the events of a receiver that goes.
void SessionRelay::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(
        this,
        [this, task = std::move(task)] {
            if (m_open)
                task();
        },
        Qt::QueuedConnection);
}

namespace {
/// Enough to keep both threads busy; with batches of some hundred kilobytes, a bound on memory.
constexpr int batchesUnderWay = 4;
} // namespace

struct RowFeed::Shared
{
    std::shared_ptr<SessionRelay> relay = SessionRelay::make();
    std::counting_semaphore<> room{batchesUnderWay};
    std::atomic<bool> closed = false;
    OnColumns onColumns;
    OnRows onRows;
    OnEnded onEnded;
};

RowFeed::RowFeed(OnColumns onColumns, OnRows onRows, OnEnded onEnded) : m_shared(std::make_shared<Shared>())
{
    m_shared->onColumns = std::move(onColumns);
    m_shared->onRows = std::move(onRows);
    m_shared->onEnded = std::move(onEnded);
}

RowFeed::RowFeed(RowFeed &&) noexcept = default;

RowFeed &RowFeed::operator=(RowFeed &&other) noexcept
{
    std::swap(m_shared, other.m_shared);
    return *this;
}

RowFeed::~RowFeed()
{
    if (!m_shared)
        return;
    m_shared->relay->close();
    m_shared->closed = true;
    m_shared->room.release(); // one thread writes, so one can be waiting
}

sql::RowSink RowFeed::sink() const
{
    sql::RowSink sink;
    sink.columns = [shared = m_shared](QList<sql::Column> columns) {
        shared->relay->post([weak = std::weak_ptr(shared), columns = std::move(columns)] {
            if (const auto open = weak.lock())
                open->onColumns(columns);
        });
    };
    sink.rows = [shared = m_shared](sql::RowBatch batch) {
        shared->room.acquire();
        if (shared->closed) {
            shared->room.release(); // for the next batch, which must not wait either
            return;
        }
        const auto waiting = std::make_shared<sql::RowBatch>(std::move(batch));
        shared->relay->post([weak = std::weak_ptr(shared), waiting] {
            const auto open = weak.lock();
            if (!open)
                return;
            open->room.release();
            open->onRows(std::move(*waiting));
        });
    };
    sink.ended = [shared = m_shared](sql::StatementSummary summary) {
        shared->relay->post([weak = std::weak_ptr(shared), summary = std::move(summary)] {
            const auto open = weak.lock();
            if (open && open->onEnded)
                open->onEnded(summary);
        });
    };
    return sink;
}

} // namespace latchkey
