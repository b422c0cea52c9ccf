// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/notice.h"

#include <QHash>
#include <QObject>

namespace latchkey {

class DesktopBus;

/// Shows notices through the desktop's notification service (org.freedesktop.Notifications, specification 1.2), with
/// buttons where it has them. Touches the bus when the first notice is shown, and never waits for it.
class Notifier : public QObject
{
    Q_OBJECT
public:
    /// `bus` must outlive this object.
    explicit Notifier(DesktopBus &bus, QObject *parent = nullptr);

    void show(const Notice &notice);
    /// Takes back what is said about a cache.
    void withdraw(const QString &about);

Q_SIGNALS:
    /// There is no service, or it was silent: the notice has to be shown in another way.
    void failed(const latchkey::Notice &notice);

    // The person has clicked.
    void signInRequested(const QString &principal);
    void renewRequested(const QString &cacheName);
    void changePasswordRequested(const QString &principal);
    void opened();

private:
    void listen();
    void send(const Notice &notice, const QStringList &capabilities);
    void close(uint id);
    void act(const QList<QVariant> &idAndAction);

    DesktopBus &m_bus;
    bool m_listening = false;
    QHash<uint, Notice> m_shown; ///< by the service's number
    QHash<QString, int> m_withdrawals; ///< by cache: a notice that is on its way has no number yet
};

} // namespace latchkey
