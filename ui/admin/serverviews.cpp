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

QString viewIcon(ServerViews::View view)
{
    switch (view) {
    case ServerViews::View::Processes:
        return u"processes"_qs;
    case ServerViews::View::Status:
        return u"info"_qs;
    case ServerViews::View::Variables:
        return u"settings"_qs;
    case ServerViews::View::Accounts:
        return u"user"_qs;
    case ServerViews::View::Replication:
        return u"cluster"_qs;
    }
    return {};
}

QString viewTitle(ServerViews::View view)
{
    switch (view) {
    case ServerViews::View::Processes:
        return ServerViews::tr("Processes");
    case ServerViews::View::Status:
        return ServerViews::tr("Status");
    case ServerViews::View::Variables:
        return ServerViews::tr("Variables");
    case ServerViews::View::Accounts:
        return ServerViews::tr("Accounts");
    case ServerViews::View::Replication:
        return ServerViews::tr("Replication");
    }
    return {};
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
    showPage(page, viewIcon(view), viewTitle(view));
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
