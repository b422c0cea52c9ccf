// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/probecommand.h"

#include "app/cli/profilecommands.h"
#include "app/cli/text.h"
#include "core/connect/identityvalues.h"
#include "core/sql/serverprobe.h"

#include <QJsonObject>

namespace latchkey::cli {

namespace {

/// Whom to ask the server about: its answer depends on the account. Tickets are looked at, not needed.
QString accountFor(const Profile &saved, const Call &call)
{
    const Profile profile = asUsed(saved);
    if (!profile.account.isEmpty())
        return profile.account;
    if (!profile.identity.principal.isEmpty()) {
        const auto principal = krb::Principal::parse(profile.identity.principal);
        return principal ? principal->user() : profile.identity.principal.section(QLatin1Char('@'), 0, 0);
    }
    const auto caches = call.kerberos.caches().takeResult();
    const bool isSignedIn = caches && !caches->isEmpty() && caches->first().principal;
    return isSignedIn ? caches->first().principal->user() : qEnvironmentVariable("USER");
}

QString tlsState(const sql::ProbeReport &report)
{
    if (!report.tlsOffered)
        return Text::tr("not offered");
    if (report.tlsVersion.isEmpty())
        return Text::tr("offered, not used");
    const QString how = QStringLiteral("%1, %2").arg(report.tlsVersion, report.tlsCipher);
    return report.tlsVerified ? Text::tr("%1, verified").arg(how)
                              : Text::tr("%1, not verified: %2").arg(how, report.tlsProblem);
}

QJsonObject described(const sql::ProbeReport &report, const QString &account)
{
    return {
        {QStringLiteral("host"), report.host},
        {QStringLiteral("port"), report.port},
        {QStringLiteral("account"), account},
        {QStringLiteral("version"), report.version},
        {QStringLiteral("firstPlugin"), report.firstPlugin},
        {QStringLiteral("plugin"), report.plugin},
        {QStringLiteral("spn"), report.spn},
        {QStringLiteral("realm"), report.realm},
        {QStringLiteral("tls"), QJsonObject{{QStringLiteral("offered"), report.tlsOffered},
                                            {QStringLiteral("version"), report.tlsVersion},
                                            {QStringLiteral("cipher"), report.tlsCipher},
                                            {QStringLiteral("verified"), report.tlsVerified},
                                            {QStringLiteral("problem"), report.tlsProblem},
                                            {QStringLiteral("subject"), report.certificateSubject},
                                            {QStringLiteral("issuer"), report.certificateIssuer},
                                            {QStringLiteral("expires"), report.certificateExpires}}},
    };
}

QString table(const sql::ProbeReport &report, const QString &account)
{
    const QString plugin = report.plugin.isEmpty() ? report.firstPlugin : report.plugin;
    QList<QStringList> rows{
        {Text::tr("Server"), QStringLiteral("%1:%2").arg(report.host).arg(report.port)},
        {Text::tr("Version"), report.version},
        {Text::tr("Account asked for"), account},
        {Text::tr("Plugin"), plugin},
        {Text::tr("SPN"), report.spn},
        {Text::tr("Realm"), report.realm},
        {Text::tr("TLS"), tlsState(report)},
        {Text::tr("Certificate"), report.certificateSubject},
        {Text::tr("Issued by"), report.certificateIssuer},
        {Text::tr("Certificate ends"), report.certificateExpires},
    };
    for (QStringList &row : rows)
        row.last() = row.last().isEmpty() ? QStringLiteral("-") : printable(row.last());
    return columns(rows);
}

} // namespace

Result<> probe(Call &call)
{
    const auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    const QString account = accountFor(*profile, call);
    const auto report = sql::probeServer(*profile, account, call.stop).takeResult();
    if (!report)
        return report.error();
    if (call.json)
        call.output.printJson(QJsonDocument(described(*report, account)));
    else
        call.output.print(table(*report, account));
    return Ok{};
}

} // namespace latchkey::cli
