// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QWidget>

class QLabel;

namespace latchkey {

/// What can be done in a query pane: actions with their keys, and the bar of the most used ones. Decides nothing; the pane
/// connects them.
class QueryActions : public QWidget
{
    Q_OBJECT
public:
    /// Running belongs to all of `pane`, editing to `editing` in it.
    QueryActions(QWidget *pane, QWidget *editing);

    QAction *run = nullptr;
    QAction *runAll = nullptr;
    QAction *stop = nullptr;
    QAction *comment = nullptr;
    QAction *format = nullptr;
    QAction *find = nullptr;
    QAction *replace = nullptr;
    QAction *findNext = nullptr;
    QAction *findPrevious = nullptr;
    QAction *newEditor = nullptr;
    QAction *closeEditor = nullptr;
    QAction *nextEditor = nullptr;
    QAction *previousEditor = nullptr;
    QAction *open = nullptr;
    QAction *save = nullptr;
    QAction *saveAs = nullptr;
    QAction *history = nullptr;
    QAction *stopOnError = nullptr; ///< checkable

    void showState(const QString &text);

private:
    QAction *add(QWidget *owner, const char *name, const char *icon, const QString &text,
                 const QKeySequence &keys);
    void addRunning(QWidget *pane);
    void addEditing(QWidget *editing);
    void buildBar();
    class QToolButton *button(QAction *action, Qt::ToolButtonStyle style);
    class QToolButton *menuButton();

    QLabel *m_state = nullptr;
};

} // namespace latchkey
