// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/accountstatements.h"

#include "core/schema/principaltext.h"

#include <QCoreApplication>

namespace latchkey::schema {

namespace {

struct AccountTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::schema::AccountStatements)
};

constexpr qsizetype longestMySqlUser = 32; // characters
constexpr qsizetype longestMariaDbUser = 128;

/// In account statements no introducer is allowed, so a quote is doubled, and a backslash refused by the caller.
QString accountText(const QString &value)
{
    return u'\'' + QString(value).replace(u'\'', QLatin1String("''")) + u'\'';
}

/// Empty: it can be written.
QString whyNot(const QString &principal, const PrincipalText &parts, qsizetype longest)
{
    if (parts.user.isEmpty() || parts.realm.isEmpty())
        return AccountTexts::tr(
                   "“%1” was left out, because it is no whole principal: write it as user@REALM.")
            .arg(principal);
    if (parts.user.size() > longest)
        return AccountTexts::tr(
                   "“%1” was left out, because this kind of server allows names of at most %2 characters.")
            .arg(principal, QString::number(longest));
    for (const QChar sign : parts.user + parts.realm)
        if (sign == u'\\' || sign.unicode() < 0x20)
            return AccountTexts::tr(
                       "“%1” was left out, because it has a backslash or a control character, which servers "
                       "read differently.")
                .arg(principal.simplified());
    return {};
}

QString statementOf(const PrincipalText &parts, const AccountWish &wish)
{
    const QString host = wish.host.trimmed().isEmpty() ? QStringLiteral("%") : wish.host.trimmed();
    const bool namesRealm = wish.plugin == KerberosPlugin::AuthenticationKerberos;
    const QString value = namesRealm ? parts.realm : parts.user + u'@' + parts.realm;
    const QString plugin = namesRealm ? QStringLiteral("authentication_kerberos") : QStringLiteral("gssapi");
    const QString how = wish.isMariaDb ? QStringLiteral("VIA %1 USING %2").arg(plugin, accountText(value))
                                       : QStringLiteral("WITH '%1' BY %2").arg(plugin, accountText(value));
    return QStringLiteral("%1 USER %2@%3 IDENTIFIED %4")
        .arg(wish.changesExisting ? QStringLiteral("ALTER") : QStringLiteral("CREATE"),
             accountText(parts.user), accountText(host), how);
}

} // namespace

AccountScript accountScript(const AccountWish &wish)
{
    AccountScript script;
    if (wish.host.contains(u'\\')) {
        script.problems.append(
            AccountTexts::tr("The host has a backslash, which servers read differently. Write a name, "
                             "an address, or a pattern with %."));
        return script;
    }
    const qsizetype longest = wish.isMariaDb ? longestMariaDbUser : longestMySqlUser;
    for (const QString &line : wish.principals) {
        const QString principal = line.trimmed();
        if (principal.isEmpty())
            continue;
        const PrincipalText parts = splitPrincipal(principal);
        if (const QString problem = whyNot(principal, parts, longest); !problem.isEmpty()) {
            script.problems.append(problem);
            continue;
        }
        if (parts.realm != parts.realm.toUpper())
            script.problems.append(
                AccountTexts::tr("The realm of “%1” has small letters; that of a directory is its DNS "
                                 "domain in capital letters.")
                    .arg(principal));
        const QString statement = statementOf(parts, wish);
        if (!script.statements.contains(statement))
            script.statements.append(statement);
    }
    return script;
}

} // namespace latchkey::schema
