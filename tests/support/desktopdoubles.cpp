// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/desktopdoubles.h"

#include <QDBusMessage>

namespace latchkey::test {

void BusObject::appear(const QString &service, const QString &path)
{
    m_service = service;
    m_path = path;
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_there =
        bus.registerObject(path, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
        && bus.registerService(service);
}

BusObject::~BusObject()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.unregisterService(m_service);
    bus.unregisterObject(m_path);
}

NotificationService::NotificationService()
{
    appear(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"));
}

void NotificationService::answer()
{
    ++calls;
    if (silent)
        setDelayedReply(true);
}

QStringList NotificationService::GetCapabilities()
{
    answer();
    return capabilities;
}

uint NotificationService::Notify(const QString &, uint replaces, const QString &, const QString &title,
                                 const QString &text, const QStringList &actions, const QVariantMap &, int)
{
    answer();
    shown.append({replaces, title, text, actions});
    return static_cast<uint>(shown.size()) + 100;
}

void NotificationService::CloseNotification(uint id)
{
    answer();
    closed.append(id);
}

ScreenSaverService::ScreenSaverService()
{
    appear(QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver"));
}

uint ScreenSaverService::GetSessionIdleTime()
{
    ++asked;
    return idleFor;
}

LoginManager::LoginManager()
{
    appear(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"));
}

QString LoginManager::sessionPath()
{
    return QStringLiteral("/org/freedesktop/login1/session/_31");
}

QDBusObjectPath LoginManager::GetSession(const QString &)
{
    return QDBusObjectPath(sessionPath());
}

QDBusObjectPath LoginManager::GetSessionByPID(uint)
{
    return QDBusObjectPath(sessionPath());
}

void sendLock(QDBusConnection bus)
{
    bus.send(QDBusMessage::createSignal(LoginManager::sessionPath(),
                                        QStringLiteral("org.freedesktop.login1.Session"),
                                        QStringLiteral("Lock")));
}

} // namespace latchkey::test
