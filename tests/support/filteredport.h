// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace latchkey::test {

/// A TCP port of 127.0.0.1 whose queue of connections is full: the kernel drops every further attempt, as a packet
/// filter does.
class FilteredPort
{
public:
    /// 0: any free port.
    explicit FilteredPort(std::uint16_t port = 0);
    ~FilteredPort();
    FilteredPort(const FilteredPort &) = delete;
    FilteredPort &operator=(const FilteredPort &) = delete;

    std::uint16_t port() const { return m_port; }

private:
    int m_listener = -1;
    std::array<int, 4> m_fillers = {-1, -1, -1, -1};
    std::uint16_t m_port = 0;
};

} // namespace latchkey::test
