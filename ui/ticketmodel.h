// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace latchkey {

/// The caches and, below each, its tickets with everything that is known of them, then what libkrb5 noted in the cache.
/// What changes is told as the smallest change.
class TicketModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    /// A cache says all in the first one.
    enum Column {
        Service, ///< and, below it, how long the ticket lasts
        Client,
        Kind,
        Start,
        End,
        RenewUntil,
        Remaining,
        Flags,
        SessionKey,
        TicketKey,
        KeyVersion,
        Size,
        Realms,
        ColumnCount,
    };
    enum Role { CacheNameRole = Qt::UserRole, IsCacheRole, IsConfigurationRole, IsExpiredRole, SortRole };

    explicit TicketModel(QObject *parent = nullptr);
    ~TicketModel() override;

    void setCaches(const QList<krb::Cache> &caches, Instant now);
    /// The time has gone on: rows whose words differ are told. Gives after how long that happens again.
    std::optional<std::chrono::seconds> setNow(Instant now);

    /// The cache of the row or of the row's ticket; nullptr without a row.
    const krb::Cache *cacheAt(const QModelIndex &index) const;
    /// nullptr for caches and for what libkrb5 noted.
    const krb::Ticket *ticketAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
