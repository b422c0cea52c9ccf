// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace latchkey {

/// Says when this machine got or lost an address or a route: a network came back, a VPN was dialled. It listens to the
/// kernel (rtnetlink(7)) and asks no service, so it never blocks. Lives on the thread that made it.
class NetworkWatcher : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatcher(QObject *parent = nullptr);
    ~NetworkWatcher() override;

    /// Listens from now on; false if the system does not let us.
    bool start();

Q_SIGNALS:
    /// Bursts are merged: a second after the last news of one.
    void changed();

private:
    void read();

    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_merge;
};

} // namespace latchkey
