// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/importer.h"

#include <QAbstractTableModel>

#include <vector>

namespace latchkey {

/// The rows of an import's plan: what would happen to each profile, and whether it is to.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Action, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Everything that changes something is chosen, unless the same row was not before.
    void setPlan(ImportPlan plan);
    const ImportPlan &plan() const { return m_plan; }
    QList<qsizetype> chosen() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void choiceChanged();

private:
    static bool isEffective(const ImportRow &row);

    ImportPlan m_plan;
    std::vector<bool> m_isChosen;
};

} // namespace latchkey
