// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessionentries.h"

#include "ui/icons.h"
#include "ui/query/querycommand.h"
#include "ui/schema/workbench.h"
#include "ui/sessiontab.h"

#include <QMenu>

namespace latchkey {

namespace {

/// A menu's entry says more than a button, and has a mnemonic.
QString entryText(const CommandLook &command)
{
    switch (command.command) {
    case QueryCommand::Run:
        return SessionEntries::tr("&Run statement or selection");
    case QueryCommand::RunAll:
        return SessionEntries::tr("Run &all");
    case QueryCommand::Stop:
        return SessionEntries::tr("&Cancel");
    default:
        return command.look.text;
    }
}

bool beginsGroup(QueryCommand command)
{
    using enum QueryCommand;
    return command == Open || command == NewEditor || command == Find || command == Comment
           || command == Export;
}

} // namespace

SessionEntries::SessionEntries(QMenu &menu, Current current)
    : QObject(&menu), m_menu(menu), m_current(std::move(current))
{
    connect(&menu, &QMenu::aboutToShow, this, &SessionEntries::update);
}

void SessionEntries::add(const ActionLook &look)
{
    const QString key = look.shownKey();
    QAction *shown = m_menu.addAction(key.isEmpty() ? look.text : look.text + u'\t' + key);
    shown->setObjectName(look.name + u"Entry"_qs);
    if (!look.icon.isEmpty())
        shown->setIcon(icons::icon(look.icon));
    connect(shown, &QAction::triggered, this, [this, name = look.name] {
        if (QAction *action = actionFor(name))
            action->trigger();
        update(); // clicking has ticked it already, whatever came of it
    });
    m_entries.append({shown, look.name});
}

QAction *SessionEntries::actionFor(const QString &name) const
{
    const SessionTab *tab = m_current();
    return tab ? tab->action(name) : nullptr;
}

void SessionEntries::update()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const QAction *action = actionFor(entry.name);
        entry.shown->setEnabled(action && action->isEnabled());
        entry.shown->setCheckable(action && action->isCheckable());
        entry.shown->setChecked(action && action->isChecked());
    }
}

void fillQueryMenu(QMenu &menu, SessionEntries::Current current)
{
    auto *entries = new SessionEntries(menu, std::move(current));
    for (const CommandLook &command : commandLooks()) {
        if (beginsGroup(command.command))
            menu.addSeparator();
        ActionLook look = command.look;
        look.text = entryText(command);
        entries->add(look);
        if (command.command == QueryCommand::StopOnError)
            entries->add(Workbench::explainLook());
        if (command.command == QueryCommand::Format)
            entries->add(Workbench::completeAloneLook());
    }
}

} // namespace latchkey
