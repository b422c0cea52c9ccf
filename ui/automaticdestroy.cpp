// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/automaticdestroy.h"

#include "ui/identities.h"
#include "ui/idletime.h"
#include "ui/notices.h"
#include "ui/screenlock.h"

#include <QPointer>

namespace latchkey {

AutomaticDestroy::AutomaticDestroy(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connect(&m_parts.lock, &ScreenLock::locked, this, [this] {
        if (m_rules.onLock)
            destroy(
                tr("All tickets were destroyed because the screen was locked. Sign in to connect again."));
    });
    connect(&m_parts.idle, &IdleTime::idle, this, [this] {
        destroy(tr("All tickets were destroyed because nobody was there for %n minute(s). Sign in to connect "
                   "again.",
                   nullptr, static_cast<int>(m_rules.whenIdle.value_or(std::chrono::minutes(0)).count())));
    });
}

void AutomaticDestroy::setRules(const Rules &rules)
{
    m_rules = rules;
    if (m_rules.onLock)
        m_parts.lock.start();
    if (m_rules.whenIdle)
        m_parts.idle.watch(*m_rules.whenIdle);
    else
        m_parts.idle.stop();
}

// Also where none is known: what another program has put into KCM or a keyring is seen late.
void AutomaticDestroy::destroy(const QString &why)
{
    if (std::exchange(m_underWay, true))
        return;
    m_parts.identities.destroy(krb::AllCaches{}, [guard = QPointer(this), why](const Result<int> &destroyed) {
        if (!guard)
            return;
        guard->m_underWay = false;
        if (destroyed && *destroyed > 0)
            guard->m_parts.notices.tell(ticketsDestroyed(why));
    });
}

} // namespace latchkey
