// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/handshake.h"

#include "core/gss/authswitch.h"
#include "core/gss/principalname.h"
#include "core/gss/printable.h"
#include "core/gss/tickettext.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace latchkey::gss {

namespace {

/// No Kerberos token is longer: an AP-REQ with a big PAC has some 64 KiB, an AP-REP some hundred bytes.
constexpr std::size_t longestToken = 1U << 20U;

/// Kerberos needs one round; more than this is a server that plays.
constexpr int mostRounds = 4;

/// Sends the password itself: inside TLS, or else encrypted with a key that the server sends, whoever it is.
constexpr std::string_view sha2Plugin = "caching_sha2_password";

/// Plugins that Method::Password may be switched to. The others only answer a challenge.
constexpr std::array<std::string_view, 3> passwordPlugins{"mysql_native_password", "client_ed25519",
                                                          sha2Plugin};

std::string hex(std::span<const unsigned char> bytes)
{
    constexpr const char *digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes.first(std::min<std::size_t>(bytes.size(), 2048))) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

/// A sentence of ours, and the library's words behind it if it has any.
std::string withWords(const std::string &sentence, const std::string &words)
{
    return words.empty() ? sentence : sentence + " (" + words + ")";
}

/// One call of the plugin.
class Handshake
{
public:
    Handshake(Plugin plugin, PacketChannel &channel, Exchange &exchange, const HandshakeTerms &terms)
        : m_plugin(plugin), m_channel(channel), m_exchange(exchange), m_terms(terms)
    { }

    Verdict run()
    {
        const bool answered = m_channel.greetingAnswered();
        const Incoming incoming = m_channel.read();
        if (incoming.kind == Incoming::Kind::ServerError)
            return passOnError(incoming);
        return answered ? afterSwitch(incoming) : afterGreeting(incoming);
    }

private:
    void log(LogLevel level, const std::string &line) const
    {
        if (m_terms.log)
            m_terms.log(level, line);
    }

    void reached(Stage stage) const
    {
        if (m_exchange.onStage)
            m_exchange.onStage(stage);
    }

    Verdict fail(Failure failure)
    {
        // Tickets are the everyday case; Oracle's plugin logs them as notes too.
        const bool ticket =
            failure.kind == Failure::Kind::Ticket || failure.kind == Failure::Kind::NoCredential;
        log(ticket ? LogLevel::Info : LogLevel::Error, failure.text);
        m_exchange.failure = std::move(failure);
        return Verdict::Failed;
    }

    Verdict fail(Failure::Kind kind, std::string text) { return fail(Failure{kind, std::move(text), 0, 0}); }

    Verdict passOnError(const Incoming &incoming) const
    {
        log(LogLevel::Info, "The server ended the login: " + printable(incoming.text));
        return Verdict::PassOn;
    }

    Verdict broken(const Incoming &incoming, const std::string &when)
    {
        return fail(Failure::Kind::Transport,
                    withWords("The connection to the server broke " + when + ".", incoming.text));
    }

    // First call: the greeting

    Verdict afterGreeting(const Incoming &incoming)
    {
        switch (incoming.kind) {
        case Incoming::Kind::SwitchRequest:
            return allowSwitch(incoming.plugin);
        case Incoming::Kind::Data:
            return fail(Failure::Kind::Malformed,
                        "The server did not ask for an authentication method before it went on; it does not "
                        "speak "
                            + std::string(pluginName(m_plugin)) + " as it should.");
        default:
            // TLS and the network end here too, and the library's error says how.
            return incoming.text.empty() ? broken(incoming, "at its greeting") : Verdict::PassOn;
        }
    }

    Verdict allowSwitch(const std::string &plugin)
    {
        if (m_exchange.requireTls && !m_channel.encrypted())
            return tlsMissing();
        log(LogLevel::Debug, "The server switches to " + printable(plugin));
        if (m_terms.otherPluginsAllowed)
            return Verdict::PassOn;
        if (!isWanted(plugin))
            return refusePlugin(plugin);
        if (plugin == sha2Plugin && !m_channel.encrypted())
            return fail(Failure::Kind::PluginRefused,
                        "The server asks for authentication by caching_sha2_password, which can be made to "
                        "give the password to whoever answers unless the connection is encrypted. Nothing "
                        "secret was sent.");
        return Verdict::PassOn;
    }

