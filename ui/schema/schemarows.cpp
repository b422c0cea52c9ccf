// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/schemarows.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey {

namespace {

using schema::EntryKind;
using BranchKind = schema::Branch::Kind;

struct SchemaTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::SchemaModel)
};

} // namespace

bool SchemaGroup::takes(const schema::Entry &entry) const
{
    return branch != BranchKind::Relations || (entry.kind == EntryKind::View) == views;
}

QList<SchemaGroup> groupsOf(EntryKind kind)
{
    const SchemaGroup columns{SchemaTexts::tr("Columns"), BranchKind::Columns};
    switch (kind) {
    case EntryKind::Database:
        return {{SchemaTexts::tr("Tables"), BranchKind::Relations, false},
                {SchemaTexts::tr("Views"), BranchKind::Relations, true},
                {SchemaTexts::tr("Routines"), BranchKind::Routines},
                {SchemaTexts::tr("Triggers"), BranchKind::Triggers},
                {SchemaTexts::tr("Events"), BranchKind::Events}};
    case EntryKind::Table:
        return {columns,
                {SchemaTexts::tr("Indexes"), BranchKind::Indexes},
                {SchemaTexts::tr("Foreign keys"), BranchKind::ForeignKeys}};
    case EntryKind::View:
        return {columns};
    default:
        return {};
    }
}

QString schemaIcon(const schema::Entry &entry)
{
    switch (entry.kind) {
    case EntryKind::Database:
        return u"database"_qs;
    case EntryKind::Table:
        return u"table"_qs;
    case EntryKind::View:
        return u"view"_qs;
    case EntryKind::Sequence:
        return u"sequence"_qs;
    case EntryKind::Procedure:
    case EntryKind::Function:
        return u"routine"_qs;
    case EntryKind::Trigger:
        return u"trigger"_qs;
    case EntryKind::Event:
        return u"clock"_qs;
    case EntryKind::Column:
        return entry.isKey ? u"key"_qs : u"column"_qs;
    case EntryKind::Index:
        return entry.isKey ? u"key"_qs : u"index"_qs;
    case EntryKind::ForeignKey:
        return u"connect"_qs;
    }
    return {};
}

QString kindText(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Database:
        return SchemaTexts::tr("Database");
    case EntryKind::Table:
        return SchemaTexts::tr("Table");
    case EntryKind::View:
        return SchemaTexts::tr("View");
    case EntryKind::Sequence:
        return SchemaTexts::tr("Sequence");
    case EntryKind::Procedure:
        return SchemaTexts::tr("Procedure");
    case EntryKind::Function:
        return SchemaTexts::tr("Function");
    case EntryKind::Trigger:
        return SchemaTexts::tr("Trigger");
    case EntryKind::Event:
        return SchemaTexts::tr("Event");
    case EntryKind::Column:
        return SchemaTexts::tr("Column");
    case EntryKind::Index:
        return SchemaTexts::tr("Index");
    case EntryKind::ForeignKey:
        return SchemaTexts::tr("Foreign key");
    }
    return {};
}

QString sizeText(std::optional<qint64> bytes)
{
    return bytes ? QLocale().formattedDataSize(*bytes, *bytes < 1024 ? 0 : 1) : QString();
}

QString entryToolTip(const schema::Entry &entry)
{
    QStringList lines{SchemaTexts::tr("%1 %2").arg(kindText(entry.kind), entry.name)};
    if (!entry.detail.isEmpty())
        lines.append(entry.detail);
    if (entry.rows)
        lines.append(SchemaTexts::tr("About %1 rows").arg(QLocale().toString(*entry.rows)));
    if (entry.bytes)
        lines.append(SchemaTexts::tr("%1 with its indexes").arg(sizeText(entry.bytes)));
    if (!entry.comment.isEmpty())
        lines.append(entry.comment);
    return lines.join(u'\n');
}

} // namespace latchkey
