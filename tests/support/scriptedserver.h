// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace latchkey::test {

/// Bytes on the wire.
using Bytes = std::string;

/// "fe0100" as three bytes; blanks are ignored.
Bytes fromHex(const std::string &hex);

/// Data of the AuthSwitchRequest of authentication_kerberos, and of MariaDB's gssapi.
Bytes kerberosSwitchData(const std::string &spn, const std::string &realm);
Bytes gssapiSwitchData(const std::string &spn);

/// What the client answers to the greeting (HandshakeResponse41), as far as tests ask.
struct ClientAnswer
{
    std::uint32_t capabilities = 0;
    std::string user;
    Bytes authData; ///< what the first plugin sent along
    std::string plugin;
};

/// The server's end of one connection, used by a script on that connection's own thread. Every function that reads
/// returns nothing once the client has left or the server is being stopped; those that write then do nothing.
class Conversation
{
public:
    static constexpr std::uint32_t localFiles = 0x80; ///< CLIENT_LOCAL_FILES

    /// Protocol 10, as MySQL 8.0 does. `scramble` is the first plugin's data.
    void greet(const std::string &version = "8.0.36", const std::string &plugin = "caching_sha2_password",
               const Bytes &scramble = "abcdefghijklmnopqrst");
    std::optional<ClientAnswer> answer();
    void switchTo(const std::string &plugin, const Bytes &data);
    void sendOk();
    void sendError(int code, const std::string &state, const std::string &text);
    /// AuthMoreData: the "01" that MySQL always puts before a plugin's bytes.
    void sendMore(const Bytes &data);
    /// Asks for the client's file in answer to a query.
    void sendLocalInfileRequest(const std::string &fileName);
    /// One packet, numbered after the last one.
    void send(const Bytes &payload);
    /// Bytes without a packet header.
    void sendRaw(const Bytes &bytes);
    std::optional<Bytes> read();
    /// As MySQL answers what Connector/C++ sends right after the login, which sets two variables and asks for one; any
    /// other statement gets an OK.
    void answerStatement(const Bytes &command);
    /// Reads and drops whatever comes until the client leaves.
    void waitForLeaving();

private:
    friend class ScriptedServer;
    struct Line;
    explicit Conversation(Line &line) : m_line(line) { }

    Line &m_line;
};

/// A server on a free port of 127.0.0.1 that plays `script` to each client. It says what real servers never would.
class ScriptedServer
{
public:
    using Script = std::function<void(Conversation &)>;

    explicit ScriptedServer(Script script);
    ~ScriptedServer(); ///< hangs up and waits for the scripts to end
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    std::uint16_t port() const;
    /// Everything that clients have sent so far, headers and all.
    Bytes received() const;
    /// What they have sent behind their answers to the greeting: nothing secret is allowed before.
    Bytes receivedAfterAnswer() const;
    int connections() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Scripts

/// Switches to `plugin`, and sends nothing more.
ScriptedServer::Script switchingTo(const std::string &plugin, const Bytes &data);

/// Greets, takes the client's answer, does `say`, then reads until the client leaves.
ScriptedServer::Script saying(std::function<void(Conversation &)> say);

/// The whole login as MySQL's server plugin does it, AP-REP with "01" before it; then answers every command with OK.
ScriptedServer::Script kerberosServer(const std::string &keytab, const std::string &spn,
                                      const std::string &realm);

} // namespace latchkey::test
