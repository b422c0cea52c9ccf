// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/weberror.h"

#include "core/catalogue/cataloguewords.h"

#include <QAbstractSocket>
#include <QSslCertificate>

#include <algorithm>

namespace latchkey {

namespace {

bool isExpiry(QSslError::SslError problem)
{
    return problem == QSslError::CertificateExpired || problem == QSslError::CertificateNotYetValid;
}

QString namesIn(const QSslCertificate &certificate)
{
    QStringList names =
        certificate.subjectAlternativeNames().values() + certificate.subjectInfo(QSslCertificate::CommonName);
    names.removeDuplicates();
    return names.join(QLatin1String(", "));
}

Error untrusted(const QString &host, const QString &authorities)
{
    const QString message =
        authorities.isEmpty()
            ? CatalogueWords::tr(
                  "The certificate of the web server %1 was not issued by an authority that this computer "
                  "trusts, so nothing was asked. Give the catalogue the CA file of your organisation.")
                  .arg(host)
            : CatalogueWords::tr(
                  "The certificate of the web server %1 was not issued by an authority in “%2”, so nothing "
                  "was asked. Ask the administrator of the web server for the right CA file.")
                  .arg(host, authorities);
    return {Error::Code::TlsUntrusted, message, QString(), 0};
}

Error expired(const QString &host, const QSslCertificate &certificate)
{
    return {
        Error::Code::TlsExpired,
        CatalogueWords::tr(
            "The certificate of the web server %1 is valid from %2 to %3, which is not now, so nothing was "
            "asked. Check this computer’s date, then ask the administrator to renew it.")
            .arg(host, certificate.effectiveDate().toUTC().toString(Qt::ISODate),
                 certificate.expiryDate().toUTC().toString(Qt::ISODate)),
        QString(), 0};
}

Error otherHost(const QString &host, const QSslCertificate &certificate)
{
    return {Error::Code::TlsHostMismatch,
            CatalogueWords::tr(
                "The web server’s certificate is for %2, not for %1, so nothing was asked. Correct the "
                "catalogue’s address, or tell the administrator of the web server.")
                .arg(host, namesIn(certificate)),
            QString(), 0};
}

} // namespace

Error webServerSilent(const QString &host)
{
    return {Error::Code::ServerUnreachable,
            CatalogueWords::tr(
                "The web server %1 gave no whole answer in time. Check the network or VPN; the catalogue is "
                "asked for again by itself.")
                .arg(host),
            QString(), 0};
}

Error webCertificateProblem(const QList<QSslError> &problems, const QString &host, const QString &authorities)
{
    const QSslError *expiry = nullptr;
    const QSslError *mismatch = nullptr;
    bool isChainBroken = false;
    QStringList words;
    for (const QSslError &problem : problems) {
        words.append(problem.errorString());
        if (isExpiry(problem.error()))
            expiry = &problem;
        else if (problem.error() == QSslError::HostNameMismatch)
            mismatch = &problem;
        else
            isChainBroken = true;
    }
    Error error = isChainBroken || (expiry == nullptr && mismatch == nullptr) ? untrusted(host, authorities)
                  : expiry != nullptr ? expired(host, expiry->certificate())
                                      : otherHost(host, mismatch->certificate());
    error.detail = words.join(QLatin1Char('\n'));
    return error;
}

Error webConnectionFailed(const QAbstractSocket &socket, const QString &host)
{
    const QString words = socket.errorString();
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return {Error::Code::HostUnknown,
                CatalogueWords::tr(
                    "The web server %1 is unknown to DNS. Check the catalogue’s address and your VPN.")
                    .arg(host),
                words, 0};
    case QAbstractSocket::SocketTimeoutError:
        return webServerSilent(host);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
        return {
            Error::Code::TlsMissing,
            CatalogueWords::tr(
                "No encrypted connection to the web server %1 came about, so nothing was asked. Check that "
                "the catalogue’s address and port are those of an https server.")
                .arg(host),
            words, 0};
    default:
        return {
            Error::Code::ServerUnreachable,
            CatalogueWords::tr(
                "The web server %1 cannot be reached (%2). Check the network or VPN; the catalogue is asked "
                "for again by itself.")
                .arg(host, words),
            words, 0};
    }
}

Error webAnswerTooLarge(const QString &host)
{
    return {Error::Code::FileInaccessible,
            CatalogueWords::tr(
                "What the web server %1 sends is larger than 64 MiB, which no catalogue is. Check the "
                "catalogue’s address.")
                .arg(host),
            QString(), 0};
}

Error webAnswerMalformed(const QString &host)
{
    return {
        Error::Code::ProtocolError,
        CatalogueWords::tr(
            "The answer of the web server %1 makes no sense, or broke off. Check the catalogue’s address.")
            .arg(host),
        QString(), 0};
}

Error webRefusal(int status, const QString &host, bool sentTicket)
{
    const QString detail = QStringLiteral("HTTP %1").arg(status);
    if (status == 401 && !sentTicket)
        return {Error::Code::ServerDenied,
                CatalogueWords::tr(
                    "The web server %1 wants to know who asks for the catalogue. Allow the catalogue to "
                    "show your "
                    "ticket (Negotiate), if the server takes tickets.")
                    .arg(host),
                detail, status};
    if (status == 401 || status == 403)
        return {Error::Code::ServerDenied,
                CatalogueWords::tr(
                    "The web server %1 does not let you read the catalogue. Ask whoever maintains it.")
                    .arg(host),
                detail, status};
    if (status == 404 || status == 410)
        return {Error::Code::NotFound,
                CatalogueWords::tr(
                    "The web server %1 has no catalogue at this address. Check the address, or ask whoever "
                    "maintains the catalogue.")
                    .arg(host),
                detail, status};
    return {
        Error::Code::ServerUnreachable,
        CatalogueWords::tr(
            "The web server %1 cannot give the catalogue now (HTTP status %2). It is asked again by itself; "
            "if that lasts, tell the administrator of the web server.")
            .arg(host)
            .arg(status),
        detail, status};
}

} // namespace latchkey
