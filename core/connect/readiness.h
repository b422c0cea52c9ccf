// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/krb/ticket.h"
#include "core/profile/profile.h"

#include <QList>
#include <QString>

namespace latchkey {

/// What would happen if the profile were connected now: what each row says before the click.
struct Readiness
{
    enum class State {
        Works, ///< a valid TGT of the right principal
        NeedsSignIn, ///< no ticket of anybody who fits
        Expired, ///< the right principal's ticket is over
        WrongPrincipal, ///< somebody is signed in, but not whom the profile wants
        AsksPassword, ///< password authentication: tickets do not matter
    };
    State state = State::NeedsSignIn;
    QString principal; ///< who would connect, or has to sign in; empty if unknown
    QString
        cacheName; ///< the cache to use, or to copy with CachePolicy::Private; only with Works and Expired
    Instant until{}; ///< end of the TGT; only with Works and Expired

    friend bool operator==(const Readiness &, const Readiness &) = default;
};

/// Pure. A profile with a principal uses that principal's cache, wherever it is and whatever the default is. "Whoever
/// is signed in" is the default cache; with an account set, the cache of a principal whose user part is that account
/// comes first, the default one before others. With CachePolicy::Default only the default cache counts, and
/// WrongPrincipal also says that the principal's tickets are in another one.
Readiness readiness(const Profile &profile, const QList<krb::Cache> &caches, Instant now);

} // namespace latchkey
