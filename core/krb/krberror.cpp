// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/krberror.h"

#include "core/krb/kerberosservice.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace latchkey::krb {

namespace {

using Code = Error::Code;

struct Sentence
{
    krb5_error_code native;
    Code code;
    const char *text;
    QString Subject::*first;
    QString Subject::*second = nullptr;
};

constexpr const char *wrongPassword = QT_TRANSLATE_NOOP(
    "latchkey::krb", "The KDC refused the sign-in because the password for %1 is wrong. Type it again; "
                     "too many attempts may lock the account.");
constexpr const char *locked = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The KDC refused the sign-in because the account %1 is locked or disabled. Ask the administrator of %2.");
constexpr const char *policy = QT_TRANSLATE_NOOP(
    "latchkey::krb", "The KDC of %2 refused the request for %1 because its policy does not allow what was "
                     "asked (lifetime, flags or time). Ask its administrator, or ask for less.");
constexpr const char *otherProof = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "%1 cannot sign in because the KDC of %2 wants another proof than the one given, such as a smart card "
    "or a one-time code, or knows the password only in an encryption type that permitted_enctypes in "
    "krb5.conf leaves out. Ask its administrator which sign-in the account allows.");
constexpr const char *skew = QT_TRANSLATE_NOOP(
    "latchkey::krb", "Kerberos refused the request because this computer's clock and the clock of %1 are too "
                     "far apart. Set the clock, or have it set by NTP, and try again.");
constexpr const char *encryption = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "There is no encryption type that both this computer and the KDC of %2 allow for %1. Ask the "
    "administrator to enable AES for the account, or check permitted_enctypes in krb5.conf.");
constexpr const char *noRealm = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The realm %1 is unknown here because neither krb5.conf nor DNS names a KDC for it. Check the "
    "realm's spelling (upper case), the [realms] section of krb5.conf, and the VPN.");
constexpr const char *unresolved = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "No KDC of %1 could be asked because the KDC's host name has no address. Check DNS, the VPN, and the "
    "kdc entries in krb5.conf.");
constexpr const char *unreachable = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "No KDC of %1 answers because none can be reached. Check the network and the VPN, and that port 88 "
    "of the KDC is open.");
constexpr const char *kdcTrouble = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The KDC of %1 answered that it cannot serve requests now. Try again later, or ask its administrator.");
constexpr const char *serviceLocked = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "There is no ticket for %1 because the KDC has locked or expired that service's account. Ask the "
    "administrator of %2.");
constexpr const char *noCache = QT_TRANSLATE_NOOP(
    "latchkey::krb", "Nobody is signed in: the credential cache “%1” does not exist or is empty. Sign in.");
constexpr const char *damaged = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The credential cache “%1” cannot be used because it is damaged. Destroy it and sign in again.");
constexpr const char *forbidden = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The credential cache “%1” cannot be used because this user may not read or write it. Check who owns "
    "it, or choose another one with KRB5CCNAME.");
constexpr const char *notThere = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The credential cache “%1” cannot be used because its type does not work on this computer or its name "
    "is wrong. Check KRB5CCNAME and default_ccache_name in krb5.conf.");

constexpr const char *full = QT_TRANSLATE_NOOP(
    "latchkey::krb",
    "The credential cache “%1” has no room for the tickets because the disk, or for KEYRING the kernel's "
    "quota of keys, is full. Destroy what is not needed, or choose a cache of another type.");
constexpr const char *unwritable = QT_TRANSLATE_NOOP(
    "latchkey::krb", "The credential cache “%1” cannot be read or written. Look under Details for the "
                     "reason, and check the disk and the permissions.");

