// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"
#include "ui/result/rowsarrival.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace latchkey {

namespace result {
class ResultStore;
}
struct CopyFormat;
class CopyRow;
class FilterBar;
class ResultModel;
class ValueViewer;

/// The rows of one statement, to be sorted, filtered and copied, with a value at a time looked at in full, and a line that
/// says how many rows there are and whether there are more. Until a statement has columns it says how to get some.
class ResultGrid : public QWidget
{
    Q_OBJECT
public:
    explicit ResultGrid(QWidget *parent = nullptr);

    /// Rows are about to arrive in this store; what was there goes.
    void begin(std::shared_ptr<result::ResultStore> store);
    /// Shown at once or soon; where nobody sees the grid, when somebody does.
    void rowsArrived();
    /// All that was asked for is here. `mayFetchAll`: a cut-off result may be asked for again as a whole.
    void finish(const sql::StatementSummary &summary, bool mayFetchAll);
    /// The rows ended early; what is here stays, marked as incomplete.
    void breakOff();

    ResultModel &model() { return *m_model; }
    const ResultModel &model() const { return *m_model; }
    /// A sentence on what is not among the rows that are shown; empty: they are the whole result.
    QString missing() const;
    /// The line below the rows.
    QString footer() const;

    /// Puts the selected cells on the clipboard; many of them a while later, which a row below them tells.
    void copy(const CopyFormat &format);

Q_SIGNALS:
    void fetchAllRequested();
    /// The result is wanted in a file.
    void exportRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    using State = RowsArrival::State;

    QWidget *buildEmptyState();
    QWidget *buildRows();
    void buildTable();
    QWidget *buildFooter();
    void addActions();
    QAction *addAction(const QString &name, const QString &icon, const QString &text,
                       const QList<QKeySequence> &keys);
    void connectModel();

    void sortBy(int column);
    void applyOrder();
    void showSortIndicator();
    void keepCurrentCell();
    void showCurrentCell();
    void openValue();
    void showValue();
    void closeValue();

    void fitColumns();
    void fitRowNumbers();
    void setState(State state);
    RowsArrival arrival() const;
    void showFooter();

    ResultModel *m_model;
    QStackedWidget *m_pages;
    QTableView *m_table;
    FilterBar *m_filter;
    ValueViewer *m_value;
    CopyRow *m_copying;
    QWidget *m_rows = nullptr;
    QWidget *m_footer = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_fetchAll = nullptr;
    State m_state = State::Waiting;
    int m_measuredRows = 0;
    std::optional<int> m_sortColumn;
    bool m_descending = false;
    std::optional<std::pair<int, int>>
        m_currentCell; ///< number in the result and column, while the order changes
};

} // namespace latchkey
