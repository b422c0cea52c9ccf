// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// The packets of the MySQL client/server protocol's connection phase that a probe needs, as bytes and as values.
/// Pure; the server's bytes are untrusted, every length is checked.
namespace latchkey::sql::handshake {

using Bytes = std::vector<unsigned char>;
using View = std::span<const unsigned char>;

/// What a packet of the server cannot be, in words that name the place.
struct Malformed
{
    std::string reason;
    friend bool operator==(const Malformed &, const Malformed &) = default;
};

/// ERR_Packet.
struct ServerError
{
    unsigned number = 0;
    std::string state; ///< empty before the client has said which protocol it speaks
    std::string text;
    friend bool operator==(const ServerError &, const ServerError &) = default;
};

/// Protocol::HandshakeV10.
struct Greeting
{
    std::string version; ///< without the "5.5.5-" that MariaDB puts in front for old replicas
    std::uint32_t connectionId = 0;
    std::uint32_t capabilities = 0;
    std::string plugin; ///< empty: older than 5.5.7
    bool offersTls() const;
    bool switchesPlugins() const; ///< CLIENT_PLUGIN_AUTH
    friend bool operator==(const Greeting &, const Greeting &) = default;
};

/// Protocol::AuthSwitchRequest.
struct AuthSwitch
{
    std::string plugin;
    Bytes data;
    friend bool operator==(const AuthSwitch &, const AuthSwitch &) = default;
};

/// The server goes on with the plugin it was told, or has let the account in at once.
struct Stays
{
    friend bool operator==(Stays, Stays) = default;
};

/// Payload length and sequence number, from the four bytes before a packet.
struct Header
{
    std::uint32_t length = 0;
    std::uint8_t sequence = 0;
};
inline constexpr std::size_t headerSize = 4;
Header parseHeader(std::span<const unsigned char, headerSize> bytes);

std::variant<Greeting, ServerError, Malformed> parseGreeting(View payload);
std::variant<AuthSwitch, Stays, ServerError, Malformed> parseAuthReply(View payload);

/// Header and payload of Protocol::SSLRequest; its sequence number is 1.
Bytes sslRequest(const Greeting &greeting);
/// Header and payload of Protocol::HandshakeResponse41 with empty authentication data, naming `plugin`.
Bytes handshakeResponse(const Greeting &greeting, std::string_view user, std::string_view plugin,
                        bool encrypted);

} // namespace latchkey::sql::handshake
