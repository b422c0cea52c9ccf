// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/actionlook.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace latchkey {

class SessionTab;

/// Entries of a menu that stand for what can be done in the session that is shown: they trigger its actions, and are
/// enabled and ticked as these are when the menu opens. Their keys are shown after the text; the session itself listens to them, where the
/// cursor is.
class SessionEntries : public QObject
{
    Q_OBJECT
public:
    using Current = std::function<SessionTab *()>; ///< nothing: no session is shown

    /// Belongs to the menu.
    SessionEntries(QMenu &menu, Current current);

    /// For SessionTab::action(look.name).
    void add(const ActionLook &look);

private:
    struct Entry
    {
        QAction *shown;
        QString name;
    };

    void update();
    QAction *actionFor(const QString &name) const;

    QMenu &m_menu;
    Current m_current;
    QList<Entry> m_entries;
};

/// All commands of query panes.
void fillQueryMenu(QMenu &menu, SessionEntries::Current current);

} // namespace latchkey
