// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/gss/negotiation.h"

#include <QByteArray>

#include <memory>

namespace latchkey {

/// The proof for one web server of who asks (RFC 4559): a ticket for HTTP at its host, by SPNEGO, with mutual
/// authentication, nothing delegated. Blocks while a KDC is asked; for one thread.
class WebProof
{
public:
    /// `principal`: whose ticket, wherever the collection has it; empty: that of the default cache.
    explicit WebProof(QString host, QString principal = {})
        : m_host(std::move(host)), m_principal(std::move(principal))
    { }

    const QString &host() const { return m_host; }

    /// What the request's Authorization says. NotSignedIn, or ServiceUnknown with the library's words as its detail.
    Result<QByteArray> begin();
    /// Takes the WWW-Authenticate of the server's good answer. ServerNotProven if it does not prove that the server has the
    /// service's key.
    Result<> finish(const QList<QByteArray> &challenges);

private:
    Error failed(const gss::GssStatus &status) const;

    QString m_host;
    QString m_principal;
    std::unique_ptr<gss::Negotiator> m_negotiation;
};

/// WebProof::begin(), but KdcUnreachable after a few seconds, while libkrb5 itself asks for up to half a minute. It may go
/// on then, with a share of `proof` that nobody else may use any more.
Result<QByteArray> beginInTime(const std::shared_ptr<WebProof> &proof);

/// Whether one of these values of WWW-Authenticate asks for it.
bool asksForNegotiate(const QList<QByteArray> &challenges);

} // namespace latchkey
