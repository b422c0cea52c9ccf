// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/catalogues.h"

#include <QTemporaryDir>

namespace latchkey::test {

/// A published file of profiles with these names, with the same ids each time.
QByteArray teamFile(const QStringList &names);

/// Fails the test unless the refresh failed in this way.
void expectRefusal(const Result<Refreshed> &refreshed, Error::Code code, const QString &said);

/// A user's side of catalogues: a folder of its own for the list and the copies.
struct CatalogueDesk
{
    QTemporaryDir folder;
    QString authorities; ///< that web servers are verified with
    QString principal = {}; ///< whose ticket they are shown
    Catalogues catalogues{folder.path()};

    explicit CatalogueDesk(QString caFile) : authorities(std::move(caFile)) { }

    /// To a catalogue "Team"; a null id if that was refused.
    QUuid subscribe(const QString &source, WebAuthentication authentication = WebAuthentication::None);
    Result<Refreshed> refresh(const QUuid &id) { return catalogues.refresh(id).result(); }
    /// Both.
    Result<Refreshed> fetch(const QString &source,
                            WebAuthentication authentication = WebAuthentication::None);
    /// Of all profiles that there are now.
    QStringList paths();
    /// The first one, as of the last load or change.
    Subscription subscription() const { return catalogues.catalogues().value(0).subscription; }
};

} // namespace latchkey::test
