// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/plan.h"

#include <QAbstractItemModel>

namespace latchkey {

/// A server's plan as a tree, its facts in columns.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Operation, Table, Access, Key, Rows, Filtered, Cost, Condition, ColumnCount };

    explicit PlanModel(QObject *parent = nullptr);
    ~PlanModel() override;

    void setPlan(const schema::PlanNode &plan);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    const Node &nodeOf(const QModelIndex &index) const;

    std::unique_ptr<Node> m_root;
};

} // namespace latchkey
