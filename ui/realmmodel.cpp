// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/realmmodel.h"

#include "ui/icons.h"
#include "ui/rowdelegate.h"

#include <algorithm>

namespace latchkey {

namespace {

using RowKind = krb::ConfigRow::Kind;
using State = krb::ConfigRow::State;

krb::ConfigRow withoutChildren(krb::ConfigRow row)
{
    row.children.clear();
    return row;
}

} // namespace

RealmModel::RealmModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(nodeOf({RowKind::Section, {}}, nullptr, 0))
{ }

RealmModel::~RealmModel() = default;

std::unique_ptr<RealmModel::Node> RealmModel::nodeOf(const krb::ConfigRow &row, Node *parent, int position)
{
    auto node = std::make_unique<Node>(Node{withoutChildren(row), parent, position});
    for (const krb::ConfigRow &child : row.children)
        node->children.push_back(nodeOf(child, node.get(), static_cast<int>(node->children.size())));
    return node;
}

bool RealmModel::fits(const Node &node, const krb::ConfigRow &row)
{
    return node.row.kind == row.kind && node.row.name == row.name
           && std::equal(node.children.begin(), node.children.end(), row.children.begin(), row.children.end(),
                         [](const auto &child, const krb::ConfigRow &other) { return fits(*child, other); });
}

void RealmModel::setRows(const QList<krb::ConfigRow> &rows)
{
    const krb::ConfigRow root{RowKind::Section, {}, {}, {}, State::Plain, rows};
    if (fits(*m_root, root)) {
        update(*m_root, root);
        return;
    }
    beginResetModel();
    m_root = nodeOf(root, nullptr, 0);
    endResetModel();
}

void RealmModel::update(Node &node, const krb::ConfigRow &row)
{
    for (std::size_t child = 0; child < node.children.size(); ++child)
        update(*node.children[child], row.children.at(static_cast<qsizetype>(child)));
    krb::ConfigRow now = withoutChildren(row);
    if (!node.parent || node.row == now)
        return;
    node.row = std::move(now);
    Q_EMIT dataChanged(createIndex(node.position, Name, &node), createIndex(node.position, From, &node));
}

const RealmModel::Node &RealmModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const Node *>(index.constInternalPointer()) : *m_root;
}

QModelIndex RealmModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex RealmModel::parent(const QModelIndex &child) const
{
    const Node *parent = nodeAt(child).parent;
    return parent && parent != m_root.get() ? createIndex(parent->position, 0, parent) : QModelIndex();
}

int RealmModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeAt(parent).children.size());
}

int RealmModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RealmModel::decoration(const krb::ConfigRow &row)
{
    switch (row.state) {
    case State::Good:
        return icons::icon(QStringLiteral("ok"), theme::Colour::Good);
    case State::Warning:
        return icons::icon(QStringLiteral("warning"), theme::Colour::Warning);
    case State::Bad:
        return icons::icon(QStringLiteral("error"), theme::Colour::Danger);
    case State::Plain:
    case State::Muted:
        return {};
    }
    return {};
}

QVariant RealmModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const krb::ConfigRow &row = nodeAt(index).row;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString text = index.column() == Name    ? row.name
                             : index.column() == Value ? row.value
                                                       : krb::text(row.place);
        return role == Qt::DisplayRole || !text.isEmpty() ? QVariant(text) : QVariant();
    }
    case Qt::DecorationRole:
        return index.column() == Value ? decoration(row) : QVariant();
    case rowrole::Strong:
        return row.kind == RowKind::Section;
    case rowrole::FirstColour:
        if (index.column() == From || row.state == State::Muted)
            return static_cast<int>(theme::Colour::MutedText);
        return {};
    default:
        return {};
    }
}

QVariant RealmModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("What");
    case Value:
        return tr("Says");
    default:
        return tr("From");
    }
}

} // namespace latchkey
