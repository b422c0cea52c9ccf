// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/resultstore.h"
#include "core/result/roworder.h"
#include "core/result/shownrows.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace latchkey {

class SpilledRows;

/// The rows of a result as they arrive, in the server's order or one that was asked for. The rows are the store's; text is
/// made for what is being looked at. Rows that are in a file are read on another thread; until they are there, "…" stands
/// in their place.
class ResultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        NullRole = Qt::UserRole, ///< bool: NULL, which no string is equal to
        FullTextRole, ///< QString: the whole value as copied, whatever DisplayRole cuts off; null QString for NULL.
        ///< Waits for the disk.
    };
    using RowNumbers = result::ShownRows::Numbers;

    explicit ResultModel(QObject *parent = nullptr);
    ~ResultModel() override;

    /// Starts anew: the rows that are there and those to come, in the server's order.
    void setStore(std::shared_ptr<result::ResultStore> store);
    /// More rows are in the store. They are shown at once, or soon if others just have been: each time costs the view
    /// something.
    void rowsArrived();
    /// No more rows come: all are shown, and an order that was found before they were there is found anew.
    void complete();

    /// Finds that order on another thread and then shows it as a reset model; until then, what was there stays. While
    /// rows arrive, an order is that of the rows that were there when it was asked for.
    void setOrder(result::RowOrder order);
    /// What was asked for last.
    const result::RowOrder &order() const { return m_order; }
    bool isOrdering() const { return m_isOrdering; }

    const QList<sql::Column> &columns() const;
    /// The rows as they are shown now, to be read on any thread.
    result::ShownRows shownRows() const { return {m_store, m_numbers, m_shown}; }
    /// Where a row stands in the server's order, from 0.
    int numberInResult(int row) const;
    /// The row that shows it; -1: it is filtered out.
    int rowOf(int numberInResult) const;
    /// Rows in the store, whether they are shown or not.
    int storedRows() const { return m_store ? m_store->rows() : 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void orderingChanged(); ///< of isOrdering()
    void orderAboutToBeShown();
    void orderShown();
    /// FileInaccessible; the rows stay as they were.
    void orderingFailed(const latchkey::Error &error);

private:
    void showArrived();
    void startOrdering();
    void stopOrdering();
    void endOrdering(const Result<RowNumbers> &found);
    void showOrder(RowNumbers numbers);
    void endReset();
    QVariant cellData(const sql::Column &column, const result::Cell &cell, int role) const;

    std::shared_ptr<result::ResultStore> m_store;
    SpilledRows *m_spilled;
    int m_shown = 0;
    RowNumbers m_numbers; ///< none: the server's order
    result::RowOrder m_order;
    bool m_isOrdering = false;
    int m_rowsInOrder = 0; ///< of the store, which the last search for an order has looked at
    std::stop_source m_stop;
    int m_search = 0; ///< counts, so that an answer that nobody waits for is known
    QElapsedTimer m_sinceShown;
    QTimer m_showLater;
};

} // namespace latchkey
