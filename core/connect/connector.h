// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"
#include "core/profile/profile.h"
#include "core/sql/session.h"

#include <functional>
#include <optional>

namespace latchkey {

/// From a profile to a session: chooses the cache, has the ticket fetched under the SPN policy, logs in, and recovers
/// from a rotated service key (drops that one ticket, fetches it again, tries once more).
/// A profile can choose its cache (CachePolicy). With CachePolicy::Private, and for all profiles where krb5.conf says
/// `[appdefaults] mysql = { destroy_tickets = true }`, no ticket that a session gets outlives it: service tickets are kept
/// in memory, and so is what a profile's keytab gives. What the user has signed in for by hand stays, as with MySQL's own
/// plugin, which destroys only the ticket that it has made itself.
/// Every function returns at once. Thread-safe.
class Connector
{
public:
    struct Request
    {
        Profile profile;
        std::shared_ptr<const Secret> password; ///< of profiles that use no tickets
        sql::Session::StepObserver onStep; ///< called on the session's thread
        std::function<void(const Error &)> onEnd{}; ///< as sql::Session::Hooks::onEnd
    };

    /// The caches as the program watches them, or nothing if it does not know them yet.
    using Watched = std::function<std::optional<QList<krb::Cache>>()>;

    /// `watched`, if given, is asked on the thread that calls open(): caches whose changes are seen at once (files) need not
    /// be read again before each login, unless it fails for its ticket.
    explicit Connector(const krb::KerberosService &kerberos, Watched watched = {});

    /// The profile's placeholders are filled in (see identityvalues.h). NotSignedIn and TicketExpired name the principal that has to sign in; the server has not been spoken to then.
    QFuture<Result<std::shared_ptr<sql::Session>>> open(Request request, std::stop_token stop = {}) const;

private:
    krb::KerberosService m_kerberos;
    Watched m_watched;
};

/// The SPN to pin after a login: the server's, if the profile pins none yet and TLS proved who it is; else empty.
QString spnToPin(const Profile &profile, const sql::ServerInfo &info);

} // namespace latchkey
