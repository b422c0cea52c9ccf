// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace latchkey {

class SessionArea;

/// Asks before the window that shows an area is closed while transactions are open in it. A window that stays in the
/// tray keeps its sessions, so nothing is asked. Belongs to the area.
class CloseGuard : public QObject
{
    Q_OBJECT
public:
    explicit CloseGuard(SessionArea &area);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchWindow();
    void ask(QWidget *window);

    SessionArea &m_area;
    QPointer<QWidget> m_window;
    bool m_isAgreed = false;
};

} // namespace latchkey
