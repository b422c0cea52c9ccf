// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace latchkey::script {

enum class StatementKind {
    Nothing, ///< only blanks and comments
    Read,
    Write, ///< of rows, or of a file on the server
    Definition, ///< DDL
    Privilege, ///< accounts, roles and what they may do
    Session, ///< of this connection only, such as USE and SET
    Transaction,
    Administration, ///< of the server
    Call, ///< runs what is stored elsewhere: CALL, EXECUTE, DO, a block
    Unknown
};

/// What is hard to undo, or is meant for more than it seems.
enum class Danger {
    AllRows, ///< UPDATE or DELETE of a whole table
    DropDatabase,
    DropTable,
    DropColumn,
    DropPartition,
    DropAccount,
    Truncate,
    SetGlobal,
    Flush,
    Kill,
    Shutdown,
    GrantAll,
    PurgeLogs, ///< binary logs, or where a replica stands in them
    StopReplication,
    Unlogged ///< leaves the binary log out, so that replicas differ
};

struct Classification
{
    StatementKind kind = StatementKind::Nothing;
    QList<Danger> dangers; ///< each once, in the order of the enumeration
    /// It might change data, structure, accounts or the server. Only what surely does not is false; a function with
    /// side effects inside a SELECT cannot be seen.
    bool mayWrite = true;
    bool locksRows = false; ///< SELECT … FOR UPDATE and the like

    friend bool operator==(const Classification &, const Classification &) = default;
};

/// Of a single statement. What stands in an executed comment counts, but since it depends on the server, such a statement
/// always may write. Pure, linear.
Classification classify(QStringView statement);

/// Classification::mayWrite.
bool mayWrite(QStringView statement);

} // namespace latchkey::script
