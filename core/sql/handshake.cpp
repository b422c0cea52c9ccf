// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/handshake.h"

#include <algorithm>
#include <string_view>

namespace latchkey::sql::handshake {

namespace {

// Capability flags, MySQL protocol "Capabilities Flags".
constexpr std::uint32_t clientLongPassword = 1U << 0;
constexpr std::uint32_t clientProtocol41 = 1U << 9;
constexpr std::uint32_t clientSsl = 1U << 11;
constexpr std::uint32_t clientSecureConnection = 1U << 15;
constexpr std::uint32_t clientPluginAuth = 1U << 19;

constexpr std::uint32_t maxPacket = 16U << 20;
constexpr unsigned char utf8mb4 = 45; // utf8mb4_general_ci, known to every server since 5.5.3
constexpr std::size_t reserved = 23;
constexpr std::size_t shortScramble = 8;

/// Reads from the front; once something is missing, everything further is zero or empty, and failed() says where.
class Reader
{
public:
    explicit Reader(View bytes) : m_rest(bytes), m_size(bytes.size()) { }

    View take(std::size_t count)
    {
        if (m_failedAt || count > m_rest.size()) {
            fail();
            return {};
        }
        const View taken = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return taken;
    }
    std::uint32_t number(std::size_t size)
    {
        std::uint32_t value = 0;
        unsigned shift = 0;
        for (const unsigned char byte : take(size)) {
            value |= static_cast<std::uint32_t>(byte) << shift;
            shift += 8;
        }
        return value;
    }
    std::string untilNul()
    {
        const auto nul = std::find(m_rest.begin(), m_rest.end(), static_cast<unsigned char>(0));
        if (nul == m_rest.end()) {
            fail();
            return {};
        }
        const View text = take(static_cast<std::size_t>(nul - m_rest.begin()));
        take(1);
        return {text.begin(), text.end()};
    }
    /// MySQL 5.5.7 to 5.5.9 forgot the NUL behind the last string.
    std::string untilNulOrEnd()
    {
        const auto nul = std::find(m_rest.begin(), m_rest.end(), static_cast<unsigned char>(0));
        const View text = take(static_cast<std::size_t>(nul - m_rest.begin()));
        return {text.begin(), text.end()};
    }
    View rest() const { return m_rest; }
    bool isAtEnd() const { return m_rest.empty(); }
    bool failed() const { return m_failedAt.has_value(); }
    Malformed problem(const char *packet) const
    {
        return {std::string(packet) + " of " + std::to_string(m_size) + " bytes ends too early, at offset "
                + std::to_string(m_failedAt.value_or(0))};
    }

private:
    void fail()
    {
        if (!m_failedAt)
            m_failedAt = m_size - m_rest.size();
        m_rest = {};
    }

