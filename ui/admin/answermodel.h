// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace latchkey {

/// A small result as a table that keeps its rows' places in views when it is read again.
class AnswerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole, ///< a number where the value is one
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// The first `keyColumns` values of a row tell it from all others.
    void setAnswer(schema::Answer answer, qsizetype keyColumns = 1);
    const schema::Answer &answer() const { return m_answer; }
    /// An icon for the cells of a column, by their row.
    void setIcons(int column, std::function<QIcon(const QStringList &row)> iconOf);
    /// Heads a column in people's words; others show the server's.
    void setHeading(int column, const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void replaceRows(QList<QStringList> rows, qsizetype keyColumns);

    schema::Answer m_answer;
    int m_iconColumn = -1;
    std::function<QIcon(const QStringList &)> m_iconOf;
    QHash<int, QString> m_headings;
};

} // namespace latchkey
