// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/killstatements.h"

namespace latchkey::sql {

QStringList killStatements(quint64 connectionId, KillTarget target)
{
    const QString id = QString::number(connectionId);
    if (target == KillTarget::Query)
        return {QStringLiteral("KILL QUERY ") + id, QStringLiteral("CALL mysql.rds_kill_query(%1)").arg(id)};
    return {QStringLiteral("KILL CONNECTION ") + id, QStringLiteral("CALL mysql.rds_kill(%1)").arg(id)};
}

} // namespace latchkey::sql
