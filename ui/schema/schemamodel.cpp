// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/schemamodel.h"

#include "ui/rowdiff.h"
#include "ui/schema/schemanode.h"

#include <iterator>

namespace latchkey {

using schema::Branch;
using schema::Entry;
using schema::EntryKind;

SchemaModel::SchemaModel(schema::SchemaCache &cache, QObject *parent)
    : QAbstractItemModel(parent), m_cache(cache)
{
    clear();
    connect(&cache, &schema::SchemaCache::changed, this, &SchemaModel::take);
    connect(&cache, &schema::SchemaCache::cleared, this, &SchemaModel::clear);
    connect(&cache, &schema::SchemaCache::refreshed, this, [this] { readAgain(*m_root); });
}

SchemaModel::~SchemaModel() = default;

void SchemaModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->kind = Node::Kind::Root;
    m_lists = {{Branch{}, m_root.get()}};
    m_found.clear();
    endResetModel();
}

SchemaModel::Node *SchemaModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SchemaModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), 0, node);
}

QModelIndex SchemaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SchemaModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int SchemaModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeOf(parent)->children.size());
}

int SchemaModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool SchemaModel::hasChildren(const QModelIndex &parent) const
{
    return !nodeOf(parent)->children.empty() || canFetchMore(parent);
}

bool SchemaModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isList() && m_cache.canAsk() && node->children.empty() && !m_toRead.contains(node->branch())
           && !m_cache.entries(node->branch()) && !m_cache.isReading(node->branch());
}

/// Later: a view may ask while it is being told of another change, and reading says so in a row.
void SchemaModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Branch branch = nodeOf(parent)->branch();
    m_toRead.insert(branch);
    QMetaObject::invokeMethod(
        this,
        [this, branch] {
            m_toRead.remove(branch);
            m_cache.read(branch);
        },
        Qt::QueuedConnection);
}

std::optional<SchemaModel::Subject> SchemaModel::subject(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    if (node->kind != Node::Kind::Entry)
        return std::nullopt;
    return Subject{node->entry, node->database, node->relation};
}

void SchemaModel::take(const Branch &branch)
{
    for (Node *list : m_lists.values(branch))
        takeInto(*list, branch);
    dropKnown();
}

void SchemaModel::takeInto(Node &list, const Branch &branch)
{
    const QList<Entry> *known = m_cache.entries(branch);
    const std::optional<Error> problem = m_cache.problem(branch);
    if (problem && !m_cache.isReading(branch))
        return setNote(list, problem->message);
    if (!known)
        return setNote(list, tr("Reading…"));
    QList<Entry> mine;
    for (const Entry &entry : *known)
        if (list.kind == Node::Kind::Root || list.group.takes(entry))
            mine.append(entry);
    if (list.kind == Node::Kind::Root)
        std::stable_sort(mine.begin(), mine.end(), [](const Entry &one, const Entry &other) {
            return !schema::isSystemDatabase(one.name) && schema::isSystemDatabase(other.name);
        });
    update(list, mine);
    if (list.kind == Node::Kind::Group)
        Q_EMIT dataChanged(indexOf(&list), indexOf(&list));
}

/// Keeps the rows that stay, so that what is open in a view stays open.
void SchemaModel::update(Node &list, const QList<Entry> &entries)
{
    const auto keyOf = [](const Entry &entry) {
        return QString::number(static_cast<int>(entry.kind)) + entry.name;
    };
    QStringList now;
    for (int row = 0; row < list.listed(); ++row) {
        const Node &child = *list.children[static_cast<std::size_t>(row)];
        now.append(child.kind == Node::Kind::Note ? QString() : keyOf(child.entry));
    }
    QStringList wanted;
    for (const Entry &entry : entries)
        wanted.append(keyOf(entry));
    syncRows(
        now, wanted, [&](int first, int last) { remove(list, first, last); },
        [&](int from, int to) { move(list, from, to); },
        [&](int first, int last) {
            std::vector<std::unique_ptr<Node>> nodes;
            for (int row = first; row <= last; ++row)
                nodes.push_back(make(list, {entries[row], list.database, list.relation}));
            insert(list, first, std::move(nodes));
        });
    for (int row = 0; row < entries.size(); ++row) {
        Node &child = *list.children[static_cast<std::size_t>(row)];
        if (std::exchange(child.entry, entries[row]) == entries[row])
            continue;
        const QModelIndex changed = createIndex(row, 0, &child); // indexOf() would search for it among all
        Q_EMIT dataChanged(changed, changed);
    }
}

