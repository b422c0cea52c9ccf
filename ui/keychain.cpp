// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/keychain.h"

#include "core/base/whendone.h"

namespace latchkey {

bool Keychain::isRemembered(const secrets::Key &key) const
{
    return m_signIn.remembered().contains(key);
}

QFuture<Result<krb::Cache>> Keychain::signIn(krb::SignInRequest request, std::stop_token stop)
{
    const auto signedIn = m_signIn.signIn(std::move(request), secrets::Unlocking::MayAsk, std::move(stop));
    whenDone(signedIn, this, [this](const Result<krb::Cache> &) { Q_EMIT changed(); });
    return signedIn;
}

QFuture<Result<krb::Cache>> Keychain::signInUnattended(krb::SignInRequest request)
{
    const auto signedIn = m_signIn.signIn(std::move(request), secrets::Unlocking::Never);
    whenDone(signedIn, this, [this](const Result<krb::Cache> &) { Q_EMIT changed(); });
    return signedIn;
}

bool Keychain::isForUnattended(const secrets::Key &key) const
{
    return m_signIn.remembered().isForUnattended(key);
}

void Keychain::setForUnattended(const secrets::Key &key, bool wanted)
{
    if (const auto set = m_signIn.remembered().setForUnattended(key, wanted); !set)
        Q_EMIT failed(set.error());
    Q_EMIT changed();
}

QSet<QString> Keychain::unattendedPrincipals() const
{
    const QStringList accounts = m_signIn.remembered().unattendedAccounts(secrets::Kind::KerberosPassword);
    return {accounts.begin(), accounts.end()};
}

QFuture<Result<secrets::SharedSecret>> Keychain::read(const secrets::Key &key, std::stop_token stop) const
{
    return m_signIn.remembered().read(key, secrets::Unlocking::MayAsk, std::move(stop));
}

void Keychain::remember(const secrets::Key &key, Secret secret)
{
    whenDone(m_signIn.remembered().remember(key, std::move(secret)), this,
             [this, account = key.account](const Result<> &kept) {
                 report(kept, tr("The keychain remembers the password of %1.").arg(account));
             });
}

void Keychain::forget(const secrets::Key &key)
{
    whenDone(m_signIn.remembered().forget(key), this,
             [this, account = key.account](const Result<> &forgotten) {
                 report(forgotten, tr("The keychain has forgotten the password of %1.").arg(account));
             });
}

void Keychain::distrust(const secrets::Key &key)
{
    whenDone(
        m_signIn.remembered().distrust(key), this, [this, account = key.account](const Result<> &forgotten) {
            report(forgotten, tr("The remembered password of %1 was refused and is forgotten.").arg(account));
        });
}

void Keychain::report(const Result<> &result, const QString &sentence)
{
    Q_EMIT changed();
    if (result)
        Q_EMIT done(sentence);
    else
        Q_EMIT failed(result.error());
}

} // namespace latchkey
