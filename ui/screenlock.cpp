// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/screenlock.h"

#include <QDBusObjectPath>

#include <unistd.h>

namespace latchkey {

namespace {

using Bus = DesktopBus::Bus;

QDBusMessage askForSession()
{
    const QString service = QStringLiteral("org.freedesktop.login1");
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    // A program that the user's systemd has started belongs to no session, but its environment names one.
    QDBusMessage message = QDBusMessage::createMethodCall(
        service, QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
        id.isEmpty() ? QStringLiteral("GetSessionByPID") : QStringLiteral("GetSession"));
    if (id.isEmpty())
        message << static_cast<uint>(getpid());
    else
        message << id;
    return message;
}

} // namespace

ScreenLock::ScreenLock(DesktopBus &bus, QObject *parent) : QObject(parent), m_bus(bus) { }

void ScreenLock::start()
{
    if (std::exchange(m_started, true))
        return;
    listenToScreenSavers();
    findSession();
}

void ScreenLock::listenToScreenSavers()
{
    // KDE speaks as freedesktop.org says, and so do others; who has a service of their own, speaks the same there.
    for (const auto *name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver",
                             "org.xfce.ScreenSaver", "org.cinnamon.ScreenSaver"}) {
        const auto service = QString::fromLatin1(name);
        m_bus.listen(Bus::Session, {service, QString(), service, QStringLiteral("ActiveChanged")}, this,
                     [this](const QDBusMessage &message) {
                         if (message.arguments().value(0).toBool())
                             Q_EMIT locked();
                     });
    }
}

void ScreenLock::findSession()
{
    m_bus.call(Bus::System, askForSession(), this, [this](const QDBusMessage &reply) {
        if (!isFailure(reply))
            listenToSession(reply.arguments().value(0).value<QDBusObjectPath>().path());
    });
}

void ScreenLock::listenToSession(const QString &path)
{
    // Everybody may send signals on the system bus; only logind's own count.
    m_bus.listen(Bus::System,
                 {QStringLiteral("org.freedesktop.login1"), path,
                  QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock")},
                 this, [this](const QDBusMessage &) { Q_EMIT locked(); });
}

} // namespace latchkey