    View m_rest;
    std::size_t m_size;
    std::optional<std::size_t> m_failedAt;
};

// In the greeting's place the sqlstate is missing: the server does not know yet that the client understands it.
ServerError parseError(Reader reader)
{
    ServerError error;
    error.number = reader.number(2);
    if (!reader.isAtEnd() && reader.rest().front() == '#') {
        const View state = reader.take(6);
        if (!reader.failed())
            error.state.assign(state.begin() + 1, state.end());
    }
    error.text.assign(reader.rest().begin(), reader.rest().end());
    return error;
}

std::string withoutReplicationPrefix(std::string version)
{
    constexpr std::string_view prefix = "5.5.5-";
    if (version.starts_with(prefix) && version.find("MariaDB") != std::string::npos)
        version.erase(0, prefix.size());
    return version;
}

void append(Bytes &bytes, std::uint32_t value, std::size_t size)
{
    for (std::size_t index = 0; index < size; ++index)
        bytes.push_back(static_cast<unsigned char>(value >> (8 * index)));
}

void appendText(Bytes &bytes, std::string_view text)
{
    const std::string_view upToNul = text.substr(0, text.find('\0'));
    bytes.insert(bytes.end(), upToNul.begin(), upToNul.end());
    bytes.push_back(0);
}

Bytes withHeader(Bytes payload, std::uint8_t sequence)
{
    Bytes packet;
    packet.reserve(headerSize + payload.size());
    append(packet, static_cast<std::uint32_t>(payload.size()), 3);
    packet.push_back(sequence);
    packet.insert(packet.end(), payload.begin(), payload.end());
    return packet;
}

Bytes responseHead(const Greeting &greeting, bool encrypted)
{
    std::uint32_t capabilities =
        clientLongPassword | clientProtocol41 | clientSecureConnection | clientPluginAuth;
    capabilities &= greeting.capabilities | clientLongPassword;
    if (encrypted)
        capabilities |= clientSsl;
    Bytes head;
    append(head, capabilities, 4);
    append(head, maxPacket, 4);
    head.push_back(utf8mb4);
    head.resize(head.size() + reserved, 0);
    return head;
}

} // namespace

bool Greeting::offersTls() const
{
    return (capabilities & clientSsl) != 0;
}

bool Greeting::switchesPlugins() const
{
    return (capabilities & clientPluginAuth) != 0;
}

Header parseHeader(std::span<const unsigned char, headerSize> bytes)
{
    Reader reader{View(bytes)};
    Header header;
    header.length = reader.number(3);
    header.sequence = static_cast<std::uint8_t>(reader.number(1));
    return header;
}

std::variant<Greeting, ServerError, Malformed> parseGreeting(View payload)
{
    Reader reader(payload);
    const std::uint32_t protocol = reader.number(1);
    if (reader.failed())
        return Malformed{"an empty greeting"};
    if (protocol == 0xFF)
        return parseError(reader);
    if (protocol != 10)
        return Malformed{"a greeting of protocol version " + std::to_string(protocol) + " instead of 10"};

    Greeting greeting;
    greeting.version = withoutReplicationPrefix(reader.untilNul());
    greeting.connectionId = reader.number(4);
    reader.take(shortScramble + 1);
    greeting.capabilities = reader.number(2);
    if (reader.failed())
        return reader.problem("a greeting");
    if (!reader.isAtEnd()) {
        reader.take(1 + 2); // character set, status
        greeting.capabilities |= reader.number(2) << 16;
        const std::uint32_t scramble = reader.number(1);
        reader.take(10); // reserved; MariaDB's extended capabilities
        if (greeting.capabilities & clientSecureConnection)
            reader.take(std::max<std::size_t>(13, scramble > shortScramble ? scramble - shortScramble : 0));
        if (greeting.switchesPlugins())
            greeting.plugin = reader.untilNulOrEnd();
    }
    if (reader.failed())
        return reader.problem("a greeting");
    return greeting;
}

std::variant<AuthSwitch, Stays, ServerError, Malformed> parseAuthReply(View payload)
{
    Reader reader(payload);
    const std::uint32_t kind = reader.number(1);
    if (reader.failed())
        return Malformed{"an empty answer to the login"};
    switch (kind) {
    case 0x00: // OK
    case 0x01: // AuthMoreData: the plugin that was named goes on
        return Stays{};
    case 0xFF:
        return parseError(reader);
    case 0xFE:
        break;
    default:
        return Malformed{"an answer to the login that begins with byte " + std::to_string(kind)};
    }
    if (reader.isAtEnd())
        return AuthSwitch{"mysql_old_password", {}}; // Protocol::OldAuthSwitchRequest
    AuthSwitch request;
    request.plugin = reader.untilNul();
    if (reader.failed())
        return reader.problem("a request for another plugin");
    request.data.assign(reader.rest().begin(), reader.rest().end());
    return request;
}

Bytes sslRequest(const Greeting &greeting)
{
    return withHeader(responseHead(greeting, true), 1);
}

Bytes handshakeResponse(const Greeting &greeting, std::string_view user, std::string_view plugin,
                        bool encrypted)
{
    Bytes payload = responseHead(greeting, encrypted);
    appendText(payload, user);
    payload.push_back(0); // length of the authentication data
    if (greeting.switchesPlugins())
        appendText(payload, plugin);
    return withHeader(std::move(payload), encrypted ? 2 : 1);
}

} // namespace latchkey::sql::handshake
