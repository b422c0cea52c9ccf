// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"

#include <QItemSelection>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace latchkey {

class ResultModel;

/// The rows of one statement and a line that says how many there are and whether there are more. Until a statement has
/// columns it says how to get some.
class ResultGrid : public QWidget
{
    Q_OBJECT
public:
    explicit ResultGrid(QWidget *parent = nullptr);

    /// Rows of these columns are about to arrive; what was there goes.
    void begin(QList<sql::Column> columns);
    void append(sql::RowBatch batch);
    /// All that was asked for is here. `mayFetchAll`: a cut-off result may be asked for again as a whole.
    void finish(const sql::StatementSummary &summary, bool mayFetchAll);
    /// The rows ended early; what is here stays, marked as incomplete.
    void breakOff();

    ResultModel &model() { return *m_model; }
    const ResultModel &model() const { return *m_model; }
    /// The line below the rows.
    QString footer() const;

    /// The selected cells as tab-separated lines; a single cell as it is.
    void copy(bool withNames);

Q_SIGNALS:
    void fetchAllRequested();
    /// The result is wanted in a file.
    void exportRequested();

private:
    QWidget *buildEmptyState();
    void buildTable();
    QWidget *buildFooter();
    void addCopyActions();
    void fitColumns();
    void showFooter(const QString &text);

    ResultModel *m_model;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QWidget *m_footer = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_fetchAll = nullptr;
    int m_measuredRows = 0;
};

/// The cells of a selection as spreadsheets paste them: tabs between, lines below one another; a value with a tab,
/// a line end or a quote in it is quoted; NULL is the word. Pure.
QString tabSeparated(const ResultModel &model, const QItemSelection &selection, bool withNames);

} // namespace latchkey
