// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/admin/adminpage.h"

namespace latchkey {

/// Who may log in to a server and how, judged by this session's ticket; and the statements for new Kerberos accounts.
class AccountsPage : public AdminPage
{
    Q_OBJECT
public:
    explicit AccountsPage(QWidget *parent = nullptr);

    /// `principal`: whose ticket the session was opened with; empty without one.
    void setServer(const QString &version, const QString &principal);

Q_SIGNALS:
    /// Statements to put into the editor; nothing is run.
    void statementRequested(const QString &sql);

protected:
    void read() override;

private:
    void take(const Result<schema::Answer> &answer);
    void writeStatements();

    QString m_version;
    QString m_principal;
};

} // namespace latchkey
