// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QSsl>
#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>

class QSslSocket;

namespace latchkey::test {

/// A database server with a certificate of one's choice: it greets, shakes hands, and denies whoever gets so far.
/// On 127.0.0.1, one client after the other.
class TlsServer
{
public:
    /// What is said to a client that has begun to say its name, on the server's thread.
    using Talk = std::function<void(QSslSocket &client)>;

    TlsServer(const QString &certificateFile, const QString &keyFile, Talk talk = deny,
              QSsl::SslProtocol protocol = QSsl::SecureProtocols);
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;
    ~TlsServer();

    /// One packet from the client; empty if none came.
    static QByteArray read(QSslSocket &client);
    static void send(QSslSocket &client, int sequence, const QByteArray &payload);
    static void deny(QSslSocket &client);

    std::uint16_t port() const { return m_port; }
    /// A client trusted the certificate enough to say its name.
    bool sawLogin() const { return m_sawLogin; }

private:
    void serve(const QString &certificateFile, const QString &keyFile, QSsl::SslProtocol protocol);

    const Talk m_talk;
    std::atomic<std::uint16_t> m_port = 0;
    std::atomic<bool> m_listening = false;
    std::atomic<bool> m_ending = false;
    std::atomic<bool> m_sawLogin = false;
    std::thread m_thread;
};

} // namespace latchkey::test
