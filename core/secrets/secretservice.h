// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>

namespace latchkey::secrets {

/// What the desktop's secret service says of one entry. QtKeychain reports a question that was declined as "no such
/// entry", or as done; the difference is only to be seen here.
struct Sight
{
    enum class State { None, Locked, Open };
    State entry = State::None;
    State collection = State::None; ///< where a new entry would go; None: it would be made first
    bool isExact = true; ///< false: a wallet that says only whether it is open; QtKeychain's word counts
};

/// The name of the kind in the keychain: "Latchkey" for principals.
QString serviceName(Kind kind);

/// Looks without reading a secret, changing anything or asking the user (Secret Service API 0.2, SearchItems and
/// ReadAlias; on Plasma 5, where QtKeychain prefers it, KWallet's isOpen). Blocks for a few times `limit` at most, longer
/// only if the bus itself is dead: not for a thread that somebody waits for. KeychainAbsent, KeychainSilent or
/// KeychainFailed if it cannot look.
Result<Sight> lookInKeychain(const Key &key, std::chrono::milliseconds limit);

} // namespace latchkey::secrets
