// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/notice.h"

#include <QHash>
#include <QObject>

namespace latchkey {

class Notifier;

/// Tells, outside the window, what becomes of the tickets, and takes it back when it is no longer true.
class Notices : public QObject
{
    Q_OBJECT
public:
    /// `notifier` must outlive this object.
    Notices(Notifier &notifier, Clock clock, QObject *parent = nullptr);

    /// All there are, whenever one has changed or its time is over. What was over when this object was made, nobody
    /// waits for.
    void setCaches(const QList<krb::Cache> &caches);

    /// What happens while they are off is not told later.
    void setShown(bool shown) { m_shown = shown; }

    /// The principal's ticket ends then, and is not renewed by itself.
    void warn(const krb::Principal &principal, Instant end);
    /// An automatic renewal has failed: told once for each ticket, however often it is tried.
    void tellFailure(const QString &cacheName, const Error &why);
    /// Signing in again with the remembered password has failed, which is not tried again.
    void tellSignInFailure(const QString &cacheName, const Error &why);
    void tell(const Notice &notice);
    /// What is said about that is no longer true.
    void takeBack(const QString &about);

private:
    void takeBackOutdated();

    Notifier &m_notifier;
    const Clock m_clock;
    const Instant m_since;
    QList<krb::Cache> m_caches;
    bool m_shown = true;
    QHash<QString, Instant> m_failed; ///< by cache: the end of the ticket that was told of
    QHash<QString, Instant> m_expired;
    QHash<QString, Instant> m_open; ///< the tickets of notices that can still be seen
};

} // namespace latchkey
