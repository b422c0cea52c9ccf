// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/entry.h"

#include <QList>
#include <QString>

namespace latchkey {

/// A heading in the schema's tree: what is below it is a part of one branch.
struct SchemaGroup
{
    QString title; ///< translated
    schema::Branch::Kind branch = schema::Branch::Kind::Relations;
    bool views = false; ///< of relations: the views, not the tables

    /// Whether an entry of the branch belongs below this heading.
    bool takes(const schema::Entry &entry) const;
};

/// The headings below an entry; none: it has nothing below. Pure.
QList<SchemaGroup> groupsOf(schema::EntryKind kind);

/// The name of the icon. Pure.
QString schemaIcon(const schema::Entry &entry);

/// "Table", "View" …, translated. Pure.
QString kindText(schema::EntryKind kind);

/// "1.2 MiB"; empty for nothing. Pure.
QString sizeText(std::optional<qint64> bytes);

/// Several lines for a tool tip: what it is, rows, size, comment. Pure.
QString entryToolTip(const schema::Entry &entry);

} // namespace latchkey
