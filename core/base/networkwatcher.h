// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include <cstddef>
#include <memory>

class QSocketNotifier;

namespace latchkey {

/// Says when this machine got or lost an address or a route, or a link came: a network came back, a VPN was dialled, a cable was
/// plugged in. It listens to the kernel (rtnetlink(7)) and asks no service, so it never blocks. Lives on the thread that made it.
class NetworkWatcher : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatcher(QObject *parent = nullptr);
    ~NetworkWatcher() override;

    /// Listens from now on; false if the system does not let us.
    bool start();

Q_SIGNALS:
    // Bursts are merged: each comes a second after the last news of one.
    void changed(); ///< an address or a route came or went
    void linkCame(); ///< and may carry something soon; that one goes is no news, connections may outlive it

private:
    void read();
    void take(const char *bytes, std::size_t size);

    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_merge;
    QTimer m_mergeLinks;
    QHash<int, bool> m_links; ///< which links carry something, by number, as far as was told
};

} // namespace latchkey
