// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QFuture>
#include <QString>

#include <memory>
#include <stop_token>

namespace latchkey::secrets {

/// What a secret is for. Each kind is a service of its own in the keychain, so that names of one never meet another's.
enum class Kind {
    KerberosPassword, ///< of a principal, by its full text
    DatabasePassword, ///< of an account on a server, "bob@db1.example.com:3306"
};

struct Key
{
    Kind kind = Kind::KerberosPassword;
    QString account;

    friend bool operator==(const Key &, const Key &) = default;
};

/// Wiped when the last holder lets it go. Shared because takeResult(), which a move-only result needs, makes a future of
/// Qt 6.4 run its continuations twice.
using SharedSecret = std::shared_ptr<const Secret>;

/// Whether the user may be asked to unlock the store. What nobody is waiting for never asks.
enum class Unlocking { MayAsk, Never };

/// Keeps secrets, and nowhere in plain text. Every function returns at once and is answered in bounded time, longer only
/// while the user may be asked to unlock the store; stopping answers Cancelled at once. A store may still do, later, a
/// write() or remove() that was cancelled or overdue. Errors besides NotFound are the Keychain… codes.
/// Thread-safe.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// NotFound if there is no such entry; never a null pointer.
    virtual QFuture<Result<SharedSecret>> read(Key key, Unlocking unlocking, std::stop_token stop = {}) = 0;
    /// Replaces what is there. Answered with Ok only when the entry has been seen in the store.
    virtual QFuture<Result<>> write(Key key, Secret secret, std::stop_token stop = {}) = 0;
    /// Answered with Ok only when no such entry is left, which may have been so before.
    virtual QFuture<Result<>> remove(Key key, std::stop_token stop = {}) = 0;
};

} // namespace latchkey::secrets
