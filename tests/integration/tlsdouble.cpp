// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/tlsdouble.h"

#include <QSslKey>
#include <QSslSocket>

#include <cstdint>

namespace latchkey::test {

namespace {

constexpr std::uint32_t capabilities = 0x00000001 // CLIENT_LONG_PASSWORD
                                       | 0x00000200 // CLIENT_PROTOCOL_41
                                       | 0x00000800 // CLIENT_SSL
                                       | 0x00008000 // CLIENT_SECURE_CONNECTION
                                       | 0x00080000; // CLIENT_PLUGIN_AUTH

constexpr qint64 sslRequest = 36; ///< bytes, with the packet header

QByteArray littleEndian(std::uint32_t value, int bytes)
{
    QByteArray text;
    for (int at = 0; at < bytes; ++at)
        text += static_cast<char>(value >> 8 * at & 0xFF);
    return text;
}

// Protocol::HandshakeV10 with its packet header.
QByteArray greeting()
{
    const QByteArray payload = QByteArray(1, '\x0A') + QByteArray("8.0.36", 7) + littleEndian(1, 4)
                               + QByteArray("abcdefgh", 9) + littleEndian(capabilities & 0xFFFF, 2) + '\x2D'
                               + littleEndian(2, 2) + littleEndian(capabilities >> 16, 2) + '\x15'
                               + QByteArray(10, '\0') + QByteArray("ijklmnopqrst", 13)
                               + QByteArray("caching_sha2_password", 22);
    return littleEndian(static_cast<std::uint32_t>(payload.size()), 3) + '\0' + payload;
}

} // namespace

TlsDouble::TlsDouble(QString certificateFile, QString keyFile)
    : m_certificateFile(std::move(certificateFile)), m_keyFile(std::move(keyFile))
{
    listen(QHostAddress::LocalHost);
}

void TlsDouble::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setLocalCertificate(m_certificateFile);
    socket->setPrivateKey(m_keyFile, QSsl::Ec);
    socket->setReadBufferSize(sslRequest); // what comes behind it belongs to TLS
    connect(socket, &QSslSocket::readyRead, this, [this, socket] {
        if (socket->isEncrypted()) {
            m_wasTrusted = true;
            return;
        }
        if (socket->mode() == QSslSocket::UnencryptedMode && socket->bytesAvailable() >= sslRequest) {
            socket->read(sslRequest);
            socket->setReadBufferSize(0);
            socket->startServerEncryption();
        }
    });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->write(greeting());
}

} // namespace latchkey::test