constexpr Sentence sentences[] = {
    {KRB5KDC_ERR_PREAUTH_FAILED, Code::BadPassword, wrongPassword, &Subject::principal},
    {KRB5KRB_AP_ERR_BAD_INTEGRITY, Code::BadPassword, wrongPassword, &Subject::principal},
    {KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, Code::UnknownPrincipal,
     QT_TRANSLATE_NOOP("latchkey::krb",
                       "%1 cannot sign in because the realm %2 has no such user. Check the spelling, upper "
                       "and lower case, and the realm."),
     &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_CLIENT_REVOKED, Code::AccountLocked, locked, &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_CLIENT_NOTYET, Code::AccountLocked, locked, &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_KEY_EXP, Code::PasswordExpired,
     QT_TRANSLATE_NOOP("latchkey::krb",
                       "%1 cannot sign in because the password has expired. Change the password first, for "
                       "example with kpasswd, then sign in with the new one."),
     &Subject::principal},
    {KRB5KDC_ERR_NAME_EXP, Code::AccountExpired,
     QT_TRANSLATE_NOOP("latchkey::krb",
                       "%1 cannot sign in because the account has expired. Ask the administrator of %2."),
     &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_POLICY, Code::KdcPolicy, policy, &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_NEVER_VALID, Code::KdcPolicy, policy, &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_BADOPTION, Code::KdcPolicy, policy, &Subject::principal, &Subject::realm},
    {KRB5KDC_ERR_PADATA_TYPE_NOSUPP, Code::KdcPolicy, otherProof, &Subject::principal, &Subject::realm},
    {KRB5_PREAUTH_FAILED, Code::KdcPolicy, otherProof, &Subject::principal, &Subject::realm},
    {KRB5_PREAUTH_BAD_TYPE, Code::KdcPolicy, otherProof, &Subject::principal, &Subject::realm},
    {KRB5KRB_AP_ERR_TKT_EXPIRED, Code::TicketExpired,
     QT_TRANSLATE_NOOP("latchkey::krb",
                       "The ticket of %1 cannot be used because it has expired. Sign in again."),
     &Subject::principal},
    {KRB5KRB_AP_ERR_TKT_NYV, Code::ClockSkew, skew, &Subject::realm},
    {KRB5KRB_AP_ERR_SKEW, Code::ClockSkew, skew, &Subject::realm},
    {KRB5_KDCREP_SKEW, Code::ClockSkew, skew, &Subject::realm},
    {KRB5KDC_ERR_ETYPE_NOSUPP, Code::EncryptionUnsupported, encryption, &Subject::principal, &Subject::realm},
    {KRB5_CONFIG_ETYPE_NOSUPP, Code::EncryptionUnsupported, encryption, &Subject::principal, &Subject::realm},
    {KRB5_PROG_ETYPE_NOSUPP, Code::EncryptionUnsupported, encryption, &Subject::principal, &Subject::realm},
    {KRB5_KDC_UNREACH, Code::KdcUnreachable, unreachable, &Subject::realm},
    {KRB5KDC_ERR_SVC_UNAVAILABLE, Code::KdcUnreachable, kdcTrouble, &Subject::realm},
    {KRB5KRB_ERR_GENERIC, Code::KdcUnreachable, kdcTrouble, &Subject::realm},
    {KRB5_REALM_CANT_RESOLVE, Code::KdcUnreachable, unresolved, &Subject::realm},
    {KRB5_REALM_UNKNOWN, Code::RealmUnknown, noRealm, &Subject::realm},
    {KRB5KDC_ERR_WRONG_REALM, Code::RealmUnknown, noRealm, &Subject::realm},
    {KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, Code::ServiceUnknown,
     QT_TRANSLATE_NOOP(
         "latchkey::krb",
         "There is no ticket for %1 because the KDC of %2 does not know this service. Check the "
         "server's SPN setting, or have the SPN registered (setspn, addprinc)."),
     &Subject::service, &Subject::realm},
    {KRB5KDC_ERR_SERVICE_REVOKED, Code::ServiceUnknown, serviceLocked, &Subject::service, &Subject::realm},
    {KRB5KDC_ERR_SERVICE_EXP, Code::ServiceUnknown, serviceLocked, &Subject::service, &Subject::realm},
    {KRB5KDC_ERR_SERVICE_NOTYET, Code::ServiceUnknown, serviceLocked, &Subject::service, &Subject::realm},
    {KRB5_CC_NOTFOUND, Code::NotSignedIn, noCache, &Subject::place},
    {KRB5_FCC_NOFILE, Code::NotSignedIn, noCache, &Subject::place},
    {KRB5_FCC_PERM, Code::CacheUnusable, forbidden, &Subject::place},
    {EACCES, Code::CacheUnusable, forbidden, &Subject::place},
    {EPERM, Code::CacheUnusable, forbidden, &Subject::place},
    {ENOSPC, Code::CacheUnusable, full, &Subject::place},
    {EDQUOT, Code::CacheUnusable, full, &Subject::place},
    {KRB5_CC_IO, Code::CacheUnusable, unwritable, &Subject::place},
    {KRB5_CC_WRITE, Code::CacheUnusable, unwritable, &Subject::place},
    {KRB5_FCC_INTERNAL, Code::CacheUnusable, unwritable, &Subject::place},
    {KRB5_CC_FORMAT, Code::CacheUnusable, damaged, &Subject::place},
    {KRB5_CC_END, Code::CacheUnusable, damaged, &Subject::place},
    {KRB5_CCACHE_BADVNO, Code::CacheUnusable, damaged, &Subject::place},
    {KRB5_CC_UNKNOWN_TYPE, Code::CacheUnusable, notThere, &Subject::place},
    {KRB5_CC_BADNAME, Code::CacheUnusable, notThere, &Subject::place},
    {KRB5_CC_NOSUPP, Code::CacheUnusable, notThere, &Subject::place},
    {KRB5_DCC_CANNOT_CREATE, Code::CacheUnusable, notThere, &Subject::place},
    {KRB5_KCM_NO_SERVER, Code::CacheUnusable, notThere, &Subject::place},
    {KRB5_CONFIG_NODEFREALM, Code::InvalidInput,
     QT_TRANSLATE_NOOP("latchkey::krb",
                       "“%1” is not complete because it has no realm and krb5.conf names no default realm. "
                       "Add the realm: name@REALM."),
     &Subject::principal},
    {KRB5_PARSE_MALFORMED, Code::InvalidInput,
     QT_TRANSLATE_NOOP("latchkey::krb", "“%1” is not a principal. Principals look like name@REALM."),
     &Subject::principal},
};

