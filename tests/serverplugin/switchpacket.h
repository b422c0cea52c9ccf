// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace latchkey::serverplugin {

/// What the server says first, in the data of its authentication switch request: two byte strings, each after its
/// length in two bytes, the low one first, and no terminator. Empty if one of them is longer than that can say.
std::string switchPacket(std::string_view servicePrincipal, std::string_view realm);

/// What stands behind the last unescaped “@” of a principal; empty if there is none.
std::string_view realmOf(std::string_view principal);

} // namespace latchkey::serverplugin
