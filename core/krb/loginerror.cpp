// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/loginerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace latchkey::krb {

namespace {

// How a KDC says no to a certificate or to what was signed with it (RFC 4556, 3.1.3 and 3.2.2).
constexpr krb5_error_code certificateRefusals[] = {
    KRB5KDC_ERR_PREAUTH_FAILED,
    KRB5KDC_ERR_CLIENT_NOT_TRUSTED,
    KRB5KDC_ERR_INVALID_SIG,
    KRB5KDC_ERR_CANT_VERIFY_CERTIFICATE,
    KRB5KDC_ERR_INVALID_CERTIFICATE,
    KRB5KDC_ERR_REVOKED_CERTIFICATE,
    KRB5KDC_ERR_REVOCATION_STATUS_UNKNOWN,
    KRB5KDC_ERR_CLIENT_NAME_MISMATCH,
    KRB5KDC_ERR_INCONSISTENT_KEY_PURPOSE,
    KRB5KDC_ERR_DIGEST_IN_CERT_NOT_ACCEPTED,
};

bool refusesCertificate(krb5_error_code code)
{
    return std::find(std::begin(certificateRefusals), std::end(certificateRefusals), code)
           != std::end(certificateRefusals);
}

Error untrustedKdc(const Subject &subject)
{
    return {Error::Code::KdcUntrusted,
            QCoreApplication::translate(
                "latchkey::krb",
                "%1 was not signed in because the certificate of the KDC of %2 is not trusted. Name the "
                "authority that has issued it as the anchor (pkinit_anchors in krb5.conf), and check that "
                "nobody else answers for the KDC.")
                .arg(subject.principal, subject.realm),
            QString(), 0};
}

Error certificateRefused(const Certificate &certificate, const Subject &subject)
{
    return {Error::Code::CertificateRefused,
            QCoreApplication::translate(
                "latchkey::krb",
                "%1 cannot sign in because the KDC of %2 does not accept the certificate “%3”. Check that it "
                "is issued for this principal by an authority that the KDC trusts, and that it is neither "
                "expired nor revoked.")
                .arg(subject.principal, subject.realm, certificate.identity),
            QString(), 0};
}

Error certificateNotUsed(const Certificate &certificate, const Subject &subject)
{
    return {Error::Code::CertificateRefused,
            QCoreApplication::translate("latchkey::krb", "%1 cannot sign in because the certificate “%3” "
                                                         "could not be used: it cannot be read, none of the "
                                                         "anchors (pkinit_anchors) has issued it, the PIN or "
                                                         "passphrase of its key is wrong, or the KDC of "
                                                         "%2 takes no certificates. Check the path, the "
                                                         "anchors, the PIN, and that libkrb5's PKINIT plugin "
                                                         "(krb5-pkinit) is installed.")
                .arg(subject.principal, subject.realm, certificate.identity),
            QString(), 0};
}

} // namespace

Error emptyPassword(const QString &principal)
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate(
                "latchkey::krb",
                "%1 cannot sign in because the password is empty or holds a NUL character. Type it.")
                .arg(principal),
            QString(), 0};
}

Error keytabUnusable(const QString &file, const QString &principal, const QString &detail,
                     krb5_error_code code)
{
    return {Error::Code::KeytabUnusable,
            QCoreApplication::translate(
                "latchkey::krb", "%1 cannot sign in with the keytab “%2” because the file cannot be read or "
                                 "has no key for this principal. Check it with klist -k, or export it anew.")
                .arg(principal, file),
            detail, code};
}

Error keytabOutdated(const QString &file, const QString &principal, const QString &detail,
                     krb5_error_code code)
{
    return {Error::Code::KeytabUnusable,
            QCoreApplication::translate(
                "latchkey::krb", "%1 cannot sign in with the keytab “%2” because its key is not the one that "
                                 "the KDC has (any more). Export the keytab anew.")
                .arg(principal, file),
            detail, code};
}

Error keytabOfOtherEncryption(const QString &file, const Subject &subject, const QString &detail,
                              krb5_error_code code)
{
    return {Error::Code::EncryptionUnsupported,
            QCoreApplication::translate(
                "latchkey::krb",
                "%1 cannot sign in with the keytab “%2” because it has no key of an encryption type that the "
                "KDC of %3 and this computer both take for the account. Export the keytab anew with the "
                "account's encryption types, or check permitted_enctypes in krb5.conf.")
                .arg(subject.principal, file, subject.realm),
            detail, code};
}

Error wrongOneTimePassword(const QString &principal, const QString &detail, krb5_error_code code)
{
    return {
        Error::Code::BadPassword,
        QCoreApplication::translate(
            "latchkey::krb",
            "The KDC refused the sign-in because the one-time password for %1 is wrong or no longer good. "
            "Type the one that the token shows now; too many attempts may lock the account.")
            .arg(principal),
        detail, code};
}

// libkrb5 gives the same code for most of it; who had the last word tells more.
Error certificateFailure(krb5_context context, const Certificate &certificate, const KdcDialogue &dialogue,
                         const Subject &subject, krb5_error_code code)
{
    const char *call = "krb5_get_init_creds_password";
    const QString detail = krbDetail(context, code, call);
    const auto &refusal = dialogue.refusal();
    Error error = krbError(context, refusal ? refusal->code : code, call, subject);
    if (refusal && dialogue.wasGranted())
        error = untrustedKdc(subject);
    else if (dialogue.wasGranted() || (refusal && refusal->code == KRB5KDC_ERR_PREAUTH_REQUIRED))
        error = certificateNotUsed(certificate, subject);
    else if (refusal && refusesCertificate(refusal->code))
        error = certificateRefused(certificate, subject);
    error.detail = detail;
    error.native = refusal && refusesCertificate(refusal->code) ? refusal->code : code;
    return error;
}

} // namespace latchkey::krb
