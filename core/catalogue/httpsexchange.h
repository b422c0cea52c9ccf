// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/catalogue/httpanswer.h"

#include <QDeadlineTimer>
#include <QUrl>

namespace latchkey {

/// A GET over TLS 1.2 or newer, on a connection of its own. No cookies, no proxy, no authentication but what `headers` say.
/// (QNetworkAccessManager has an answer of its own to Negotiate, which nothing documented switches off or ties to a host.)
struct HttpsRequest
{
    QUrl url; ///< https
    QList<std::pair<QByteArray, QByteArray>> headers; ///< besides the usual ones
    QString authorities; ///< path of a PEM file; empty: the system's
};

/// Blocks until the whole answer is there, the deadline is over or the job has been answered. The server's certificate is
/// verified, chain and host name, before anything is sent. An answer of more than `bodyLimit` bytes is given up as soon as
/// that is known.
Result<HttpAnswer> exchange(const HttpsRequest &request, qsizetype bodyLimit, QDeadlineTimer deadline,
                            const Job &job);

} // namespace latchkey
