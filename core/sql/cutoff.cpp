// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/cutoff.h"

#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <utility>

namespace latchkey::sql {

namespace {

// Refusals are borne: a socket without keep-alive still works (a Unix socket knows none of these).
void noticeSilentPeer(int socket)
{
    const auto set = [socket](int level, int option, int value) {
        ::setsockopt(socket, level, option, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 20);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 3);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT, 10'000);
}

} // namespace

CutOff::~CutOff()
{
    detach();
}

void CutOff::attach(int socket)
{
    const std::scoped_lock lock(m_mutex);
    if (m_socket >= 0)
        ::close(m_socket);
    noticeSilentPeer(socket);
    m_peer.size = sizeof m_peer.address;
    if (::getpeername(socket, reinterpret_cast<sockaddr *>(&m_peer.address), &m_peer.size) != 0)
        m_peer.size = 0;
    m_socket = ::fcntl(socket, F_DUPFD_CLOEXEC, 3);
    if (m_cut && m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

void CutOff::cut()
{
    const std::scoped_lock lock(m_mutex);
    m_cut = true;
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

bool CutOff::isCut() const
{
    const std::scoped_lock lock(m_mutex);
    return m_cut;
}

bool CutOff::sharesPeerWith(const CutOff &other) const
{
    const std::scoped_lock lock(m_mutex, other.m_mutex);
    return m_peer.size != 0 && m_peer.size == other.m_peer.size
           && std::memcmp(&m_peer.address, &other.m_peer.address, m_peer.size) == 0;
}

void CutOff::watch(std::function<void()> onHangUp)
{
    const std::scoped_lock lock(m_mutex);
    if (m_socket >= 0)
        m_watch = SocketWatch(m_socket, std::move(onHangUp));
}

void CutOff::detach()
{
    const std::scoped_lock lock(m_mutex);
    m_watch = SocketWatch();
    if (const int socket = std::exchange(m_socket, -1); socket >= 0)
        ::close(socket);
}

} // namespace latchkey::sql
