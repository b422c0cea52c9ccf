// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QFuture>

#include <chrono>
#include <stop_token>

namespace latchkey::sql {

/// What a server says of itself to somebody who has no ticket and does not log in.
struct ProbeReport
{
    QString host;
    std::uint16_t port = 0;
    QString version;
    QString firstPlugin; ///< named in the greeting
    QString plugin; ///< that the account is switched to; empty if the server kept the first one
    QString spn; ///< named in the switch packet; empty for password plugins
    QString realm;
    bool tlsOffered = false;
    QString tlsVersion; ///< empty if not encrypted
    QString tlsCipher;
    bool tlsVerified = false; ///< chain and host name against `caFile` or the system's authorities
    QString tlsProblem; ///< why not, in words
    QString certificateSubject;
    QString certificateIssuer;
    QString certificateExpires; ///< ISO 8601, UTC
};

/// Speaks the MySQL handshake (MySQL client/server protocol, "Connection Phase") up to the server's AuthSwitchRequest
/// and hangs up. It sends the account's name and nothing secret. The server counts it as an aborted connection.
/// The answer comes within `limit`, on a thread of the probe's own; a stop is answered at once.
QFuture<Result<ProbeReport>> probeServer(const Profile &profile, const QString &account,
                                         std::stop_token stop = {},
                                         std::chrono::milliseconds limit = std::chrono::seconds(10));

} // namespace latchkey::sql
