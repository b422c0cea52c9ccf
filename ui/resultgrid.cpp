// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/resultgrid.h"

#include "ui/emptystate.h"
#include "ui/icons.h"
#include "ui/resultmodel.h"
#include "ui/sessionlog.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

namespace latchkey {
namespace {

/// Columns are fitted to what comes first: reading every row would make the window wait for the last one.
constexpr int measuredRows = 200;
constexpr int measuredCells = 10'000;
constexpr int widestColumn = 48; // in characters

QString cellText(const ResultModel &model, int row, int column)
{
    const auto value = model.value(row, column);
    return value ? fullText(model.columns()[column], *value) : u"NULL"_qs;
}

QString quotedForSpreadsheets(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar character) {
        return character == u'\t' || character == u'\n' || character == u'\r' || character == u'"';
    });
    return plain ? text : u'"' + QString(text).replace(u"\""_qs, u"\"\""_qs) + u'"';
}

QString rowsText(int rows)
{
    return ResultGrid::tr("%n row(s)", nullptr, rows)
        .replace(QString::number(rows), QLocale().toString(rows));
}

} // namespace

QString tabSeparated(const ResultModel &model, const QItemSelection &selection, bool withNames)
{
    std::set<int> rows;
    std::set<int> columns;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(rows.end(), row);
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    }
    QStringList fields;
    QString text;
    const auto endLine = [&] {
        text += fields.join(u'\t') + u'\n';
        fields.clear();
    };
    if (withNames) {
        for (const int column : columns)
            fields.append(quotedForSpreadsheets(model.columns()[column].name));
        endLine();
    }
    const bool whole = selection.size() == 1;
    for (const int row : rows) {
        for (const int column : columns) {
            const bool selected = whole || selection.contains(model.index(row, column));
            fields.append(selected ? quotedForSpreadsheets(cellText(model, row, column)) : QString());
        }
        endLine();
    }
    return text;
}

ResultGrid::ResultGrid(QWidget *parent)
    : QWidget(parent), m_model(new ResultModel(this)), m_pages(new QStackedWidget), m_table(new QTableView)
{
    buildTable();
    m_pages->addWidget(buildEmptyState());
    m_pages->addWidget(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buildFooter());
    addCopyActions();
}

QWidget *ResultGrid::buildEmptyState()
{
    auto *hint = new EmptyState(u"table"_qs, tr("No result yet"), tr("Run a statement with Ctrl+Enter."));
    hint->setObjectName(u"emptyResult"_qs);
    hint->setAutoFillBackground(true);
    hint->setBackgroundRole(QPalette::Base);
    return hint;
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
}

QWidget *ResultGrid::buildFooter()
{
    m_footer = new QWidget;
    m_count = new QLabel;
    m_count->setObjectName(u"resultCount"_qs);
    m_fetchAll = new QPushButton(tr("Fetch all"));
    m_fetchAll->setObjectName(u"fetchAll"_qs);
    m_fetchAll->setToolTip(tr("Runs the statement again without a row limit."));
    connect(m_fetchAll, &QPushButton::clicked, this, &ResultGrid::fetchAllRequested);

    auto *layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->addWidget(m_count);
    layout->addWidget(m_fetchAll);
    layout->addStretch();
    m_footer->hide();
    m_fetchAll->hide();
    return m_footer;
}

void ResultGrid::addCopyActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, bool withNames) {
        auto *action = new QAction(icons::icon(u"copy"_qs), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, withNames] { copy(withNames); });
        m_table->addAction(action);
    };
    add(tr("Copy"), QKeySequence::Copy, false);
    add(tr("Copy with Column Names"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), true);
    auto *exporting = new QAction(icons::icon(u"export"_qs), tr("Export…"), this);
    exporting->setObjectName(u"exportResult"_qs);
    connect(exporting, &QAction::triggered, this, &ResultGrid::exportRequested);
    m_table->addAction(exporting);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ResultGrid::begin(QList<sql::Column> columns)
{
    m_measuredRows = 0;
    m_model->setColumns(std::move(columns));
    m_pages->setCurrentWidget(m_table);
    m_fetchAll->hide();
    fitColumns();
    showFooter(tr("Waiting for rows…"));
}

void ResultGrid::append(sql::RowBatch batch)
{
    m_model->append(std::move(batch));
    if (m_measuredRows < measuredRows)
        fitColumns();
    showFooter(tr("%1 so far, more ▸").arg(rowsText(m_model->rowCount())));
}

void ResultGrid::finish(const sql::StatementSummary &summary, bool mayFetchAll)
{
    const QString rows = rowsText(m_model->rowCount());
    m_fetchAll->setVisible(summary.truncated && mayFetchAll);
    showFooter(summary.truncated ? tr("%1 so far, more ▸").arg(rows) : rows);
}

void ResultGrid::breakOff()
{
    showFooter(tr("%1, incomplete: the statement did not end well.").arg(rowsText(m_model->rowCount())));
}

QString ResultGrid::footer() const
{
    return m_count->text();
}

void ResultGrid::showFooter(const QString &text)
{
    m_count->setText(text);
    m_footer->show();
}

/// Header and first rows; called again while fewer than `measuredRows` have been seen, so that it does little.
void ResultGrid::fitColumns()
{
    const int columns = m_model->columnCount();
    const int rows = std::min({m_model->rowCount(), measuredRows, measuredCells / std::max(columns, 1)});
    const QFontMetrics cells(m_table->font());
    const QFontMetrics heads(m_table->horizontalHeader()->font());
    const int widest = cells.averageCharWidth() * widestColumn;
    const int margin = 2 * m_table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + theme::unit;
    for (int column = 0; column < columns; ++column) {
        int width = m_measuredRows == 0
                        ? heads.horizontalAdvance(m_model->columns()[column].name) + margin + theme::unit
                        : m_table->columnWidth(column);
        for (int row = m_measuredRows; row < rows && width < widest; ++row) {
            const QString text = m_model->index(row, column).data().toString();
            width = std::max(width, cells.horizontalAdvance(text) + margin);
        }
        m_table->setColumnWidth(column, std::clamp(width, theme::unit * 6, widest));
    }
    m_measuredRows = rows < m_model->rowCount() ? measuredRows : rows;
}

void ResultGrid::copy(bool withNames)
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    if (selection.isEmpty())
        return;
    const QItemSelectionRange &first = selection.first();
    const bool single = selection.size() == 1 && first.width() == 1 && first.height() == 1;
    QGuiApplication::clipboard()->setText(single && !withNames
                                              ? cellText(*m_model, first.top(), first.left())
                                              : tabSeparated(*m_model, selection, withNames));
}

} // namespace latchkey
