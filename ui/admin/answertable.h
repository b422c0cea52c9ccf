// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/admin/answermodel.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace latchkey {

/// A small result to sort, search and copy from.
class AnswerTable : public QTableView
{
    Q_OBJECT
public:
    explicit AnswerTable(QWidget *parent = nullptr);

    AnswerModel &rows() { return *m_rows; }
    /// Rows with the text in any column stay visible.
    void setFilter(const QString &text);
    /// The current row as the server sent it; empty if there is none.
    QStringList currentRow() const;
    /// Widths for what is there; the last column takes the rest.
    void fitColumns();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    AnswerModel *m_rows = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
};

} // namespace latchkey
