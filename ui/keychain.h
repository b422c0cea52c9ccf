// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/keychainsignin.h"

#include <QObject>
#include <QSet>

namespace latchkey {

/// The remembered passwords as the window knows them: what dialogs ask of the keychain goes on, and is told of, when the
/// dialog has closed. Nothing of the keychain is touched before the first call that says so; no call waits for it.
class Keychain : public QObject
{
    Q_OBJECT
public:
    explicit Keychain(secrets::Remembered remembered, QObject *parent = nullptr)
        : QObject(parent), m_signIn(std::move(remembered))
    { }

    /// Whether the user has asked for it. Does not touch the keychain.
    bool isRemembered(const secrets::Key &key) const;

    /// With the remembered password, once; the keychain may ask to be unlocked. Emits changed() if it was refused.
    QFuture<Result<krb::Cache>> signIn(krb::SignInRequest request, std::stop_token stop);
    QFuture<Result<secrets::SharedSecret>> read(const secrets::Key &key, std::stop_token stop) const;

    void remember(const secrets::Key &key, Secret secret);
    void forget(const secrets::Key &key);
    /// The server has refused it: never to be tried again.
    void distrust(const secrets::Key &key);

    /// Whether the person has asked that it be used while nobody looks; does not touch the keychain.
    bool isForUnattended(const secrets::Key &key) const;
    void setForUnattended(const secrets::Key &key, bool wanted);
    /// Principals for whom that is so.
    QSet<QString> unattendedPrincipals() const;
    /// While nobody looks: the keychain asks nothing. Emits changed(), as the password may have been refused.
    QFuture<Result<krb::Cache>> signInUnattended(krb::SignInRequest request);

Q_SIGNALS:
    /// isRemembered() may differ from before.
    void changed();
    void failed(const latchkey::Error &error);
    /// A sentence for the status bar.
    void done(const QString &sentence);

private:
    void report(const Result<> &result, const QString &sentence);

    KeychainSignIn m_signIn;
};

} // namespace latchkey
