// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/ports.h"

#include <random>
#include <set>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::sandbox {

namespace {

/// A socket that closes itself.
class Socket
{
public:
    explicit Socket(int type) : m_number(socket(AF_INET, type | SOCK_CLOEXEC, 0)) { }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    ~Socket()
    {
        if (m_number >= 0)
            close(m_number);
    }
    int get() const { return m_number; }

private:
    int m_number;
};

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool isFree(std::uint16_t port, int type)
{
    const Socket trial(type);
    const sockaddr_in address = loopback(port);
    return bind(trial.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

bool connects(const Socket &client, std::uint16_t port)
{
    const sockaddr_in address = loopback(port);
    return connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

} // namespace

std::uint16_t freePort()
{
    static std::mt19937 random{std::random_device{}()};
    static std::set<std::uint16_t> given;
    std::uniform_int_distribution<std::uint16_t> ports(20000, 32000);
    for (;;) {
        const std::uint16_t port = ports(random);
        if (isFree(port, SOCK_STREAM) && isFree(port, SOCK_DGRAM) && given.insert(port).second)
            return port;
    }
}

bool isListening(std::uint16_t port)
{
    return connects(Socket(SOCK_STREAM), port);
}

bool greets(std::uint16_t port)
{
    const Socket client(SOCK_STREAM);
    pollfd waiting{client.get(), POLLIN, 0};
    return connects(client, port) && poll(&waiting, 1, 1000) == 1 && (waiting.revents & POLLHUP) == 0;
}

} // namespace latchkey::sandbox
