// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/accountaudit.h"

#include "core/schema/principaltext.h"

#include <QCoreApplication>

namespace latchkey::schema {

namespace {

struct AuditTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::schema::AccountAudit)
};

AccountRemark warning(const QString &sentence)
{
    return {AccountRemark::Weight::Warning, sentence};
}

AccountRemark good(const QString &sentence)
{
    return {AccountRemark::Weight::Good, sentence};
}

/// authentication_kerberos compares the account's name with the ticket's, letter by letter unless it is told otherwise.
AccountRemark remarkOnRealm(const Account &account, const PrincipalText &ticket)
{
    const QString realm = account.mapping;
    if (realm.isEmpty())
        return warning(
            AuditTexts::tr("The account has no realm, so that no ticket fits. Give it one with ALTER USER."));
    if (realm != realm.toUpper())
        return warning(
            AuditTexts::tr("The realm %1 has small letters; that of a directory is its DNS domain in capital "
                           "letters. Give it the realm %2 with ALTER USER.")
                .arg(realm, realm.toUpper()));
    const bool isMine = ticket.user.compare(account.user, Qt::CaseInsensitive) == 0 && !ticket.user.isEmpty();
    if (!isMine)
        return good(AuditTexts::tr("Logs in with a ticket of the realm %1.").arg(realm));
    if (ticket.realm != realm)
        return warning(
            AuditTexts::tr(
                "Your ticket is of the realm %1, the account of %2, so that the login is denied. Sign "
                "in to %2, or give the account the other realm with ALTER USER.")
                .arg(ticket.realm, realm));
    if (ticket.user != account.user)
        return warning(
            AuditTexts::tr(
                "Your ticket says %1, the account %2: the login is denied unless capital and small "
                "letters agree, or authentication_kerberos_caseins_cmp is on (Aurora).")
                .arg(ticket.user, account.user));
    return good(AuditTexts::tr("Logs in with your ticket."));
}

/// gssapi compares the whole principal, or, without one, the account's name with the principal's user.
AccountRemark remarkOnPrincipal(const Account &account, const PrincipalText &ticket)
{
    if (account.mapping.isEmpty())
        return good(
            AuditTexts::tr(
                "Logs in with any ticket of a user named %1 that the server accepts, whatever its realm. "
                "Name the principal to be strict.")
                .arg(account.user));
    const PrincipalText expected = splitPrincipal(account.mapping);
    const bool isMine =
        !ticket.user.isEmpty() && ticket.user.compare(expected.user, Qt::CaseInsensitive) == 0;
    if (isMine && (ticket.user != expected.user || ticket.realm != expected.realm))
        return warning(
            AuditTexts::tr("Your ticket says %1, the account wants %2: they must agree letter by letter.")
                .arg(ticket.user + u'@' + ticket.realm, account.mapping));
    if (expected.realm.isEmpty())
        return warning(
            AuditTexts::tr(
                "%1 is no whole principal, because it has no realm; no ticket fits. Give it one with "
                "ALTER USER.")
                .arg(account.mapping));
    return isMine ? good(AuditTexts::tr("Logs in with your ticket."))
                  : good(AuditTexts::tr("Logs in with a ticket of %1.").arg(account.mapping));
}

} // namespace

QString accountsStatement()
{
    return QStringLiteral(
        "SELECT User, Host, plugin, "
        "IF(plugin IN ('authentication_kerberos', 'gssapi'), authentication_string, NULL) AS mapping, "
        "password_expired FROM mysql.user ORDER BY User, Host");
}

QList<Account> accountsOf(const Answer &answer)
{
    QList<Account> accounts;
    for (const QStringList &row : answer.rows)
        if (row.size() >= 5)
            accounts.append({row[0], row[1], row[2], row[3], row[4] == u"Y"});
    return accounts;
}

AccountRemark remarkOn(const Account &account, const QString &principal)
{
    const PrincipalText ticket = splitPrincipal(principal);
    if (account.plugin == u"authentication_kerberos")
        return remarkOnRealm(account, ticket);
    if (account.plugin == u"gssapi")
        return remarkOnPrincipal(account, ticket);
    if (account.plugin == u"auth_pam" || account.plugin == u"authentication_pam")
        return warning(
            AuditTexts::tr("Logs in through PAM. Aurora MySQL 3 does not have it: change the account to "
                           "authentication_kerberos with ALTER USER."));
    if (account.plugin == u"AWSAuthenticationPlugin")
        return {AccountRemark::Weight::None, AuditTexts::tr("Logs in with IAM, and so not with a ticket.")};
    if (account.isPasswordExpired)
        return warning(AuditTexts::tr("The password has expired."));
    return {AccountRemark::Weight::None, QString()};
}

} // namespace latchkey::schema
