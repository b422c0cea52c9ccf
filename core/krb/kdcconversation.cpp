// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/kdcconversation.h"

#include <QtEndian>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace latchkey::krb {

namespace {

constexpr qsizetype lengthSize = 4;
constexpr std::uint32_t largestReply = 1 << 20;

QByteArray withLength(const QByteArray &message)
{
    QByteArray length(lengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<std::uint32_t>(message.size()), length.data());
    return length + message;
}

int openSocket(int family, int type)
{
    const int number = socket(family, type, 0);
    if (number < 0)
        return -1;
    if (fcntl(number, F_SETFL, O_NONBLOCK) == 0 && fcntl(number, F_SETFD, FD_CLOEXEC) == 0)
        return number;
    close(number);
    return -1;
}

bool isLater(int error)
{
    return error == EAGAIN || error == EINTR || error == EINPROGRESS;
}

} // namespace

KdcConversation::KdcConversation(const sockaddr &address, socklen_t size, int type, const QByteArray &request)
    : m_type(type), m_socket(openSocket(address.sa_family, type)),
      m_request(type == SOCK_STREAM ? withLength(request) : request)
{
    if (m_socket < 0 || (connect(m_socket, &address, size) != 0 && !isLater(errno)))
        fail(errno);
}

KdcConversation::~KdcConversation()
{
    if (m_socket >= 0)
        close(m_socket);
}

short KdcConversation::wanted() const
{
    return m_isSending ? POLLOUT : POLLIN;
}

void KdcConversation::fail(int error)
{
    m_isOver = true;
    if (error == ECONNREFUSED || error == ECONNRESET)
        m_failure = KdcAnswer::Refused;
    else if (error == ENETUNREACH || error == EHOSTUNREACH || error == EACCES || error == EPERM
             || error == EAFNOSUPPORT || error == EADDRNOTAVAIL)
        m_failure = KdcAnswer::NoRoute;
    else if (error != ETIMEDOUT)
        m_failure = KdcAnswer::Strange;
}

void KdcConversation::goOn()
{
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    if (error != 0)
        fail(error);
    else if (m_isSending)
        send();
    else
        receive();
}

void KdcConversation::send()
{
    const ssize_t sent =
        ::send(m_socket, m_request.constData(), static_cast<std::size_t>(m_request.size()), MSG_NOSIGNAL);
    if (sent < 0) {
        if (!isLater(errno))
            fail(errno);
        return;
    }
    if (m_type == SOCK_STREAM)
        m_request.remove(0, sent);
    m_isSending = m_type == SOCK_STREAM && !m_request.isEmpty();
}

void KdcConversation::repeat()
{
    if (m_type == SOCK_DGRAM && !m_isOver)
        m_isSending = true;
}

void KdcConversation::receive()
{
    std::array<char, 65536> buffer;
    const ssize_t got = recv(m_socket, buffer.data(), buffer.size(), 0);
    if (got < 0) {
        if (!isLater(errno))
            fail(errno);
        return;
    }
    m_received.append(buffer.data(), got);
    if (m_type == SOCK_STREAM && got > 0) {
        receiveStream();
        return;
    }
    m_isOver = true;
    if (m_type == SOCK_DGRAM)
        m_reply = m_received;
    else
        m_failure = KdcAnswer::Strange; // it hung up
}

void KdcConversation::receiveStream()
{
    if (m_received.size() < lengthSize)
        return;
    const auto length = qFromBigEndian<std::uint32_t>(m_received.constData());
    if (length > largestReply) {
        m_isOver = true;
        m_failure = KdcAnswer::Strange;
    } else if (m_received.size() - lengthSize >= static_cast<qsizetype>(length)) {
        m_isOver = true;
        m_reply = m_received.mid(lengthSize, static_cast<qsizetype>(length));
    }
}

} // namespace latchkey::krb
