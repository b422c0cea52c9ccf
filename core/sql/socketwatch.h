// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

namespace latchkey::sql {

/// Notices that the other end of a connection has gone, while nobody reads from it. The system wakes one thread for all
/// of them, and only then.
class SocketWatch
{
public:
    SocketWatch() = default;
    /// `onHangUp` is called once, on that thread, when the peer has closed or reset the connection, or its probes went
    /// unanswered; it must be short.
    SocketWatch(int socket, std::function<void()> onHangUp);
    /// No call begins any more. One may be running.
    ~SocketWatch();
    SocketWatch(SocketWatch &&other) noexcept : m_number(std::exchange(other.m_number, 0)) { }
    SocketWatch &operator=(SocketWatch &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

private:
    std::uint64_t m_number = 0; ///< 0: none
};

} // namespace latchkey::sql
