// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/querycommand.h"

#include <QAction>
#include <QHash>
#include <QWidget>

class QLabel;

namespace latchkey {

/// What can be done in a query pane: actions with their keys, and the bar of the most used ones. Decides nothing; the pane
/// connects them.
class QueryActions : public QWidget
{
    Q_OBJECT
public:
    /// Running and results belong to all of `pane`, editing to `editing` in it: as far reach their keys.
    QueryActions(QWidget *pane, QWidget *editing);

    QAction *operator[](QueryCommand command) const { return m_actions.value(command); }

    void showState(const QString &text);

private:
    void add(const CommandLook &command, QWidget *owner);
    void buildBar();
    class QToolButton *button(QAction *action, Qt::ToolButtonStyle style);
    class QToolButton *menuButton();
    QList<QAction *> several(std::initializer_list<QueryCommand> commands) const;

    QHash<QueryCommand, QAction *> m_actions;
    QLabel *m_state = nullptr;
};

} // namespace latchkey
