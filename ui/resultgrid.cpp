// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/resultgrid.h"

#include "ui/emptystate.h"
#include "ui/icons.h"
#include "ui/result/copyrow.h"
#include "ui/result/filterbar.h"
#include "ui/result/valueviewer.h"
#include "ui/resultmodel.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {
namespace {

/// Columns are fitted to what comes first: reading every row would make the window wait for the last one.
constexpr int measuredRows = 200;
constexpr int measuredCells = 10'000;
constexpr int widestColumn = 48; // in characters

QStringList namesOf(const QList<sql::Column> &columns)
{
    QStringList names;
    for (const sql::Column &column : columns)
        names.append(column.name);
    return names;
}

/// Columns that were dragged elsewhere stand where they belong again.
void straighten(QHeaderView &header)
{
    for (int column = 0; column < header.count(); ++column)
        header.moveSection(header.visualIndex(column), column);
}

} // namespace

ResultGrid::ResultGrid(QWidget *parent)
    : QWidget(parent), m_model(new ResultModel(this)), m_pages(new QStackedWidget), m_table(new QTableView),
      m_filter(new FilterBar), m_value(new ValueViewer), m_copying(new CopyRow)
{
    buildTable();
    m_rows = buildRows();
    m_pages->addWidget(buildEmptyState());
    m_pages->addWidget(m_rows);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_copying);
    layout->addWidget(buildFooter());
    addActions();
    connectModel();
}

QWidget *ResultGrid::buildEmptyState()
{
    auto *hint = new EmptyState(u"table"_qs, tr("No result yet"), tr("Run a statement with Ctrl+Enter."));
    hint->setObjectName(u"emptyResult"_qs);
    hint->setAutoFillBackground(true);
    hint->setBackgroundRole(QPalette::Base);
    return hint;
}

QWidget *ResultGrid::buildRows()
{
    auto *splitter = new QSplitter;
    splitter->setObjectName(u"resultSplitter"_qs);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_value);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_value->hide();

    auto *rows = new QWidget;
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(splitter, 1);
    return rows;
}

void ResultGrid::buildTable()
{
    m_table->setObjectName(u"resultTable"_qs);
    m_table->setAccessibleName(tr("Result"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false); // Tab leaves the grid, as in the rest of the window

    QHeaderView *lines = m_table->verticalHeader();
    lines->setSectionResizeMode(QHeaderView::Fixed);
    lines->setMinimumSectionSize(fontMetrics().height() + theme::unit);
    lines->setDefaultSectionSize(fontMetrics().height() + theme::unit);
    lines->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lines->setHighlightSections(false);

    QHeaderView *names = m_table->horizontalHeader();
    names->setHighlightSections(false);
    names->setSectionsMovable(true);
    names->setMinimumSectionSize(theme::unit * 4);
    names->setSortIndicatorShown(true);
    names->setSortIndicator(-1, Qt::AscendingOrder);
    // A click sorts and does not select the column.
    disconnect(names, &QHeaderView::sectionPressed, m_table, nullptr);
    disconnect(names, &QHeaderView::sectionEntered, m_table, nullptr);
    connect(names, &QHeaderView::sectionClicked, this, &ResultGrid::sortBy);
}

QWidget *ResultGrid::buildFooter()
{
    m_footer = new QWidget;
    m_count = new QLabel;
    m_count->setObjectName(u"resultCount"_qs);
    m_note = new QLabel;
    m_note->setObjectName(u"resultNote"_qs);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_fetchAll = new QPushButton(tr("Fetch all"));
    m_fetchAll->setObjectName(u"fetchAll"_qs);
    m_fetchAll->setToolTip(tr("Runs the statement again without a row limit."));
    connect(m_fetchAll, &QPushButton::clicked, this, &ResultGrid::fetchAllRequested);

    auto *layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->addWidget(m_count);
    layout->addWidget(m_fetchAll);
    layout->addWidget(m_note, 1);
    m_footer->hide();
    m_fetchAll->hide();
    return m_footer;
}

QAction *ResultGrid::addAction(const QString &name, const QString &icon, const QString &text,
                               const QList<QKeySequence> &keys)
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    return action;
}

