// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/profilemodel.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace latchkey {

/// Keeps the profiles that match what was typed (see match.h) and belong to the chosen ones, with their folders. Other words and
/// scopes are told as another layout, not row by row: a letter may hide thousands.
class ProfileFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Scope { All, Favourites, Recent };

    explicit ProfileFilter(QObject *parent = nullptr);

    void setProfiles(ProfileModel &model);
    void setWords(const QString &typed);
    void setScope(Scope scope);
    void setRecent(const QSet<QUuid> &ids);
    Scope scope() const { return m_scope; }
    /// Whether anything may be hidden.
    bool isActive() const { return !m_words.isEmpty() || m_scope != Scope::All; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool isInScope(const Profile &profile) const;
    void forget();

    ProfileModel *m_model = nullptr;
    QString m_typed;
    QStringList m_words;
    Scope m_scope = Scope::All;
    QSet<QUuid> m_recent;
    /// Rows, by their internal pointers, that have been looked at since the last change of anything: each is asked about for
    /// every folder around it.
    mutable QSet<const void *> m_kept;
    mutable QSet<const void *> m_hidden;
};

} // namespace latchkey
