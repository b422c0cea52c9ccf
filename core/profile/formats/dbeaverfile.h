// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

#include <QHash>
#include <QJsonObject>

namespace latchkey::formats {

/// What DBeaver's data-sources.json says, as far as it is of use here.
struct DBeaverFile
{
    struct Entry
    {
        QString id; ///< "mysql8-19df…"; of a folder its path, "a/b"
        QJsonObject members;
    };
    QList<Entry> folders;
    QList<Entry> connections;
    QHash<QString, QJsonObject> types; ///< "connection-types", by id
};

/// Untrusted input; strict JSON. InvalidInput names the line.
Result<DBeaverFile> readDBeaverFile(const QByteArray &text);

QByteArray writeDBeaverFile(const DBeaverFile &file);

} // namespace latchkey::formats
