// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/processkill.h"
#include "ui/admin/adminpage.h"

class QAction;

namespace latchkey {

/// What runs on a server, and the way to end it.
class ProcessPage : public AdminPage
{
    Q_OBJECT
public:
    explicit ProcessPage(QWidget *parent = nullptr);

    /// The profile changes nothing on the server, so nothing is ended either.
    void setReadOnly(bool readOnly);

protected:
    void read() override;

private:
    QAction *addKill(const QString &name, const QString &icon, const QString &text, sql::KillTarget target);
    void take(const Result<schema::Answer> &answer);
    void checkPrivilege();
    void askToKill(sql::KillTarget target);
    void kill(quint64 id, sql::KillTarget target);
    void enableActions();
    void explainActions();
    static Error killProblem(Error error);

    bool m_isReadOnly = false;
    QAction *m_killQuery = nullptr;
    QAction *m_killConnection = nullptr;
};

} // namespace latchkey
