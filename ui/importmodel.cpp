// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/importmodel.h"

#include "ui/icons.h"
#include "ui/rowdelegate.h"

#include <QSet>

namespace latchkey {

namespace {

struct ImportActionLook
{
    QString word;
    QString icon;
    theme::Colour colour;
};

ImportActionLook lookOf(ImportRow::Action action)
{
    switch (action) {
    case ImportRow::Action::Create:
        return {ImportModel::tr("New"), QStringLiteral("plus"), theme::Colour::Good};
    case ImportRow::Action::Change:
        return {ImportModel::tr("Changes"), QStringLiteral("edit"), theme::Colour::Accent};
    case ImportRow::Action::Unchanged:
        return {ImportModel::tr("As it is"), QStringLiteral("ok"), theme::Colour::MutedText};
    case ImportRow::Action::Skip:
        break;
    }
    return {ImportModel::tr("Left out"), QStringLiteral("warning"), theme::Colour::Warning};
}

QString reasonOf(const ImportRow &row)
{
    QStringList sentences;
    if (!row.reason.isEmpty())
        sentences.append(row.reason);
    for (const LeftOut &left : row.leftOut)
        sentences.append(left.message);
    return sentences.join(QLatin1Char(' '));
}

QString iconOf(const ImportRow &row)
{
    if (!row.isFolder)
        return QStringLiteral("database");
    return row.kind == FolderKind::Cluster ? QStringLiteral("cluster") : QStringLiteral("folder");
}

QString endpointOf(const ImportRow &row)
{
    return row.isFolder ? QString() : QStringLiteral("%1:%2").arg(row.profile.host).arg(row.profile.port);
}

} // namespace

bool ImportModel::isEffective(const ImportRow &row)
{
    return row.action == ImportRow::Action::Create || row.action == ImportRow::Action::Change;
}

void ImportModel::setPlan(ImportPlan plan)
{
    QSet<QUuid> refused;
    for (std::size_t at = 0; at < m_isChosen.size(); ++at) {
        const ImportRow &row = m_plan.rows.at(static_cast<qsizetype>(at));
        if (isEffective(row) && !m_isChosen[at])
            refused.insert(row.profile.id);
    }
    beginResetModel();
    m_plan = std::move(plan);
    m_isChosen.clear();
    for (const ImportRow &row : std::as_const(m_plan.rows))
        m_isChosen.push_back(isEffective(row) && !refused.contains(row.profile.id));
    endResetModel();
    Q_EMIT choiceChanged();
}

QList<qsizetype> ImportModel::chosen() const
{
    QList<qsizetype> rows;
    for (std::size_t at = 0; at < m_isChosen.size(); ++at) {
        if (m_isChosen[at])
            rows.append(static_cast<qsizetype>(at));
    }
    return rows;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    const ImportRow &row = m_plan.rows.at(index.row());
    const ImportActionLook look = lookOf(row.action);
    const bool isName = index.column() == Name;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? row.path : index.column() == Action ? look.word : reasonOf(row);
    case Qt::DecorationRole:
        if (isName)
            return icons::icon(iconOf(row));
        return index.column() == Action ? icons::icon(look.icon, look.colour) : QVariant();
    case Qt::ToolTipRole:
        return isName ? endpointOf(row) : index.column() == Reason ? reasonOf(row) : QString();
    case Qt::SizeHintRole:
        return QSize(0, theme::page + theme::half);
    case Qt::CheckStateRole:
        if (!isName || !isEffective(row))
            return {};
        return m_isChosen[static_cast<std::size_t>(index.row())] ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Profile") : section == Action ? tr("What happens") : tr("Why");
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isCheckable =
        index.isValid() && index.column() == Name && isEffective(m_plan.rows.at(index.row()));
    return isCheckable ? flags | Qt::ItemIsUserCheckable : flags;
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    m_isChosen[static_cast<std::size_t>(index.row())] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

} // namespace latchkey
