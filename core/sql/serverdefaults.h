// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

struct st_mysql;

namespace latchkey::sql {

/// How this server calls a variable of transactions, "isolation" or "read_only": MySQL renamed them in 5.7.20, and
/// MariaDB, which knows both since 11.1, keeps the old names.
QString transactionVariable(st_mysql *handle, const QString &name);

/// Connector/C++ turns autocommit on at each login and sets the isolation level to REPEATABLE READ, whatever the
/// server's defaults are, in a round trip each. From now on these two statements of its say DEFAULT instead, which costs
/// no round trip more; every other statement is sent as it is.
/// Call between the server's greeting and the login.
void keepServerDefaults(st_mysql *handle);

/// Connector/C++ is done: all statements are sent as they are.
void sendAsItIs(st_mysql *handle);

} // namespace latchkey::sql
