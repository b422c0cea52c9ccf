// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"
#include "ui/actionlook.h"

#include <QTabWidget>

#include <array>

namespace latchkey {

class AccountsPage;
class AdminPage;
class PlanPage;

/// The statements and, once they are asked for, the views of the server, a tab each. While there is only one, no tabs
/// are shown.
class ServerViews : public QTabWidget
{
    Q_OBJECT
public:
    enum class View { Processes, Status, Variables, Accounts, Replication };
    static constexpr std::array views{View::Processes, View::Status, View::Variables, View::Accounts,
                                      View::Replication};

    /// Takes `statements` over; its tab cannot be closed.
    explicit ServerViews(QWidget *statements, QWidget *parent = nullptr);

    /// Nothing: not connected.
    void setAsk(schema::Ask ask);
    void setServer(const QString &version, const QString &principal);
    /// Then nothing on the server is ended or changed from here.
    void setReadOnly(bool readOnly);

    void open(View view);
    /// Of the statements, nothing.
    void closeCurrent();
    void explain(const schema::Ask &ask, const QString &statement);

Q_SIGNALS:
    void statementRequested(const QString &sql);

private:
    AdminPage *make(View view);
    void close(int index);
    void showPage(QWidget *page, const QString &icon, const QString &title);

    schema::Ask m_ask;
    QString m_version;
    QString m_principal;
    bool m_isReadOnly = false;
    QHash<View, AdminPage *> m_pages;
    PlanPage *m_plan = nullptr;
};

/// Of the action that opens a view, and of its tab. Pure.
ActionLook viewLook(ServerViews::View view);
/// Of the action that closes the view that is shown. Pure.
ActionLook closeViewLook();

} // namespace latchkey
