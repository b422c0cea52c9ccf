// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

struct st_mysql;

namespace latchkey::sql {

/// Gives libmariadb the password for the login under way, in the place of the one before, which is wiped. What the
/// library keeps and sends of it is wiped too when the connection ends, so also when the login fails.
/// Call between the server's greeting and the login.
void tellPassword(st_mysql *handle, std::string_view password);

/// The login is over: wipes the password, and what was sent.
void forgetPassword(st_mysql *handle);

} // namespace latchkey::sql
