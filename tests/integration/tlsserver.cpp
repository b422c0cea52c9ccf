// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/tlsserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace latchkey::test {

namespace {

constexpr int patience = 5000; // ms
constexpr int sslRequestSize = 36;

// Protocol::HandshakeV10 of a MariaDB with TLS and plugins.
const QByteArray greeting =
    QByteArray::fromHex("54000000 0a 31302e31312e31392d4d617269614442 00 01000000 4142434445464748 00 feff "
                        "2d 0200 ff81 15 00000000000000"
                        "000000 494a4b4c4d4e4f5051525354 00 6d7973716c5f6e61746976655f70617373776f7264 00");
// ERR_Packet 1045 28000
const QByteArray denial = QByteArray::fromHex("ff 1504 23 3238303030 6e6f");

constexpr qsizetype headerSize = 4; ///< of a packet: three bytes of length, one of sequence

class Listener final : public QTcpServer
{
public:
    qintptr taken = -1;

protected:
    void incomingConnection(qintptr descriptor) override { taken = descriptor; }
};

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslConfiguration configuration(const QString &certificateFile, const QString &keyFile,
                                QSsl::SslProtocol protocol)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contents(certificateFile)));
    configuration.setPrivateKey(QSslKey(contents(keyFile), QSsl::Ec));
    configuration.setProtocol(protocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

bool waitFor(QSslSocket &socket, qint64 count)
{
    while (socket.bytesAvailable() < count) {
        if (!socket.waitForReadyRead(patience))
            return false;
    }
    return true;
}

} // namespace

QByteArray TlsServer::read(QSslSocket &client)
{
    if (!waitFor(client, headerSize))
        return {};
    const QByteArray header = client.read(headerSize);
    const int size = static_cast<uchar>(header[0]) | static_cast<uchar>(header[1]) << 8
                     | static_cast<uchar>(header[2]) << 16;
    return waitFor(client, size) ? client.read(size) : QByteArray();
}

void TlsServer::send(QSslSocket &client, int sequence, const QByteArray &payload)
{
    QByteArray header;
    for (const auto part : {payload.size(), payload.size() >> 8, payload.size() >> 16, qsizetype{sequence}})
        header += static_cast<char>(part & 0xFF);
    client.write(header + payload);
    client.waitForBytesWritten(patience);
}

void TlsServer::deny(QSslSocket &client)
{
    send(client, 3, denial);
    client.waitForDisconnected(patience);
}

TlsServer::TlsServer(const QString &certificateFile, const QString &keyFile, Talk talk,
                     QSsl::SslProtocol protocol)
    : m_talk(std::move(talk)),
      m_thread([this, certificateFile, keyFile, protocol] { serve(certificateFile, keyFile, protocol); })
{
    m_listening.wait(false);
}

TlsServer::~TlsServer()
{
    m_ending = true;
    m_thread.join();
}

void TlsServer::serve(const QString &certificateFile, const QString &keyFile, QSsl::SslProtocol protocol)
{
    Listener listener;
    listener.listen(QHostAddress::LocalHost);
    m_port = listener.serverPort();
    m_listening = true;
    m_listening.notify_all();
    while (!m_ending) {
        constexpr int look = 20; // ms
        if (!listener.waitForNewConnection(look))
            continue;
        QSslSocket client;
        client.setSslConfiguration(configuration(certificateFile, keyFile, protocol));
        client.setReadBufferSize(sslRequestSize); // or the ClientHello behind it is taken for plain text
        client.setSocketDescriptor(listener.taken);
        client.write(greeting);
        if (!waitFor(client, sslRequestSize))
            continue;
        client.read(sslRequestSize);
        client.setReadBufferSize(0);
        client.startServerEncryption();
        if (!client.waitForEncrypted(patience) || !waitFor(client, 1))
            continue;
        m_sawLogin = true;
        m_talk(client);
    }
}

} // namespace latchkey::test
