// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/cell.h"
#include "core/result/pagecache.h"
#include "core/result/rowsnapshot.h"

#include <atomic>
#include <mutex>
#include <optional>

namespace latchkey::result {

/// The rows of one result, compact: pages of columns, in memory as far as the budget goes, the oldest in a temporary file
/// beyond that. One thread appends; all other functions are thread-safe.
class ResultStore
{
public:
    explicit ResultStore(QList<sql::Column> columns,
                         std::shared_ptr<MemoryBudget> budget = MemoryBudget::ofProcess(),
                         QString spillFolder = SpillFile::usualFolder());

    const QList<sql::Column> &columns() const { return m_columns; }

    /// FileInaccessible if there is neither memory nor disk for more rows: those of this batch that were taken, and all
    /// before, stay; what comes later is refused with the same error. InvalidInput for a batch of another width, which
    /// changes nothing, and for more rows than an int counts.
    Result<> append(const sql::RowBatch &batch);

    /// Takes no lock.
    int rows() const { return m_rows.load(std::memory_order_acquire); }
    /// A row from 0 to rows() - 1. FileInaccessible if its page cannot be read back.
    Result<Cell> cell(int row, int column) const;
    /// The same without waiting, neither for the disk nor for another thread: nothing if the row's page must be read back
    /// first, or if somebody is at the pages just now.
    std::optional<Cell> cellAtHand(int row, int column) const;
    /// The rows of now.
    RowSnapshot snapshot() const;
    /// No more rows are expected: lets go of the memory that is ready for them.
    void settle();

    /// Of the values alone, in bytes.
    std::size_t valueBytes() const;
    /// What the rows take in memory, in bytes. Not in it: pages read back to be looked at (at most 24 MiB, or one), and what
    /// is ready for rows that are still expected (about a batch).
    std::size_t memory() const;
    /// What is in the temporary file, in bytes.
    std::size_t spilled() const;

private:
    struct Place
    {
        std::size_t page;
        int row; ///< in the page
    };

    Place placeOf(int row) const;
    std::shared_ptr<const Page> pageAtHand(std::size_t number) const;
    Result<> closePage();
    void publish(bool isClosed);
    bool pay();
    Result<> makeRoom();
    Result<> spillOldest();

    const QList<sql::Column> m_columns;
    const std::shared_ptr<MemoryBudget> m_budget;
    const QString m_spillFolder;

    std::mutex m_appending; ///< of what the thread that appends works on
    PageBuilder m_open;
    std::shared_ptr<SpillFile> m_file;
    std::optional<Error> m_refusal;

    std::atomic<int> m_rows = 0; ///< m_ends.back(), for who must not wait

    /// Of everything below. Held for moments only, but who holds it may have to make way for others in the midst of that:
    /// the thread that paints never waits for it.
    mutable std::mutex m_mutex;
    std::vector<StoredPage> m_pages;
    std::vector<int> m_ends; ///< rows up to and with each page
    std::size_t m_closed =
        0; ///< pages that are full; at most one is behind them, and will be replaced by a fuller one
    std::size_t m_unpaid = 0; ///< the first closed page that has asked for no share yet
    std::size_t m_oldest = 0; ///< no page before is in memory
    std::size_t m_valueBytes = 0;
    mutable PageCache m_cache;
};

} // namespace latchkey::result
