// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/resultgrid.h"
#include "ui/statementrunner.h"

#include <QPointer>
#include <QTabWidget>

namespace latchkey {

class HistoryView;
class MessageList;

/// What came of the statements: a tab for each result of the last run, the messages, the history. There is always a
/// first result tab; empty, it says how to fill it.
class ResultTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit ResultTabs(QWidget *parent = nullptr);

    /// A new run replaces the results of the one before.
    void beginRun();
    /// The next run's only result goes where that one is.
    void refetch(ResultGrid *grid);

    void beginStatement(const StatementRunner::Statement &statement);
    void showColumns(const std::shared_ptr<result::ResultStore> &store);
    /// More rows are in the store.
    void showRows();
    /// The result that is being filled is complete, or cut off at its limit; the statement may have another.
    void endResult(const sql::StatementSummary &result);
    /// `line` is the statement's first line in the editor, from 1.
    void endStatement(const StatementRunner::Statement &statement, int line,
                      const Result<sql::StatementSummary> &result);
    void endRun();

    void addNote(const QString &sentence);
    void addWarning(const QString &warning);
    HistoryView &history() { return *m_history; }
    void searchHistory();

    /// The result that is shown, or else the first one, is wanted in a file.
    void exportCurrent();
    bool canExport() const;

Q_SIGNALS:
    void statementChosen(qsizetype offset, const QString &sql);
    void historyChosen(const QString &sql);
    /// The whole of a result that was cut off is wanted.
    void fetchAllRequested(latchkey::ResultGrid *grid, const latchkey::StatementRunner::Statement &statement);
    /// A result is wanted in a file.
    void exportRequested(latchkey::ResultGrid *grid, const latchkey::StatementRunner::Statement &statement);

private:
    ResultGrid *exportedGrid() const;
    ResultGrid *nextGrid();
    ResultGrid *addGrid();
    void dropGrids(qsizetype keep);

    MessageList *m_messages;
    HistoryView *m_history;
    QList<ResultGrid *> m_grids; ///< in the order of their tabs, which come first
    QPointer<ResultGrid> m_current; ///< takes the running statement's rows
    QPointer<ResultGrid> m_refetched; ///< takes them instead of the next one
    StatementRunner::Statement m_statement;
    qsizetype m_used = 0; ///< grids that this run has filled
};

} // namespace latchkey
