// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/identitycommands.h"

#include "app/cli/full/keychaincommands.h"
#include "app/cli/pidfile.h"
#include "app/cli/renewaldaemon.h"
#include "app/cli/text.h"
#include "app/cli/ticketwatch.h"
#include "core/krb/duration.h"
#include "core/krb/ownconfig.h"
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
    if (call.has("warn-before"))
        rules.warnBefore.clear();
    for (const QString &text : call.options.values(QStringLiteral("warn-before"))) {
        const auto before = krb::parseDuration(text);
        if (!before)
            return before.error();
        if (*before > std::chrono::seconds(0))
            rules.warnBefore += *before;
    }
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

Error nobodySignedInAs(const krb::Principal &principal)
{
    return {Error::Code::NotSignedIn,
            Text::tr("%1 cannot become the default because nobody has signed in as %1. Sign in with "
                     "“latchkey-cli sign-in %1”.")
                .arg(principal.text()),
            QString(), 0};
}

/// Full names of the caches of the principal that is named; there is one at least.
Result<QStringList> cachesOfPrincipal(Call &call)
{
    const auto principal = krb::Principal::parse(call.names.first());
    if (!principal)
        return principal.error();
    const auto caches = call.kerberos.caches().takeResult();
    if (!caches)
        return caches.error();
    QStringList names;
    for (const krb::Cache &cache : *caches) {
        if (cache.principal == *principal)
            names += cache.name;
    }
    if (!names.isEmpty())
        return names;
    return Error{Error::Code::NotSignedIn,
                 Text::tr("Nobody has signed in as %1. Sign in with “latchkey-cli sign-in %1”.")
                     .arg(principal->text()),
                 QString(), 0};
}

/// Of --ccache, of the principal, or the default one.
Result<QStringList> chosenCaches(Call &call)
{
    if (call.has("ccache") && !call.names.isEmpty())
        return usageError(Text::tr("Give PRINCIPAL or --ccache, not both."));
    if (call.has("ccache"))
        return QStringList{call.value("ccache")};
    if (!call.names.isEmpty())
        return cachesOfPrincipal(call);
    auto cache = defaultCache(call);
    if (!cache)
        return std::move(cache).error();
    return QStringList{cache->name};
}

Result<QList<krb::DestroyTarget>> destroyTargets(Call &call)
{
    const bool isNarrowed = call.has("ccache") || !call.names.isEmpty();
    if (call.has("all") && (isNarrowed || call.has("service")))
        return usageError(Text::tr("Give --all alone, without PRINCIPAL, --ccache and --service."));
    if (call.has("all"))
        return QList<krb::DestroyTarget>{krb::AllCaches{}};
    if (call.has("service") && !isNarrowed)
        return QList<krb::DestroyTarget>{krb::ServiceTickets{call.value("service")}};
    const auto caches = chosenCaches(call);
    if (!caches)
        return caches.error();
    QList<krb::DestroyTarget> targets;
    for (const QString &cache : *caches) {
        if (call.has("service"))
            targets += krb::ServiceTickets{call.value("service"), cache};
        else
            targets += krb::OneCache{cache};
    }
    return targets;
}

/// Gives how many there were. One that resists does not save the others.
Result<int> destroyAll(Call &call, const QList<krb::DestroyTarget> &targets)
{
    std::optional<Error> failure;
    int count = 0;
    for (const krb::DestroyTarget &target : targets) {
        const auto destroyed = call.kerberos.destroy(target).takeResult();
        count += destroyed ? *destroyed : 0;
        if (!destroyed && !failure)
            failure = destroyed.error();
    }
    if (failure)
        return *std::move(failure);
    return count;
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
    if (call.names.size() > 1)
        return usageError(Text::tr("Give a command together with --daemon."));
    for (const char *option :
         {"pid-file", "renew-at", "interval", "longest-wait", "warn-before", "sign-in-again"})
        if (call.has(option))
            return usageError(Text::tr("Give --%1 together with --daemon.").arg(QLatin1String(option)));
    const auto names = chosenCaches(call);
    if (!names)
        return names.error();
    if (names->size() > 1)
        return usageError(Text::tr("%1 has more than one credential cache: %2. Choose one with --ccache.")
                              .arg(call.names.first(), names->join(QStringLiteral(", "))));
    const auto cache = call.kerberos.renew(names->first(), call.stop).takeResult();
    if (!cache)
        return cache.error();
    report(*cache, call);
    if (const QString remark = krb::configRemark(*cache); !remark.isEmpty())
        note(printable(remark));
    return Ok{};
}

Result<> destroy(Call &call)
{
    const auto targets = destroyTargets(call);
    if (!targets)
        return targets.error();
    const auto count = destroyAll(call, *targets);
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
         Text::tr("The credential cache, as “tickets” names it. If neither it nor PRINCIPAL is given, the "
                  "default one; with --daemon all of them."),
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
        {QStringLiteral("warn-before"),
         Text::tr("With --daemon: say this long before its end that a ticket cannot be renewed; can be given "
                  "several times, 15m and 5m if not given. 0: never."),
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
         Text::tr("The tickets for this service, in every cache or in those that are named."),
         QStringLiteral("SPN")},
    };
}

} // namespace latchkey::cli
