// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "core/krb/signingagain.h"
#include "core/secrets/remembered.h"

#include <optional>

namespace latchkey::cli {

/// Those of the desktop's keychain, which is not touched yet.
secrets::Remembered rememberedPasswords();

Result<> listRemembered(Call &call);
Result<> forget(Call &call);

/// Signs in with the remembered password. Where none is, or --password-stdin brings one, with `ask`'s, which is remembered
/// once the sign-in has succeeded: `kept` says whether that worked.
Result<krb::Cache> signInWithKeychain(Call &call, krb::SignInRequest request,
                                      const std::function<Result<Secret>()> &ask, Result<> &kept);

/// For whom tickets are kept alive while nobody looks: those whose passwords are remembered, and how to sign in with them.
struct UnattendedKeychain
{
    std::function<QStringList()> principals;
    krb::SigningAgain::SignIn signIn;
};
Result<UnattendedKeychain> unattendedKeychain(Call &call);

/// A password has been changed: where the old one is remembered, the new one takes its place. None: it is not remembered.
/// An error: nor is the new one, and the old one is not tried again.
std::optional<Result<>> rememberInstead(Call &call, const QString &principal, Secret replacement);

} // namespace latchkey::cli
