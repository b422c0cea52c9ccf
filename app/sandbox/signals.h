// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <functional>
#include <optional>

namespace latchkey::sandbox {

/// A request from outside to end.
struct EndRequest
{
    int signal; ///< SIGINT, SIGTERM, SIGHUP or SIGQUIT
    bool fromTerminal; ///< Ctrl+C and the like: the whole foreground group has got it too
};

/// Takes the signals that ask this process to end, and the news of ended children, out of the way of everything
/// else; so that whatever waits can end in good order. Make one before the first child, on the main thread, and keep
/// it until the end.
class Signals
{
public:
    Signals();
    ~Signals();
    Signals(const Signals &) = delete;
    Signals &operator=(const Signals &) = delete;

    /// Waits until `isDone`; asks it again at every end of a child and every few milliseconds. Cancelled when asked to
    /// end; `overdue` when the limit has passed.
    Result<> waitUntil(const std::function<bool()> &isDone, std::chrono::milliseconds limit,
                       const Error &overdue);

    /// Sleeps until a signal comes: a request to end, or nothing but the news that some child ended.
    std::optional<EndRequest> next();

private:
    std::optional<EndRequest> read();

    int m_descriptor = -1;
};

} // namespace latchkey::sandbox
