// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/planmodel.h"

#include "ui/icons.h"

#include <QLocale>

#include <memory>
#include <vector>

namespace latchkey {

struct PlanModel::Node
{
    schema::PlanNode step; ///< without its own steps, which are the children
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    void add(const schema::PlanNode &plan)
    {
        auto child = std::make_unique<Node>();
        child->step = plan;
        child->step.steps.clear();
        child->parent = this;
        child->row = static_cast<int>(children.size());
        for (const schema::PlanNode &below : plan.steps)
            child->add(below);
        children.push_back(std::move(child));
    }
};

namespace {

QString numberText(const std::optional<double> &number, int decimals)
{
    if (!number)
        return {};
    const bool isWhole = *number == static_cast<double>(static_cast<qint64>(*number));
    return QLocale().toString(*number, 'f', isWhole ? 0 : decimals);
}

QString cellOf(const schema::PlanNode &step, int column)
{
    switch (column) {
    case PlanModel::Operation:
        return step.operation;
    case PlanModel::Table:
        return step.table;
    case PlanModel::Access:
        return step.access;
    case PlanModel::Key:
        return step.key;
    case PlanModel::Rows:
        return numberText(step.rows, 1);
    case PlanModel::Filtered:
        return step.filtered ? numberText(step.filtered, 1) + u" %"_qs : QString();
    case PlanModel::Cost:
        return numberText(step.cost, 2);
    case PlanModel::Condition:
        return step.condition;
    default:
        return {};
    }
}

} // namespace

PlanModel::PlanModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) { }

PlanModel::~PlanModel() = default;

void PlanModel::setPlan(const schema::PlanNode &plan)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->add(plan);
    endResetModel();
}

const PlanModel::Node &PlanModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const Node *>(index.internalPointer()) : *m_root;
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex PlanModel::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? nodeOf(index).parent : nullptr;
    return above && above != m_root.get() ? createIndex(above->row, 0, above) : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const schema::PlanNode &step = nodeOf(index).step;
    const bool isNumber = index.column() == Rows || index.column() == Filtered || index.column() == Cost;
    switch (role) {
    case Qt::DisplayRole:
        return cellOf(step, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Access && step.readsWholeTable())
            return tr("Reads the whole table; an index on what it is searched by may help.");
        return cellOf(step, index.column());
    case Qt::DecorationRole:
        if (index.column() == Access && step.readsWholeTable())
            return icons::icon(u"warning"_qs, theme::Colour::Warning);
        if (index.column() == Operation)
            return icons::icon(step.table.isEmpty() ? u"plan"_qs : u"table"_qs);
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Operation:
        return tr("Step");
    case Table:
        return tr("Table");
    case Access:
        return tr("Access");
    case Key:
        return tr("Index");
    case Rows:
        return tr("Rows");
    case Filtered:
        return tr("Kept");
    case Cost:
        return tr("Cost");
    case Condition:
        return tr("Condition");
    default:
        return {};
    }
}

} // namespace latchkey
