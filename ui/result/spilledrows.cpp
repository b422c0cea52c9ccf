// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/spilledrows.h"

#include "core/base/job.h"
#include "core/base/whendone.h"
#include "core/result/celltext.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::size_t mostWantedRows = 500; ///< more than fit any screen
constexpr qsizetype mostLooks = 2'000; ///< rows that are kept
constexpr std::size_t mostCellsAhead = 50'000;

SpilledRows::Look lookOf(const sql::Column &column, const Result<result::Cell> &cell)
{
    if (!cell)
        return {cell.error().message, false, true};
    const auto &value = cell->value();
    return value ? SpilledRows::Look{result::displayText(column, *value), false, false}
                 : SpilledRows::Look{{}, true, false};
}

} // namespace

SpilledRows::~SpilledRows()
{
    m_stop.request_stop();
}

void SpilledRows::setRows(result::ShownRows rows)
{
    m_stop.request_stop();
    ++m_reading;
    m_isReading = false;
    m_rows = std::move(rows);
    m_looks.clear();
    m_wanted.clear();
    m_screen = 0;
}

std::optional<SpilledRows::Look> SpilledRows::look(int row, int column)
{
    const auto known = m_looks.constFind(row);
    if (known != m_looks.constEnd())
        return (*known)[static_cast<std::size_t>(column)];
    want(row);
    return std::nullopt;
}

/// The one that paints asks for many, one after the other.
void SpilledRows::want(int row)
{
    m_wanted.insert(row);
    if (std::exchange(m_isAsked, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isAsked = false;
            readWanted();
        },
        Qt::QueuedConnection);
}

void SpilledRows::readWanted()
{
    if (m_wanted.empty() || (m_isReading && !m_isReadingAhead))
        return;
    std::vector<int> wanted(m_wanted.begin(), m_wanted.end());
    if (wanted.size() > mostWantedRows)
        wanted.resize(mostWantedRows); // what is still looked at then is asked for again
    m_wanted.clear();
    m_screen = std::max(m_screen, wanted.size());
    read(std::move(wanted), false);
}

void SpilledRows::read(std::vector<int> wanted, bool isAhead)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isReading = true;
    m_isReadingAhead = isAhead;
    const auto reading =
        startJob<Looks>(m_stop.get_token(), [rows = m_rows, wanted, stop = m_stop.get_token()](Job &) {
            return looksOf(rows, wanted, stop);
        });
    whenDone(reading, this,
             [this, wanted = std::move(wanted), number = ++m_reading](const Result<Looks> &looks) {
                 if (number != m_reading)
                     return;
                 m_isReading = false;
                 if (looks)
                     take(*looks);
                 if (!m_wanted.empty())
                     readWanted();
                 else if (const auto ahead = around(wanted); !m_isReadingAhead && !ahead.empty())
                     read(ahead, true);
             });
}

void SpilledRows::take(const Looks &looks)
{
    if (m_looks.size() + looks.size() > mostLooks)
        m_looks.clear();
    m_looks.insert(looks);
    if (looks.isEmpty())
        return;
    const auto [first, last] = std::minmax_element(looks.keyBegin(), looks.keyEnd());
    Q_EMIT arrived(*first, *last);
}

/// A screen of rows before and behind those that were wanted, without those that are known.
std::vector<int> SpilledRows::around(const std::vector<int> &wanted) const
{
    const auto step = static_cast<int>(m_screen);
    const int end = m_rows.numbers ? m_rows.rows : m_rows.store->rows(); // it may have grown
    std::set<int> rows;
    if (m_screen * static_cast<std::size_t>(m_rows.columns().size()) > mostCellsAhead)
        return {};
    int next = 0; ///< those before have been looked at
    for (const int row : wanted) {
        for (next = std::max(next, row - step); next < std::min(row + step + 1, end); ++next)
            if (!m_looks.contains(next) && !m_rows.cellAtHand(next, 0))
                rows.insert(next);
    }
    return {rows.begin(), rows.end()};
}

Result<SpilledRows::Looks> SpilledRows::looksOf(const result::ShownRows &rows, const std::vector<int> &wanted,
                                                const std::stop_token &stop)
{
    Looks looks;
    for (const int row : wanted) {
        if (stop.stop_requested())
            return cancelledError();
        std::vector<Look> cells;
        for (int column = 0; column < rows.columns().size(); ++column)
            cells.push_back(lookOf(rows.columns()[column], rows.cell(row, column)));
        looks.insert(row, std::move(cells));
    }
    return looks;
}

} // namespace latchkey
