// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/clientplugin.h"

#include "core/gss/pluginentry.h"

#include <mysql.h>

#include <mysql/client_plugin.h>

#include <memory>

namespace latchkey::gss {

namespace {

thread_local Exchange *activeExchange = nullptr;

bool isEncrypted(st_mysql *mysql)
{
    return mysql_get_ssl_cipher(mysql) != nullptr;
}

int login(Plugin plugin, st_plugin_vio *vio, st_mysql *mysql)
{
    if (activeExchange == nullptr)
        return authenticateStandalone(plugin, vio, mysql, {});
    return authenticateFor(*activeExchange, plugin, vio, mysql, isEncrypted);
}

int loginByKerberos(st_plugin_vio *vio, st_mysql *mysql)
{
    return login(Plugin::Kerberos, vio, mysql);
}

int loginByGssapi(st_plugin_vio *vio, st_mysql *mysql)
{
    return login(Plugin::Gssapi, vio, mysql);
}

using PluginStruct = st_mysql_client_plugin_AUTHENTICATION;

PluginStruct declaration(Plugin plugin, int (*authenticateUser)(st_plugin_vio *, st_mysql *))
{
    return {MYSQL_CLIENT_AUTHENTICATION_PLUGIN,
            MYSQL_CLIENT_AUTHENTICATION_PLUGIN_INTERFACE_VERSION,
            pluginName(plugin),
            "The Latchkey authors",
            "Kerberos login",
            {0, 1, 0},
            "GPL",
            nullptr,
            nullptr,
            nullptr,
            nullptr,
            authenticateUser};
}

std::optional<std::string> registerOne(MYSQL *mysql, PluginStruct &plugin)
{
    auto *generic = reinterpret_cast<st_mysql_client_plugin *>(&plugin);
    const auto *registered = mysql_client_register_plugin(mysql, generic);
    if (registered == generic)
        return std::nullopt;
    if (registered != nullptr)
        return std::string("Another plugin is loaded already as ") + plugin.name
               + "; start without LIBMYSQL_PLUGINS.";
    return std::string("libmariadb does not take the plugin ") + plugin.name + ": " + mysql_error(mysql);
}

std::optional<std::string> registerAll()
{
    // libmariadb keeps the pointers for the life of the process.
    static PluginStruct kerberos = declaration(Plugin::Kerberos, loginByKerberos);
    static PluginStruct gssapi = declaration(Plugin::Gssapi, loginByGssapi);

    const std::unique_ptr<MYSQL, decltype(&mysql_close)> mysql(mysql_init(nullptr), mysql_close);
    if (!mysql)
        return "libmariadb cannot be initialized.";
    if (auto problem = registerOne(mysql.get(), kerberos))
        return problem;
    return registerOne(mysql.get(), gssapi);
}

} // namespace

std::optional<std::string> registerClientPlugins()
{
    static const std::optional<std::string> problem = registerAll();
    return problem;
}

PluginChoice pluginChoice(Method method, bool requireTls)
{
    switch (method) {
    case Method::Gssapi:
        return {"auth_gssapi_client", "auth_gssapi_client"};
    case Method::Ticket:
        return {"authentication_kerberos_client", "authentication_kerberos_client,auth_gssapi_client"};
    case Method::Password:
        return {"authentication_kerberos_client",
                requireTls ? "authentication_kerberos_client,mysql_native_password,client_ed25519,"
                             "caching_sha2_password"
                           : "authentication_kerberos_client,mysql_native_password,client_ed25519"};
    case Method::Kerberos:
        break;
    }
    return {"authentication_kerberos_client", "authentication_kerberos_client"};
}

ActiveExchange::ActiveExchange(Exchange &exchange) : m_outer(activeExchange)
{
    activeExchange = &exchange;
}

ActiveExchange::~ActiveExchange()
{
    activeExchange = m_outer;
}

} // namespace latchkey::gss
