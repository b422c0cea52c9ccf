// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/tlsreason.h"

#include "core/sql/probesocket.h"
#include "core/sql/sqlerror.h"

#include <QCoreApplication>
#include <QSslCipher>

#include <algorithm>

namespace latchkey::sql {

namespace {

struct TlsTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::TlsReason)
};

bool isExpiry(const QSslError &problem)
{
    return problem.error() == QSslError::CertificateExpired
           || problem.error() == QSslError::CertificateNotYetValid;
}

bool isHostMismatch(const QSslError &problem)
{
    return problem.error() == QSslError::HostNameMismatch;
}

Error expired(const QString &host, const QSslError &problem)
{
    const QString until = problem.certificate().expiryDate().toUTC().toString(Qt::ISODate);
    const QString message =
        problem.error() == QSslError::CertificateExpired
            ? TlsTexts::tr("The certificate of %1 expired on %2, so nothing was sent. Ask "
                           "the administrator to renew it, "
                           "and check this computer’s date.")
                  .arg(host, until)
            : TlsTexts::tr("The certificate of %1 is not valid yet, so nothing was sent. "
                           "Check this computer’s date, then "
                           "ask the administrator.")
                  .arg(host);
    return {Error::Code::TlsExpired, message, QString(), 0};
}

Error otherHost(const QString &host, const QSslError &problem)
{
    const QStringList names = problem.certificate().subjectAlternativeNames().values()
                              + problem.certificate().subjectInfo(QSslCertificate::CommonName);
    QStringList unique = names;
    unique.removeDuplicates();
    return {
        Error::Code::TlsHostMismatch,
        TlsTexts::tr(
            "The server’s certificate is for %2, not for %1, so nothing was sent. Enter the name in the "
            "certificate as the profile’s host, or ask the administrator for a certificate with this name.")
            .arg(host, unique.join(QLatin1String(", "))),
        QString(), 0};
}

Error untrusted(const QString &host, const QString &caFile)
{
    const QString message =
        caFile.isEmpty()
            ? TlsTexts::tr(
                  "The certificate of %1 was not issued by an authority that this computer trusts, so "
                  "nothing "
                  "was sent. Give the profile the CA file of the server (for Amazon RDS: the RDS bundle).")
                  .arg(host)
            : TlsTexts::tr(
                  "The certificate of %1 was not issued by the authority in “%2”, so nothing was sent. "
                  "Ask the "
                  "administrator for the right CA file.")
                  .arg(host, caFile);
    return {Error::Code::TlsUntrusted, message, QString(), 0};
}

QString inWords(const QList<QSslError> &problems)
{
    QStringList words;
    for (const QSslError &problem : problems)
        words << problem.errorString();
    return words.join(QLatin1Char('\n'));
}

} // namespace

std::optional<Error> certificateProblem(const QList<QSslError> &problems, TlsPolicy policy,
                                        const QString &host, const QString &caFile)
{
    if (policy == TlsPolicy::Required || policy == TlsPolicy::Off)
        return std::nullopt;
    const auto expiry = std::find_if(problems.begin(), problems.end(), isExpiry);
    const auto mismatch = std::find_if(problems.begin(), problems.end(), isHostMismatch);
    const bool chainBroken = std::any_of(problems.begin(), problems.end(), [](const QSslError &problem) {
        return !isExpiry(problem) && !isHostMismatch(problem);
    });
    std::optional<Error> reason;
    if (chainBroken)
        reason = untrusted(host, caFile);
    else if (expiry != problems.end())
        reason = expired(host, *expiry);
    else if (mismatch != problems.end() && policy == TlsPolicy::VerifyIdentity)
        reason = otherHost(host, *mismatch);
    if (reason)
        reason->detail = inWords(problems);
    return reason;
}

bool isOlder(const QString &version, TlsVersion minimum)
{
    if (version.isEmpty() || minimum == TlsVersion::Any)
        return false;
    const bool isNewest = version == QLatin1String("TLSv1.3");
    return !isNewest && (minimum == TlsVersion::Tls13 || version != QLatin1String("TLSv1.2"));
}

std::optional<Error> findTlsReason(const ConnectOptions &options, std::chrono::milliseconds limit)
{
    ProbeSocket socket(options, QDeadlineTimer(limit));
    const auto greeting = socket.connect();
    if (!greeting)
        return std::nullopt;
    if (!greeting->offersTls())
        return tlsMissing(options.host);
    const Result<> tls = socket.startTls(*greeting);
    if (const auto problem = certificateProblem(socket.certificateProblems(), options.tls, options.host,
                                                options.tlsFiles.authorities))
        return problem;
    if (tls && isOlder(socket.socket().sessionCipher().protocolString(), options.minimumTls))
        return tlsTooOld(options);
    return tls ? std::nullopt : std::optional<Error>(tls.error());
}

} // namespace latchkey::sql