void ResultGrid::addActions()
{
    const QList<CopyFormat> formats = copyFormats();
    for (const CopyFormat &format : formats) {
        const QAction *action = addAction(u"copyCells"_qs, u"copy"_qs, format.title, {format.keys});
        connect(action, &QAction::triggered, this, [this, format] { copy(format); });
    }
    const QAction *exporting = addAction(u"exportResult"_qs, u"export"_qs, tr("Export…"), {});
    connect(exporting, &QAction::triggered, this, &ResultGrid::exportRequested);
    connect(m_copying, &CopyRow::exportRequested, this, &ResultGrid::exportRequested);
    const QAction *value = addAction(u"openValue"_qs, u"search"_qs, tr("Show the Whole Value"),
                                     {Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2});
    connect(value, &QAction::triggered, this, &ResultGrid::openValue);
    connect(m_table, &QTableView::doubleClicked, this, &ResultGrid::openValue);
    connect(m_value, &ValueViewer::closed, this, &ResultGrid::closeValue);

    QAction *filter = addAction(u"filterRows"_qs, u"search"_qs, tr("Filter the Rows…"), {QKeySequence::Find});
    QWidget::addAction(filter);
    connect(filter, &QAction::triggered, m_filter, &FilterBar::open);
    connect(m_filter, &FilterBar::filterChanged, this, &ResultGrid::applyOrder);
    connect(m_filter, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *button = new QToolButton;
    button->setObjectName(u"filterRowsButton"_qs);
    button->setDefaultAction(filter);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    m_footer->layout()->addWidget(button);
}

void ResultGrid::connectModel()
{
    connect(m_model, &ResultModel::rowsInserted, this, [this] {
        fitColumns();
        fitRowNumbers();
        showFooter();
    });
    connect(m_model, &ResultModel::orderAboutToBeShown, this, &ResultGrid::keepCurrentCell);
    connect(m_model, &ResultModel::orderShown, this, &ResultGrid::showCurrentCell);
    connect(m_model, &ResultModel::orderingChanged, this,
            [this] { m_note->setText(m_model->isOrdering() ? tr("Looking through the rows…") : QString()); });
    connect(m_model, &ResultModel::orderingFailed, this,
            [this](const Error &error) { m_note->setText(error.message); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ResultGrid::showValue);
}

void ResultGrid::begin(std::shared_ptr<result::ResultStore> store)
{
    m_measuredRows = 0;
    m_sortColumn.reset();
    const QStringList before = namesOf(m_model->columns());
    m_model->setStore(std::move(store));
    if (namesOf(m_model->columns()) != before)
        straighten(*m_table->horizontalHeader());
    m_filter->setColumns(m_model->columns());
    m_pages->setCurrentWidget(m_rows);
    m_fetchAll->hide();
    m_note->clear();
    m_copying->clear();
    showSortIndicator();
    fitColumns();
    showValue();
    setState(State::Waiting);
}

void ResultGrid::rowsArrived()
{
    m_state = State::Arriving;
    if (isVisible()) // each time costs the view the more, the more rows there are
        m_model->rowsArrived();
}

void ResultGrid::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_state == State::Arriving)
        m_model->rowsArrived();
}

void ResultGrid::finish(const sql::StatementSummary &summary, bool mayFetchAll)
{
    m_model->complete();
    m_fetchAll->setVisible(summary.truncated && mayFetchAll);
    setState(summary.truncated ? State::CutOff : State::Complete);
}

void ResultGrid::breakOff()
{
    m_model->complete();
    setState(State::Incomplete);
}

RowsArrival ResultGrid::arrival() const
{
    return {m_state, m_model->storedRows(), m_model->rowCount(), !m_model->order().filter.isEmpty()};
}

