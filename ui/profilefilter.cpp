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

void ProfileFilter::forget()
{
    m_kept.clear();
    m_hidden.clear();
}

void ProfileFilter::setWords(const QString &typed)
{
    QStringList words = searchWords(typed);
    if (words == m_words)
        return;
    // Who types on narrows: what did not match before does not now.
    if (m_words.isEmpty() || !typed.startsWith(m_typed))
        m_hidden.clear();
    m_kept.clear();
    m_typed = typed;
    m_words = std::move(words);
    invalidate();
}

void ProfileFilter::setScope(Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    forget();
    invalidate();
}

void ProfileFilter::setRecent(const QSet<QUuid> &ids)
{
    if (ids == m_recent)
        return;
    m_recent = ids;
    if (m_scope != Scope::Recent)
        return;
    forget();
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
    const void *key = index.constInternalPointer();
    if (m_hidden.contains(key))
        return false;
    if (m_kept.contains(key))
        return true;
    const bool isKept = isInScope(*profile) && matchScore(*m_model->searchTextAt(index), m_words) > 0;
    (isKept ? m_kept : m_hidden).insert(key);
    return isKept;
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
