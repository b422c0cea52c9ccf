// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/cutoff.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace latchkey::sql {

CutOff::~CutOff()
{
    detach();
}

void CutOff::attach(int socket)
{
    const std::scoped_lock lock(m_mutex);
    if (m_socket >= 0)
        ::close(m_socket);
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

void CutOff::detach()
{
    const std::scoped_lock lock(m_mutex);
    if (const int socket = std::exchange(m_socket, -1); socket >= 0)
        ::close(socket);
}

} // namespace latchkey::sql