    bool isWanted(const std::string &plugin) const
    {
        switch (m_exchange.method) {
        case Method::Kerberos:
            return plugin == pluginName(Plugin::Kerberos);
        case Method::Gssapi:
            return plugin == pluginName(Plugin::Gssapi);
        case Method::Ticket:
            return plugin == pluginName(Plugin::Kerberos) || plugin == pluginName(Plugin::Gssapi);
        case Method::Password:
            return std::find(passwordPlugins.begin(), passwordPlugins.end(), plugin) != passwordPlugins.end();
        }
        return false;
    }

    Verdict refusePlugin(const std::string &plugin)
    {
        return fail(Failure::Kind::PluginRefused,
                    "The server asks for authentication by "
                        + (plugin.empty() ? std::string("mysql_old_password") : printable(plugin))
                        + ", which this connection does not allow. Nothing secret was sent.");
    }

    Verdict tlsMissing()
    {
        return fail(Failure::Kind::TlsMissing,
                    "The connection is not encrypted, and this login requires TLS. Nothing secret was sent.");
    }

    // Second call: the server's request

    Verdict afterSwitch(const Incoming &incoming)
    {
        if (incoming.kind == Incoming::Kind::SwitchRequest)
            return refusePlugin(incoming.plugin);
        if (incoming.kind != Incoming::Kind::Data)
            return fail(Failure::Kind::Malformed,
                        withWords("The server's authentication request cannot be read.", incoming.text));
        if (!isWanted(pluginName(m_plugin)))
            return refusePlugin(pluginName(m_plugin));
        if (m_exchange.request) // libmariadb would go on for as long as the server asks
            return fail(Failure::Kind::PluginRefused,
                        "The server asks for authentication a second time, after it was answered.");
        if (m_exchange.requireTls && !m_channel.encrypted())
            return tlsMissing();

        log(LogLevel::Debug,
            "Request of " + std::to_string(incoming.data.size()) + " bytes: " + hex(incoming.data));
        auto request = parse(incoming.data);
        if (const auto *malformed = std::get_if<Malformed>(&request))
            return fail(Failure::Kind::Malformed,
                        "The server's authentication request makes no sense: " + malformed->reason + ".");
        return answer(std::get<ServerRequest>(std::move(request)));
    }

    std::variant<ServerRequest, Malformed> parse(std::span<const unsigned char> data) const
    {
        if (m_plugin == Plugin::Kerberos) {
            auto parsed = parseKerberosSwitch(data);
            if (auto *request = std::get_if<KerberosSwitch>(&parsed))
                return ServerRequest{std::move(request->spn), std::move(request->realm)};
            return std::get<Malformed>(std::move(parsed));
        }
        auto parsed = parseGssapiSwitch(data);
        if (auto *request = std::get_if<GssapiSwitch>(&parsed))
            return ServerRequest{std::move(request->spn), {}};
        return std::get<Malformed>(std::move(parsed));
    }

    Verdict answer(const ServerRequest &request)
    {
        log(LogLevel::Info,
            "The server is " + printable(request.spn) + ", the account's realm " + printable(request.realm));
        m_exchange.request = request;
        reached(Stage::Switched);
        if (auto why = m_exchange.spnPolicy.refusal(request.spn))
            return fail(Failure::Kind::SpnRefused, "The server calls itself " + printable(request.spn)
                                                       + ", which is refused: " + *why
                                                       + ". No ticket was asked for.");
        if (auto mismatch = realmMismatch(request))
            return fail(std::move(*mismatch));
        if (m_exchange.prepare) {
            if (auto failure = m_exchange.prepare(request, m_exchange))
                return fail(std::move(*failure));
        }
        return negotiate(request);
    }

    std::optional<Failure> realmMismatch(const ServerRequest &request) const
    {
        if (m_exchange.clientPrincipal.empty() || request.realm.empty())
            return std::nullopt;
        const auto principal = parsePrincipalName(m_exchange.clientPrincipal);
        if (!principal || !principal->realm || *principal->realm == request.realm)
            return std::nullopt;
        return Failure{Failure::Kind::RealmMismatch,
                       "The account on the server belongs to realm " + printable(request.realm)
                           + ", but the login is for " + printable(m_exchange.clientPrincipal) + ".",
                       0, 0};
    }

