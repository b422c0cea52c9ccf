// SPDX-License-Identifier: GPL-2.0-or-later
// What a server says to a probe: its greeting, and its answer to the login.
#include "core/sql/handshake.h"

#include <cstdlib>

using namespace latchkey::sql::handshake;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isText(const std::string &text, std::size_t limit)
{
    return text.size() <= limit && text.find('\0') == std::string::npos;
}

void check(const ServerError &error, std::size_t size)
{
    require(error.number <= 0xFFFF);
    require(error.state.empty() || error.state.size() == 5);
    require(error.state.size() + error.text.size() <= size);
}

/// A packet of ours for this greeting: its header tells its length.
void check(const Bytes &packet, unsigned sequence)
{
    require(packet.size() >= headerSize);
    const Header header = parseHeader(std::span(packet).first<headerSize>());
    require(header.length == packet.size() - headerSize && header.sequence == sequence);
}

void check(const Greeting &greeting, std::size_t size)
{
    require(isText(greeting.version, size) && isText(greeting.plugin, size));
    require(greeting.version.size() + greeting.plugin.size() < size);
    require(greeting.plugin.empty() || greeting.switchesPlugins());
    check(sslRequest(greeting), 1);
    check(handshakeResponse(greeting, greeting.version, greeting.plugin, greeting.offersTls()),
          greeting.offersTls() ? 2 : 1);
}

void check(const AuthSwitch &request, std::size_t size)
{
    require(isText(request.plugin, std::size_t{32} + size));
    require(request.data.size() < size);
}

void check(Stays, std::size_t) { }

void check(const Malformed &malformed, std::size_t)
{
    require(!malformed.reason.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto checkIt = [size](const auto &said) { check(said, size); };
    const View payload(data, size);
    std::visit(checkIt, parseGreeting(payload));
    std::visit(checkIt, parseAuthReply(payload));
    return 0;
}
