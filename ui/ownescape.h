// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QEvent>
#include <QKeyEvent>
#include <QWidget>

namespace latchkey {

/// Lets Escape come to a part of the window that it closes, although it is also the shortcut for stopping what runs.
class OwnEscape : public QObject
{
public:
    /// Goes with `part`, whose keyPressEvent() gets the key.
    explicit OwnEscape(QWidget &part) : QObject(&part) { part.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride
            && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            event->accept();
        return QObject::eventFilter(watched, event);
    }
};

} // namespace latchkey
