// SPDX-License-Identifier: GPL-2.0-or-later
// The client plugin as a file, for other programs on libmariadb: mariadb --plugin-dir=… --default-auth=…
#include "app/plugin/pluginlog.h"
#include "core/gss/pluginentry.h"

#include <mysql.h>

#include <mysql/client_plugin.h>

namespace {

int authenticateUser(st_plugin_vio *vio, st_mysql *mysql)
{
    using namespace latchkey;
    return gss::authenticateStandalone(gss::Plugin::Kerberos, vio, mysql, pluginLog());
}

} // namespace

extern "C" {

MARIADB_CLIENT_PLUGIN_EXPORT st_mysql_client_plugin_AUTHENTICATION _mysql_client_plugin_declaration_ = {
    MYSQL_CLIENT_AUTHENTICATION_PLUGIN,
    MYSQL_CLIENT_AUTHENTICATION_PLUGIN_INTERFACE_VERSION,
    "authentication_kerberos_client",
    "The Latchkey authors",
    "Kerberos login for MySQL Enterprise, Aurora MySQL and servers that speak as they do",
    {0, 1, 0},
    "GPL",
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    authenticateUser,
};

} // extern "C"
