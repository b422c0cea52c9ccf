// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/sqlmode.h"

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
    /// It might change data, structure, accounts or the server. Only what surely does not is false, but for what a
    /// function inside a SELECT does.
    bool mayWrite = true;
    bool locksRows = false; ///< SELECT … FOR UPDATE and the like
    bool callsUnknown = false; ///< a function that might do more than compute; not looked for if mayWrite
    bool callsStored = false; ///< one of those that is not known to wait or lock only

    /// Stopped before its last row, it would have done only a part of what it is for.
    bool mustRunToItsEnd() const { return mayWrite || locksRows || callsUnknown; }
    /// However it ends, nothing is different afterwards but locks.
    bool onlyReads() const { return kind == StatementKind::Read && !mayWrite && !callsStored; }
    /// Run a second time, it might do something a second time.
    bool mayBeRunAgain() const { return !mayWrite && !callsUnknown; }

    friend bool operator==(const Classification &, const Classification &) = default;
};

/// Of a single statement. What stands in an executed comment counts, but since it depends on the server, such a statement
/// always may write. While the mode is not known, what the statement does in any that it may be read in counts. Pure, linear.
Classification classify(QStringView statement, SqlMode mode = {});

/// Classification::mayWrite.
bool mayWrite(QStringView statement, SqlMode mode = {});

} // namespace latchkey::script
