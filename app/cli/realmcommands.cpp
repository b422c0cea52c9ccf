// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/realmcommands.h"

#include "app/cli/text.h"
#include "core/base/linediff.h"
#include "core/krb/configrows.h"
#include "core/krb/overlay.h"
#include "core/krb/realmcheck.h"
#include "core/krb/realmprobe.h"
#include "core/krb/realmreader.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace latchkey::cli {

namespace {

using Severity = krb::Finding::Severity;

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return Text::tr("Note");
    case Severity::Warning:
        return Text::tr("Warning");
    case Severity::Error:
        break;
    }
    return Text::tr("Error");
}

QString findingText(const krb::Finding &finding)
{
    QString text = severityWord(finding.severity) + QStringLiteral(": ") + finding.sentence;
    if (!finding.fix.isEmpty())
        text += QStringLiteral("\n  ") + finding.fix;
    if (!finding.place.file.isEmpty())
        text += QStringLiteral("\n  ") + krb::text(finding.place);
    return printable(text, true) + QLatin1Char('\n');
}

QStringList everyRealm(const krb::RealmConfig &config)
{
    QStringList all;
    for (const krb::Realm &realm : config.realms)
        all += realm.name;
    all += config.mappedRealms();
    all.removeDuplicates();
    return all;
}

/// Named ones, all of them, or those that matter to whoever is signed in.
QStringList scopeOf(const Call &call, const krb::RealmConfig &config, const QList<krb::Cache> &caches)
{
    if (!call.names.isEmpty())
        return call.names;
    if (!call.has("all"))
        return krb::realmsInUse(config, krb::realmsIn(caches));
    return everyRealm(config);
}

/// Without them, less is known of what matters.
QList<krb::Cache> listedCaches(const Call &call)
{
    const auto listed = call.kerberos.caches().takeResult();
    return listed ? *listed : QList<krb::Cache>();
}

void printFindings(Call &call, const krb::RealmConfig &config, const krb::RealmObservations &seen,
                   const QStringList &scope, const QList<krb::Finding> &findings)
{
    if (call.json) {
        QJsonObject object = krb::configAsJson(config, seen);
        QJsonArray array;
        for (const krb::Finding &finding : findings)
            array.append(krb::findingAsJson(finding));
        object.insert(QStringLiteral("findings"), array);
        object.insert(QStringLiteral("checked"), QJsonArray::fromStringList(scope));
        call.output.printJson(QJsonDocument(object));
        return;
    }
    for (const krb::Finding &finding : findings)
        call.output.print(findingText(finding));
    if (findings.isEmpty())
        call.output.print(
            printable(Text::tr("Nothing is wrong with %1.").arg(scope.join(QStringLiteral(", "))))
            + QLatin1Char('\n'));
}

/// What the exit code says: the worst finding stands first.
Result<> verdict(const QList<krb::Finding> &findings)
{
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const krb::Finding &one) {
        return one.severity == Severity::Error;
    });
    if (errors == 0)
        return Ok{};
    return Error{findings.first().code,
                 Text::tr("%n error(s) in the realms’ configuration.", nullptr, static_cast<int>(errors)),
                 QString(), 0};
}

Result<krb::AuroraPlan::DefaultRealm> defaultRealm(const Call &call)
{
    using DefaultRealm = krb::AuroraPlan::DefaultRealm;
    const QString word = call.value("default-realm");
    if (word.isEmpty() || word == QLatin1String("users"))
        return DefaultRealm::Users;
    if (word == QLatin1String("directory"))
        return DefaultRealm::Directory;
    if (word == QLatin1String("unchanged"))
        return DefaultRealm::Unchanged;
    return usageError(Text::tr("--default-realm takes users, directory or unchanged."));
}

Result<krb::OverlayChange> plannedChange(const Call &call)
{
    if (call.has("remove") == call.has("aurora"))
        return usageError(Text::tr("Give --aurora DOMAIN or --remove."));
    if (call.has("remove"))
        return krb::overlayRemoved();
    const auto standard = defaultRealm(call);
    if (!standard)
        return standard.error();
    krb::AuroraPlan plan;
    plan.directory = call.value("aurora");
    plan.directoryKdcs = call.options.values(QStringLiteral("kdc"));
    if (call.has("on-premises"))
        plan.onPremises = call.value("on-premises");
    plan.onPremisesKdcs = call.options.values(QStringLiteral("on-premises-kdc"));
    plan.defaultRealm = *standard;
    return krb::overlayWith(krb::tidied(std::move(plan)));
}

