// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/passwordkey.h"

#include "core/connect/identityvalues.h"

namespace latchkey {

secrets::Key passwordKey(const Profile &saved)
{
    const Profile profile = asUsed(saved);
    const QString account = profile.account.isEmpty()
                                ? profile.identity.principal.section(QLatin1Char('@'), 0, 0)
                                : profile.account;
    return {secrets::Kind::DatabasePassword,
            QStringLiteral("%1@%2:%3").arg(account, profile.host).arg(profile.port)};
}

bool isPasswordRefused(const Error &error)
{
    constexpr int accessDenied = 1045;
    return error.code == Error::Code::ServerDenied && error.native == accessDenied;
}

} // namespace latchkey
