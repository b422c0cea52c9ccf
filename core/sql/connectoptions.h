// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/profile/profile.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace latchkey::sql {

/// Everything one login needs, resolved: no profile, no cache has to be looked at any more.
struct ConnectOptions
{
    QString host;
    std::uint16_t port = 3306;
    QString user;
    QString schema;

    TlsPolicy tls = TlsPolicy::VerifyIdentity;
    TlsVersion minimumTls = TlsVersion::Any;
    TlsFiles tlsFiles;

    Authentication authentication = Authentication::Kerberos;
    QString cacheName; ///< credential cache, "TYPE:residual"
    QString principal; ///< whose credential must be used
    QString pinnedSpn;
    std::shared_ptr<const Secret>
        password; ///< of the server's own accounts only; the Kerberos password never comes here

    /// Whether it logs in with a ticket, and not with a password of the server's.
    bool usesTickets() const { return latchkey::usesTickets(authentication); }

    Timeouts timeouts;
    /// What a server is given to stop a statement, before the connection is cut.
    std::chrono::milliseconds stopPatience{1000};
    SessionSetup session;
    bool readOnly = false; ///< SET SESSION TRANSACTION READ ONLY right after login
};

} // namespace latchkey::sql
