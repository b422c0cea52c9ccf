// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QSet>

namespace latchkey {

/// Turns the rows `now` into the rows `wanted` with few changes: remove(first, last), then move(from, to) and
/// insert(first, last) in ascending order, where the rows inserted are wanted[first] … wanted[last]. Keys are unique.
template <typename Key, typename Remove, typename Move, typename Insert>
void syncRows(QList<Key> now, const QList<Key> &wanted, Remove remove, Move move, Insert insert)
{
    const QSet<Key> keep(wanted.begin(), wanted.end());
    for (qsizetype last = now.size() - 1; last >= 0; --last) {
        if (keep.contains(now.at(last)))
            continue;
        qsizetype first = last;
        while (first > 0 && !keep.contains(now.at(first - 1)))
            --first;
        remove(static_cast<int>(first), static_cast<int>(last));
        now.remove(first, last - first + 1);
        last = first;
    }
    const QSet<Key> had(now.begin(), now.end());
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        if (row < now.size() && now.at(row) == wanted.at(row))
            continue;
        if (had.contains(wanted.at(row))) {
            const qsizetype from = now.indexOf(wanted.at(row), row);
            move(static_cast<int>(from), static_cast<int>(row));
            now.move(from, row);
            continue;
        }
        qsizetype last = row;
        while (last + 1 < wanted.size() && !had.contains(wanted.at(last + 1)))
            ++last;
        insert(static_cast<int>(row), static_cast<int>(last));
        for (qsizetype added = row; added <= last; ++added)
            now.insert(added, wanted.at(added));
        row = last;
    }
}

} // namespace latchkey
