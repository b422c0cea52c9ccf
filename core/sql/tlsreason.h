// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sql/connectoptions.h"

#include <QList>
#include <QSslError>

#include <chrono>
#include <optional>

namespace latchkey::sql {

/// The one reason that matters most, of all that a handshake found wrong with the server's certificate: nothing if the
/// policy does not mind any of it. Pure.
std::optional<Error> certificateProblem(const QList<QSslError> &problems, TlsPolicy policy,
                                        const QString &host, const QString &caFile);

/// Whether a connection of TLS `version`, "TLSv1.2", is older than is accepted. No version: not encrypted, which is judged
/// elsewhere. Pure.
bool isOlder(const QString &version, TlsVersion minimum);

/// Blocking: libmariadb tells why TLS failed only in English prose, so the handshake is made once more, without
/// logging in, to find out. Gives nothing if it goes well this time.
std::optional<Error> findTlsReason(const ConnectOptions &options, std::chrono::milliseconds limit);

} // namespace latchkey::sql
