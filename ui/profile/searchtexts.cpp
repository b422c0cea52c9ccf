// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/searchtexts.h"

#include <QDeadlineTimer>

namespace latchkey {

namespace {

/// How long at a time, and how far apart: nobody notices, and ten thousand are there before anybody can type.
constexpr std::chrono::milliseconds longestSlice{4};
constexpr std::chrono::milliseconds betweenSlices{20};

} // namespace

SearchTexts::SearchTexts()
{
    m_preparing.setInterval(betweenSlices);
    m_preparing.callOnTimeout([this] { makeSome(); });
}

int SearchTexts::add(const Profile &profile)
{
    if (m_free.empty()) {
        m_free.push_back(end());
        m_entries.emplace_back();
    }
    const int number = m_free.back();
    m_free.pop_back();
    m_entries[static_cast<std::size_t>(number)] = {&profile};
    return number;
}

void SearchTexts::remove(int number)
{
    m_entries[static_cast<std::size_t>(number)] = {};
    m_free.push_back(number);
}

void SearchTexts::prepare()
{
    m_prepared = 0;
    m_preparing.start();
}

const SearchText &SearchTexts::text(int number) const
{
    const Entry &entry = m_entries[static_cast<std::size_t>(number)];
    if (!entry.text)
        entry.text.emplace(*entry.profile);
    return *entry.text;
}

void SearchTexts::makeSome()
{
    const QDeadlineTimer slice(longestSlice);
    for (; m_prepared < end() && !slice.hasExpired(); ++m_prepared) {
        if (profile(m_prepared))
            text(m_prepared);
    }
    if (m_prepared >= end())
        m_preparing.stop();
}

} // namespace latchkey