QJsonObject changeAsJson(const krb::OverlayChange &change, const QList<DiffLine> &diff, bool isWritten)
{
    QJsonArray lines;
    for (const DiffLine &line : diff)
        lines.append(text({line}).chopped(1));
    return {{QStringLiteral("file"), change.file},
            {QStringLiteral("changes"), change.changesAnything()},
            {QStringLiteral("written"), isWritten},
            {QStringLiteral("diff"), lines}};
}

void printChange(Call &call, const krb::OverlayChange &change)
{
    const bool isWritten = call.has("write") && change.changesAnything();
    const auto diff = lineDiff(QString::fromUtf8(change.before), QString::fromUtf8(change.after));
    if (call.json) {
        call.output.printJson(QJsonDocument(changeAsJson(change, diff, isWritten)));
        return;
    }
    call.output.print(printable(text(diff), true));
    const QString file = printable(change.file);
    if (!change.changesAnything())
        note(Text::tr("“%1” says this already.").arg(file));
    else if (isWritten)
        note(Text::tr("“%1” is changed. Latchkey’s programs read it in front of the system’s krb5.conf.")
                 .arg(file));
    else
        note(Text::tr("“%1” is not changed yet; --write does it.").arg(file));
}

} // namespace

Result<> showRealms(Call &call)
{
    const krb::RealmConfig config = krb::readRealmConfig();
    krb::RealmObservations seen;
    if (!config.problem) {
        QStringList realms = everyRealm(config);
        if (const QString home = config.defaultRealm(); !home.isEmpty() && !realms.contains(home))
            realms.prepend(home);
        auto looked = krb::observeRealms(config, realms, {.asksKdcs = false}, call.stop).takeResult();
        if (!looked)
            return std::move(looked).error();
        seen = *std::move(looked);
    }
    if (call.json)
        call.output.printJson(QJsonDocument(krb::configAsJson(config, seen)));
    else
        call.output.print(printable(krb::configAsText(krb::configRows(config, seen)), true));
    return config.problem ? Result<>(*config.problem) : Result<>(Ok{});
}

Result<> checkRealms(Call &call)
{
    const krb::RealmConfig config = krb::readRealmConfig();
    QList<krb::Cache> caches;
    if (!config.problem)
        caches = listedCaches(call);
    const QStringList scope = scopeOf(call, config, caches);
    auto seen = krb::observeRealms(config, scope, {}, call.stop).takeResult();
    if (!seen)
        return std::move(seen).error();
    seen->take(caches);
    const auto findings = krb::checkRealms(config, *seen, scope);
    printFindings(call, config, *seen, scope, findings);
    return verdict(findings);
}

Result<> changeOverlay(Call &call)
{
    const auto change = plannedChange(call);
    if (!change)
        return change.error();
    if (call.has("write") && change->changesAnything())
        if (auto applied = krb::apply(*change); !applied)
            return applied;
    printChange(call, *change);
    return Ok{};
}

QList<QCommandLineOption> checkRealmsOptions()
{
    return {
        {QStringLiteral("all"),
         Text::tr("Every realm of krb5.conf, not only the default one and those that matter to whoever is "
                  "signed in.")}};
}

QList<QCommandLineOption> overlayOptions()
{
    return {
        {QStringLiteral("aurora"),
         Text::tr("The DNS domain of the AWS Managed Microsoft AD that the clusters are in."),
         QStringLiteral("DOMAIN")},
        {QStringLiteral("kdc"),
         Text::tr("A domain controller of that directory, if its domain’s name does not lead to one. May be "
                  "repeated."),
         QStringLiteral("HOST")},
        {QStringLiteral("on-premises"),
         Text::tr("The DNS domain of the directory whose users come over a trust."),
         QStringLiteral("DOMAIN")},
        {QStringLiteral("on-premises-kdc"),
         Text::tr("A domain controller of the directory on premises. May be repeated."),
         QStringLiteral("HOST")},
        {QStringLiteral("default-realm"),
         Text::tr("The realm of names without one: that of the users (if not given), of the directory, or "
                  "unchanged."),
         QStringLiteral("WHICH")},
        {QStringLiteral("remove"), Text::tr("Remove Latchkey’s own part of krb5.conf.")},
        {QStringLiteral("write"), Text::tr("Change the file, rather than only print how it would change.")},
    };
}

} // namespace latchkey::cli
