// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/walltimer.h"
#include "core/krb/cachewatcher.h"
#include "core/krb/ticket.h"

#include <QList>
#include <QObject>

namespace latchkey::krb {

/// The caches as last listed, listed again when CacheWatcher says that something may have changed, and news when a
/// ticket's time is over. Sleeps in between. Lives on the thread that made it; never blocks.
class FollowedCaches : public QObject
{
    Q_OBJECT
public:
    explicit FollowedCaches(Clock clock = systemNow, QObject *parent = nullptr);

    /// Lists them for the first time.
    void start();
    /// Looks now, at what cannot be watched too.
    void lookAgain();

    const QList<Cache> &caches() const { return m_caches; }

Q_SIGNALS:
    /// caches() are known for the first time or differ from before, or a ticket has just expired.
    void changed();
    /// They could not be listed; caches() are as before.
    void failed(const latchkey::Error &error);

private:
    void list();
    void take(const Result<QList<Cache>> &listed);
    void waitForNextEnd();

    Clock m_clock;
    CacheWatcher m_watcher;
    WallTimer m_nextEnd;
    QList<Cache> m_caches;
    bool m_isKnown = false;
    bool m_isListing = false;
    bool m_again = false;
};

} // namespace latchkey::krb
