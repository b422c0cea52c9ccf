// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

namespace latchkey {

/// Something about tickets that is worth telling somebody who looks elsewhere.
struct Notice
{
    QString about; ///< the cache, or whose password; a later notice about it takes the place of this one
    Instant end{}; ///< of the ticket or the password: when there is another one, the notice is outdated
    enum class Occasion { Soon, Failed, Expired, Destroyed, Password } occasion = Occasion::Soon;
    QString title;
    QString text;
    QString principal; ///< who is to sign in; empty: nobody in particular
    bool offersRenewal = false; ///< of the cache, beside signing in

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// Pure. The cache has a ticket-granting ticket.
Notice expiresSoon(const krb::Cache &cache, Instant now);
Notice renewalFailed(const krb::Cache &cache, const Error &why, Instant now);
Notice notSignedInAgain(const krb::Cache &cache, const Error &why, Instant now);

/// Each identity whose time was over after `since`; who was over by then, nobody waits for. Pure.
QList<Notice> expiredAfter(Instant since, const QList<krb::Cache> &caches, Instant now);

/// The cache's principal has to change the password, which the KDC has told when it expires. Pure.
Notice passwordExpiresSoon(const krb::Cache &cache, Instant now);

/// Latchkey has destroyed all tickets by itself. Pure.
Notice ticketsDestroyed(const QString &why);

} // namespace latchkey
