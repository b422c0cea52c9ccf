// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/idletime.h"

namespace latchkey {

namespace {

using Bus = DesktopBus::Bus;
using namespace std::chrono_literals;

QDBusMessage askMutter()
{
    return QDBusMessage::createMethodCall(
        QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"),
        QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("GetIdletime"));
}

QDBusMessage askScreenSaver()
{
    const QString service = QStringLiteral("org.freedesktop.ScreenSaver");
    return QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/ScreenSaver"), service,
                                          QStringLiteral("GetSessionIdleTime"));
}

/// Both count in milliseconds.
IdleTime::Milliseconds idleTime(const QDBusMessage &reply)
{
    return IdleTime::Milliseconds(reply.arguments().value(0).toLongLong());
}

} // namespace

IdleTime::IdleTime(DesktopBus &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &IdleTime::look);
}

void IdleTime::ask(QObject *context, const std::function<void(std::optional<Milliseconds>)> &answered)
{
    m_bus.call(Bus::Session, askMutter(), context, [this, context, answered](const QDBusMessage &mutter) {
        if (!isFailure(mutter))
            return answered(idleTime(mutter));
        m_bus.call(Bus::Session, askScreenSaver(), context, [answered](const QDBusMessage &saver) {
            answered(isFailure(saver) ? std::nullopt : std::optional(idleTime(saver)));
        });
    });
}

void IdleTime::watch(Milliseconds limit)
{
    if (limit == m_limit && m_next.isActive())
        return;
    m_limit = limit;
    m_told = false;
    m_next.start(limit);
}

void IdleTime::stop()
{
    m_limit = 0ms;
    m_next.stop();
}

void IdleTime::look()
{
    ask(this, [this](std::optional<Milliseconds> idleFor) { take(idleFor); });
}

void IdleTime::take(std::optional<Milliseconds> idleFor)
{
    if (m_limit == 0ms)
        return; // stopped meanwhile
    const bool over = idleFor && *idleFor >= m_limit;
    m_next.start(over || !idleFor ? m_limit : std::max(m_limit - *idleFor, Milliseconds(1s)));
    if (over && !std::exchange(m_told, true))
        Q_EMIT idle();
    m_told = over;
}

} // namespace latchkey
