// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/configrows.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace latchkey {

/// The realms' configuration as a tree: what it is, what it says, where that is written.
class RealmModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, From, ColumnCount };

    explicit RealmModel(QObject *parent = nullptr);
    ~RealmModel() override;

    /// Rows of the same names in the same order stay, and what is new about them is told; anything else is a reset.
    void setRows(const QList<krb::ConfigRow> &rows);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        krb::ConfigRow row; ///< without its children
        Node *parent = nullptr;
        int position = 0;
        std::vector<std::unique_ptr<Node>> children{};
    };

    static std::unique_ptr<Node> nodeOf(const krb::ConfigRow &row, Node *parent, int position);
    static bool fits(const Node &node, const krb::ConfigRow &row);
    void update(Node &node, const krb::ConfigRow &row);
    const Node &nodeAt(const QModelIndex &index) const;
    static QVariant decoration(const krb::ConfigRow &row);

    std::unique_ptr<Node> m_root;
};

} // namespace latchkey
