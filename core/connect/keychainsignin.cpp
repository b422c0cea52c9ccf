// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/keychainsignin.h"

#include "core/base/job.h"

namespace latchkey {

using secrets::Key;
using secrets::Kind;

bool KeychainSignIn::isPossible(const QString &principal) const
{
    return m_remembered.contains({Kind::KerberosPassword, principal});
}

QFuture<Result<krb::Cache>> KeychainSignIn::signIn(QString principal, secrets::Unlocking unlocking,
                                                   std::stop_token stop) const
{
    return signIn(krb::SignInRequest{.principal = std::move(principal), .credential = {}}, unlocking,
                  std::move(stop));
}

QFuture<Result<krb::Cache>> KeychainSignIn::signIn(krb::SignInRequest request, secrets::Unlocking unlocking,
                                                   std::stop_token stop) const
{
    // On a thread of the attempt's own, which waits for the keychain, then for the KDC; both answer in bounded time.
    const auto wanted = std::make_shared<krb::SignInRequest>(std::move(request));
    return startJob<krb::Cache>(stop, [self = *this, wanted, unlocking, stop](Job &) -> Result<krb::Cache> {
        const std::scoped_lock lock(*self.m_one);
        const Key key{Kind::KerberosPassword, wanted->principal};
        const auto password = self.m_remembered.read(key, unlocking, stop).result();
        if (!password)
            return password.error();
        wanted->credential = Secret((*password)->view());
        auto signedIn = self.m_kerberos.signIn(std::move(*wanted), stop).takeResult();
        if (!signedIn && signedIn.error().code == Error::Code::BadPassword)
            (void)self.m_remembered.distrust(key).result();
        return signedIn;
    });
}

} // namespace latchkey
