// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/signin.h"
#include "core/krb/ticket.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace latchkey::krb {

class AutoRenewal;

/// Signs in again where AutoRenewal asks for it, once each time, and says what became of it. Asks nobody anything. Lives on
/// the thread that made it; never blocks.
class SigningAgain : public QObject
{
    Q_OBJECT
public:
    /// Fills in the password, and signs in.
    using SignIn = std::function<QFuture<Result<Cache>>(SignInRequest request)>;

    /// `renewal` must outlive this object.
    SigningAgain(AutoRenewal &renewal, SignIn signIn, QObject *parent = nullptr);

    bool isUnderWay() const { return !m_underWay.isEmpty(); }

Q_SIGNALS:
    void signedIn(const latchkey::krb::Cache &cache);
    /// The ticket stays as it is. Told once for each ticket as long as it fails for the same reason.
    void failed(const QString &cacheName, const latchkey::krb::Principal &principal,
                const latchkey::Error &why);

private:
    void begin(const QString &cacheName, const Ticket &tgt);
    void end(const QString &cacheName, const Ticket &tgt, const Result<Cache> &answer);

    AutoRenewal &m_renewal;
    SignIn m_signIn;
    QSet<QString> m_underWay;
    QHash<QString, std::pair<Instant, Error::Code>>
        m_told; ///< for each cache's ticket, by its end: why it failed last
};

/// For a successor of the ticket in the same cache: renewable for as long, and with the same choices. Without a credential.
/// Pure.
SignInRequest requestForSuccessor(const QString &cacheName, const Ticket &tgt);

} // namespace latchkey::krb