void SchemaModel::setNote(Node &list, const QString &sentence)
{
    if (list.hasNote()) {
        list.children.front()->entry.name = sentence;
        const QModelIndex note = indexOf(list.children.front().get());
        Q_EMIT dataChanged(note, note);
        return;
    }
    if (list.listed() > 0)
        remove(list, 0, list.listed() - 1);
    std::vector<std::unique_ptr<Node>> note;
    note.push_back(std::make_unique<Node>());
    note.front()->parent = &list;
    note.front()->entry.name = sentence;
    insert(list, 0, std::move(note));
}

std::unique_ptr<SchemaModel::Node> SchemaModel::make(Node &parent, const Subject &subject)
{
    const Entry &entry = subject.entry;
    auto node = std::make_unique<Node>();
    node->kind = Node::Kind::Entry;
    node->parent = &parent;
    node->entry = entry;
    node->database = entry.kind == EntryKind::Database ? entry.name : subject.database;
    node->relation = subject.relation;
    for (const SchemaGroup &group : groupsOf(entry.kind)) {
        auto heading = std::make_unique<Node>();
        heading->kind = Node::Kind::Group;
        heading->parent = node.get();
        heading->group = group;
        heading->database = node->database;
        heading->relation = entry.kind == EntryKind::Database ? QString() : entry.name;
        m_lists.insert(heading->branch(), heading.get());
        node->children.push_back(std::move(heading));
    }
    return node;
}

/// The filter shows it where it is.
bool SchemaModel::isKnown(const schema::FoundName &name) const
{
    using enum Branch::Kind;
    const EntryKind kind = name.entry.kind;
    const bool isRoutine = kind == EntryKind::Procedure || kind == EntryKind::Function;
    const auto branch = kind == EntryKind::Column ? Columns : isRoutine ? Routines : Relations;
    return m_lists.contains({branch, name.database, name.relation})
           && m_cache.entries({branch, name.database, name.relation});
}

void SchemaModel::setFound(const QList<schema::FoundName> &names)
{
    if (names == m_found)
        return; // what is open there stays open
    m_found = names;
    Node &root = *m_root;
    if (foundIndex().isValid())
        remove(root, root.listed(), root.listed());
    auto heading = std::make_unique<Node>();
    heading->kind = Node::Kind::Found;
    heading->parent = &root;
    for (const schema::FoundName &name : names)
        if (!isKnown(name))
            heading->children.push_back(make(*heading, {name.entry, name.database, name.relation}));
    if (heading->children.empty())
        return;
    std::vector<std::unique_ptr<Node>> added;
    added.push_back(std::move(heading));
    insert(root, root.listed(), std::move(added));
}

/// What a list has shown since it was found stands there alone.
void SchemaModel::dropKnown()
{
    if (!foundIndex().isValid())
        return;
    Node &root = *m_root;
    Node &heading = *root.children.back();
    for (int row = static_cast<int>(heading.children.size()) - 1; row >= 0; --row) {
        const Node &found = *heading.children[static_cast<std::size_t>(row)];
        if (isKnown({found.entry, found.database, found.relation}))
            remove(heading, row, row);
    }
    if (heading.children.empty())
        remove(root, root.listed(), root.listed());
}

QModelIndex SchemaModel::foundIndex() const
{
    const Node &root = *m_root;
    return root.listed() < static_cast<int>(root.children.size()) ? indexOf(root.children.back().get())
                                                                  : QModelIndex();
}

void SchemaModel::insert(Node &list, int row, std::vector<std::unique_ptr<Node>> nodes)
{
    beginInsertRows(indexOf(&list), row, row + static_cast<int>(nodes.size()) - 1);
    list.children.insert(list.children.begin() + row, std::move_iterator(nodes.begin()),
                         std::move_iterator(nodes.end()));
    endInsertRows();
}

void SchemaModel::move(Node &list, int from, int to)
{
    const QModelIndex parent = indexOf(&list);
    beginMoveRows(parent, from, from, parent, to);
    const auto begin = list.children.begin();
    std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
}

void SchemaModel::forget(Node &node)
{
    if (node.kind == Node::Kind::Group)
        m_lists.remove(node.branch(), &node);
    for (const auto &child : node.children)
        forget(*child);
}

void SchemaModel::remove(Node &list, int first, int last)
{
    for (int row = first; row <= last; ++row)
        forget(*list.children[static_cast<std::size_t>(row)]);
    beginRemoveRows(indexOf(&list), first, last);
    list.children.erase(list.children.begin() + first, list.children.begin() + last + 1);
    endRemoveRows();
}

/// Every list that has been read and is still there.
void SchemaModel::readAgain(Node &node)
{
    if (node.isList() && (!node.children.empty() || m_cache.entries(node.branch())))
        m_cache.read(node.branch());
    for (const auto &child : node.children)
        readAgain(*child);
}

} // namespace latchkey
