// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTreeView;

namespace latchkey {

class AnswerTable;
class ErrorBanner;
class PlanModel;

/// How a server would run a statement: as a tree, and as the table that EXPLAIN has always given.
class PlanPage : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPage(QWidget *parent = nullptr);

    /// Asks for both; `ask` must be the connection that would run the statement, because names mean what they mean there.
    void explain(const schema::Ask &ask, const QString &statement);

private:
    void takeTree(const Result<schema::Answer> &answer);
    void takeTable(const Result<schema::Answer> &answer);

    ErrorBanner *m_banner = nullptr;
    QLabel *m_statement = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTreeView *m_tree = nullptr;
    PlanModel *m_plan = nullptr;
    AnswerTable *m_table = nullptr;
    int m_asked = 0; ///< counts explain(), so that a late answer is known
};

} // namespace latchkey
