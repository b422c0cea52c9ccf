// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/databasepassword.h"

#include "app/cli/full/keychaincommands.h"
#include "app/cli/text.h"
#include "core/connect/passwordkey.h"

namespace latchkey::cli {

namespace {

Result<DatabasePassword> noPassword(const Call &call, const Profile &profile)
{
    for (const char *option : {"password-stdin", "remember"}) {
        if (call.has(option))
            return usageError(
                Text::tr("The profile “%1” signs in with Kerberos: --%2 is for profiles with a password. "
                         "Sign in with “latchkey-cli sign-in”.")
                    .arg(profile.path(), QLatin1String(option)));
    }
    return DatabasePassword{};
}

} // namespace

Result<DatabasePassword> databasePassword(Call &call, const Profile &profile)
{
    if (profile.usesTickets())
        return noPassword(call, profile);
    const auto passwords = rememberedPasswords();
    const secrets::Key key = passwordKey(profile);
    const bool mayUseKeychain = profile.authentication == Authentication::KeychainPassword
                                && !call.has("password-stdin") && !call.has("remember");
    if (mayUseKeychain && passwords.contains(key)) {
        auto read = passwords.read(key, secrets::Unlocking::MayAsk, call.stop).result();
        if (read)
            return DatabasePassword{*read, true, false};
        if (read.error().code != Error::Code::NotFound)
            return read.error();
    }
    auto typed =
        call.has("password-stdin")
            ? call.terminal.readStandardInput()
            : call.terminal.ask({.text = Text::tr("Password of %1 at %2: ")
                                             .arg(printable(profile.account), printable(profile.host))});
    if (!typed)
        return std::move(typed).error();
    return DatabasePassword{std::make_shared<const Secret>(std::move(*typed)), false, call.has("remember")};
}

Result<> settlePassword(Call &call, const Profile &profile, const DatabasePassword &password,
                        const std::optional<Error> &failure)
{
    const secrets::Key key = passwordKey(profile);
    if (!failure) {
        if (!password.isToRemember)
            return Ok{};
        return rememberedPasswords().remember(key, Secret(password.secret->view()), call.stop).result();
    }
    if (!password.isRemembered || !isPasswordRefused(*failure))
        return *failure;
    (void)rememberedPasswords().distrust(key).result();
    Error error = *failure;
    error.message += QLatin1Char(' ')
                     + Text::tr("The password was the one that the keychain remembered; it is forgotten now. "
                                "Give the right one with --remember to have it remembered.");
    return error;
}

} // namespace latchkey::cli
