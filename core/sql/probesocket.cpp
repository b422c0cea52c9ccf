// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/probesocket.h"

#include "core/sql/sqlerror.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <mysql.h>

#include <errmsg.h>

namespace latchkey::sql {

namespace {

constexpr qint64 largestPacket = 64 * 1024;

QSslConfiguration tlsConfiguration(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!caFile.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(caFile));
    return configuration;
}

} // namespace

ProbeSocket::ProbeSocket(const ConnectOptions &options, QDeadlineTimer deadline)
    : m_options(options), m_deadline(deadline)
{
    m_socket.setSslConfiguration(tlsConfiguration(options.tlsFiles.authorities));
    m_socket.setPeerVerifyName(options.host);
}

int ProbeSocket::remaining() const
{
    return static_cast<int>(m_deadline.remainingTime());
}

Error ProbeSocket::networkError() const
{
    const QString words = m_socket.errorString();
    if (m_socket.error() == QAbstractSocket::HostNotFoundError)
        return hostUnknown(m_options.host, words, 0);
    if (m_socket.error() == QAbstractSocket::SocketTimeoutError || m_deadline.hasExpired())
        return serverSilent(m_options);
    const bool wasConnected = m_socket.error() == QAbstractSocket::RemoteHostClosedError;
    FailedLogin login;
    login.native = {wasConnected ? unsigned{CR_SERVER_LOST} : unsigned{CR_CONN_HOST_ERROR}, QString(), words};
    return loginError(login, m_options);
}

Error ProbeSocket::nonsense(const std::string &detail) const
{
    FailedLogin login;
    login.failure = gss::Failure{gss::Failure::Kind::Malformed, detail, 0, 0};
    return loginError(login, m_options);
}

bool ProbeSocket::waitForBytes(qint64 count)
{
    while (m_socket.bytesAvailable() < count) {
        if (m_deadline.hasExpired() || !m_socket.waitForReadyRead(remaining()))
            return m_socket.bytesAvailable() >= count;
    }
    return true;
}

Result<handshake::Greeting> ProbeSocket::connect()
{
    m_socket.connectToHost(m_options.host, m_options.port);
    if (!m_socket.waitForConnected(remaining()))
        return networkError();
    const Result<handshake::Bytes> payload = receive();
    if (!payload)
        return payload.error();
    auto greeting = handshake::parseGreeting(*payload);
    if (const auto *malformed = std::get_if<handshake::Malformed>(&greeting))
        return nonsense(malformed->reason);
    if (const auto *refusal = std::get_if<handshake::ServerError>(&greeting)) {
        FailedLogin login;
        login.native = {refusal->number, QString::fromStdString(refusal->state),
                        QString::fromStdString(refusal->text)};
        return loginError(login, m_options);
    }
    return std::get<handshake::Greeting>(std::move(greeting));
}

Result<> ProbeSocket::startTls(const handshake::Greeting &greeting)
{
    const Result<> asked = send(handshake::sslRequest(greeting));
    if (!asked)
        return asked;
    m_socket.startClientEncryption();
    if (m_socket.waitForEncrypted(remaining()))
        return Ok{};
    if (m_deadline.hasExpired())
        return serverSilent(m_options);
    FailedLogin login;
    login.native = {CR_SSL_CONNECTION_ERROR, QString(), m_socket.errorString()};
    return loginError(login, m_options);
}

Result<> ProbeSocket::send(const handshake::Bytes &packet)
{
    const auto *bytes = reinterpret_cast<const char *>(packet.data());
    m_socket.write(bytes, static_cast<qint64>(packet.size()));
    while (m_socket.bytesToWrite() > 0) {
        if (m_deadline.hasExpired() || !m_socket.waitForBytesWritten(remaining()))
            return networkError();
    }
    return Ok{};
}

Result<handshake::Bytes> ProbeSocket::receive()
{
    if (!waitForBytes(handshake::headerSize))
        return networkError();
    std::array<unsigned char, handshake::headerSize> bytes{};
    m_socket.read(reinterpret_cast<char *>(bytes.data()), bytes.size());
    const handshake::Header header = handshake::parseHeader(bytes);
    if (header.length > largestPacket)
        return nonsense("a packet of " + std::to_string(header.length) + " bytes");
    if (!waitForBytes(header.length))
        return networkError();
    handshake::Bytes payload(header.length);
    m_socket.read(reinterpret_cast<char *>(payload.data()), static_cast<qint64>(payload.size()));
    return payload;
}

QList<QSslError> ProbeSocket::certificateProblems() const
{
    return m_socket.sslHandshakeErrors();
}

} // namespace latchkey::sql
