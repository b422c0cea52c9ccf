// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <QJsonObject>

namespace latchkey::formats {

/// A connection as MySQL Workbench's connections.xml has it (its GRT format 2.0). Texts and whole numbers only, which is
/// all that there is in practice.
struct WorkbenchConnection
{
    QString id;
    QString driver; ///< "com.mysql.rdbms.mysql.driver.native"
    QString name; ///< "Group/Name"
    QJsonObject values; ///< its other members: "isDefault", "hostIdentifier"
    QJsonObject parameters; ///< its "parameterValues"
    qsizetype line = 0; ///< where it begins; not written

    QString text(QLatin1String key) const;
};

/// Untrusted input. If the text breaks off, the connections before that place are given. InvalidInput if there is none,
/// and always for a document type declaration (DTD): nothing honest has one.
Result<QList<WorkbenchConnection>> readWorkbenchXml(const QByteArray &text, Remarks &remarks);

QByteArray writeWorkbenchXml(const QList<WorkbenchConnection> &connections);

} // namespace latchkey::formats
