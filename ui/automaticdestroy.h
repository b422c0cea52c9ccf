// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <optional>

namespace latchkey {

class IdleTime;
class Identities;
class Notices;
class ScreenLock;

/// Destroys all tickets when the person has asked for that beforehand, and tells them by a notice: nobody is there to
/// be asked.
class AutomaticDestroy : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    struct Parts
    {
        Identities &identities;
        ScreenLock &lock;
        IdleTime &idle;
        Notices &notices;
    };
    struct Rules
    {
        bool onLock = false;
        std::optional<std::chrono::minutes> whenIdle;
    };

    explicit AutomaticDestroy(const Parts &parts, QObject *parent = nullptr);

    /// The desktop is listened to from when a rule asks for it.
    void setRules(const Rules &rules);

private:
    void destroy(const QString &why);

    Parts m_parts;
    Rules m_rules;
    bool m_underWay = false; ///< one locking may be told by several
};

} // namespace latchkey
