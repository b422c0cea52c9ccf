// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stop_token>

namespace latchkey::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request. Whatever does not heed it within 80 ms is ended with exit
/// code 130 all the same, as is everything at a second signal; the terminal's echo is restored first.
class Interruption
{
public:
    /// Before any other thread exists: they inherit that these signals are blocked.
    Interruption();

    std::stop_token token() const { return m_source.get_token(); }
    /// Readable from the first signal on; for poll().
    int descriptor() const { return m_descriptors[0]; }

private:
    [[noreturn]] void listen();

    std::stop_source m_source;
    int m_descriptors[2] = {-1, -1};
};

} // namespace latchkey::cli
