// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

namespace latchkey::gss {

/// The levels of AUTHENTICATION_KERBEROS_CLIENT_LOG: a line is written if its level is not above the variable's.
enum class LogLevel { Error = 2, Warning = 3, Info = 4, Debug = 5 };

/// Takes the lines of a login. They hold sizes and names, and the server's first packet in hex; never a token, as an
/// AP-REQ can be replayed, and never key material.
using LogSink = std::function<void(LogLevel, const std::string &)>;

} // namespace latchkey::gss
