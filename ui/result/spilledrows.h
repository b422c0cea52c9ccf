// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/shownrows.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace latchkey {

/// What the cells look like of rows that are in a result's file and not in memory: read on a thread of their own, so that
/// who paints never waits for the disk, and those before and behind them too, since somebody is about to go there.
class SpilledRows : public QObject
{
    Q_OBJECT
public:
    struct Look
    {
        QString text; ///< as the grid shows the value; of an unreadable one why it is
        bool isNull = false;
        bool isUnreadable = false;
    };

    explicit SpilledRows(QObject *parent = nullptr) : QObject(parent) { }
    ~SpilledRows() override;

    /// From now on these are the rows; what was known of others is forgotten.
    void setRows(result::ShownRows rows);
    /// Nothing: it is being read from now on, and arrived() will follow.
    std::optional<Look> look(int row, int column);

Q_SIGNALS:
    /// Of some rows between these two, as they are shown, the look is known now.
    void arrived(int first, int last);

private:
    using Looks = QHash<int, std::vector<Look>>; ///< by row

    void want(int row);
    void readWanted();
    void read(std::vector<int> wanted, bool isAhead);
    void take(const Looks &looks);
    std::vector<int> around(const std::vector<int> &wanted) const;
    static Result<Looks> looksOf(const result::ShownRows &rows, const std::vector<int> &wanted,
                                 const std::stop_token &stop);

    result::ShownRows m_rows;
    Looks m_looks;
    std::set<int> m_wanted; ///< rows, still to be read
    std::size_t m_screen =
        0; ///< rows: the most that were wanted at once, for a screen may ask for them in portions
    bool m_isAsked = false; ///< to read them, once control returns to the event loop
    std::stop_source m_stop;
    bool m_isReading = false;
    bool m_isReadingAhead = false; ///< which gives way to what is wanted
    int m_reading = 0; ///< counts, so that an answer that nobody waits for is known
};

} // namespace latchkey
