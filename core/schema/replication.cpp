// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/replication.h"

namespace latchkey::schema {

QList<ReplicationView> replicationViews()
{
    const QString replicas =
        QStringLiteral("SELECT SERVER_ID, IF(SESSION_ID = 'MASTER_SESSION_ID', 'writer', 'reader') AS ROLE, "
                       "REPLICA_LAG_IN_MILLISECONDS, CPU, LAST_UPDATE_TIMESTAMP "
                       "FROM information_schema.replica_host_status ORDER BY ROLE DESC, SERVER_ID");
    const QString readers = QStringLiteral("SELECT * FROM mysql.ro_replica_status");
    return {{ReplicationView::Kind::AuroraReplicas, {replicas, readers}},
            {ReplicationView::Kind::Channels,
             {QStringLiteral("SHOW ALL SLAVES STATUS"), QStringLiteral("SHOW REPLICA STATUS"),
              QStringLiteral("SHOW SLAVE STATUS")}}};
}

Answer transposed(const Answer &answer)
{
    Answer turned{{QStringLiteral("Field")}, {}};
    for (qsizetype channel = 0; channel < answer.rows.size(); ++channel)
        turned.columns.append(answer.rows.size() == 1 ? QStringLiteral("Value")
                                                      : QString::number(channel + 1));
    for (qsizetype field = 0; field < answer.columns.size(); ++field) {
        QStringList row{answer.columns[field]};
        for (const QStringList &channel : answer.rows)
            row.append(channel.value(field));
        turned.rows.append(row);
    }
    return turned;
}

} // namespace latchkey::schema
