// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktopbus.h"

#include <QTimer>

#include <chrono>

namespace latchkey {

/// Says when nobody has touched the session for a while, where the desktop tells: GNOME's Mutter, or
/// org.freedesktop.ScreenSaver as KDE has it. It is asked when the time could have come, not all the time.
class IdleTime : public QObject
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `bus` must outlive this object.
    explicit IdleTime(DesktopBus &bus, QObject *parent = nullptr);

    /// How long nobody has touched the session; none: this desktop does not tell.
    void ask(QObject *context, const std::function<void(std::optional<Milliseconds>)> &answered);

    /// idle() after `limit`, and again each time that somebody has been there in between.
    void watch(Milliseconds limit);
    void stop();

Q_SIGNALS:
    void idle();

private:
    void look();
    void take(std::optional<Milliseconds> idleFor);

    DesktopBus &m_bus;
    QTimer m_next;
    Milliseconds m_limit{};
    bool m_told = false;
};

} // namespace latchkey
