// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/resultstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <numeric>

namespace latchkey::result {

namespace {

Error tooManyRows()
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate("latchkey::ResultStore",
                                        "The result has more rows than can be kept. The rows so far can be "
                                        "used. Ask for fewer, for example with LIMIT."),
            {},
            0};
}

} // namespace

ResultStore::ResultStore(QList<sql::Column> columns, std::shared_ptr<MemoryBudget> budget,
                         QString spillFolder)
    : m_columns(std::move(columns)), m_budget(std::move(budget)), m_spillFolder(std::move(spillFolder)),
      m_open(static_cast<int>(m_columns.size()))
{ }

Result<> ResultStore::append(const sql::RowBatch &batch)
{
    const std::scoped_lock appending(m_appending);
    if (m_refusal)
        return *m_refusal;
    if (batch.columns() != m_columns.size())
        return Error{Error::Code::InvalidInput, {}, QStringLiteral("a batch of another width"), 0};
    if (batch.rows() > std::numeric_limits<int>::max() - rows())
        return *(m_refusal = tooManyRows());
    // What a batch holds at most is what a page can, so a large one gets pages of its own.
    if (m_open.rows() > 0 && batch.bytes() + m_open.bytes() > std::numeric_limits<int>::max()) {
        if (auto closed = closePage(); !closed)
            return *(m_refusal = closed.error());
    }
    for (int row = 0; row < batch.rows(); ++row) {
        m_open.append(batch, row);
        if (!m_open.isFull())
            continue;
        if (auto closed = closePage(); !closed)
            return *(m_refusal = closed.error());
    }
    if (m_open.rows() > 0)
        publish(false);
    const std::scoped_lock lock(m_mutex);
    m_valueBytes += batch.bytes();
    return Ok{};
}

Result<> ResultStore::closePage()
{
    publish(true);
    m_open.clear();
    return makeRoom();
}

/// Shows the open page as it is now, in the place of what it was before.
void ResultStore::publish(bool isClosed)
{
    StoredPage page(m_open.page());
    const std::scoped_lock lock(m_mutex);
    const int rows = m_open.rows() + (m_closed == 0 ? 0 : m_ends[m_closed - 1]);
    if (m_closed == m_pages.size()) {
        m_pages.push_back(std::move(page));
        m_ends.push_back(rows);
    } else {
        std::swap(m_pages.back(), page);
        m_ends.back() = rows;
    }
    m_rows.store(rows, std::memory_order_release);
    m_closed += isClosed ? 1 : 0;
}

/// Takes shares of the budget for pages in memory; false if there are not enough.
bool ResultStore::pay()
{
    for (m_unpaid = std::max(m_unpaid, m_oldest); m_unpaid < m_closed; ++m_unpaid) {
        auto share = m_budget->take(m_pages[m_unpaid].bytes());
        if (!share)
            return false;
        m_pages[m_unpaid].pay(std::move(*share));
    }
    return true;
}

/// Files are written without the lock that others want: pages do not change, and none but this thread moves them.
Result<> ResultStore::makeRoom()
{
    const auto isPaid = [this] {
        const std::scoped_lock lock(m_mutex);
        return pay();
    };
    while (!isPaid()) {
        if (auto done = spillOldest(); !done)
            return done;
    }
    return Ok{};
}

Result<> ResultStore::spillOldest()
{
    if (!m_file) {
        auto made = SpillFile::make(m_spillFolder);
        if (!made)
            return made.error();
        m_file = *made;
    }
    const StoredPage oldest = [this] {
        const std::scoped_lock lock(m_mutex);
        return m_pages[m_oldest];
    }();
    const auto extent = m_file->write(oldest.page()->block());
    if (!extent)
        return extent.error();
    const std::scoped_lock lock(m_mutex);
    m_pages[m_oldest++] = StoredPage(m_file, *extent);
    return Ok{};
}

/// The caller holds m_mutex.
ResultStore::Place ResultStore::placeOf(int row) const
{
    const auto number =
        static_cast<std::size_t>(std::upper_bound(m_ends.begin(), m_ends.end(), row) - m_ends.begin());
    return {number, row - (number == 0 ? 0 : m_ends[number - 1])};
}

/// Nothing for one that is only in the file. The caller holds m_mutex.
std::shared_ptr<const Page> ResultStore::pageAtHand(std::size_t number) const
{
    auto page = m_pages[number].page();
    return page ? page : m_cache.find(number);
}

std::optional<Cell> ResultStore::cellAtHand(int row, int column) const
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock)
        return std::nullopt;
    const Place place = placeOf(row);
    const auto page = pageAtHand(place.page);
    return page ? std::optional(Cell(page->value(place.row, column), page)) : std::nullopt;
}

Result<Cell> ResultStore::cell(int row, int column) const
{
    std::vector<std::shared_ptr<const Page>> evicted; // freed outside the lock
    std::unique_lock lock(m_mutex);
    const Place place = placeOf(row);
    auto page = pageAtHand(place.page);
    if (!page) {
        const StoredPage stored = m_pages[place.page];
        lock.unlock();
        auto loaded = stored.load();
        if (!loaded)
            return loaded.error();
        page = *loaded;
        lock.lock();
        if (!m_cache.find(place.page)) // another thread may have read it meanwhile
            evicted = m_cache.insert(place.page, page);
    }
    return Cell(page->value(place.row, column), page);
}

RowSnapshot ResultStore::snapshot() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_columns, m_pages, m_ends.empty() ? 0 : m_ends.back()};
}

void ResultStore::settle()
{
    const std::unique_lock appending(m_appending, std::try_to_lock);
    if (!appending)
        return; // who cancels does not wait for a row that is still on its way
    m_open = PageBuilder(static_cast<int>(m_columns.size()));
    const std::scoped_lock lock(m_mutex);
    m_closed = m_pages.size();
    pay();
}

std::size_t ResultStore::valueBytes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_valueBytes;
}

std::size_t ResultStore::memory() const
{
    const std::scoped_lock lock(m_mutex);
    const std::size_t containers = m_pages.capacity() * sizeof(StoredPage) + m_ends.capacity() * sizeof(int);
    return std::accumulate(
        m_pages.begin(), m_pages.end(), containers,
        [](std::size_t sum, const StoredPage &page) { return page.isInMemory() ? sum + page.bytes() : sum; });
}

std::size_t ResultStore::spilled() const
{
    const std::scoped_lock lock(m_mutex);
    return std::accumulate(
        m_pages.begin(), m_pages.end(), std::size_t{0},
        [](std::size_t sum, const StoredPage &page) { return page.isInMemory() ? sum : sum + page.bytes(); });
}

} // namespace latchkey::result
