// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/profilemodel.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <vector>

namespace latchkey {

/// Keeps the profiles that match what was typed (see match.h) and belong to the chosen ones, with their folders. Other words and
/// scopes are told as another layout, not row by row, for a letter may hide thousands; and not at all if they hide the same.
class ProfileFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Scope { All, Favourites, Recent };

    explicit ProfileFilter(QObject *parent = nullptr);

    void setProfiles(ProfileModel &model);
    /// Whether rows have come or gone by it.
    bool setWords(const QString &typed);
    void setScope(Scope scope);
    void setRecent(const QSet<QUuid> &ids);
    Scope scope() const { return m_scope; }
    /// Whether anything may be hidden.
    bool isActive() const { return !m_words.isEmpty() || m_scope != Scope::All; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool matchesNow(const Profile &profile, int number) const;
    bool isInScope(const Profile &profile) const;
    void find(bool isNarrowing);
    bool hidesNothing() const;
    void forget() { m_isFound = false; }

    ProfileModel *m_model = nullptr;
    QString m_typed;
    QStringList m_words;
    Scope m_scope = Scope::All;
    QSet<QUuid> m_recent;
    std::vector<char> m_kept; ///< by number (see SearchTexts), whether it is kept
    bool m_isFound = false; ///< so that m_kept holds: no row has changed since
    bool m_keepsAll = false; ///< of the profiles
};

} // namespace latchkey
