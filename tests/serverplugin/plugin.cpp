// SPDX-License-Identifier: GPL-2.0-or-later

// The server half of MySQL's authentication_kerberos for MariaDB servers, so that clients can be tried without MySQL
// Enterprise or Aurora. An account is made with
//
//     CREATE USER alice IDENTIFIED VIA kerberos_account USING 'REALM' OR authentication_kerberos USING 'REALM'
//
// MySQL tells its plugin the account's realm before the plugin speaks. MariaDB tells it only when the plugin has read
// something, but here the server speaks first. kerberos_account does nothing but read what the client has sent already,
// without a byte on the wire, and step aside: then the realm is known. An account with authentication_kerberos alone
// works too, but its clients are told the realm of the service principal instead of the account's own.

#include "tests/serverplugin/acceptor.h"
#include "tests/serverplugin/settings.h"
#include "tests/serverplugin/switchpacket.h"

#include <cstddef>
#include <cstdio>

#include <mysql/plugin_auth.h>

namespace {

using namespace latchkey::serverplugin;

/// Clients are told "access denied" and nothing else; the reason is for the server's log, which is standard error.
int deny(const MYSQL_SERVER_AUTH_INFO &info, const std::string &reason)
{
    const std::string user = info.user_name != nullptr ? info.user_name : "";
    std::fputs(("authentication_kerberos: denied \"" + user + "\": " + reason + '\n').c_str(), stderr);
    return CR_ERROR;
}

bool send(MYSQL_PLUGIN_VIO *channel, const std::string &bytes)
{
    return channel->write_packet(channel, reinterpret_cast<const unsigned char *>(bytes.data()),
                                 static_cast<int>(bytes.size()))
           == 0;
}

std::string text(const char *bytes, unsigned long length)
{
    return bytes != nullptr ? std::string(bytes, length) : std::string();
}

/// Runs the GSS exchange to its end.
Acceptor::Status exchange(MYSQL_PLUGIN_VIO *channel, Acceptor &acceptor)
{
    for (;;) {
        unsigned char *token = nullptr;
        const int length = channel->read_packet(channel, &token);
        if (length <= 0)
            return Acceptor::Status::Failed;
        const auto status =
            acceptor.accept({reinterpret_cast<const char *>(token), static_cast<std::size_t>(length)});
        if (status == Acceptor::Status::Failed)
            return status;
        if (!acceptor.reply().empty() && !send(channel, acceptor.reply()))
            return Acceptor::Status::Failed;
        if (status == Acceptor::Status::Complete)
            return status;
    }
}

int authenticate(MYSQL_PLUGIN_VIO *channel, MYSQL_SERVER_AUTH_INFO *info)
{
    const Settings settings = currentSettings();
    std::string realm = text(info->auth_string, info->auth_string_length);
    if (realm.empty())
        realm = realmOf(settings.servicePrincipal);
    const std::string packet = switchPacket(settings.servicePrincipal, realm);
    if (packet.empty() || !send(channel, packet))
        return CR_ERROR;

    Acceptor acceptor(settings);
    if (exchange(channel, acceptor) != Acceptor::Status::Complete)
        return deny(*info, acceptor.problem());
    const std::string wanted = text(info->user_name, info->user_name_length) + '@'
                               + text(info->auth_string, info->auth_string_length);
    if (acceptor.clientPrincipal() != wanted)
        return deny(*info, "the ticket is for " + acceptor.clientPrincipal() + ", the account for " + wanted);
    return CR_OK;
}

int stepAside(MYSQL_PLUGIN_VIO *channel, MYSQL_SERVER_AUTH_INFO *)
{
    unsigned char *ignored = nullptr;
    channel->read_packet(channel, &ignored);
    return CR_ERROR;
}

st_mysql_auth authenticationKerberos{MYSQL_AUTHENTICATION_INTERFACE_VERSION, "authentication_kerberos_client",
                                     authenticate, nullptr, nullptr};
st_mysql_auth kerberosAccount{MYSQL_AUTHENTICATION_INTERFACE_VERSION, nullptr, stepAside, nullptr, nullptr};

constexpr unsigned int version = 0x0100;
const char *const author = "Latchkey";

} // namespace

#pragma GCC visibility push(default)
// The macros hold braces that the formatter does not see.
// clang-format off
maria_declare_plugin(authentication_kerberos)
{
    MYSQL_AUTHENTICATION_PLUGIN, &authenticationKerberos, "authentication_kerberos", author,
    "The server half of MySQL's Kerberos authentication", PLUGIN_LICENSE_GPL, nullptr, nullptr, version, nullptr,
    settingsVariables(), "1.0", MariaDB_PLUGIN_MATURITY_STABLE
},
{
    MYSQL_AUTHENTICATION_PLUGIN, &kerberosAccount, "kerberos_account", author,
    "Lets authentication_kerberos know the account's realm before it speaks", PLUGIN_LICENSE_GPL, nullptr, nullptr,
    version, nullptr, nullptr, "1.0", MariaDB_PLUGIN_MATURITY_STABLE
}
maria_declare_plugin_end;
// clang-format on
#pragma GCC visibility pop
