// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace latchkey {

/// Fires once at a moment of the wall clock: also at once after a suspend that lasted beyond it, and when the clock is
/// set past it. It sleeps in the kernel until then. Lives on the thread that made it.
class WallTimer : public QObject
{
    Q_OBJECT
public:
    /// `clock` may differ from the system's by any amount, but must go as fast.
    explicit WallTimer(Clock clock = systemNow, QObject *parent = nullptr);
    ~WallTimer() override;

    /// A moment that is over fires on the next turn of the event loop. Replaces what was started before.
    void start(Instant when);
    void stop();

Q_SIGNALS:
    void timeout();
    /// The system's clock was set, or the machine has slept; also while nothing is started.
    void clockSet();

private:
    void arm();
    void read();

    Clock m_clock;
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::optional<Instant> m_when;
};

} // namespace latchkey
