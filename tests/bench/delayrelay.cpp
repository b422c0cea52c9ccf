// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/delayrelay.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <deque>
#include <list>
#include <string>
#include <vector>

namespace latchkey::test {

namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

void sendAtOnce(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// One direction of one connection. Empty bytes are the end.
struct Lane
{
    struct Chunk
    {
        Clock::time_point due;
        std::string bytes;
    };
    int from = -1;
    int to = -1;
    std::deque<Chunk> chunks;
    bool ended = false;

    void take(Clock::duration delay)
    {
        std::array<char, 65536> buffer{};
        const ssize_t size = ::recv(from, buffer.data(), buffer.size(), 0);
        ended = size <= 0;
        chunks.push_back(
            {Clock::now() + delay,
             ended ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(size))});
    }
    void deliver(Clock::time_point now)
    {
        while (!chunks.empty() && chunks.front().due <= now) {
            const std::string &bytes = chunks.front().bytes;
            if (bytes.empty())
                ::shutdown(to, SHUT_WR);
            else
                (void)!::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            chunks.pop_front();
        }
    }
};

struct Pair
{
    Lane there, back;
    bool isOver() const { return there.ended && back.ended && there.chunks.empty() && back.chunks.empty(); }
};

} // namespace

DelayRelay::DelayRelay(std::uint16_t target, std::chrono::milliseconds roundTrip)
    : m_target(target), m_delay(roundTrip / 2), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    ::bind(m_listener, generic, size);
    ::listen(m_listener, 16);
    ::getsockname(m_listener, generic, &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

DelayRelay::~DelayRelay()
{
    m_ending = true;
    m_thread.join();
    ::close(m_listener);
}

void DelayRelay::run()
{
    std::list<Pair> pairs;
    while (!m_ending) {
        std::vector<pollfd> watched{{m_listener, POLLIN, 0}};
        std::vector<Lane *> lanes;
        for (Pair &pair : pairs) {
            for (Lane *lane : {&pair.there, &pair.back}) {
                watched.push_back({lane->ended ? -1 : lane->from, POLLIN, 0});
                lanes.push_back(lane);
            }
        }
        ::poll(watched.data(), watched.size(), 1);
        if (m_silent)
            continue;
        for (std::size_t index = 0; index < lanes.size(); ++index) {
            if (watched[index + 1].revents != 0)
                lanes[index]->take(m_delay);
            lanes[index]->deliver(Clock::now());
        }
        pairs.remove_if([broken = m_broken.load()](const Pair &pair) {
            if (!pair.isOver() && !broken)
                return false;
            ::close(pair.there.from);
            ::close(pair.there.to);
            return true;
        });
        if (watched[0].revents != 0) {
            const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            const sockaddr_in address = loopback(m_target);
            ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address);
            sendAtOnce(client);
            sendAtOnce(server);
            pairs.push_back({{client, server, {}, false}, {server, client, {}, false}});
        }
    }
    for (const Pair &pair : pairs) {
        ::close(pair.there.from);
        ::close(pair.there.to);
    }
}

} // namespace latchkey::test
