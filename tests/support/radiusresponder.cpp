// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/radiusresponder.h"

#include <QCryptographicHash>
#include <QFile>

#include <array>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

// RFC 2865, 3 and 5
constexpr char accepted = 2;
constexpr char rejected = 3;
constexpr qsizetype headerSize = 20;
constexpr qsizetype authenticatorAt = 4;
constexpr qsizetype authenticatorSize = 16;
constexpr char userName = 1;
constexpr char userPassword = 2;

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QByteArray attribute(const QByteArray &request, char type)
{
    qsizetype at = headerSize;
    while (at + 2 <= request.size()) {
        const auto size = static_cast<unsigned char>(request.at(at + 1));
        if (request.at(at) == type)
            return request.mid(at + 2, size - 2);
        at += std::max<qsizetype>(size, 2);
    }
    return {};
}

/// 5.2, with an empty secret.
QByteArray revealed(const QByteArray &hidden, const QByteArray &authenticator)
{
    QByteArray text;
    QByteArray previous = authenticator;
    for (qsizetype at = 0; at < hidden.size(); at += authenticatorSize) {
        const QByteArray pad = md5(previous);
        previous = hidden.mid(at, authenticatorSize);
        for (qsizetype i = 0; i < previous.size(); ++i)
            text += static_cast<char>(previous.at(i) ^ pad.at(i));
    }
    while (text.endsWith('\0'))
        text.chop(1);
    return text;
}

qsizetype sizeOf(const QByteArray &request)
{
    return request.size() < headerSize
               ? headerSize
               : (static_cast<unsigned char>(request.at(2)) << 8) + static_cast<unsigned char>(request.at(3));
}

} // namespace

RadiusResponder::RadiusResponder(const QString &path)
    : m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)), m_wake(eventfd(0, EFD_CLOEXEC))
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        qFatal("RadiusResponder: the path is too long");
    std::copy(name.begin(), name.end(), std::begin(address.sun_path));
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || listen(m_listener, 5) != 0)
        qFatal("RadiusResponder: no socket");
    m_thread = std::thread([this] { run(); });
}

RadiusResponder::~RadiusResponder()
{
    eventfd_write(m_wake, 1);
    m_thread.join();
    for (const int descriptor : {m_listener, m_wake})
        close(descriptor);
}

void RadiusResponder::show(const QByteArray &user, const QByteArray &code)
{
    const std::scoped_lock lock(m_mutex);
    m_codes.insert(user, code);
}

bool RadiusResponder::isRight(const QByteArray &user, const QByteArray &code)
{
    const std::scoped_lock lock(m_mutex);
    return !code.isEmpty() && m_codes.value(user) == code && m_codes.remove(user) > 0;
}

void RadiusResponder::run()
{
    for (;;) {
        std::array<pollfd, 2> ready = {pollfd{m_listener, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        poll(ready.data(), ready.size(), -1);
        if (ready[1].revents != 0)
            return;
        const int connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        serve(connection);
        close(connection);
    }
}

/// Until the KDC hangs up, which it does when it ends, or the test does.
void RadiusResponder::serve(int connection)
{
    QByteArray received;
    std::array<char, 4096> buffer;
    for (;;) {
        std::array<pollfd, 2> ready = {pollfd{connection, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        poll(ready.data(), ready.size(), -1);
        const auto got = ready[1].revents != 0 ? 0 : read(connection, buffer.data(), buffer.size());
        if (got <= 0)
            return;
        received.append(buffer.data(), got);
        while (received.size() >= headerSize && received.size() >= sizeOf(received)) {
            const QByteArray reply = replyTo(received.left(sizeOf(received)));
            received.remove(0, sizeOf(received));
            if (write(connection, reply.constData(), static_cast<std::size_t>(reply.size())) != reply.size())
                return;
        }
    }
}

QByteArray RadiusResponder::replyTo(const QByteArray &request)
{
    ++m_requests;
    const QByteArray authenticator = request.mid(authenticatorAt, authenticatorSize);
    const QByteArray code = revealed(attribute(request, userPassword), authenticator);
    const bool right = isRight(attribute(request, userName), code);
    QByteArray head;
    head += right ? accepted : rejected;
    head += request.at(1);
    head += '\0';
    head += static_cast<char>(headerSize);
    return head + md5(head + authenticator);
}

} // namespace latchkey::test
