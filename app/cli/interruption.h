// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <csignal>
#include <optional>
#include <stop_token>

namespace latchkey::cli {

/// A signal that came to whoever has taken the signals over.
struct Signal
{
    int number = 0;
    bool isTerminals = false; ///< a key at the terminal: every program in its foreground has got it too
};

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request. Whatever does not heed it within 80 ms, or within its patience, is
/// ended with exit code 130 all the same, as is everything at a second signal; the terminal's echo is restored first. What was ignored
/// when the program started stays so: nohup(1) ignores SIGHUP, a shell's script SIGINT for what it puts in the
/// background.
class Interruption
{
public:
    /// Before any other thread exists: they inherit that these signals are blocked.
    Interruption();

    std::stop_token token() const { return m_source.get_token(); }
    /// Readable from the first signal on; for poll().
    int descriptor() const { return m_descriptors[0]; }

    /// For what has something to stop elsewhere, and needs longer for it. With it, Ctrl+C is answered by a sentence that says
    /// what is waited for. From any thread.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// From now on signals end nothing by themselves: each is read with next() when descriptor() is readable.
    void takeOver() { m_isTaken = true; }
    std::optional<Signal> next() const;

    /// What was blocked when the program started, for programs that it starts.
    const sigset_t &maskBefore() const { return m_before; }

private:
    [[noreturn]] void listen();
    [[noreturn]] void end(int signal);

    std::stop_source m_source;
    int m_descriptors[2] = {-1, -1};
    std::atomic<bool> m_isTaken = false;
    std::atomic<std::chrono::milliseconds> m_patience{std::chrono::milliseconds(80)};
    sigset_t m_wanted;
    sigset_t m_before;
};

} // namespace latchkey::cli
