// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/httpsexchange.h"

#include "core/catalogue/cataloguewords.h"
#include "core/catalogue/weberror.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

namespace latchkey {

namespace {

constexpr quint16 httpsPort = 443;
constexpr qint64 atOnce = 64 * 1024; // what may wait in memory, besides the answer
constexpr qint64 slice = 200; // ms, after which it is looked whether anybody still waits

Error unreadable(const QString &authorities)
{
    return {Error::Code::FileInaccessible,
            CatalogueWords::tr(
                "There is no certificate to be read in the CA file “%1” of the catalogue. Check the file.")
                .arg(authorities),
            QString(), 0};
}

Result<QSslConfiguration> configurationFor(const QString &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (authorities.isEmpty())
        return configuration;
    const auto certificates = QSslCertificate::fromPath(authorities);
    if (certificates.isEmpty())
        return unreadable(authorities);
    configuration.setCaCertificates(certificates);
    return configuration;
}

QByteArray textOf(const HttpsRequest &request)
{
    const QUrl &url = request.url;
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray text =
        "GET " + target + " HTTP/1.1\r\nHost: " + (host.contains(':') ? '[' + host + ']' : host);
    if (url.port() > 0 && url.port() != httpsPort)
        text += ':' + QByteArray::number(url.port());
    text += "\r\nUser-Agent: Latchkey\r\nAccept: application/json\r\nAccept-Encoding: identity\r\n"
            "Connection: close\r\n";
    for (const auto &[name, value] : request.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

/// One connection to a web server.
class Connection
{
public:
    Connection(QString host, QString authorities, QDeadlineTimer deadline, const Job &job)
        : m_host(std::move(host)), m_authorities(std::move(authorities)), m_deadline(deadline), m_job(job)
    { }

    Result<> open(const QUrl &url);
    Result<> send(const QByteArray &text);
    Result<> receive(HttpAnswer &answer);

private:
    template <typename IsDone>
    bool waitUntil(QDeadlineTimer deadline, IsDone isDone, bool (QSslSocket::*wait)(int));
    Error failure() const;

    QString m_host;
    QString m_authorities;
    QDeadlineTimer m_deadline;
    const Job &m_job;
    QSslSocket m_socket;
};

/// Waits in slices; false if it is in vain.
template <typename IsDone>
bool Connection::waitUntil(QDeadlineTimer deadline, IsDone isDone, bool (QSslSocket::*wait)(int))
{
    while (!isDone()) {
        if (deadline.hasExpired() || m_job.isOver())
            return false;
        const auto limit = static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 1, slice));
        if (!(m_socket.*wait)(limit) && m_socket.error() != QAbstractSocket::SocketTimeoutError)
            return isDone();
    }
    return true;
}

Error Connection::failure() const
{
    if (m_job.isOver())
        return cancelledError();
    if (const auto problems = m_socket.sslHandshakeErrors(); !problems.isEmpty())
        return webCertificateProblem(problems, m_host, m_authorities);
    return m_deadline.hasExpired() ? webServerSilent(m_host) : webConnectionFailed(m_socket, m_host);
}

Result<> Connection::open(const QUrl &url)
{
    const auto configuration = configurationFor(m_authorities);
    if (!configuration)
        return configuration.error();
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setSslConfiguration(*configuration);
    m_socket.setReadBufferSize(atOnce);
    m_socket.connectToHostEncrypted(m_host, static_cast<quint16>(url.port(httpsPort)));
    const QDeadlineTimer limit(std::min<std::chrono::milliseconds>(
        webConnectLimit, std::chrono::milliseconds(m_deadline.remainingTime())));
    // A connection that is waited for in slices is given up after the first one.
    if (!m_socket.waitForConnected(static_cast<int>(limit.remainingTime())))
        return failure();
    const bool isOpen = waitUntil(
        limit, [this] { return m_socket.isEncrypted(); }, &QSslSocket::waitForEncrypted);
    return isOpen ? Result<>(Ok{}) : failure();
}

Result<> Connection::send(const QByteArray &text)
{
    m_socket.write(text);
    const bool isSent = waitUntil(
        m_deadline, [this] { return m_socket.bytesToWrite() == 0 && m_socket.encryptedBytesToWrite() == 0; },
        &QSslSocket::waitForBytesWritten);
    return isSent ? Result<>(Ok{}) : failure();
}

Result<> Connection::receive(HttpAnswer &answer)
{
    while (answer.wantsMore()) {
        const bool hasMore = waitUntil(
            m_deadline, [this] { return m_socket.bytesAvailable() > 0; }, &QSslSocket::waitForReadyRead);
        if (hasMore)
            answer.take(m_socket.read(atOnce));
        else if (m_socket.error() == QAbstractSocket::RemoteHostClosedError)
            answer.close();
        else
            return failure();
    }
    return Ok{};
}

} // namespace

Result<HttpAnswer> exchange(const HttpsRequest &request, qsizetype bodyLimit, QDeadlineTimer deadline,
                            const Job &job)
{
    const QString host = request.url.host();
    Connection connection(host, request.authorities, deadline, job);
    HttpAnswer answer(bodyLimit);
    if (auto opened = connection.open(request.url); !opened)
        return std::move(opened).error();
    if (auto sent = connection.send(textOf(request)); !sent)
        return std::move(sent).error();
    if (auto received = connection.receive(answer); !received)
        return std::move(received).error();
    if (answer.state() == HttpAnswer::State::TooLarge)
        return webAnswerTooLarge(host);
    if (answer.state() != HttpAnswer::State::Complete || !answer.header("content-encoding").isEmpty())
        return webAnswerMalformed(host);
    return answer;
}

} // namespace latchkey
