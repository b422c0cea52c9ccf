// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profileorder.h"

#include "core/profile/sortkey.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace latchkey {

namespace {

template <typename Entry>
QList<Entry> sorted(QList<Entry> entries)
{
    const QList<Entry> &all = entries;
    std::vector<std::pair<QString, qsizetype>> order;
    order.reserve(static_cast<std::size_t>(all.size()));
    SortKeys keys;
    for (qsizetype at = 0; at < all.size(); ++at)
        order.emplace_back(keys.keyOf(settingsOf(all.at(at))), at);
    const auto isBefore = [&all](const auto &left, const auto &right) {
        if (left.first != right.first)
            return left.first < right.first;
        const Profile &a = settingsOf(all.at(left.second));
        const Profile &b = settingsOf(all.at(right.second));
        return std::tie(a.folder, a.name, a.id) < std::tie(b.folder, b.name, b.id);
    };
    if (std::is_sorted(order.begin(), order.end(), isBefore))
        return entries; // as files are that were saved here
    std::sort(order.begin(), order.end(), isBefore);
    QList<Entry> result;
    result.reserve(all.size());
    for (const auto &[key, at] : order)
        result.append(std::move(entries[at]));
    return result;
}

} // namespace

void sortByPath(ProfileDocument &document)
{
    document.folders = sorted(std::move(document.folders));
    document.profiles = sorted(std::move(document.profiles));
}

} // namespace latchkey
