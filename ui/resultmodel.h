// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

#include <QAbstractTableModel>

#include <optional>
#include <string_view>
#include <vector>

namespace latchkey {

/// A statement's rows as they arrive. Values stay in the arenas they came in; text is made for what is being looked at.
class ResultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        NullRole = Qt::UserRole, ///< bool: NULL, which no string is equal to
        FullTextRole, ///< QString: the whole value as copied, whatever DisplayRole cuts off; null QString for NULL
    };

    explicit ResultModel(QObject *parent = nullptr);

    /// Starts anew: no rows.
    void setColumns(QList<sql::Column> columns);
    /// A batch whose number of columns is another is a bug of the sender and ignored.
    void append(sql::RowBatch batch);

    const QList<sql::Column> &columns() const { return m_columns; }
    /// Nothing for NULL. The view lives until setColumns().
    std::optional<std::string_view> value(int row, int column) const;
    /// What the values take, without what the containers add.
    std::size_t bytes() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Place
    {
        std::size_t batch;
        int row;
    };
    Place place(int row) const;

    QList<sql::Column> m_columns;
    std::vector<sql::RowBatch> m_batches;
    std::vector<int> m_ends; ///< rows up to and with each batch
    int m_rows = 0;
};

/// A value as the grid shows it: one line, at most some hundred characters; binary as hexadecimal digits and size. Pure.
QString displayText(const sql::Column &column, std::string_view value);

/// The whole value as text: binary as 0x…, bits as b'…'. Pure.
QString fullText(const sql::Column &column, std::string_view value);

} // namespace latchkey
