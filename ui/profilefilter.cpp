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
    setSourceModel(&model);
}

void ProfileFilter::setWords(const QString &typed)
{
    QStringList words = searchWords(typed);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateRowsFilter();
}

void ProfileFilter::setScope(Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    invalidateRowsFilter();
}

void ProfileFilter::setRecent(const QSet<QUuid> &ids)
{
    if (ids == m_recent)
        return;
    m_recent = ids;
    if (m_scope == Scope::Recent)
        invalidateRowsFilter();
}

bool ProfileFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isActive())
        return true;
    const QModelIndex index = m_model->index(row, 0, parent);
    const Profile *profile = m_model->profileAt(index);
    return profile && isInScope(*profile) && matchScore(*m_model->searchTextAt(index), m_words) > 0;
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
