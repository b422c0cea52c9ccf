// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/clientplugin.h"
#include "core/gss/exchangelog.h"
#include "core/gss/negotiation.h"
#include "core/gss/packetchannel.h"

namespace latchkey::gss {

/// The client plugins that we are.
enum class Plugin { Kerberos, Gssapi };

const char *pluginName(Plugin plugin);

/// How a call of the plugin ended.
enum class Verdict {
    Done, ///< our part is done: the server's OK or ERR comes next
    PassOn, ///< the library goes on with what it has received: a switch, or the server's error
    Failed, ///< Exchange::failure says why; the library must stop, even if the server has asked for another plugin
};

/// Makes the security context for an SPN that has passed the policy. Tests and fuzzers put in their own.
using NegotiatorMaker = std::function<std::variant<std::unique_ptr<Negotiator>, GssStatus>(
    const ServerRequest &, const Exchange &)>;
std::variant<std::unique_ptr<Negotiator>, GssStatus> makeNegotiation(const ServerRequest &request,
                                                                     const Exchange &exchange);

struct HandshakeTerms
{
    /// Any other plugin may be switched to: the .so leaves that to the program that loaded it.
    bool otherPluginsAllowed = false;
    NegotiatorMaker makeNegotiator = makeNegotiation;
    LogSink log;
};

/// One call of `plugin` by the library. With default-auth there are two for a login: the first finds the greeting
/// unanswered and only answers it, the second finds the data of the server's AuthSwitchRequest. May throw what the
/// callbacks throw, and std::bad_alloc.
Verdict authenticate(Plugin plugin, PacketChannel &channel, Exchange &exchange, const HandshakeTerms &terms);

} // namespace latchkey::gss
