// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/schemacache.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>
#include <vector>

namespace latchkey {

/// A server's schema as a tree: databases, in each its kinds of things, in a table its columns and keys. A list is read
/// when its row is opened; until then nothing is asked. What a search has found elsewhere stands behind the databases.
class SchemaModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        DetailRole = Qt::UserRole, ///< QString, beside the name: a type, a number of things
        SizeRole, ///< QString, at the right end
        IsNoteRole, ///< bool: a sentence in place of entries
        IsGroupRole, ///< bool: a heading
    };

    /// What a row stands for.
    struct Subject
    {
        schema::Entry entry;
        QString database; ///< that it is in; of a database its own name
        QString relation; ///< that it is in; empty for what is in no table
    };

    /// `cache` must outlive the model.
    explicit SchemaModel(schema::SchemaCache &cache, QObject *parent = nullptr);
    ~SchemaModel() override;

    /// Shows these below a heading of their own, but those that are in lists which have been read.
    void setFound(const QList<schema::FoundName> &names);
    /// Of the heading; invalid if there is none.
    QModelIndex foundIndex() const;

    /// Nothing for headings and notes.
    std::optional<Subject> subject(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    void clear();
    void take(const schema::Branch &branch);
    void takeInto(Node &list, const schema::Branch &branch);
    void update(Node &list, const QList<schema::Entry> &entries);
    void setNote(Node &list, const QString &sentence);
    std::unique_ptr<Node> make(Node &parent, const Subject &subject);
    bool isKnown(const schema::FoundName &name) const;
    void dropKnown();
    void insert(Node &list, int row, std::vector<std::unique_ptr<Node>> nodes);
    void move(Node &list, int from, int to);
    void remove(Node &list, int first, int last);
    void forget(Node &node);
    void readAgain(Node &node);
    QVariant groupData(const Node &node, int role) const;
    QVariant foundData(const Node &node, int role) const;
    QVariant entryData(const Node &node, int role) const;

    schema::SchemaCache &m_cache;
    std::unique_ptr<Node> m_root;
    QSet<schema::Branch> m_toRead; ///< once control returns to the event loop
    QList<schema::FoundName> m_found; ///< as given last
    QMultiHash<schema::Branch, Node *> m_lists; ///< the rows that a branch fills
};

} // namespace latchkey
