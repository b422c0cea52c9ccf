// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/answer.h"
#include "core/schema/entry.h"

namespace latchkey::schema {

/// The question for a branch, of information_schema as MariaDB 10.11, MySQL 8 and Aurora have it. Only one's own
/// database is looked into, since a server opens every table that it is asked of. Pure.
QString statementFor(const Branch &branch);

/// What the answer to statementFor() says. Rows that are too short are left out. Pure.
QList<Entry> entriesOf(const Branch &branch, const Answer &answer);

/// Of TABLE_TYPE: BASE TABLE, VIEW, SYSTEM VIEW, SYSTEM VERSIONED, SEQUENCE or TEMPORARY. Pure.
EntryKind relationKind(const QString &tableType);

/// SHOW CREATE of a whole thing; empty for columns, indexes and foreign keys, which have none of their own.
QString showCreate(EntryKind kind, const QString &database, const QString &name);

/// The definition in the answer to showCreate(). A server gives NULL to who may not see it.
Result<QString> definitionOf(const Answer &answer);

} // namespace latchkey::schema
