// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "app/cli/mainloop.h"
#include "core/base/walltimer.h"
#include "core/krb/followedcaches.h"
#include "core/krb/ticketlisting.h"

#include <QObject>
#include <QSocketNotifier>

namespace latchkey::cli {

/// `tickets --watch`: prints the listing, and again whenever it has changed, until a signal comes or nobody reads any
/// more. A terminal is drawn over, each minute too because the remaining time stands there, and gets one line a ticket
/// where more does not fit; elsewhere the listings follow each other, as JSON one a line.
class TicketWatch : public QObject
{
    Q_OBJECT
public:
    explicit TicketWatch(Call &call);

    Result<> run();

private:
    void print();
    QString listing() const;
    QString screen() const;
    void waitForNextMinute();

    Call &m_call;
    MainLoop m_loop;
    krb::ListingScope m_scope;
    krb::FollowedCaches m_caches;
    WallTimer m_nextMinute;
    QSocketNotifier m_interrupted;
    QSocketNotifier m_readerLeft;
    bool m_isTerminal;
    bool m_isFirst = true;
};

} // namespace latchkey::cli
