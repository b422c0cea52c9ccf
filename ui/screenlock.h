// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktopbus.h"

namespace latchkey {

/// Says when the person's session is locked: by the screen saver of the desktop, or by systemd-logind.
class ScreenLock : public QObject
{
    Q_OBJECT
public:
    /// `bus` must outlive this object.
    explicit ScreenLock(DesktopBus &bus, QObject *parent = nullptr);

    /// Listens from now on; the bus is not touched before.
    void start();

Q_SIGNALS:
    /// Perhaps more than once for one locking.
    void locked();

private:
    void listenToScreenSavers();
    void findSession();
    void listenToSession(const QString &path);

    DesktopBus &m_bus;
    bool m_started = false;
};

} // namespace latchkey
