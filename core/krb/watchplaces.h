// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace latchkey::krb {

/// Which names matter in one watched folder.
struct WatchedNames
{
    QSet<QString> exact;
    bool collection = false; ///< and those of a DIR collection: "primary" and "tkt…"

    bool match(const QString &name) const;

    friend bool operator==(const WatchedNames &, const WatchedNames &) = default;
};

/// Folders with the names to watch in them, so that no change of these caches, their coming and going included, is
/// missed. Where a folder does not exist, the nearest one above that does is watched for the way down. Other types
/// than FILE and DIR have no place.
QMap<QString, WatchedNames> watchPlaces(const QStringList &cacheNames);

/// FILE or DIR: its changes can be seen in a folder.
bool isInFolder(const QString &cacheName);

} // namespace latchkey::krb
