// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <QStringList>

#include <memory>

namespace latchkey::secrets {

/// The passwords that the user asked to be remembered, and no others: the names in a file of the user's, for a keychain
/// cannot list what it holds, and the passwords in the store. What is not in the file is not looked for.
/// A value: copies share the store and the file. Thread-safe.
class Remembered
{
public:
    Remembered(std::shared_ptr<SecretStore> store, QString file)
        : m_store(std::move(store)), m_file(std::move(file))
    { }
    /// keychain.ini in paths::configDir().
    static QString defaultFile();

    /// Both read the file only; the store is not touched.
    bool contains(const Key &key) const;
    QStringList accounts(Kind kind) const;

    /// The user has also asked for its use while nobody looks; goes when the password is forgotten. Likewise.
    bool isForUnattended(const Key &key) const;
    QStringList unattendedAccounts(Kind kind) const;
    /// Does nothing for what is not remembered.
    Result<> setForUnattended(const Key &key, bool wanted) const;

    /// NotFound at once for what the user has not asked to remember.
    QFuture<Result<SharedSecret>> read(Key key, Unlocking unlocking, std::stop_token stop = {}) const;
    /// The name is listed before the store is asked, and stays if the answer is unknown (KeychainSilent, Cancelled): so
    /// that everything that may be in the store can be forgotten.
    QFuture<Result<>> remember(Key key, Secret secret, std::stop_token stop = {}) const;
    /// Removes it from the store, whether it is listed or not; the name stays listed if that fails.
    QFuture<Result<>> forget(Key key, std::stop_token stop = {}) const;
    /// For a password that was refused: the name goes at once, so that it is never tried again, whatever the store says.
    QFuture<Result<>> distrust(Key key) const;

private:
    std::shared_ptr<SecretStore> m_store;
    QString m_file;
};

} // namespace latchkey::secrets
