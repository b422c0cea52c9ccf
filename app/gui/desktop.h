// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/automaticdestroy.h"
#include "ui/desktopbus.h"
#include "ui/idletime.h"
#include "ui/machineshutdown.h"
#include "ui/notices.h"
#include "ui/notifier.h"
#include "ui/passwordnotices.h"
#include "ui/screenlock.h"
#include "ui/trayicon.h"

namespace latchkey {

class MainWindow;

/// The program outside its window: tray, notices, and what the desktop tells about the person. Makes and wires it;
/// nothing of the desktop is touched before start().
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    struct Parts
    {
        Identities &identities;
        MainWindow &window;
    };

    explicit Desktop(const Parts &parts, QObject *parent = nullptr);

    void start();

    TrayIcon &tray() { return m_tray; }
    Notices &notices() { return m_notices; }

Q_SIGNALS:
    /// In the dialog; they hold already.
    void settingsChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wireTray();
    void wireNotices();
    void takeCaches();
    void apply();
    void showSettings();

    Parts m_parts;
    bool m_started = false;
    DesktopBus m_bus;
    Notifier m_notifier;
    Notices m_notices;
    PasswordNotices m_passwords;
    ScreenLock m_lock;
    MachineShutdown m_shutdown;
    IdleTime m_idle;
    AutomaticDestroy m_destroy;
    TrayIcon m_tray;
};

} // namespace latchkey