QString filledIn(const Sentence &sentence, const Subject &subject)
{
    const QString text = QCoreApplication::translate("latchkey::krb", sentence.text);
    const QString &first = subject.*sentence.first;
    return sentence.second ? text.arg(first, subject.*sentence.second) : text.arg(first);
}

// Numbers below those of the com_err tables are errno's: the cache could not be read or written.
bool isErrno(krb5_error_code code)
{
    return code > 0 && code < 4096;
}

Error unknownError(krb5_error_code code)
{
    return {Code::Internal,
            QCoreApplication::translate(
                "latchkey::krb", "Kerberos failed for a reason that Latchkey does not know. Look under "
                                 "Details for the library's own words, and ask the realm's administrator."),
            QString(), code};
}

} // namespace

QString krbDetail(krb5_context context, krb5_error_code code, const char *call)
{
    const char *text = krb5_get_error_message(context, code);
    const QString detail =
        QStringLiteral("%1: %2 (%3)").arg(QLatin1String(call), QString::fromUtf8(text)).arg(code);
    krb5_free_error_message(context, text);
    return detail;
}

std::optional<Error> knownError(krb5_error_code code, const Subject &subject)
{
    const auto sentence = std::find_if(std::begin(sentences), std::end(sentences),
                                       [code](const Sentence &row) { return row.native == code; });
    if (sentence != std::end(sentences))
        return Error{sentence->code, filledIn(*sentence, subject), QString(), code};
    if (!isErrno(code))
        return std::nullopt;
    return Error{Code::CacheUnusable,
                 QCoreApplication::translate("latchkey::krb", unwritable).arg(subject.place), QString(),
                 code};
}

Error krbError(krb5_context context, krb5_error_code code, const char *call, const Subject &subject)
{
    Error error = knownError(code, subject).value_or(unknownError(code));
    error.detail = krbDetail(context, code, call);
    return error;
}

Error configBroken(krb5_error_code code)
{
    return {Code::ConfigBroken,
            QCoreApplication::translate(
                "latchkey::krb", "Kerberos cannot be used because its configuration file krb5.conf cannot "
                                 "be read. Correct the file (Details name the place), or check the "
                                 "variable KRB5_CONFIG."),
            krbDetail(nullptr, code, "krb5_init_context"), code};
}

Error noTrust(const QString &realm, const QString &otherRealm, const QString &service)
{
    return {Code::NoTrust,
            QCoreApplication::translate(
                "latchkey::krb", "There is no ticket for %1 because the realm %2 has no trust with the "
                                 "realm %3. Check the realm in the server's SPN, [domain_realm] and "
                                 "[capaths] in krb5.conf, or ask the administrators for a trust.")
                .arg(service, realm, otherRealm),
            QString(), KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN};
}

Error kdcSilent(const QString &realm)
{
    return {Code::KdcUnreachable,
            QCoreApplication::translate(
                "latchkey::krb", "No KDC of %1 answers because none replied within %2 seconds. Check the "
                                 "network and the VPN, and that port 88 of the KDC is open.")
                .arg(realm, QString::number(static_cast<double>(kdcPatience.count()) / 1000)),
            QString(), KRB5_KDC_UNREACH};
}

} // namespace latchkey::krb
