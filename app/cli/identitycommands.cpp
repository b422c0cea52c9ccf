// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/identitycommands.h"

#include "app/cli/keychaincommands.h"
#include "app/cli/text.h"
#include "core/krb/ticketlisting.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

namespace latchkey::cli {

namespace {

QString localTime(Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void report(const krb::Cache &cache, Call &call)
{
    if (call.json) {
        call.output.printJson(QJsonDocument(krb::cacheAsJson(cache, systemNow())));
        return;
    }
    const krb::Ticket *ticket = cache.ticketGranting();
    const QString principal = cache.principal ? cache.principal->text() : QString();
    const QString until = ticket ? localTime(ticket->endTime) : QString();
    call.output.print(
        printable(Text::tr("Signed in as %1 until %2, in %3.").arg(principal, until, cache.name))
        + QLatin1Char('\n'));
}

Error nobodySignedIn()
{
    return {Error::Code::NotSignedIn,
            Text::tr("Nobody is signed in. Sign in with “latchkey-cli sign-in PRINCIPAL”."), QString(), 0};
}

/// The cache that programs use when none is named.
Result<krb::Cache> defaultCache(Call &call)
{
    auto caches = call.kerberos.caches().takeResult();
    if (!caches)
        return std::move(caches).error();
    for (krb::Cache &cache : *caches) {
        if (cache.isDefault && (cache.principal || cache.problem))
            return std::move(cache);
    }
    return nobodySignedIn();
}

Result<Secret> askPassword(Call &call, const QString &principal)
{
    if (call.has("password-stdin"))
        return call.terminal.readStandardInput();
    return call.terminal.ask(Text::tr("Password for %1: ").arg(printable(principal)));
}

Result<krb::Proof> credential(Call &call, const QString &principal)
{
    if (call.has("keytab"))
        return krb::Proof(krb::Keytab{QFileInfo(call.value("keytab")).absoluteFilePath()});
    auto password = askPassword(call, principal);
    if (!password)
        return std::move(password).error();
    return krb::Proof(std::move(*password));
}

Result<krb::Cache> signInWithCredential(Call &call, const QString &principal)
{
    auto proof = credential(call, principal);
    if (!proof)
        return std::move(proof).error();
    krb::SignInRequest request{principal, std::move(*proof)};
    return call.kerberos.signIn(std::move(request), call.stop).takeResult();
}

Result<krb::DestroyTarget> destroyTarget(Call &call)
{
    if (call.has("all") && (call.has("ccache") || call.has("service")))
        return usageError(Text::tr("Give --all alone, without --ccache and --service."));
    if (call.has("all"))
        return krb::DestroyTarget(krb::AllCaches{});
    if (call.has("service"))
        return krb::DestroyTarget(krb::ServiceTickets{call.value("service"), call.value("ccache")});
    if (call.has("ccache"))
        return krb::DestroyTarget(krb::OneCache{call.value("ccache")});
    auto cache = defaultCache(call);
    if (!cache)
        return std::move(cache).error();
    return krb::DestroyTarget(krb::OneCache{cache->name});
}

} // namespace

Result<> listTickets(Call &call)
{
    const auto caches = call.kerberos.caches().takeResult();
    if (!caches)
        return caches.error();
    const krb::ListingScope scope{!call.has("valid"), call.has("all")};
    if (call.json)
        call.output.printJson(QJsonDocument(krb::cachesAsJson(*caches, systemNow(), scope)));
    else if (caches->isEmpty())
        note(nobodySignedIn().message);
    else
        call.output.print(printable(krb::ticketsAsText(*caches, systemNow(), scope), true));
    return Ok{};
}

Result<> signIn(Call &call)
{
    const auto principal = krb::Principal::parse(call.names.first());
    if (!principal)
        return principal.error();
    if (call.has("keytab") && call.has("password-stdin"))
        return usageError(Text::tr("Give --keytab or --password-stdin, not both."));
    if (call.has("keytab") && call.has("keychain"))
        return usageError(Text::tr("Give --keytab or --keychain, not both."));
    const QString name = principal->text();
    Result<> kept = Ok{};
    const auto ask = [&] { return askPassword(call, name); };
    const auto cache =
        call.has("keychain") ? signInWithKeychain(call, name, ask, kept) : signInWithCredential(call, name);
    if (!cache)
        return cache.error();
    report(*cache, call);
    return kept;
}

Result<> renew(Call &call)
{
    QString name = call.value("ccache");
    if (name.isEmpty()) {
        auto cache = defaultCache(call);
        if (!cache)
            return std::move(cache).error();
        name = cache->name;
    }
    const auto cache = call.kerberos.renew(name, call.stop).takeResult();
    if (!cache)
        return cache.error();
    report(*cache, call);
    return Ok{};
}

Result<> destroy(Call &call)
{
    auto target = destroyTarget(call);
    if (!target)
        return std::move(target).error();
    const auto count = call.kerberos.destroy(std::move(*target)).takeResult();
    if (!count)
        return count.error();
    if (call.json)
        call.output.printJson(QJsonDocument(QJsonObject{{QStringLiteral("destroyed"), *count}}));
    else if (call.has("service"))
        call.output.print(Text::tr("%n ticket(s) destroyed.", nullptr, *count) + QLatin1Char('\n'));
    else
        call.output.print(Text::tr("%n cache(s) destroyed.", nullptr, *count) + QLatin1Char('\n'));
    return Ok{};
}

Result<> switchTo(Call &call)
{
    const auto principal = krb::Principal::parse(call.names.first());
    if (!principal)
        return principal.error();
    return call.kerberos.makeDefault(*principal).takeResult();
}

QList<QCommandLineOption> ticketsOptions()
{
    return {
        {QStringLiteral("all"), Text::tr("What libkrb5 noted in the caches too (configuration entries).")},
        {QStringLiteral("valid"), Text::tr("Only tickets that have not expired.")},
    };
}

QList<QCommandLineOption> signInOptions()
{
    return {
        {QStringLiteral("keytab"), Text::tr("Sign in with a key from this file."), QStringLiteral("FILE")},
        {QStringLiteral("password-stdin"),
         Text::tr("Read the password from the first line of standard input.")},
        {QStringLiteral("keychain"), Text::tr("Use the password that the desktop’s keychain remembers; if "
                                              "there is none, ask for it and let the "
                                              "keychain remember it once it has worked.")},
    };
}

QList<QCommandLineOption> renewOptions()
{
    return {{QStringLiteral("ccache"),
             Text::tr("The credential cache, as “tickets” names it; the default one if not given."),
             QStringLiteral("CACHE")}};
}

QList<QCommandLineOption> destroyOptions()
{
    return {
        {QStringLiteral("all"), Text::tr("Every cache with all its tickets.")},
        {QStringLiteral("ccache"), Text::tr("This cache, as “tickets” names it."), QStringLiteral("CACHE")},
        {QStringLiteral("service"),
         Text::tr("The tickets for this service, in every cache or in the one given."),
         QStringLiteral("SPN")},
    };
}

} // namespace latchkey::cli
