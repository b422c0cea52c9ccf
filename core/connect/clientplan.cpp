// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/clientplan.h"

#include "core/connect/readiness.h"
#include "core/connect/readinesserror.h"
#include "core/profile/formats/shellwords.h"
#include "core/profile/formats/writtenoptions.h"
#include "core/sql/sessionsetup.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey {

namespace {

struct ClientTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ClientPlan)
};

/// Which of the programs it is to be, and what it takes to log in with it.
struct Choice
{
    QString program;
    formats::OptionDialect dialect = formats::OptionDialect::MariaDb;
    QString pluginFolder; ///< empty: the program's own
};

/// MariaDB's gssapi plugin lies in MariaDB's own folder, and a program looks into one folder only.
bool usesKerberosPlugin(const Profile &profile)
{
    return profile.authentication == Authentication::Kerberos
           || (profile.authentication == Authentication::Automatic
               && !profile.pinnedSpn.startsWith(QLatin1String("mariadb/")));
}

Error noProgram(const Profile &profile, const ClientPrograms &programs)
{
    QString message;
    if (profile.authentication == Authentication::Gssapi && !programs.mysql.isEmpty())
        message =
            ClientTexts::tr("The profile logs in by MariaDB’s gssapi, which the program mysql does not "
                            "know, and the program mariadb is not installed. Install MariaDB’s client.");
    else if (!programs.mariadb.isEmpty())
        message = ClientTexts::tr("The program mariadb cannot log in by Kerberos, because the plugin "
                                  "authentication_kerberos_client.so was not found. Install Latchkey again.");
    else
        message =
            ClientTexts::tr("No client program is installed: neither mariadb nor mysql was found. Install "
                            "MariaDB’s or MySQL’s client.");
    return {Error::Code::NotFound, message, QString(), 0};
}

Result<Choice> chosen(const Profile &profile, const ClientPrograms &programs)
{
    const bool needsPlugin = usesKerberosPlugin(profile);
    if (!programs.mariadb.isEmpty() && (!needsPlugin || !programs.pluginFolder.isEmpty()))
        return Choice{programs.mariadb, formats::OptionDialect::MariaDb,
                      needsPlugin ? programs.pluginFolder : QString()};
    if (!programs.mysql.isEmpty() && profile.authentication != Authentication::Gssapi)
        return Choice{programs.mysql, formats::OptionDialect::MySql, {}};
    return noProgram(profile, programs);
}

/// What a session begins with, as one text: a client runs no more than one.
QString beginning(const Profile &profile)
{
    QStringList statements;
    QStringList assigned;
    for (const sql::SetupPart &part : sql::assignments(profile.session, false, {}))
        assigned.append(part.sql);
    if (!assigned.isEmpty())
        statements.append(QLatin1String("SET ") + assigned.join(QLatin1String(", ")));
    statements.append(profile.session.statements);
    if (profile.readOnly)
        statements.append(QStringLiteral("SET SESSION TRANSACTION READ ONLY"));
    return statements.join(QLatin1String("; "));
}

/// Without what is not for every program, or not to be handed on.
Profile withoutOthers(Profile profile)
{
    profile.foreign = {};
    profile.session = {};
    return profile;
}

QStringList argumentsOf(const Profile &profile, const Choice &choice, const QString &account,
                        QStringList &remarks)
{
    Profile written = withoutOthers(profile);
    written.account = account;
    QStringList arguments;
    if (!choice.pluginFolder.isEmpty())
        arguments.append(QLatin1String("--plugin-dir=") + choice.pluginFolder);
    formats::Remarks found;
    for (const formats::WrittenOption &option : formats::optionsOf(written, found, choice.dialect)) {
        if (option.name.startsWith(QLatin1String("loose-"))) // a note for who reads it, not for the program
            continue;
        arguments.append(QLatin1String("--") + option.name
                         + (option.value ? QLatin1Char('=') + *option.value : QString()));
    }
    if (const QString statements = beginning(profile); !statements.isEmpty())
        arguments.append(QLatin1String("--init-command=") + statements);
    if (!profile.usesTickets())
        arguments.append(QStringLiteral("--password")); // to be asked for
    for (const formats::Remark &remark : found.take())
        remarks.append(remark.message);
    return arguments;
}

QString accountOf(const Profile &profile, const QString &cacheName, const QList<krb::Cache> &caches)
{
    if (!profile.account.isEmpty())
        return profile.account;
    const auto cache = std::find_if(caches.begin(), caches.end(),
                                    [&](const krb::Cache &each) { return each.name == cacheName; });
    return cache != caches.end() && cache->principal ? cache->principal->user() : QString();
}

QMap<QString, QString> environmentOf(const Profile &profile, const QString &cacheName,
                                     const QStringList &configPaths)
{
    QMap<QString, QString> variables{{QStringLiteral("KRB5CCNAME"), cacheName}};
    if (!profile.kerberosConfig.isEmpty())
        variables.insert(QStringLiteral("KRB5_CONFIG"),
                         (QStringList{profile.kerberosConfig} + configPaths).join(QLatin1Char(':')));
    return variables;
}

} // namespace

QStringList ClientPlan::words() const
{
    QStringList words;
    for (auto variable = environment.begin(); variable != environment.end(); ++variable)
        words.append(variable.key() + QLatin1Char('=') + variable.value());
    if (!words.isEmpty())
        words.prepend(QStringLiteral("env"));
    return words + QStringList(program) + arguments;
}

QString ClientPlan::shellCommand() const
{
    QByteArrayList quoted;
    for (const QString &word : words())
        quoted.append(formats::shellQuoted(word.toUtf8()));
    return QString::fromUtf8(quoted.join(' '));
}

Result<ClientPlan> clientPlan(const Profile &profile, const ClientPlace &place)
{
    const auto choice = chosen(profile, place.programs);
    if (!choice)
        return choice.error();
    const Readiness ready = readiness(profile, place.caches, place.now);
    const bool isReady =
        ready.state == Readiness::State::Works || ready.state == Readiness::State::AsksPassword;
    if (!isReady)
        return whyNotReady(ready, place.caches, profile.identity.cache);
    ClientPlan plan;
    plan.program = choice->program;
    plan.arguments =
        argumentsOf(profile, *choice, accountOf(profile, ready.cacheName, place.caches), plan.remarks);
    if (profile.usesTickets())
        plan.environment = environmentOf(profile, ready.cacheName, place.configPaths);
    if (profile.identity.cache == CachePolicy::Private && profile.usesTickets())
        plan.remarks.append(
            ClientTexts::tr(
                "The profile keeps a session’s tickets in memory. Another program cannot do that: "
                "the server’s ticket stays in the cache of %1.")
                .arg(ready.principal));
    return plan;
}

} // namespace latchkey
