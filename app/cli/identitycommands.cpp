// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/identitycommands.h"

#include "app/cli/keychaincommands.h"
#include "app/cli/text.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace latchkey::cli {

namespace {

QDateTime dateTime(Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count());
}

QString localTime(Instant instant)
{
    return dateTime(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString utcTime(Instant instant)
{
    return dateTime(instant).toUTC().toString(Qt::ISODate);
}

QJsonObject described(const krb::Ticket &ticket, Instant now)
{
    return {
        {QStringLiteral("client"), ticket.client.text()},
        {QStringLiteral("service"), ticket.service.text()},
        {QStringLiteral("start"), utcTime(ticket.startTime)},
        {QStringLiteral("end"), utcTime(ticket.endTime)},
        {QStringLiteral("renewUntil"),
         ticket.renewUntil ? QJsonValue(utcTime(*ticket.renewUntil)) : QJsonValue::Null},
        {QStringLiteral("expired"), ticket.endTime <= now},
        {QStringLiteral("flags"), QJsonArray::fromStringList(krb::flagNames(ticket.flags))},
        {QStringLiteral("sessionKeyType"), krb::encryptionType(ticket.sessionKeyType).name},
        {QStringLiteral("ticketKeyType"), krb::encryptionType(ticket.ticketKeyType).name},
        {QStringLiteral("keyVersion"), qint64{ticket.keyVersion}},
    };
}

QJsonObject described(const krb::Cache &cache, Instant now)
{
    QJsonArray tickets;
    for (const krb::Ticket &ticket : cache.tickets)
        tickets.append(described(ticket, now));
    QJsonObject object{
        {QStringLiteral("cache"), cache.name},
        {QStringLiteral("principal"),
         cache.principal ? QJsonValue(cache.principal->text()) : QJsonValue::Null},
        {QStringLiteral("default"), cache.isDefault},
        {QStringLiteral("private"), cache.isPrivate},
        {QStringLiteral("tickets"), tickets},
    };
    if (cache.problem)
        object.insert(QStringLiteral("error"),
                      errorDocument(*cache.problem).object().value(QLatin1String("error")));
    return object;
}

QString keyTypes(const krb::Ticket &ticket)
{
    const auto name = [](std::int32_t number) {
        const krb::EncryptionType type = krb::encryptionType(number);
        return type.weak ? Text::tr("%1 (weak)").arg(type.name) : type.name;
    };
    return QStringLiteral("%1, %2").arg(name(ticket.sessionKeyType), name(ticket.ticketKeyType));
}

QString heading(const krb::Cache &cache)
{
    QString line = cache.principal ? Text::tr("%1 in %2").arg(cache.principal->text(), cache.name)
                                   : Text::tr("Nobody in %1").arg(cache.name);
    if (cache.isDefault)
        line += Text::tr(" (default)");
    if (cache.isPrivate)
        line += Text::tr(" (Latchkey’s own)");
    return printable(line) + QLatin1Char('\n');
}

QString ticketLines(const krb::Cache &cache, Instant now)
{
    QList<QStringList> rows{{QString(), Text::tr("SERVICE"), Text::tr("VALID FROM"), Text::tr("EXPIRES"),
                             Text::tr("RENEW UNTIL"), Text::tr("ENCRYPTION"), Text::tr("FLAGS")}};
    for (const krb::Ticket &ticket : cache.tickets) {
        const QString end = localTime(ticket.endTime);
        rows.append({QString(), printable(ticket.service.text()), localTime(ticket.startTime),
                     ticket.endTime <= now ? Text::tr("%1 (expired)").arg(end) : end,
                     ticket.renewUntil ? localTime(*ticket.renewUntil) : QStringLiteral("-"),
                     keyTypes(ticket), krb::flagNames(ticket.flags).join(QLatin1Char(','))});
    }
    return rows.size() > 1 ? columns(rows) : QString();
}

void printCache(const krb::Cache &cache, Call &call)
{
    const Instant now = systemNow();
    call.output.print(heading(cache) + ticketLines(cache, now));
    if (cache.problem)
        note(cache.problem->message);
}

void report(const krb::Cache &cache, Call &call)
{
    if (call.json) {
        call.output.printJson(QJsonDocument(described(cache, systemNow())));
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

Result<std::variant<Secret, QString>> credential(Call &call, const QString &principal)
{
    if (call.has("keytab"))
        return std::variant<Secret, QString>(QFileInfo(call.value("keytab")).absoluteFilePath());
    auto password = askPassword(call, principal);
    if (!password)
        return std::move(password).error();
    return std::variant<Secret, QString>(std::move(*password));
}

Result<krb::Cache> signInWithCredential(Call &call, const QString &principal)
{
    auto proof = credential(call, principal);
    if (!proof)
        return std::move(proof).error();
    krb::SignInRequest request{principal, std::move(*proof), std::nullopt, std::nullopt};
    return call.kerberos.signIn(std::move(request), call.stop).takeResult();
}

Result<krb::DestroyTarget> destroyTarget(Call &call)
{
    if (int{call.has("all")} + int{call.has("ccache")} + int{call.has("service")} > 1)
        return usageError(Text::tr("Give one of --all, --ccache and --service."));
    if (call.has("all"))
        return krb::DestroyTarget(krb::AllCaches{});
    if (call.has("ccache"))
        return krb::DestroyTarget(krb::OneCache{call.value("ccache")});
    if (call.has("service"))
        return krb::DestroyTarget(krb::ServiceTickets{call.value("service")});
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
    if (call.json) {
        QJsonArray all;
        for (const krb::Cache &cache : *caches)
            all.append(described(cache, systemNow()));
        call.output.printJson(QJsonDocument(all));
        return Ok{};
    }
    bool isFirst = true;
    for (const krb::Cache &cache : *caches) {
        if (!cache.principal && !cache.problem)
            continue;
        if (!std::exchange(isFirst, false))
            call.output.print("\n");
        printCache(cache, call);
    }
    if (isFirst)
        note(nobodySignedIn().message);
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
        {QStringLiteral("service"), Text::tr("The tickets for this service in every cache."),
         QStringLiteral("SPN")},
    };
}

} // namespace latchkey::cli
