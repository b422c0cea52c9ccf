// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/serverviews.h"

#include "ui/admin/accountspage.h"
#include "ui/admin/planpage.h"
#include "ui/admin/processpage.h"
#include "ui/admin/replicationpage.h"
#include "ui/admin/valuespage.h"
#include "ui/focusforward.h"
#include "ui/icons.h"

#include <QTabBar>

namespace latchkey {

namespace {

ActionLook lookWithControl(const QString &name, const QString &icon, const QString &text, Qt::Key key)
{
    return {name, icon, text, {Qt::CTRL | key}};
}

} // namespace

ActionLook viewLook(ServerViews::View view)
{
    switch (view) {
    case ServerViews::View::Processes:
        return lookWithControl(u"viewProcesses"_qs, u"processes"_qs, ServerViews::tr("Processes"), Qt::Key_4);
    case ServerViews::View::Status:
        return lookWithControl(u"viewStatus"_qs, u"info"_qs, ServerViews::tr("Status"), Qt::Key_5);
    case ServerViews::View::Variables:
        return lookWithControl(u"viewVariables"_qs, u"settings"_qs, ServerViews::tr("Variables"), Qt::Key_6);
    case ServerViews::View::Accounts:
        return lookWithControl(u"viewAccounts"_qs, u"user"_qs, ServerViews::tr("Accounts"), Qt::Key_7);
    case ServerViews::View::Replication:
        return lookWithControl(u"viewReplication"_qs, u"cluster"_qs, ServerViews::tr("Replication"),
                               Qt::Key_8);
    }
    return {};
}

ActionLook closeViewLook()
{
    return lookWithControl(u"closeView"_qs, u"close"_qs, ServerViews::tr("Close view"), Qt::Key_F4);
}

ServerViews::ServerViews(QWidget *statements, QWidget *parent) : QTabWidget(parent)
{
    setObjectName(u"serverViews"_qs);
    setAccessibleName(tr("Statements and views of the server"));
    setDocumentMode(true);
    setTabsClosable(true);
    setTabBarAutoHide(true);
    addTab(statements, icons::icon(u"run"_qs), tr("SQL"));
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        tabBar()->setTabButton(0, side, nullptr);
    new FocusForward(*this, *statements);
    connect(this, &QTabWidget::tabCloseRequested, this, &ServerViews::close);
}

void ServerViews::setAsk(schema::Ask ask)
{
    m_ask = std::move(ask);
    for (AdminPage *page : std::as_const(m_pages))
        page->setAsk(m_ask);
}

void ServerViews::setServer(const QString &version, const QString &principal)
{
    m_version = version;
    m_principal = principal;
    if (auto *accounts = qobject_cast<AccountsPage *>(m_pages.value(View::Accounts)))
        accounts->setServer(version, principal);
}

void ServerViews::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    if (auto *processes = qobject_cast<ProcessPage *>(m_pages.value(View::Processes)))
        processes->setReadOnly(readOnly);
}

AdminPage *ServerViews::make(View view)
{
    switch (view) {
    case View::Processes: {
        auto *processes = new ProcessPage;
        processes->setReadOnly(m_isReadOnly);
        return processes;
    }
    case View::Status:
        return new ValuesPage(ValuesPage::What::Status);
    case View::Variables:
        return new ValuesPage(ValuesPage::What::Variables);
    case View::Replication:
        return new ReplicationPage;
    case View::Accounts:
        break;
    }
    auto *accounts = new AccountsPage;
    accounts->setServer(m_version, m_principal);
    connect(accounts, &AccountsPage::statementRequested, this, [this](const QString &sql) {
        setCurrentIndex(0);
        Q_EMIT statementRequested(sql);
    });
    return accounts;
}

void ServerViews::open(View view)
{
    AdminPage *&page = m_pages[view];
    if (!page) {
        page = make(view);
        page->setAsk(m_ask);
    }
    const ActionLook look = viewLook(view);
    showPage(page, look.icon, look.text);
}

void ServerViews::explain(const schema::Ask &ask, const QString &statement)
{
    if (!m_plan)
        m_plan = new PlanPage;
    m_plan->explain(ask, statement);
    showPage(m_plan, u"plan"_qs, tr("Plan"));
}

void ServerViews::showPage(QWidget *page, const QString &icon, const QString &title)
{
    if (indexOf(page) < 0)
        addTab(page, icons::icon(icon), title);
    setCurrentWidget(page);
    page->setFocus();
}

void ServerViews::closeCurrent()
{
    close(currentIndex());
}

void ServerViews::close(int index)
{
    QWidget *page = widget(index);
    if (index == 0 || !page)
        return;
    removeTab(index);
    m_pages.removeIf([page](const auto &entry) { return entry.value() == page; });
    if (page == m_plan)
        m_plan = nullptr;
    page->deleteLater();
    setCurrentIndex(0);
    widget(0)->setFocus();
}

} // namespace latchkey
