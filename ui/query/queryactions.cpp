// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/queryactions.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace latchkey {

QueryActions::QueryActions(QWidget *pane, QWidget *editing)
{
    addRunning(pane);
    addEditing(editing);
    buildBar();
}

QAction *QueryActions::add(QWidget *owner, const char *name, const char *icon, const QString &text,
                           const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    if (*icon)
        action->setIcon(icons::icon(QLatin1String(icon)));
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!keys.isEmpty())
        action->setToolTip(tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    owner->addAction(action);
    return action;
}

void QueryActions::addRunning(QWidget *pane)
{
    run = add(pane, "runStatement", "run", tr("Run"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    run->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    runAll =
        add(pane, "runAll", "run-all", tr("Run all"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    stop = add(pane, "stopStatement", "stop", tr("Stop"), QKeySequence(Qt::Key_Escape));
    history = add(pane, "showHistory", "history", tr("Search the history"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    stopOnError = add(pane, "stopOnError", "", tr("Stop at the first error"), {});
    stopOnError->setCheckable(true);
    stopOnError->setChecked(true);
}

void QueryActions::addEditing(QWidget *editing)
{
    comment = add(editing, "toggleComment", "edit", tr("Comment or uncomment"),
                  QKeySequence(Qt::CTRL | Qt::Key_Slash));
    format = add(editing, "formatStatement", "", tr("Format statement"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    find = add(editing, "find", "search", tr("Find"), QKeySequence(Qt::CTRL | Qt::Key_F));
    replace = add(editing, "replace", "", tr("Find and replace"), QKeySequence(Qt::CTRL | Qt::Key_H));
    findNext = add(editing, "findNextAction", "", tr("Find next"), QKeySequence(Qt::Key_F3));
    findPrevious =
        add(editing, "findPreviousAction", "", tr("Find previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    newEditor = add(editing, "newEditor", "plus", tr("New editor"), QKeySequence(Qt::CTRL | Qt::Key_T));
    closeEditor = add(editing, "closeEditor", "close", tr("Close editor"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    nextEditor = add(editing, "nextEditor", "", tr("Next editor"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown));
    previousEditor = add(editing, "previousEditor", "", tr("Previous editor"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp));
    open = add(editing, "openSql", "folder", tr("Open SQL file…"), QKeySequence(Qt::CTRL | Qt::Key_O));
    save = add(editing, "saveSql", "export", tr("Save SQL file"), QKeySequence(Qt::CTRL | Qt::Key_S));
    saveAs = add(editing, "saveSqlAs", "", tr("Save SQL file as…"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
}

QToolButton *QueryActions::button(QAction *action, Qt::ToolButtonStyle style)
{
    auto *made = new QToolButton;
    made->setDefaultAction(action);
    made->setToolButtonStyle(style);
    made->setAutoRaise(true);
    made->setObjectName(action->objectName() + u"Button"_qs);
    made->setAccessibleName(action->text());
    return made;
}

/// What is used less often, with its keys.
QToolButton *QueryActions::menuButton()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"editorMenu"_qs);
    menu->addActions({open, save, saveAs});
    menu->addSeparator();
    menu->addActions({newEditor, closeEditor, nextEditor, previousEditor});
    menu->addSeparator();
    menu->addActions({find, replace, findNext, findPrevious});
    menu->addSeparator();
    menu->addActions({comment, format});
    menu->addSeparator();
    menu->addActions({stopOnError, history});
    auto *made = new QToolButton;
    made->setObjectName(u"editorMenuButton"_qs);
    made->setText(tr("Editor"));
    made->setAccessibleName(tr("Editor"));
    made->setMenu(menu);
    made->setPopupMode(QToolButton::InstantPopup);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setIcon(icons::icon(u"edit"_qs));
    made->setAutoRaise(true);
    return made;
}

void QueryActions::buildBar()
{
    m_state = new QLabel;
    m_state->setObjectName(u"queryState"_qs);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->setSpacing(theme::half);
    for (QAction *action : {run, runAll, stop})
        layout->addWidget(button(action, Qt::ToolButtonTextBesideIcon));
    layout->addWidget(menuButton());
    for (QAction *action : {newEditor, open, save, find})
        layout->addWidget(button(action, Qt::ToolButtonIconOnly));
    layout->addStretch();
    layout->addWidget(m_state);
}

void QueryActions::showState(const QString &text)
{
    m_state->setText(text);
}

} // namespace latchkey
