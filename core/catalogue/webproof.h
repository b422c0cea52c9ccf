// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/gss/negotiation.h"

#include <QByteArray>

#include <memory>

namespace latchkey {

/// The proof for one web server of who asks (RFC 4559): a ticket of the default cache for HTTP at its host, by SPNEGO, with
/// mutual authentication, nothing delegated. Blocks while a KDC is asked; for one thread.
class WebProof
{
public:
    explicit WebProof(QString host) : m_host(std::move(host)) { }

    const QString &host() const { return m_host; }

    /// What the request's Authorization says. NotSignedIn, or ServiceUnknown with the library's words as its detail.
    Result<QByteArray> begin();
    /// Takes the WWW-Authenticate of the server's good answer. ServerNotProven if it does not prove that the server has the
    /// service's key.
    Result<> finish(const QList<QByteArray> &challenges);

private:
    QString m_host;
    std::unique_ptr<gss::Negotiator> m_negotiation;
};

/// WebProof::begin(), but KdcUnreachable after a few seconds, while libkrb5 itself asks for up to half a minute. It may go
/// on then, with a share of `proof` that nobody else may use any more.
Result<QByteArray> beginInTime(const std::shared_ptr<WebProof> &proof);

/// Whether one of these values of WWW-Authenticate asks for it.
bool asksForNegotiate(const QList<QByteArray> &challenges);

} // namespace latchkey
