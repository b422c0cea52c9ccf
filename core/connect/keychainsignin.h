// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"
#include "core/secrets/remembered.h"

#include <memory>
#include <mutex>

namespace latchkey {

/// Signs in with the password that the user asked the keychain to remember, and only then: for a click on "use the
/// remembered password" (Unlocking::MayAsk) and for whoever keeps tickets alive while nobody looks (Unlocking::Never,
/// which shows no question of the keychain's). A password that the KDC refuses is forgotten there and then: it is tried
/// once, however many ask, for each attempt counts toward a lockout.
/// A value: copies share everything. Nothing of the keychain is touched before signIn(). Thread-safe.
class KeychainSignIn
{
public:
    explicit KeychainSignIn(secrets::Remembered remembered)
        : m_remembered(std::move(remembered)), m_one(std::make_shared<std::mutex>())
    { }

    /// The user asked for it; whether the password is there and right is found out by signIn(). Reads a small file.
    bool isPossible(const QString &principal) const;

    /// `principal` is the full text, "alice@CORP.EXAMPLE.COM". Answers as KerberosService::signIn() does, with BadPassword
    /// also after the password has been forgotten, NotFound if none is remembered, and the Keychain… codes. Stopping
    /// answers Cancelled at once.
    QFuture<Result<krb::Cache>> signIn(QString principal, secrets::Unlocking unlocking,
                                       std::stop_token stop = {}) const;
    /// The same with a request whose credential is the keychain's password, whatever it was.
    QFuture<Result<krb::Cache>> signIn(krb::SignInRequest request, secrets::Unlocking unlocking,
                                       std::stop_token stop = {}) const;

    const secrets::Remembered &remembered() const { return m_remembered; }

private:
    secrets::Remembered m_remembered;
    krb::KerberosService m_kerberos;
    std::shared_ptr<std::mutex> m_one; ///< held during an attempt: a second one sees what became of the first
};

} // namespace latchkey
