// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/udpserver.h"

#include "app/sandbox/ports.h"

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::test {

UdpServer::UdpServer(Answer answer)
    : m_answer(std::move(answer)), m_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)),
      m_wake(eventfd(0, EFD_CLOEXEC)), m_port(sandbox::freePort())
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("UdpServer: port %d is not free after all", m_port);
    m_thread = std::thread([this] { run(); });
}

UdpServer::~UdpServer()
{
    eventfd_write(m_wake, 1);
    m_thread.join();
    close(m_socket);
    close(m_wake);
}

void UdpServer::run()
{
    std::array<char, 65536> buffer;
    for (;;) {
        std::array<pollfd, 2> ready = {pollfd{m_socket, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        poll(ready.data(), ready.size(), -1);
        if (ready[1].revents != 0)
            return;
        sockaddr_storage client = {};
        socklen_t size = sizeof client;
        auto *from = reinterpret_cast<sockaddr *>(&client);
        const auto got = recvfrom(m_socket, buffer.data(), buffer.size(), 0, from, &size);
        if (got < 0)
            continue;
        if (const auto reply = m_answer(QByteArray(buffer.data(), got)))
            sendto(m_socket, reply->constData(), static_cast<std::size_t>(reply->size()), 0, from, size);
    }
}

} // namespace latchkey::test
