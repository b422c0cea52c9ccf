// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/match.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace latchkey {

/// What a filter looks at, of each profile in the tree. Texts are made in idle moments, a little at a time, so that the first key
/// need not wait for all of them; who asks earlier has his made at once. Profiles have small numbers, so that what somebody knows
/// of them can be an array.
class SearchTexts
{
public:
    SearchTexts();

    /// Gives its number. It must stay where it is until it is removed.
    int add(const Profile &profile);
    /// It says something else now.
    void forget(int number) { m_entries[static_cast<std::size_t>(number)].text.reset(); }
    /// Its number will be another's.
    void remove(int number);
    /// From now on in idle moments.
    void prepare();
    /// All have been made since prepare().
    bool areReady() const { return !m_preparing.isActive(); }

    /// All numbers are less than this.
    int end() const { return static_cast<int>(m_entries.size()); }
    /// nullptr if none has this number.
    const Profile *profile(int number) const { return m_entries[static_cast<std::size_t>(number)].profile; }
    /// Of a profile that is there.
    const SearchText &text(int number) const;

private:
    struct Entry
    {
        const Profile *profile = nullptr;
        mutable std::optional<SearchText> text = std::nullopt; ///< made when first asked for
    };

    void makeSome();

    std::vector<Entry> m_entries;
    std::vector<int> m_free;
    QTimer m_preparing; ///< runs while there are texts to be made
    int m_prepared = 0; ///< the numbers before it have theirs
};

} // namespace latchkey
