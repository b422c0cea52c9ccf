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
    // On a thread of the attempt's own, which waits for the keychain, then for the KDC; both answer in bounded time.
    return startJob<krb::Cache>(
        stop, [self = *this, principal = std::move(principal), unlocking, stop](Job &) -> Result<krb::Cache> {
            const std::scoped_lock lock(*self.m_one);
            const Key key{Kind::KerberosPassword, principal};
            const auto password = self.m_remembered.read(key, unlocking, stop).result();
            if (!password)
                return password.error();
            auto signedIn =
                self.m_kerberos
                    .signIn({principal, Secret((*password)->view()), std::nullopt, std::nullopt}, stop)
                    .takeResult();
            if (!signedIn && signedIn.error().code == Error::Code::BadPassword)
                (void)self.m_remembered.distrust(key).result();
            return signedIn;
        });
}

} // namespace latchkey
