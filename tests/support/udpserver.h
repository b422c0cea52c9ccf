// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <thread>

namespace latchkey::test {

/// Answers the packets that come to a UDP port of 127.0.0.1, on a thread of its own.
class UdpServer
{
public:
    /// Nothing: that packet gets no answer.
    using Answer = std::function<std::optional<QByteArray>(const QByteArray &packet)>;

    explicit UdpServer(Answer answer);
    UdpServer(const UdpServer &) = delete;
    UdpServer &operator=(const UdpServer &) = delete;
    ~UdpServer();

    std::uint16_t port() const { return m_port; }

private:
    void run();

    Answer m_answer;
    int m_socket = -1;
    int m_wake = -1;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

} // namespace latchkey::test
