// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/notice.h"

#include <QHash>
#include <QObject>

namespace latchkey {

class Identities;
class Notifier;

/// Tells, outside the window, what becomes of the tickets, and takes it back when it is no longer true.
class Notices : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object. An identity whose time is over from now on is told by itself.
    Notices(const Identities &identities, Notifier &notifier, QObject *parent = nullptr);

    /// What happens while they are off is not told later.
    void setShown(bool shown) { m_shown = shown; }

    /// The principal's ticket ends then, and is not renewed by itself.
    void warn(const krb::Principal &principal, Instant end);
    /// An automatic renewal has failed: told once for each ticket, however often it is tried.
    void tellFailure(const QString &cacheName, const Error &why);
    void tell(const Notice &notice);

private:
    void look();
    void takeBackOutdated();

    const Identities &m_identities;
    Notifier &m_notifier;
    const Instant m_since;
    bool m_shown = true;
    QHash<QString, Instant> m_failed; ///< by cache: the end of the ticket that was told of
    QHash<QString, Instant> m_expired;
    QHash<QString, Instant> m_open; ///< what notices are about that can still be seen
};

} // namespace latchkey
