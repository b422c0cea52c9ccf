// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/serverplugin/settings.h"

#include <cstddef>
#include <mutex>
#include <set>

#include <mysql/plugin.h>

namespace latchkey::serverplugin {

namespace {

char *servicePrincipal = nullptr;
char *serviceKeytab = nullptr;

std::mutex mutex;

/// The server reads the variables without our mutex: so no value ever set is freed.
std::set<std::string> &valuesEverSet()
{
    static std::set<std::string> values;
    return values;
}

void update(MYSQL_THD, st_mysql_sys_var *, void *variable, const void *wanted)
{
    const std::lock_guard lock(mutex);
    const char *value = *static_cast<const char *const *>(wanted);
    *static_cast<const char **>(variable) =
        valuesEverSet().insert(value != nullptr ? value : "").first->c_str();
}

MYSQL_SYSVAR_STR(service_principal, servicePrincipal, PLUGIN_VAR_RQCMDARG,
                 "The principal that clients ask a ticket for, as mysql/host@REALM", nullptr, update, "");
MYSQL_SYSVAR_STR(service_key_tab, serviceKeytab, PLUGIN_VAR_RQCMDARG,
                 "The keytab file that holds the principal's key; read anew at each login", nullptr, update,
                 "");

} // namespace

Settings currentSettings()
{
    const std::lock_guard lock(mutex);
    return {servicePrincipal != nullptr ? servicePrincipal : "",
            serviceKeytab != nullptr ? serviceKeytab : ""};
}

st_mysql_sys_var **settingsVariables()
{
    static st_mysql_sys_var *variables[] = {MYSQL_SYSVAR(service_principal), MYSQL_SYSVAR(service_key_tab),
                                            nullptr};
    return variables;
}

} // namespace latchkey::serverplugin
