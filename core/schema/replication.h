// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

namespace latchkey::schema {

/// A view of replication, and the ways to ask for it: the first that the server knows is the one.
struct ReplicationView
{
    enum class Kind { AuroraReplicas, Channels };

    Kind kind = Kind::Channels;
    QStringList statements;
};

/// Aurora's replicas first (information_schema.replica_host_status, mysql.ro_replica_status), then the channels of
/// ordinary replication as MariaDB, MySQL 8.0.22 and older servers name them. Pure.
QList<ReplicationView> replicationViews();

/// A row a field, a column a channel, as people read SHOW REPLICA STATUS\G. Pure.
Answer transposed(const Answer &answer);

} // namespace latchkey::schema
