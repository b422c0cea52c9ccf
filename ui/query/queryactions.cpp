// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/queryactions.h"

#include "ui/elidedlabel.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace latchkey {

namespace {

bool isEditing(QueryCommand command)
{
    return command >= QueryCommand::Open && command <= QueryCommand::Format;
}

} // namespace

QueryActions::QueryActions(QWidget *pane, QWidget *editing)
{
    for (const CommandLook &command : commandLooks())
        add(command, isEditing(command.command) ? editing : pane);
    m_actions[QueryCommand::StopOnError]->setCheckable(true);
    m_actions[QueryCommand::StopOnError]->setChecked(true);
    buildBar();
}

void QueryActions::add(const CommandLook &command, QWidget *owner)
{
    const ActionLook &look = command.look;
    auto *action = new QAction(look.text, this);
    if (!look.icon.isEmpty())
        action->setIcon(icons::icon(look.icon));
    action->setObjectName(look.name);
    action->setShortcuts(look.keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!look.keys.isEmpty())
        action->setToolTip(tr("%1 (%2)").arg(look.text, look.shownKey()));
    owner->addAction(action);
    m_actions.insert(command.command, action);
}

QList<QAction *> QueryActions::several(std::initializer_list<QueryCommand> commands) const
{
    QList<QAction *> actions;
    for (const QueryCommand command : commands)
        actions.append(m_actions.value(command));
    return actions;
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
    using enum QueryCommand;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"editorMenu"_qs);
    menu->addActions(several({Open, Save, SaveAs}));
    menu->addSeparator();
    menu->addActions(several({NewEditor, CloseEditor, NextEditor, PreviousEditor}));
    menu->addSeparator();
    menu->addActions(several({Find, Replace, FindNext, FindPrevious}));
    menu->addSeparator();
    menu->addActions(several({Comment, Format}));
    menu->addSeparator();
    menu->addActions(several({StopOnError, Export, History}));
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
    using enum QueryCommand;
    m_state = new ElidedLabel;
    m_state->setObjectName(u"queryState"_qs);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->setSpacing(theme::half);
    for (QAction *action : several({Run, RunAll, Stop}))
        layout->addWidget(button(action, Qt::ToolButtonTextBesideIcon));
    layout->addWidget(menuButton());
    for (QAction *action : several({NewEditor, Open, Save, Find}))
        layout->addWidget(button(action, Qt::ToolButtonIconOnly));
    layout->addStretch();
    layout->addWidget(m_state);
}

void QueryActions::showState(const QString &text)
{
    m_state->setText(text);
}

} // namespace latchkey