    // The tokens

    Verdict negotiate(const ServerRequest &request)
    {
        auto made = m_terms.makeNegotiator(request, m_exchange);
        if (const auto *status = std::get_if<GssStatus>(&made))
            return fail(ticketFailure(*status, request.spn));
        Negotiator &negotiator = *std::get<std::unique_ptr<Negotiator>>(made);

        std::vector<unsigned char> input;
        for (int round = 0; round < mostRounds; ++round) {
            auto advanced = negotiator.next(input);
            if (const auto *status = std::get_if<GssStatus>(&advanced))
                return fail(round == 0 ? ticketFailure(*status, request.spn) : notProven(*status));
            const auto &step = std::get<Negotiator::Step>(advanced);
            if (step.complete && !negotiator.mutual())
                return fail(notProven({}));
            if (!step.token.empty() && !send(step.token))
                return broken({}, "while the ticket was sent");
            if (step.complete)
                return proven();
            if (auto ended = receive(input))
                return *ended;
        }
        return fail(Failure::Kind::ServerNotProven,
                    "The server does not come to an end with authentication.");
    }

    bool send(const std::vector<unsigned char> &token)
    {
        log(LogLevel::Debug, "Sending a token of " + std::to_string(token.size()) + " bytes");
        if (!m_channel.write(token))
            return false;
        reached(Stage::TokenSent);
        return true;
    }

    /// The server's token into `input`, or how the login has ended.
    std::optional<Verdict> receive(std::vector<unsigned char> &input)
    {
        Incoming incoming = m_channel.read();
        switch (incoming.kind) {
        case Incoming::Kind::ServerError:
            return passOnError(incoming);
        case Incoming::Kind::SwitchRequest:
            return fail(Failure::Kind::PluginRefused, "The server asks for another authentication, by "
                                                          + printable(incoming.plugin)
                                                          + ", in the middle of this one.");
        case Incoming::Kind::Broken:
            return broken(incoming, "while the server's proof was awaited");
        case Incoming::Kind::Data:
            break;
        }
        log(LogLevel::Debug, "Received a token of " + std::to_string(incoming.data.size()) + " bytes");
        const bool isToken = !incoming.data.empty() && incoming.data.size() <= longestToken
                             && incoming.data.front() != 0; // an OK packet starts with 00
        if (!isToken)
            return fail(notProven({}));
        input = std::move(incoming.data);
        return std::nullopt;
    }

    Failure notProven(const GssStatus &status) const
    {
        return {Failure::Kind::ServerNotProven,
                withWords("The server has not proven that it holds the key of "
                              + printable(m_exchange.request->spn) + ". Do not trust it with data.",
                          status.text),
                status.minor, status.major};
    }

    Verdict proven()
    {
        m_exchange.mutuallyAuthenticated = true;
        log(LogLevel::Info, "The server has proven to be " + printable(m_exchange.request->spn));
        reached(Stage::Proven);
        return Verdict::Done;
    }

    Plugin m_plugin;
    PacketChannel &m_channel;
    Exchange &m_exchange;
    const HandshakeTerms &m_terms;
};

} // namespace

const char *pluginName(Plugin plugin)
{
    return plugin == Plugin::Kerberos ? "authentication_kerberos_client" : "auth_gssapi_client";
}

std::variant<std::unique_ptr<Negotiator>, GssStatus> makeNegotiation(const ServerRequest &request,
                                                                     const Exchange &exchange)
{
    auto credential = acquireCredential(exchange.cacheName, exchange.clientPrincipal);
    if (auto *status = std::get_if<GssStatus>(&credential))
        return *status;
    auto target = importPrincipal(request.spn);
    if (auto *status = std::get_if<GssStatus>(&target))
        return *status;
    return std::make_unique<Negotiation>(std::get<NameHandle>(std::move(target)),
                                         std::get<CredentialHandle>(std::move(credential)));
}

Verdict authenticate(Plugin plugin, PacketChannel &channel, Exchange &exchange, const HandshakeTerms &terms)
{
    return Handshake(plugin, channel, exchange, terms).run();
}

} // namespace latchkey::gss
