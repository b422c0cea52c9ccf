// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/watchplaces.h"

#include <QDir>
#include <QFileInfo>

namespace latchkey::krb {

namespace {

struct Place
{
    QString folder;
    QString name; ///< empty: a whole DIR collection
};

Place placeOf(const QString &cacheName)
{
    if (cacheName.startsWith(QLatin1String("DIR::")))
        return {QFileInfo(cacheName.mid(5)).absolutePath(), QString()};
    if (cacheName.startsWith(QLatin1String("DIR:")))
        return {QFileInfo(cacheName.mid(4)).absoluteFilePath(), QString()};
    const QString path = cacheName.startsWith(QLatin1String("FILE:")) ? cacheName.mid(5) : cacheName;
    const QFileInfo file(path);
    return {file.absolutePath(), file.fileName()};
}

Place existing(Place place)
{
    place.folder = QDir::cleanPath(place.folder);
    while (!QFileInfo(place.folder).isDir() && place.folder != QLatin1String("/")) {
        const QFileInfo missing(place.folder);
        place = {missing.absolutePath(), missing.fileName()};
    }
    return place;
}

} // namespace

bool WatchedNames::match(const QString &name) const
{
    if (exact.contains(name))
        return true;
    return collection && (name == QLatin1String("primary") || name.startsWith(QLatin1String("tkt")));
}

bool isInFolder(const QString &cacheName)
{
    return cacheName.startsWith(QLatin1String("FILE:")) || cacheName.startsWith(QLatin1String("DIR:"))
           || !cacheName.contains(QLatin1Char(':'));
}

QMap<QString, WatchedNames> watchPlaces(const QStringList &cacheNames)
{
    QMap<QString, WatchedNames> places;
    for (const QString &name : cacheNames) {
        if (!isInFolder(name) || name.isEmpty())
            continue;
        const Place place = existing(placeOf(name));
        WatchedNames &names = places[place.folder];
        if (place.name.isEmpty())
            names.collection = true;
        else
            names.exact += place.name;
    }
    return places;
}

} // namespace latchkey::krb
