// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/planpage.h"

#include "core/base/whendone.h"
#include "core/schema/plan.h"
#include "core/script/beginning.h"
#include "ui/admin/answertable.h"
#include "ui/admin/planmodel.h"
#include "ui/errorbanner.h"
#include "ui/focusforward.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey {

namespace {

constexpr qsizetype shownSql = 300; // characters

} // namespace

PlanPage::PlanPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"planPage"_qs);
    m_banner = new ErrorBanner;
    m_statement = new QLabel;
    m_statement->setObjectName(u"planStatement"_qs);
    m_statement->setFont(theme::monospace(font()));
    m_statement->setWordWrap(true);
    m_statement->setTextFormat(Qt::PlainText);
    m_statement->setContentsMargins(theme::unit, theme::unit, theme::unit, theme::unit);
    m_plan = new PlanModel(this);
    m_tree = new QTreeView;
    m_tree->setObjectName(u"planTree"_qs);
    m_tree->setAccessibleName(tr("Plan as a tree"));
    m_tree->setModel(m_plan);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setIconSize({theme::iconSize, theme::iconSize});
    m_table = new AnswerTable;
    m_table->setObjectName(u"planTable"_qs);
    m_table->setAccessibleName(tr("Plan as a table"));
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(u"planTabs"_qs);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_table, tr("Table"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_statement);
    column->addWidget(m_banner);
    column->addWidget(m_tabs, 1);
    new FocusForward(*this, *m_tabs);
}

void PlanPage::explain(const schema::Ask &ask, const QString &statement)
{
    ++m_asked;
    m_banner->clear();
    m_statement->setText(script::beginningOf(statement, shownSql));
    m_plan->setPlan({});
    m_table->rows().setAnswer({});
    const auto ifCurrent = [this, asked = m_asked](void (PlanPage::*take)(const Result<schema::Answer> &)) {
        return [this, asked, take](const Result<schema::Answer> &answer) {
            if (asked == m_asked)
                (this->*take)(answer);
        };
    };
    whenDone(ask(u"EXPLAIN FORMAT=JSON "_qs + statement), this, ifCurrent(&PlanPage::takeTree));
    whenDone(ask(u"EXPLAIN "_qs + statement), this, ifCurrent(&PlanPage::takeTable));
}

void PlanPage::takeTree(const Result<schema::Answer> &answer)
{
    if (!answer)
        return m_banner->showError(answer.error());
    const QString json = answer->rows.isEmpty() ? QString() : answer->rows[0].value(0);
    const Result<schema::PlanNode> plan = schema::readPlan(json.toUtf8());
    if (!plan)
        return m_banner->showError(plan.error());
    m_plan->setPlan(*plan);
    m_tree->expandAll();
    for (int column = 0; column < PlanModel::ColumnCount; ++column)
        m_tree->resizeColumnToContents(column);
}

void PlanPage::takeTable(const Result<schema::Answer> &answer)
{
    if (!answer)
        return m_banner->showError(answer.error());
    m_table->rows().setAnswer(*answer, answer->columns.size());
    m_table->fitColumns();
}

} // namespace latchkey
