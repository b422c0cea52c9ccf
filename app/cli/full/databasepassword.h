// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "core/secrets/secretstore.h"

namespace latchkey::cli {

/// The password of a profile's database account for one login, and what is to be done with it afterwards.
struct DatabasePassword
{
    secrets::SharedSecret secret; ///< none: the profile uses tickets
    bool isRemembered = false; ///< it came from the keychain
    bool isToRemember = false; ///< once it has worked
};

/// From standard input with --password-stdin; from the keychain, which may ask to be unlocked, where the profile says so
/// and it has one; else from the terminal.
Result<DatabasePassword> databasePassword(Call &call, const Profile &profile);

/// The login is over, with `failure` if it failed: remembers a password that has worked where --remember asks for it, and
/// forgets a remembered one that was refused, which `failure` then says. Gives what is to be reported.
Result<> settlePassword(Call &call, const Profile &profile, const DatabasePassword &password,
                        const std::optional<Error> &failure);

} // namespace latchkey::cli
