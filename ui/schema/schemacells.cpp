// SPDX-License-Identifier: GPL-2.0-or-later
// What the rows of the schema's tree say.
#include "ui/icons.h"
#include "ui/schema/schemanode.h"

#include <QLocale>

namespace latchkey {

using schema::Entry;
using schema::EntryKind;

QVariant SchemaModel::data(const QModelIndex &index, int role) const
{
    const Node *node = nodeOf(index);
    if (role == IsNoteRole)
        return node->kind == Node::Kind::Note;
    if (role == IsGroupRole)
        return node->kind == Node::Kind::Group || node->kind == Node::Kind::Found;
    if (node->kind == Node::Kind::Group)
        return groupData(*node, role);
    if (node->kind == Node::Kind::Found)
        return foundData(*node, role);
    if (node->kind == Node::Kind::Entry)
        return entryData(*node, role);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(node->entry.name) : QVariant();
}

QVariant SchemaModel::groupData(const Node &node, int role) const
{
    if (role == Qt::DisplayRole)
        return node.group.title;
    const QList<Entry> *known = m_cache.entries(node.branch());
    if (!known)
        return {};
    qint64 count = 0;
    std::optional<qint64> bytes;
    for (const Entry &entry : *known) {
        if (!node.group.takes(entry))
            continue;
        ++count;
        if (entry.bytes)
            bytes = bytes.value_or(0) + *entry.bytes;
    }
    const bool isCut = m_cache.isCut(node.branch());
    if (role == DetailRole)
        return isCut ? tr("more than %1").arg(QLocale().toString(count)) : QLocale().toString(count);
    if (role == Qt::ToolTipRole && isCut)
        return tr("The list is not complete: the server has more than the %1 that are read. Ask for the "
                  "others "
                  "with a SELECT on information_schema.")
            .arg(QLocale().toString(schema::mostRows));
    if (role == SizeRole)
        return sizeText(bytes);
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2").arg(node.group.title, QLocale().toString(count));
    return {};
}

QVariant SchemaModel::foundData(const Node &node, int role) const
{
    const QString title = tr("Elsewhere on the server");
    const QString count = QLocale().toString(node.children.size());
    if (role == Qt::DisplayRole)
        return title;
    if (role == DetailRole)
        return count;
    return role == Qt::AccessibleTextRole ? tr("%1, %2").arg(title, count) : QVariant();
}

QVariant SchemaModel::entryData(const Node &node, int role) const
{
    const Entry &entry = node.entry;
    const bool isFound = node.parent->kind == Node::Kind::Found;
    const QString place = node.relation.isEmpty() ? node.database : node.database + u'.' + node.relation;
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::DecorationRole:
        return entry.isKey ? icons::icon(schemaIcon(entry), theme::Colour::Accent)
                           : icons::icon(schemaIcon(entry));
    case Qt::ToolTipRole:
        return entryToolTip(entry);
    case Qt::AccessibleTextRole:
        return isFound ? tr("%1 %2 in %3").arg(kindText(entry.kind), entry.name, place)
                       : tr("%1 %2").arg(kindText(entry.kind), entry.name);
    case DetailRole:
        if (isFound)
            return entry.detail.isEmpty() ? place : place + u" · "_qs + entry.detail;
        return entry.kind == EntryKind::Database || entry.kind == EntryKind::Table ? QString() : entry.detail;
    case SizeRole:
        return sizeText(entry.bytes);
    default:
        return {};
    }
}

} // namespace latchkey
