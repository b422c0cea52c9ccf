// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>

namespace latchkey::secrets {

/// The desktop's keychain: the Secret Service (GNOME Keyring, KeePassXC, KWallet of Plasma 6) or KWallet of Plasma 5,
/// whichever QtKeychain finds. Nothing of it is touched before the first call.
class KeychainStore final : public SecretStore
{
public:
    struct Limits
    {
        std::chrono::milliseconds answer = std::chrono::seconds(5); ///< nobody is asked anything
        std::chrono::milliseconds unlocking = std::chrono::seconds(60); ///< a person may be typing
    };

    KeychainStore() : KeychainStore(Limits()) { }
    explicit KeychainStore(Limits limits) : m_limits(limits) { }

    QFuture<Result<SharedSecret>> read(Key key, Unlocking unlocking, std::stop_token stop = {}) override;
    QFuture<Result<>> write(Key key, Secret secret, std::stop_token stop = {}) override;
    QFuture<Result<>> remove(Key key, std::stop_token stop = {}) override;

private:
    Limits m_limits;
};

} // namespace latchkey::secrets
