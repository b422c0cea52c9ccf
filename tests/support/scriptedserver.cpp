// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/scriptedserver.h"

#include "tests/support/acceptor.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <list>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace latchkey::test {

namespace {

// MySQL client/server protocol, "Capabilities Flags"
constexpr std::uint32_t longPassword = 0x1;
constexpr std::uint32_t connectWithDb = 0x8;
constexpr std::uint32_t protocol41 = 0x200;
constexpr std::uint32_t transactions = 0x2000;
constexpr std::uint32_t secureConnection = 0x8000;
constexpr std::uint32_t pluginAuth = 0x80000;
constexpr std::uint32_t lengthEncodedAuth = 0x200000;
constexpr std::uint32_t offered = longPassword | connectWithDb | Conversation::localFiles | protocol41
                                  | transactions | secureConnection | pluginAuth | lengthEncodedAuth;

Bytes littleEndian(std::uint32_t value, int bytes)
{
    Bytes encoded;
    for (int i = 0; i < bytes; ++i)
        encoded += static_cast<char>(value >> (8 * i));
    return encoded;
}

std::uint32_t fromLittleEndian(const Bytes &bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

/// Takes `packet` apart from front to back; what is not there reads as empty.
class PacketReader
{
public:
    explicit PacketReader(const Bytes &packet, std::size_t position) : m_packet(packet), m_position(position)
    { }

    std::string text()
    {
        if (m_position >= m_packet.size())
            return {};
        std::string value = m_packet.c_str() + m_position;
        m_position += value.size() + 1;
        return value;
    }

    Bytes lengthEncoded()
    {
        if (m_position >= m_packet.size())
            return {};
        const auto first = static_cast<unsigned char>(m_packet[m_position++]);
        std::size_t length = first;
        if (first == 0xFC) {
            length = fromLittleEndian(m_packet, m_position, 2);
            m_position += 2;
        }
        const Bytes value = m_position < m_packet.size() ? m_packet.substr(m_position, length) : Bytes();
        m_position += length;
        return value;
    }

private:
    const Bytes &m_packet;
    std::size_t m_position;
};

// Column definition 41 of a text column, as short as it may be.
Bytes textColumn(const std::string &name)
{
    const Bytes catalog = fromHex("03 646566 00 00 00");
    return catalog + static_cast<char>(name.size()) + name + fromHex("00 0c 2d00 00010000 fd 0000 00 0000");
}

} // namespace

/// A connection's socket, its packet counter, and the record of what came.
struct Conversation::Line
{
    int socket = -1;
    std::uint8_t sequence = 0;
    bool answered = false;
    std::function<void(const Line &, const Bytes &)> record;

    ~Line() { ::close(socket); }

    void write(const Bytes &bytes) const
    {
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            const ssize_t count = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                return;
            sent += static_cast<std::size_t>(count);
        }
    }

    std::optional<Bytes> exactly(std::size_t size) const
    {
        Bytes bytes(size, '\0');
        std::size_t have = 0;
        while (have < size) {
            const ssize_t count = ::recv(socket, bytes.data() + have, size - have, 0);
            if (count <= 0)
                return std::nullopt;
            record(*this, bytes.substr(have, static_cast<std::size_t>(count)));
            have += static_cast<std::size_t>(count);
        }
        return bytes;
    }
};

void Conversation::greet(const std::string &version, const std::string &plugin, const Bytes &scramble)
{
    const Bytes padded = scramble + Bytes(scramble.size() < 20 ? 20 - scramble.size() : 0, '\0');
    const std::size_t dataLength = padded.size() + 1;
    Bytes packet;
    packet += '\x0a';
    packet += version + '\0';
    packet += littleEndian(4711, 4); // connection id
    packet += padded.substr(0, 8) + '\0';
    packet += littleEndian(offered & 0xFFFFU, 2);
    packet += '\xff'; // utf8mb4_0900_ai_ci
    packet += littleEndian(2, 2); // autocommit
    packet += littleEndian(offered >> 16U, 2);
    packet += static_cast<char>(dataLength);
    packet += Bytes(10, '\0');
    packet += padded.substr(8) + '\0';
    packet += plugin + '\0';
    m_line.sequence = 0;
    send(packet);
}

std::optional<ClientAnswer> Conversation::answer()
{
    const auto packet = read();
    m_line.answered = true;
    if (!packet || packet->size() < 32)
        return std::nullopt;
    ClientAnswer answer;
    answer.capabilities = fromLittleEndian(*packet, 0, 4);
    PacketReader fields(*packet, 32);
    answer.user = fields.text();
    answer.authData = fields.lengthEncoded();
    if (answer.capabilities & connectWithDb)
        fields.text();
    answer.plugin = fields.text();
    return answer;
}

void Conversation::switchTo(const std::string &plugin, const Bytes &data)
{
    send("\xfe" + plugin + '\0' + data);
}

void Conversation::sendOk()
{
    send(fromHex("00000002000000"));
}

void Conversation::sendError(int code, const std::string &state, const std::string &text)
{
    send("\xff" + littleEndian(static_cast<std::uint32_t>(code), 2) + "#" + state + text);
}

void Conversation::sendMore(const Bytes &data)
{
    send("\x01" + data);
}

void Conversation::sendLocalInfileRequest(const std::string &fileName)
{
    send("\xfb" + fileName);
}

