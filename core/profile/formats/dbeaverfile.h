// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <QHash>
#include <QJsonObject>

namespace latchkey::formats {

/// What DBeaver's data-sources.json says, as far as it is of use here.
struct DBeaverFile
{
    struct Entry
    {
        QString id; ///< "mysql8-19df…"; of a folder its path, "a/b", or its name if it says its "parent"
        QJsonObject members;
    };
    QList<Entry> folders;
    QList<Entry> connections;
    QHash<QString, QJsonObject> types; ///< "connection-types", by id
};

/// Untrusted input; strict JSON, but that DBeaver itself writes two folders of one name under one key. InvalidInput names
/// the line; an entry that is no object is a remark.
Result<DBeaverFile> readDBeaverFile(const QByteArray &text, Remarks &remarks);

QByteArray writeDBeaverFile(const DBeaverFile &file);

} // namespace latchkey::formats
