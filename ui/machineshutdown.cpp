// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/machineshutdown.h"

namespace latchkey {

namespace {

using Bus = DesktopBus::Bus;

const QString loginService = QStringLiteral("org.freedesktop.login1");
const QString loginPath = QStringLiteral("/org/freedesktop/login1");
const QString loginManager = QStringLiteral("org.freedesktop.login1.Manager");

QDBusMessage askForDelay()
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(loginService, loginPath, loginManager, QStringLiteral("Inhibit"));
    message << QStringLiteral("shutdown") << QStringLiteral("Latchkey")
            << MachineShutdown::tr("Tickets are destroyed when Latchkey quits.") << QStringLiteral("delay");
    return message;
}

} // namespace

MachineShutdown::MachineShutdown(DesktopBus &bus, QObject *parent) : QObject(parent), m_bus(bus) { }

void MachineShutdown::start()
{
    if (std::exchange(m_started, true))
        return;
    m_bus.listen(Bus::System, {loginService, loginPath, loginManager, QStringLiteral("PrepareForShutdown")},
                 this, [this](const QDBusMessage &message) {
                     if (message.arguments().value(0).toBool())
                         Q_EMIT approaching();
                 });
    m_bus.call(Bus::System, askForDelay(), this, [this](const QDBusMessage &reply) {
        if (!isFailure(reply))
            m_lock = reply.arguments().value(0).value<QDBusUnixFileDescriptor>();
    });
}

} // namespace latchkey
