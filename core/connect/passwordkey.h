// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/profile/profile.h"
#include "core/secrets/secretstore.h"

namespace latchkey {

/// Under what the keychain has the password of the profile's database account: "bob@db1.example.com:3306", so that all
/// profiles of one account on one server share it.
secrets::Key passwordKey(const Profile &profile);

/// The server has refused the account or its password (ER_ACCESS_DENIED_ERROR), and nothing else went wrong before.
bool isPasswordRefused(const Error &error);

} // namespace latchkey