void Conversation::send(const Bytes &payload)
{
    m_line.write(littleEndian(static_cast<std::uint32_t>(payload.size()), 3)
                 + static_cast<char>(m_line.sequence++) + payload);
}

void Conversation::sendRaw(const Bytes &bytes)
{
    m_line.write(bytes);
}

std::optional<Bytes> Conversation::read()
{
    const auto header = m_line.exactly(4);
    if (!header)
        return std::nullopt;
    m_line.sequence = static_cast<std::uint8_t>(static_cast<unsigned char>((*header)[3]) + 1);
    return m_line.exactly(fromLittleEndian(*header, 0, 3));
}

void Conversation::answerStatement(const Bytes &command)
{
    const Bytes end = fromHex("fe 0000 0200");
    if (command.find("SHOW") == Bytes::npos)
        return sendOk();
    send(fromHex("02"));
    send(textColumn("Variable_name"));
    send(textColumn("Value"));
    send(end);
    send(fromHex("01 61 01 30"));
    send(end);
}

void Conversation::waitForLeaving()
{
    while (m_line.exactly(1)) { }
}

struct ScriptedServer::Private
{
    Script script;
    int listener = -1;
    std::uint16_t port = 0;
    mutable std::mutex mutex;
    Bytes received;
    Bytes receivedAfterAnswer;
    int connections = 0;
    bool stopping = false;
    std::list<Conversation::Line> lines;
    std::list<std::thread> talks;
    std::thread acceptor;

    void listen()
    {
        listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (listener < 0 || ::bind(listener, generic, size) != 0 || ::listen(listener, 16) != 0
            || ::getsockname(listener, generic, &size) != 0)
            throw std::runtime_error(std::string("scripted server: ") + std::strerror(errno));
        port = ntohs(address.sin_port);
    }

    void acceptClients()
    {
        for (;;) {
            const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0)
                return;
            const std::lock_guard lock(mutex);
            Conversation::Line &line = lines.emplace_back();
            line.socket = client;
            line.record = [this](const auto &from, const Bytes &bytes) { record(from, bytes); };
            ++connections;
            if (stopping)
                ::shutdown(client, SHUT_RDWR);
            talks.emplace_back([this, &line] { talk(line); });
        }
    }

    void record(const Conversation::Line &from, const Bytes &bytes)
    {
        const std::lock_guard lock(mutex);
        received += bytes;
        if (from.answered)
            receivedAfterAnswer += bytes;
    }

    void talk(Conversation::Line &line) const
    {
        Conversation conversation(line);
        script(conversation);
        ::shutdown(line.socket, SHUT_RDWR);
    }
};

ScriptedServer::ScriptedServer(Script script) : d(std::make_unique<Private>())
{
    d->script = std::move(script);
    d->listen();
    d->acceptor = std::thread([this] { d->acceptClients(); });
}

ScriptedServer::~ScriptedServer()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        for (const Conversation::Line &line : d->lines)
            ::shutdown(line.socket, SHUT_RDWR);
    }
    ::shutdown(d->listener, SHUT_RDWR); // wakes accept4()
    d->acceptor.join();
    ::close(d->listener);
    for (std::thread &talk : d->talks)
        talk.join();
}

std::uint16_t ScriptedServer::port() const
{
    return d->port;
}

Bytes ScriptedServer::received() const
{
    const std::lock_guard lock(d->mutex);
    return d->received;
}

Bytes ScriptedServer::receivedAfterAnswer() const
{
    const std::lock_guard lock(d->mutex);
    return d->receivedAfterAnswer;
}

int ScriptedServer::connections() const
{
    const std::lock_guard lock(d->mutex);
    return d->connections;
}

Bytes fromHex(const std::string &hex)
{
    Bytes bytes;
    std::string digits;
    for (const char c : hex) {
        if (c == ' ')
            continue;
        digits += c;
        if (digits.size() < 2)
            continue;
        bytes += static_cast<char>(std::stoi(digits, nullptr, 16));
        digits.clear();
    }
    return bytes;
}

Bytes kerberosSwitchData(const std::string &spn, const std::string &realm)
{
    const auto size = [](const std::string &text) { return static_cast<std::uint32_t>(text.size()); };
    return littleEndian(size(spn), 2) + spn + littleEndian(size(realm), 2) + realm;
}

Bytes gssapiSwitchData(const std::string &spn)
{
    return spn + '\0' + '\0';
}

ScriptedServer::Script saying(std::function<void(Conversation &)> say)
{
    return [say = std::move(say)](Conversation &client) {
        client.greet();
        if (!client.answer())
            return;
        say(client);
        client.waitForLeaving();
    };
}

ScriptedServer::Script switchingTo(const std::string &plugin, const Bytes &data)
{
    return saying([plugin, data](Conversation &client) { client.switchTo(plugin, data); });
}

ScriptedServer::Script kerberosServer(const std::string &keytab, const std::string &spn,
                                      const std::string &realm)
{
    return [keytab, spn, realm](Conversation &client) {
        client.greet();
        if (!client.answer())
            return;
        client.switchTo("authentication_kerberos_client", kerberosSwitchData(spn, realm));
        const auto token = client.read();
        if (!token)
            return;
        const auto reply = acceptToken(keytab, *token);
        if (!reply) {
            client.sendError(1045, "28000", "Access denied");
            return;
        }
        if (!reply->empty())
            client.sendMore(*reply);
        client.sendOk();
        while (client.read())
            client.sendOk();
    };
}

} // namespace latchkey::test
