// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace latchkey {

class SessionArea;

/// Asks before the sessions of an area end with statements running or transactions open in them: when the window that
/// shows them is closed, when the program is quit, and when the desktop's session ends. A window that stays in the tray
/// keeps its sessions, so closing it asks nothing. Belongs to the area.
class CloseGuard : public QObject
{
    Q_OBJECT
public:
    explicit CloseGuard(SessionArea &area);
    ~CloseGuard() override;

    /// The desktop's session is about to end, and the program with it. False: the person is asked first, so what the desktop
    /// has in mind is to be stopped.
    bool mayEndDesktop();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class End { Window, Program };
    class QuitFilter;

    void watchWindow();
    bool refuses(QEvent &event, End end);
    void ask(End end);
    void agree(End end);

    SessionArea &m_area;
    std::unique_ptr<QuitFilter> m_quitFilter;
    QPointer<QWidget> m_window;
    bool m_isAsking = false;
    bool m_isAgreed = false; ///< until the window is shown again
};

} // namespace latchkey
