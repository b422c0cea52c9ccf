// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/gss/clientplugin.h"
#include "core/sql/connectoptions.h"

#include <optional>

namespace latchkey::sql {

/// What libmariadb says of a failure (mysql_errno, mysql_sqlstate, mysql_error).
struct NativeError
{
    unsigned number =
        0; ///< 1000 to 1999, 3000 and up: the server's; 2000 to 2999, 5000 to 5999: the client library's
    QString state;
    QString text;
};

/// Why a login failed, in the order in which one should look: what our own side said, then the library's number.
struct FailedLogin
{
    NativeError native;
    std::optional<gss::ServerRequest> request; ///< what the server had named by then
    std::optional<gss::Failure> failure; ///< set if our side of the exchange ended it
    std::optional<Error> ticketFailure; ///< what is known of a failure of the ticket, beyond our side's code
    QString principal; ///< whose ticket was used
    bool offersTls = true; ///< the server's greeting offered TLS
};

/// TLS failures (library number 2026) are told apart by looking again, see tlsreason.h; here they are TlsUntrusted.
Error loginError(const FailedLogin &login, const ConnectOptions &options);

/// Of a statement on an open connection: SessionLost if the connection is gone, else StatementFailed.
Error statementError(const NativeError &native);

Error tlsMissing(const QString &host);
/// The server speaks no TLS as new as options.minimumTls.
Error tlsTooOld(const ConnectOptions &options);
Error clientCertificateUnusable(const QString &file);
Error hostUnknown(const QString &host, const QString &detail, int native);
/// Nothing came back from host:port in time.
Error serverSilent(const ConnectOptions &options);

} // namespace latchkey::sql
