// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace latchkey::sandbox {

/// A random port that is free on 127.0.0.1 for both TCP and UDP, outside the range that systems hand out to clients;
/// never the same twice. Another process may still take it first: whoever cannot bind it tries another one.
std::uint16_t freePort();

/// Something listens on the TCP port of 127.0.0.1.
bool isListening(std::uint16_t port);

/// A database server on the port of 127.0.0.1 sends its greeting: it has listened before, but answers only now.
bool greets(std::uint16_t port);

} // namespace latchkey::sandbox
