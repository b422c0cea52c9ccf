// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

struct st_mysql_sys_var;

namespace latchkey::serverplugin {

/// The global variables authentication_kerberos_service_principal and authentication_kerberos_service_key_tab.
/// SET GLOBAL changes them for the logins that begin afterwards.
struct Settings
{
    std::string servicePrincipal;
    std::string keytab; ///< empty: the system's default keytab
};

/// As they are now. Thread-safe.
Settings currentSettings();

/// For the plugin's declaration.
st_mysql_sys_var **settingsVariables();

} // namespace latchkey::serverplugin
