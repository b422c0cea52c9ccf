// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/serverplugin/switchpacket.h"

#include <cstdint>
#include <limits>

namespace latchkey::serverplugin {

namespace {

std::string withLength(std::string_view bytes)
{
    std::string field;
    field += static_cast<char>(bytes.size() & 0xff);
    field += static_cast<char>(bytes.size() >> 8);
    field += bytes;
    return field;
}

} // namespace

std::string switchPacket(std::string_view servicePrincipal, std::string_view realm)
{
    constexpr std::size_t longest = std::numeric_limits<std::uint16_t>::max();
    if (servicePrincipal.size() > longest || realm.size() > longest)
        return {};
    return withLength(servicePrincipal) + withLength(realm);
}

std::string_view realmOf(std::string_view principal)
{
    const std::size_t at = principal.rfind('@');
    if (at == std::string_view::npos || (at > 0 && principal[at - 1] == '\\'))
        return {};
    return principal.substr(at + 1);
}

} // namespace latchkey::serverplugin
