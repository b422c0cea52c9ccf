// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/draggedrows.h"

#include <QMimeData>

namespace latchkey {

namespace {

const QString folderFormat = QStringLiteral("application/x-latchkey-folders"); // paths, a line each
const QString catalogueFormat = QStringLiteral("application/x-latchkey-catalogue"); // the name of one

} // namespace

QString DraggedRows::profileFormat()
{
    return QStringLiteral("application/x-latchkey-profile");
}

QStringList DraggedRows::formats()
{
    return {profileFormat(), folderFormat};
}

QMimeData *DraggedRows::toMimeData() const
{
    QByteArrayList ids;
    for (const QUuid &id : profiles)
        ids.append(id.toByteArray());
    auto *data = new QMimeData;
    if (!ids.isEmpty())
        data->setData(profileFormat(), ids.join('\n'));
    data->setData(folderFormat, folders.join(QLatin1Char('\n')).toUtf8());
    if (!catalogue.isEmpty())
        data->setData(catalogueFormat, catalogue.toUtf8());
    return data;
}

std::optional<DraggedRows> DraggedRows::from(const QMimeData &data)
{
    if (!data.hasFormat(folderFormat))
        return std::nullopt;
    DraggedRows rows;
    for (const QByteArray &id : data.data(profileFormat()).split('\n')) {
        if (const QUuid known(id); !known.isNull())
            rows.profiles.append(known);
    }
    rows.folders = QString::fromUtf8(data.data(folderFormat)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    rows.catalogue = QString::fromUtf8(data.data(catalogueFormat));
    return rows;
}

} // namespace latchkey
