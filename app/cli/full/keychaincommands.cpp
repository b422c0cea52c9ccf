// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/keychaincommands.h"

#include "app/cli/text.h"
#include "core/connect/keychainsignin.h"
#include "core/secrets/keychainstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace latchkey::cli {

namespace {

using secrets::Key;
using secrets::Kind;
using secrets::Remembered;

/// A database account as it is listed, or a principal.
Result<Key> keyNamed(const Remembered &passwords, const QString &name)
{
    const Key account{Kind::DatabasePassword, name};
    if (passwords.contains(account))
        return account;
    const auto principal = krb::Principal::parse(name);
    if (!principal)
        return principal.error();
    return Key{Kind::KerberosPassword, principal->text()};
}

} // namespace

Remembered rememberedPasswords()
{
    return {std::make_shared<secrets::KeychainStore>(), Remembered::defaultFile()};
}

Result<> listRemembered(Call &call)
{
    const Remembered passwords = rememberedPasswords();
    const QStringList principals = passwords.accounts(Kind::KerberosPassword);
    const QStringList accounts = passwords.accounts(Kind::DatabasePassword);
    if (call.json) {
        call.output.printJson(
            QJsonDocument(QJsonObject{{QStringLiteral("principals"), QJsonArray::fromStringList(principals)},
                                      {QStringLiteral("accounts"), QJsonArray::fromStringList(accounts)}}));
        return Ok{};
    }
    const QStringList names = principals + accounts;
    for (const QString &name : names)
        call.output.print(printable(name) + QLatin1Char('\n'));
    if (names.isEmpty())
        note(Text::tr(
            "No password is remembered. “latchkey-cli sign-in PRINCIPAL --keychain” remembers one."));
    return Ok{};
}

Result<> forget(Call &call)
{
    const Remembered passwords = rememberedPasswords();
    const auto key = keyNamed(passwords, call.names.first());
    if (!key)
        return key.error();
    const bool wasListed = passwords.contains(*key);
    if (auto forgotten = passwords.forget(*key, call.stop).result(); !forgotten)
        return forgotten;
    if (call.json)
        call.output.printJson(QJsonDocument(QJsonObject{{QStringLiteral("forgotten"), key->account}}));
    else if (wasListed)
        call.output.print(printable(Text::tr("The password of %1 is forgotten.").arg(key->account))
                          + QLatin1Char('\n'));
    else
        note(Text::tr("No password of %1 was remembered.").arg(printable(key->account)));
    return Ok{};
}

Result<krb::Cache> signInWithKeychain(Call &call, krb::SignInRequest request,
                                      const std::function<Result<Secret>()> &ask, Result<> &kept)
{
    const KeychainSignIn keychain(rememberedPasswords());
    if (!call.has("password-stdin") && keychain.isPossible(request.principal))
        return keychain.signIn(std::move(request), secrets::Unlocking::MayAsk, call.stop).result();
    auto password = ask();
    if (!password)
        return std::move(password).error();
    Secret copy(password->view());
    request.credential = std::move(*password);
    auto cache = call.kerberos.signIn(std::move(request), call.stop).result();
    if (cache && cache->principal)
        kept = keychain.remembered()
                   .remember({Kind::KerberosPassword, cache->principal->text()}, std::move(copy), call.stop)
                   .result();
    return cache;
}

Result<UnattendedKeychain> unattendedKeychain(Call &)
{
    const KeychainSignIn keychain(rememberedPasswords());
    return UnattendedKeychain{
        [keychain] { return keychain.remembered().accounts(secrets::Kind::KerberosPassword); },
        [keychain](krb::SignInRequest request) {
            return keychain.signIn(std::move(request), secrets::Unlocking::Never);
        }};
}

std::optional<Result<>> rememberInstead(Call &call, const QString &principal, Secret replacement)
{
    const Remembered passwords = rememberedPasswords();
    const Key key{Kind::KerberosPassword, principal};
    if (!passwords.contains(key))
        return {};
    const auto kept = passwords.remember(key, std::move(replacement), call.stop).result();
    if (!kept)
        (void)passwords.distrust(key).result();
    return kept;
}

} // namespace latchkey::cli