QString ResultGrid::missing() const
{
    return arrival().missing();
}

QString ResultGrid::footer() const
{
    return m_count->text();
}

void ResultGrid::setState(State state)
{
    m_state = state;
    showFooter();
}

void ResultGrid::showFooter()
{
    m_count->setText(arrival().text());
    m_footer->show();
}

/// Ascending, descending, as the server sent them.
void ResultGrid::sortBy(int column)
{
    if (m_sortColumn != column) {
        m_sortColumn = column;
        m_descending = false;
    } else if (!m_descending) {
        m_descending = true;
    } else {
        m_sortColumn.reset();
    }
    showSortIndicator();
    applyOrder();
}

void ResultGrid::showSortIndicator()
{
    m_table->horizontalHeader()->setSortIndicator(
        m_sortColumn.value_or(-1), m_descending && m_sortColumn ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ResultGrid::applyOrder()
{
    m_model->setOrder({m_sortColumn, m_descending && m_sortColumn, m_filter->text(), m_filter->column()});
}

void ResultGrid::keepCurrentCell()
{
    const QModelIndex current = m_table->currentIndex();
    m_currentCell.reset();
    if (current.isValid())
        m_currentCell = {m_model->numberInResult(current.row()), current.column()};
}

void ResultGrid::showCurrentCell()
{
    const int row = m_currentCell ? m_model->rowOf(m_currentCell->first) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, m_currentCell->second));
    else
        showValue();
    m_table->scrollToTop();
    showFooter();
}

void ResultGrid::openValue()
{
    m_value->setVisible(true);
    showValue();
}

void ResultGrid::showValue()
{
    if (m_value->isHidden())
        return;
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return m_value->showNone(tr("Choose a cell to see its value."));
    m_value->showCell(m_model->shownRows(), current.row(), current.column());
}

void ResultGrid::closeValue()
{
    m_value->hide();
    m_table->setFocus();
}

/// Wide enough for the numbers of all rows, whichever are shown.
void ResultGrid::fitRowNumbers()
{
    QHeaderView *lines = m_table->verticalHeader();
    const auto digits = QString::number(m_model->storedRows()).size();
    lines->setMinimumWidth(QFontMetrics(lines->font()).horizontalAdvance(QString(digits, u'0'))
                           + 2 * theme::unit);
}

/// Header and first rows; called again while fewer than `measuredRows` have been seen, so that it does little.
void ResultGrid::fitColumns()
{
    const int columns = m_model->columnCount();
    const int rows = std::min({m_model->rowCount(), measuredRows, measuredCells / std::max(columns, 1)});
    if (m_measuredRows > 0 && m_measuredRows >= rows)
        return;
    const QFontMetrics cells(m_table->font());
    const QFontMetrics heads(m_table->horizontalHeader()->font());
    const int widest = cells.averageCharWidth() * widestColumn;
    const int margin = 2 * m_table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + theme::unit;
    const int mark = m_table->style()->pixelMetric(QStyle::PM_HeaderMarkSize) + theme::half;
    for (int column = 0; column < columns; ++column) {
        int width = m_measuredRows == 0
                        ? heads.horizontalAdvance(m_model->columns()[column].name) + margin + mark
                        : m_table->columnWidth(column);
        for (int row = m_measuredRows; row < rows && width < widest; ++row) {
            const QString text = m_model->index(row, column).data().toString();
            width = std::max(width, cells.horizontalAdvance(text) + margin);
        }
        m_table->setColumnWidth(column, std::clamp(width, theme::unit * 6, widest));
    }
    m_measuredRows = rows < m_model->rowCount() ? measuredRows : rows;
}

void ResultGrid::copy(const CopyFormat &format)
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    if (selection.isEmpty())
        return;
    std::vector<result::CellSelection::Range> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.push_back({range.top(), range.bottom(), range.left(), range.right()});
    m_copying->start(format, {m_model->shownRows(), std::move(ranges)});
}

} // namespace latchkey
