// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktopbus.h"

#include <QDBusUnixFileDescriptor>

namespace latchkey {

/// Says when the machine is about to be shut down, and has systemd-logind wait for this program until then: for 5 s at most
/// unless the administrator says otherwise (InhibitDelayMaxSec). Where there is no logind, it says nothing.
class MachineShutdown : public QObject
{
    Q_OBJECT
public:
    /// `bus` must outlive this object.
    explicit MachineShutdown(DesktopBus &bus, QObject *parent = nullptr);

    /// Listens from now on; the bus is not touched before. The machine waits until this object is gone.
    void start();

Q_SIGNALS:
    void approaching();

private:
    DesktopBus &m_bus;
    bool m_started = false;
    QDBusUnixFileDescriptor m_lock;
};

} // namespace latchkey
