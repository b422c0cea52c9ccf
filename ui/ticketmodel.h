// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace latchkey {

/// The caches and, below each, its tickets, with how long they last. What changes is told as the smallest change.
class TicketModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { CacheNameRole = Qt::UserRole, IsCacheRole };

    explicit TicketModel(QObject *parent = nullptr);
    ~TicketModel() override;

    void setCaches(const QList<krb::Cache> &caches, Instant now);
    /// The time has gone on: rows whose words differ are told. Gives after how long that happens again.
    std::optional<std::chrono::seconds> setNow(Instant now);

    /// The cache of the row or of the row's ticket; nullptr without a row.
    const krb::Cache *cacheAt(const QModelIndex &index) const;
    /// nullptr for caches.
    const krb::Ticket *ticketAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
