// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profilefilter.h"

namespace latchkey {

ProfileFilter::ProfileFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ProfileFilter::setProfiles(ProfileModel &model)
{
    m_model = &model;
    // Before the base class hears of it and asks.
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ProfileFilter::forget);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &ProfileFilter::forget);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ProfileFilter::forget);
    setSourceModel(&model);
}

bool ProfileFilter::setWords(const QString &typed)
{
    QStringList words = searchWords(typed);
    if (words == m_words)
        return false;
    const bool wasActive = isActive();
    const bool hidNothing = hidesNothing();
    const bool isNarrowing = m_isFound && !m_words.isEmpty() && typed.startsWith(m_typed);
    const std::vector<char> before = m_isFound ? m_kept : std::vector<char>();
    m_typed = typed;
    m_words = std::move(words);
    find(isNarrowing);
    if (wasActive && isActive() ? m_kept == before : hidNothing && hidesNothing())
        return false;
    invalidate();
    return true;
}

void ProfileFilter::setScope(Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    find(false);
    invalidate();
}

void ProfileFilter::setRecent(const QSet<QUuid> &ids)
{
    if (ids == m_recent)
        return;
    m_recent = ids;
    if (m_scope != Scope::Recent)
        return;
    find(false);
    invalidateRowsFilter();
}

bool ProfileFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isActive())
        return true;
    const QModelIndex index = m_model->index(row, 0, parent);
    const Profile *profile = m_model->profileAt(index);
    if (!profile)
        return false;
    const int number = m_model->numberAt(index);
    return m_isFound ? m_kept[static_cast<std::size_t>(number)] != 0 : matchesNow(*profile, number);
}

/// `isNarrowing`: what is hidden now stays so.
void ProfileFilter::find(bool isNarrowing)
{
    m_kept.resize(static_cast<std::size_t>(m_model->searchTexts().end()), 0);
    m_keepsAll = true;
    for (std::size_t at = 0; at < m_kept.size(); ++at) {
        const int number = static_cast<int>(at);
        const Profile *profile = m_model->searchTexts().profile(number);
        if (profile && (!isNarrowing || m_kept[at] != 0))
            m_kept[at] = matchesNow(*profile, number) ? 1 : 0;
        m_keepsAll = m_keepsAll && (!profile || m_kept[at] != 0);
    }
    m_isFound = true;
}

bool ProfileFilter::hidesNothing() const
{
    return !isActive() || (m_isFound && m_keepsAll && !m_model->hasEmptyFolder());
}

bool ProfileFilter::matchesNow(const Profile &profile, int number) const
{
    return isInScope(profile) && matches(m_model->searchTexts().text(number), m_words);
}

bool ProfileFilter::isInScope(const Profile &profile) const
{
    switch (m_scope) {
    case Scope::Favourites:
        return profile.favourite;
    case Scope::Recent:
        return m_recent.contains(profile.id);
    case Scope::All:
        break;
    }
    return true;
}

} // namespace latchkey
