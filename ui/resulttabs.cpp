// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/resulttabs.h"

#include "core/script/classify.h"
#include "ui/icons.h"
#include "ui/query/historyview.h"
#include "ui/resultgrid.h"
#include "ui/sessionlog.h"

#include <QTabBar>

namespace latchkey {
namespace {

constexpr int mostResults = 20;

} // namespace

ResultTabs::ResultTabs(QWidget *parent)
    : QTabWidget(parent), m_messages(new MessageList), m_history(new HistoryView)
{
    setObjectName(u"resultTabs"_qs);
    setDocumentMode(true);
    tabBar()->setExpanding(false);
    addTab(m_messages, icons::icon(u"info"_qs), tr("Messages"));
    addTab(m_history, icons::icon(u"history"_qs), tr("History"));
    connect(m_messages, &MessageList::statementChosen, this, &ResultTabs::statementChosen);
    connect(m_history, &HistoryView::chosen, this, &ResultTabs::historyChosen);
    addGrid();
}

void ResultTabs::beginRun()
{
    m_used = 0;
    if (!m_refetched)
        dropGrids(1);
}

void ResultTabs::refetch(ResultGrid *grid)
{
    m_refetched = grid;
}

void ResultTabs::beginStatement(const StatementRunner::Statement &statement)
{
    m_statement = statement;
    m_current = nullptr;
}

void ResultTabs::showColumns(const std::shared_ptr<result::ResultStore> &store)
{
    ResultGrid *grid = nextGrid();
    m_current = grid;
    if (!grid)
        return;
    grid->begin(store);
    grid->disconnect(this);
    connect(grid, &ResultGrid::fetchAllRequested, this,
            [this, grid, statement = m_statement] { Q_EMIT fetchAllRequested(grid, statement); });
    connect(grid, &ResultGrid::exportRequested, this,
            [this, grid, statement = m_statement] { Q_EMIT exportRequested(grid, statement); });
    if (m_used <= 1)
        setCurrentWidget(grid);
}

void ResultTabs::showRows()
{
    if (m_current)
        m_current->rowsArrived();
}

void ResultTabs::endResult(const sql::StatementSummary &result)
{
    if (m_current)
        m_current->finish(result, script::classify(m_statement.sql).mayBeRunAgain());
    m_current = nullptr;
}

void ResultTabs::endStatement(const StatementRunner::Statement &statement, int line,
                              const Result<sql::StatementSummary> &result)
{
    m_messages->add(statement.sql, statement.offset, line, result);
    if (result && result->keptUnicode)
        addNote(sql::unicodeKept());
    if (m_current && result)
        m_current->finish(*result, script::classify(statement.sql).mayBeRunAgain());
    else if (m_current)
        m_current->breakOff();
    else if (result && !result->hasRows)
        setCurrentWidget(m_messages);
}

void ResultTabs::endRun()
{
    if (m_used == 0 && !m_refetched) { // the results of the run before are not this one's
        QWidget *shown = currentWidget() == m_grids.first() ? nullptr : currentWidget();
        dropGrids(0);
        addGrid();
        if (shown)
            setCurrentWidget(shown);
    }
    m_refetched = nullptr;
}

void ResultTabs::addNote(const QString &sentence)
{
    m_messages->addNote(sentence);
}

void ResultTabs::addWarning(const QString &warning)
{
    m_messages->addWarning(warning);
}

void ResultTabs::searchHistory()
{
    setCurrentWidget(m_history);
    m_history->search(QString());
}

ResultGrid *ResultTabs::exportedGrid() const
{
    auto *shown = qobject_cast<ResultGrid *>(currentWidget());
    return shown || m_grids.isEmpty() ? shown : m_grids.first();
}

void ResultTabs::exportCurrent()
{
    if (canExport())
        Q_EMIT exportedGrid()->exportRequested();
}

bool ResultTabs::canExport() const
{
    const ResultGrid *grid = exportedGrid();
    return grid && grid->model().columnCount() > 0;
}

ResultGrid *ResultTabs::nextGrid()
{
    if (m_refetched)
        return m_refetched;
    if (m_used == mostResults) {
        addNote(tr("Only the first %1 results are shown.").arg(mostResults));
        return nullptr;
    }
    ++m_used;
    return m_used <= m_grids.size() ? m_grids[m_used - 1] : addGrid();
}

ResultGrid *ResultTabs::addGrid()
{
    auto *grid = new ResultGrid;
    const auto index = static_cast<int>(m_grids.size());
    m_grids.append(grid);
    insertTab(index, grid, icons::icon(u"table"_qs), tr("Result %1").arg(index + 1));
    if (index == 0)
        setCurrentIndex(0);
    return grid;
}

void ResultTabs::dropGrids(qsizetype keep)
{
    while (m_grids.size() > keep) {
        ResultGrid *grid = m_grids.takeLast();
        removeTab(indexOf(grid));
        grid->deleteLater();
    }
}

} // namespace latchkey
