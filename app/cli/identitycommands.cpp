// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/identitycommands.h"

#include "app/cli/full/keychaincommands.h"
#include "app/cli/pidfile.h"
#include "app/cli/renewaldaemon.h"
#include "app/cli/text.h"
#include "app/cli/ticketwatch.h"
#include "core/krb/duration.h"
#include "core/krb/ticketjson.h"

#include <QJsonObject>

#include <malloc.h>

namespace latchkey::cli {

namespace {

// For the one listing of a process: what is read on one thread is printed on another, once. Arenas of their own, which
// grow page by page and shrink after every cache, would cost more than the reading.
void keepMemory()
{
    constexpr int megabyte = 1 << 20;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, megabyte);
    mallopt(M_TRIM_THRESHOLD, 8 * megabyte);
}

std::optional<Error> readRule(const Call &call, const char *option, std::chrono::seconds &rule)
{
    if (!call.has(option))
        return {};
    const auto value = krb::parseDuration(call.value(option));
    if (!value)
        return value.error();
    if (*value < std::chrono::seconds(1))
        return usageError(Text::tr("--%1 takes a second at least.").arg(QLatin1String(option)));
    rule = *value;
    return {};
}

Result<krb::RenewalRules> renewalRules(const Call &call)
{
    krb::RenewalRules rules;
    if (call.has("renew-at")) {
        bool isNumber = false;
        const int percent = call.value("renew-at").toInt(&isNumber);
        if (!isNumber || percent < 10 || percent > 90)
            return usageError(Text::tr("--renew-at takes a percentage from 10 to 90."));
        rules.renewAtPercent = percent;
    }
    if (auto wrong = readRule(call, "interval", rules.minimumInterval))
        return *std::move(wrong);
    if (auto wrong = readRule(call, "longest-wait", rules.longestRetry))
        return *std::move(wrong);
    return rules;
}

Result<> keepRenewed(Call &call)
{
    auto rules = renewalRules(call);
    if (!rules)
        return std::move(rules).error();
    RenewalDaemon::SigningIn signingIn;
    if (call.has("sign-in-again")) {
        auto keychain = unattendedKeychain(call);
        if (!keychain)
            return std::move(keychain).error();
        signingIn = {std::move(keychain->principals), std::move(keychain->signIn)};
    }
    std::optional<PidFile> file;
    if (call.has("pid-file")) {
        auto claimed = PidFile::claim(call.value("pid-file"));
        if (!claimed)
            return std::move(claimed).error();
        file.emplace(std::move(*claimed));
    }
    if (call.has("ccache")) // for the command too
        qputenv("KRB5CCNAME", call.value("ccache").toLocal8Bit());
    return RenewalDaemon(call, *std::move(rules), std::move(signingIn)).run();
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

Error nobodySignedInAs(const krb::Principal &principal)
{
    return {Error::Code::NotSignedIn,
            Text::tr("%1 cannot become the default because nobody has signed in as %1. Sign in with "
                     "“latchkey-cli sign-in %1”.")
                .arg(principal.text()),
            QString(), 0};
}

} // namespace

Error nobodySignedIn()
{
    return {Error::Code::NotSignedIn,
            Text::tr("Nobody is signed in. Sign in with “latchkey-cli sign-in PRINCIPAL”."), QString(), 0};
}

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

void report(const krb::Cache &cache, Call &call)
{
    if (call.json) {
        call.output.print(krb::cacheAsJson(cache, systemNow()));
        return;
    }
    const krb::Ticket *ticket = cache.ticketGranting();
    const QString principal = cache.principal ? cache.principal->text() : QString();
    const QString until = ticket ? localTime(ticket->endTime) : QString();
    call.output.print(
        printable(Text::tr("Signed in as %1 until %2, in %3.").arg(principal, until, cache.name))
        + QLatin1Char('\n'));
}

Result<> listTickets(Call &call)
{
    if (call.has("watch"))
        return TicketWatch(call).run();
    keepMemory();
    const auto caches = call.kerberos.caches().takeResult();
    if (!caches)
        return caches.error();
    const krb::ListingScope scope{!call.has("valid"), call.has("all")};
    if (call.json)
        krb::tellAsJson(*caches, systemNow(), scope, QJsonDocument::Indented,
                        [&call](std::string_view piece) { call.output.print(piece); });
    else if (caches->isEmpty())
        note(nobodySignedIn().message);
    else
        krb::tellTickets(*caches, systemNow(), scope,
                         [&call](const QString &piece) { call.output.print(printable(piece, true)); });
    return Ok{};
}

Result<> renew(Call &call)
{
    if (call.has("daemon"))
        return keepRenewed(call);
    if (call.has("pid-file") || !call.names.isEmpty())
        return usageError(Text::tr("Give --pid-file and a command together with --daemon."));
    for (const char *option : {"renew-at", "interval", "longest-wait", "sign-in-again"})
        if (call.has(option))
            return usageError(Text::tr("Give --%1 together with --daemon.").arg(QLatin1String(option)));
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
    const auto caches = call.kerberos.caches().takeResult();
    if (!caches)
        return caches.error();
    const QString &wanted = call.names.first();
    for (const krb::Cache &cache : *caches) {
        if (cache.name == wanted)
            return call.kerberos.makeDefault(cache.name).takeResult();
    }
    const auto principal = krb::Principal::parse(wanted);
    if (!principal)
        return principal.error();
    for (const krb::Cache &cache : *caches) { // the default one, which comes first, if it is the principal's
        if (cache.principal == *principal)
            return call.kerberos.makeDefault(cache.name).takeResult();
    }
    return nobodySignedInAs(*principal);
}

QList<QCommandLineOption> ticketsOptions()
{
    return {
        {QStringLiteral("all"), Text::tr("What libkrb5 noted in the caches too (configuration entries).")},
        {QStringLiteral("valid"), Text::tr("Only tickets that have not expired.")},
        {QStringLiteral("watch"),
         Text::tr("Print them again whenever something changes, until Ctrl+C; with --json one line each "
                  "time.")},
    };
}

QList<QCommandLineOption> renewOptions()
{
    return {
        {QStringLiteral("ccache"),
         Text::tr("The credential cache, as “tickets” names it. If not given, the default one; with --daemon "
                  "all of them."),
         QStringLiteral("CACHE")},
        {QStringLiteral("daemon"),
         Text::tr("Go on renewing whenever half of a ticket’s time is over, until a signal comes or COMMAND, "
                  "if one is given, has ended.")},
        {QStringLiteral("pid-file"), Text::tr("With --daemon: keep the process number in this file."),
         QStringLiteral("FILE")},
        {QStringLiteral("renew-at"),
         Text::tr("With --daemon: when this much of a ticket’s time is over, 50 if not given."),
         QStringLiteral("PERCENT")},
        {QStringLiteral("interval"),
         Text::tr("With --daemon: the least time between two attempts for one cache, 1m if not given."),
         QStringLiteral("DURATION")},
        {QStringLiteral("longest-wait"),
         Text::tr(
             "With --daemon: while no KDC answers, wait no longer than this between two attempts, 15m if "
             "not given."),
         QStringLiteral("DURATION")},
        {QStringLiteral("sign-in-again"),
         Text::tr("With --daemon: when a ticket cannot be renewed any more, sign in again, once, with the "
                  "password that the desktop’s keychain remembers.")},
    };
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
