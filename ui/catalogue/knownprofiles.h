// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profilestore.h"
#include "ui/catalogue/teamcatalogues.h"

namespace latchkey {

/// Every profile that can be connected to, wherever it is kept: the user's own and those of the team's catalogues.
class KnownProfiles : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    KnownProfiles(ProfileStore &own, TeamCatalogues &catalogues, QObject *parent = nullptr);

    TeamCatalogues &catalogues() const { return m_catalogues; }

    /// nullptr if there is none.
    const Profile *find(const QUuid &id) const;
    /// As findProfile().
    Result<Profile> findByPath(const QString &path) const;
    /// The user's own first.
    QList<Profile> all() const;
    /// As many of these, if there are.
    QList<Profile> first(qsizetype count) const;
    /// With the folders; for exporting. What a catalogue and the user's own have at the same path is there twice.
    ProfileDocument document() const;
    /// The catalogue's name; empty: the profile is the user's own, or nobody's.
    QString catalogueOf(const QUuid &id) const;
    /// As ProfileStore::change(), or Catalogues::personalise().
    QFuture<Result<Profile>> change(const QUuid &id, const std::function<void(Profile &)> &edit);
    /// As ProfileStore::pin(), of a catalogue's profile too.
    QFuture<Result<Profile>> pin(const QUuid &id, const QString &host, const QString &spn);
    /// As change(), for several. All of the user's own are changed, or none; and so with the catalogues'.
    QFuture<Result<>> changeAll(const QList<QUuid> &ids, const std::function<void(Profile &)> &edit);

Q_SIGNALS:
    /// find() says something else.
    void changed();

private:
    ProfileStore &m_own;
    TeamCatalogues &m_catalogues;
};

} // namespace latchkey
