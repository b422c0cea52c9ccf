// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <cstdint>
#include <thread>

namespace latchkey::test {

/// A database server with a certificate of one's choice: it greets, shakes hands, and denies whoever gets so far.
/// On 127.0.0.1, one client after the other.
class TlsServer
{
public:
    TlsServer(const QString &certificateFile, const QString &keyFile);
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;
    ~TlsServer();

    std::uint16_t port() const { return m_port; }
    /// A client trusted the certificate enough to say its name.
    bool sawLogin() const { return m_sawLogin; }

private:
    void serve(const QString &certificateFile, const QString &keyFile);

    std::atomic<std::uint16_t> m_port = 0;
    std::atomic<bool> m_listening = false;
    std::atomic<bool> m_ending = false;
    std::atomic<bool> m_sawLogin = false;
    std::thread m_thread;
};

} // namespace latchkey::test
