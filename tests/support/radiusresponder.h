// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <atomic>
#include <mutex>
#include <thread>

namespace latchkey::test {

/// A RADIUS server (RFC 2865) on a UNIX socket, with an empty secret, that a KDC asks whether a one-time password is
/// right: it is as the test says, once.
class RadiusResponder
{
public:
    explicit RadiusResponder(const QString &socket);
    RadiusResponder(const RadiusResponder &) = delete;
    RadiusResponder &operator=(const RadiusResponder &) = delete;
    ~RadiusResponder();

    /// The user's token shows this code now.
    void show(const QByteArray &user, const QByteArray &code);
    int requests() const { return m_requests; }

private:
    void run();
    void serve(int connection);
    QByteArray replyTo(const QByteArray &request);
    bool isRight(const QByteArray &user, const QByteArray &code);

    int m_listener = -1;
    int m_wake = -1;
    std::atomic<int> m_requests = 0;
    std::mutex m_mutex;
    QMap<QByteArray, QByteArray> m_codes;
    std::thread m_thread;
};

} // namespace latchkey::test
