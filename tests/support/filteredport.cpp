// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/filteredport.h"

#include <cstdio>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::test {

FilteredPort::FilteredPort(std::uint16_t port) : m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    auto *const where = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    if (bind(m_listener, where, size) != 0 || listen(m_listener, 0) != 0
        || getsockname(m_listener, where, &size) != 0) {
        std::perror("FilteredPort");
        std::abort();
    }
    m_port = ntohs(address.sin_port);
    for (int &filler : m_fillers) {
        filler = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        // The first ones are queued, the others hang: that is what is wanted.
        [[maybe_unused]] const int connected = connect(filler, where, size);
    }
}

FilteredPort::~FilteredPort()
{
    for (const int filler : m_fillers)
        close(filler);
    close(m_listener);
}

} // namespace latchkey::test
