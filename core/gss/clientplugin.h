// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/spnpolicy.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

struct st_mysql;

namespace latchkey::gss {

/// Why an exchange ended without a login. `text` is what libmariadb's caller sees too (mysql_error, at most 511 bytes).
struct Failure
{
    enum class Kind {
        Malformed, ///< the server's bytes make no sense
        SpnRefused, ///< policy: no ticket was asked for, nothing was sent
        PluginRefused, ///< the server asked for a plugin that this connection does not want
        TlsMissing, ///< the connection wants TLS and the server did not give it
        RealmMismatch, ///< the server's account belongs to another realm than the credential's principal
        NoCredential, ///< no cache, or another principal's
        Ticket, ///< no service ticket: see krb5Code
        ServerNotProven, ///< the mutual token is missing or wrong
        Transport, ///< the connection broke in the exchange
        Stopped, ///< the `prepare` callback said no
        ProbeEnded, ///< a probe has seen the switch packet; not an error
    };
    Kind kind = Kind::Malformed;
    std::string text;
    std::int32_t krb5Code = 0; ///< signed krb5_error_code, 0 if none
    std::uint32_t gssMajor = 0;
};

enum class Method {
    Kerberos, ///< authentication_kerberos_client
    Gssapi, ///< auth_gssapi_client
    Ticket, ///< whichever of the two the server names
    Password, ///< built-in password plugins; ours only observes the connection
};

/// Points of a login that only the plugin sees.
enum class Stage {
    Connected, ///< TCP is there and the server has greeted
    Switched, ///< TLS is up, and the server has named its SPN
    TokenSent,
    Proven, ///< the server has proven that it holds the service's key
};

struct ServerRequest
{
    std::string spn;
    std::string realm; ///< empty with Gssapi
};

/// What one connection wants from the exchange, and what came of it. Made by the thread that connects, handed over by
/// ActiveExchange, filled in while mysql_real_connect() runs on that thread.
struct Exchange
{
    // Wanted
    Method method = Method::Kerberos;
    SpnPolicy spnPolicy;
    bool requireTls = true;
    /// Credential cache, "TYPE:residual"; empty: libkrb5's default. `prepare` may change it.
    std::string cacheName;
    /// The principal whose credential must be used, with realm; empty: the cache's.
    std::string clientPrincipal;
    /// Called once the server's SPN has passed the policy and before GSS is asked; gets the ticket into the cache. A
    /// Failure ends the exchange before a byte is sent.
    std::function<std::optional<Failure>(const ServerRequest &, Exchange &)> prepare;
    std::function<void(Stage)> onStage;

    // What came of it
    std::optional<ServerRequest> request; ///< what the server named, if it got so far
    std::optional<Failure> failure; ///< set if our side ended it
    bool mutuallyAuthenticated = false;
    /// libmariadb's handle, valid as long as the connection; for asking (mysql_thread_id, mysql_errno, mysql_get_socket…).
    st_mysql *handle = nullptr;
};

/// Registers authentication_kerberos_client and auth_gssapi_client with the process's libmariadb. Call once before
/// threads connect; later calls do nothing. An error text if libmariadb refused.
std::optional<std::string> registerClientPlugins();

/// What libmariadb must be told for a login by `method`. Both are needed: default-auth has our plugin called before the
/// server has said what it wants (Stage::Connected, Exchange::handle), and there it checks TLS and, by its exact name,
/// the plugin that the server switches to, before that plugin sends anything, be it a password's. The restriction is
/// libmariadb's own second lock (a substring test), and holds against servers that cannot switch plugins.
struct PluginChoice
{
    const char *defaultAuth; ///< MYSQL_DEFAULT_AUTH
    const char *restrictedAuth; ///< MARIADB_OPT_RESTRICTED_AUTH
};
/// `requireTls`: as the exchange has it. Without TLS a password plugin that gives the password itself is left out, so
/// that no server gets to it by way of another one.
PluginChoice pluginChoice(Method method, bool requireTls = true);

/// Makes `exchange` the one for logins on this thread while this object lives. Without one the plugin behaves as the
/// .so does: default cache, default policy.
class ActiveExchange
{
public:
    explicit ActiveExchange(Exchange &exchange);
    ~ActiveExchange();
    ActiveExchange(const ActiveExchange &) = delete;
    ActiveExchange &operator=(const ActiveExchange &) = delete;

private:
    Exchange *m_outer;
};

} // namespace latchkey::gss
