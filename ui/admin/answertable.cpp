// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/answertable.h"

#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int narrowestLast = 120; // device-independent pixels, before it is stretched
constexpr int widestFitted = 320; // device-independent pixels, when fitted

} // namespace

AnswerTable::AnswerTable(QWidget *parent) : QTableView(parent)
{
    m_rows = new AnswerModel(this);
    m_shown = new QSortFilterProxyModel(this);
    m_shown->setSourceModel(m_rows);
    m_shown->setSortRole(AnswerModel::SortRole);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_shown);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the server gives them
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::rowHeight(font()) - theme::half);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setIconSize({theme::iconSize, theme::iconSize});
}

void AnswerTable::setFilter(const QString &text)
{
    m_shown->setFilterFixedString(text);
}

QStringList AnswerTable::currentRow() const
{
    const QModelIndex index = m_shown->mapToSource(currentIndex());
    return index.isValid() ? m_rows->answer().rows[index.row()] : QStringList();
}

void AnswerTable::fitColumns()
{
    resizeColumnsToContents();
    int last = m_rows->columnCount() - 1;
    while (last > 0 && isColumnHidden(last))
        --last;
    for (int column = 0; column <= last; ++column)
        setColumnWidth(column, column == last ? narrowestLast
                                              : std::min(columnWidth(column) + theme::unit, widestFitted));
}

/// The selected rows, tabs between values.
void AnswerTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    QStringList lines;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        lines.append(m_rows->answer().rows[m_shown->mapToSource(index).row()].join(u'\t'));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace latchkey
