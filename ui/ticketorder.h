// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticketlisting.h"

#include <QSortFilterProxyModel>

namespace latchkey {

/// The tickets below their caches in the order that was asked for, without those that are hidden. The caches stay in the
/// order of the model.
class TicketOrder : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit TicketOrder(QObject *parent = nullptr);

    void setScope(const krb::ListingScope &scope);
    const krb::ListingScope &scope() const { return m_scope; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    krb::ListingScope m_scope;
};

} // namespace latchkey
