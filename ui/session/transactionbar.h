// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/sessionstate.h"
#include "ui/actionlook.h"

#include <QWidget>

class QAction;

namespace latchkey {

/// Autocommit, begin, commit, roll back. Knows no server: it says which statement is chosen. Its actions() have
/// shortcuts that reach as far as the widget they are added to.
class TransactionBar : public QWidget
{
    Q_OBJECT
public:
    explicit TransactionBar(QWidget *parent = nullptr);

    /// Of its actions, in their order.
    static QList<ActionLook> looks();

    /// `mayAct`: connected, and no statement is running.
    void showState(const sql::SessionState &state, bool mayAct);

Q_SIGNALS:
    void statementChosen(const QString &sql);

private:
    QAction *add(const ActionLook &look, const QString &statement);

    QAction *m_autocommit = nullptr;
    QAction *m_begin = nullptr;
    QAction *m_commit = nullptr;
    QAction *m_rollback = nullptr;
};

} // namespace latchkey
