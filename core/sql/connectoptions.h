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
    QString caFile;

    Authentication authentication = Authentication::Kerberos;
    QString cacheName; ///< credential cache, "TYPE:residual"
    QString principal; ///< whose credential must be used
    QString pinnedSpn;
    std::shared_ptr<const Secret>
        password; ///< Authentication::Password only; the Kerberos password never comes here

    std::chrono::seconds connectTimeout{10};
    bool readOnly = false; ///< SET SESSION TRANSACTION READ ONLY right after login
};

} // namespace latchkey::sql
