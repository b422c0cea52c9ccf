// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketorder.h"

#include "ui/ticketmodel.h"

namespace latchkey {

TicketOrder::TicketOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(TicketModel::SortRole);
}

void TicketOrder::setScope(const krb::ListingScope &scope)
{
    m_scope = scope;
    invalidateRowsFilter();
}

bool TicketOrder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return (m_scope.configuration || !index.data(TicketModel::IsConfigurationRole).toBool())
           && (m_scope.expired || !index.data(TicketModel::IsExpiredRole).toBool());
}

bool TicketOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool areTickets = left.parent().isValid();
    const auto isNote = [](const QModelIndex &index) {
        return index.data(TicketModel::IsConfigurationRole).toBool();
    };
    // Whichever the direction: caches as they are, and below the tickets what libkrb5 noted.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (!areTickets || (isNote(left) && isNote(right)))
        return (left.row() < right.row()) == ascending;
    if (isNote(left) != isNote(right))
        return isNote(right) == ascending;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace latchkey
