// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessionrelay.h"

#include "core/base/worker.h"

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

/// Sessions wait for a window that has no processor to itself, instead of keeping it from one: ten that read at once made it
/// stand still for a quarter of a second with 256, and no result comes slower with 2.
constexpr int batchesUnseen = 2;
/// Giving more memory back takes long enough to be seen.
constexpr std::size_t quicklyFreed = std::size_t{16} << 20;

/// The rows of a large result are let go on a thread of their own, whoever lets go of them last.
std::shared_ptr<result::ResultStore> makeStore(QList<sql::Column> columns,
                                               std::shared_ptr<result::MemoryBudget> budget)
{
    const auto letGo = [](result::ResultStore *store) {
        if (store->memory() > quicklyFreed)
            Worker().post([store] { delete store; });
        else
            delete store;
    };
    return {new result::ResultStore(std::move(columns), std::move(budget)), letGo};
}

} // namespace

struct RowFeed::Shared : std::enable_shared_from_this<Shared>
{
    const std::shared_ptr<SessionRelay> relay = SessionRelay::make();
    std::counting_semaphore<> room{batchesUnseen};
    std::atomic<bool> closed = false;
    std::atomic<int> unseen = 0; ///< batches; the first one is announced, and with it those that follow
    std::shared_ptr<result::ResultStore> store; ///< touched by the session's thread only
    Receiver receiver;
    std::shared_ptr<result::MemoryBudget> budget;

    void post(std::function<void(Shared &)> task)
    {
        relay->post([weak = weak_from_this(), task = std::move(task)] {
            if (const auto open = weak.lock())
                task(*open);
        });
    }
    void begin(QList<sql::Column> columns);
    void take(const sql::RowBatch &batch);
    void announce();
};

void RowFeed::Shared::begin(QList<sql::Column> columns)
{
    store = makeStore(std::move(columns), budget);
    post([store = store](Shared &open) { open.receiver.onResult(store); });
}

void RowFeed::Shared::take(const sql::RowBatch &batch)
{
    room.acquire();
    if (closed || !store) {
        room.release(); // for the next batch, which must not wait either
        return;
    }
    if (const auto taken = store->append(batch); !taken) {
        store.reset();
        room.release();
        post([error = taken.error()](Shared &open) { open.receiver.onRefusal(error); });
    } else if (++unseen == 1) {
        announce();
    }
}

void RowFeed::Shared::announce()
{
    post([](Shared &open) {
        open.room.release(open.unseen.exchange(0));
        open.receiver.onRows();
    });
}

RowFeed::RowFeed(Receiver receiver, std::shared_ptr<result::MemoryBudget> budget)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->receiver = std::move(receiver);
    m_shared->budget = std::move(budget);
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
    sink.columns = [shared = m_shared](QList<sql::Column> columns) { shared->begin(std::move(columns)); };
    sink.rows = [shared = m_shared](sql::RowBatch batch) { shared->take(batch); };
    sink.ended = [shared = m_shared](sql::StatementSummary summary) {
        shared->post([summary = std::move(summary)](Shared &open) { open.receiver.onEnded(summary); });
    };
    return sink;
}

} // namespace latchkey
