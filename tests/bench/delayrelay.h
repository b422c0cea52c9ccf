// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>

namespace latchkey::test {

/// A TCP relay on 127.0.0.1 that makes a server seem far away: half of `roundTrip` later each byte comes out.
class DelayRelay
{
public:
    DelayRelay(std::uint16_t target, std::chrono::milliseconds roundTrip);
    DelayRelay(const DelayRelay &) = delete;
    DelayRelay &operator=(const DelayRelay &) = delete;
    ~DelayRelay();

    std::uint16_t port() const { return m_port; }

    /// From now on nothing comes through any more, and nobody is told.
    void goSilent() { m_silent = true; }
    /// All connections break, and new ones do as soon as they are made.
    void breakOff() { m_broken = true; }

private:
    void run();

    const std::uint16_t m_target;
    const std::chrono::milliseconds m_delay;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_ending = false;
    std::atomic<bool> m_silent = false;
    std::atomic<bool> m_broken = false;
    std::thread m_thread;
};

} // namespace latchkey::test
