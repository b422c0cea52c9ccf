// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/serverdefaults.h"

#include <mysql.h>

#include <string>
#include <string_view>

namespace latchkey::sql {

namespace {

constexpr unsigned long renamedIn = 50720;

/// What is to be sent instead; empty: the statement itself.
std::string replacement(st_mysql *handle, std::string_view statement)
{
    if (statement == "SET autocommit=1")
        return "SET SESSION autocommit=DEFAULT";
    if (statement == "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return "SET SESSION " + transactionVariable(handle, QStringLiteral("isolation")).toStdString()
               + "=DEFAULT";
    return {};
}

/// libmariadb's own way to the server, and the same with the statements replaced. There is but one table for all
/// connections.
struct Sending
{
    st_mariadb_methods original;
    st_mariadb_methods replacing;

    explicit Sending(const st_mariadb_methods &methods) : original(methods), replacing(methods)
    {
        replacing.db_command = command;
    }
    static int command(st_mysql *handle, enum_server_command command, const char *text, std::size_t size,
                       my_bool skipCheck, void *argument);
};

const Sending &sending(const st_mariadb_methods &methods)
{
    static const Sending instance(methods);
    return instance;
}

int Sending::command(st_mysql *handle, enum_server_command command, const char *text, std::size_t size,
                     my_bool skipCheck, void *argument)
{
    const auto send = sending(*handle->methods).original.db_command;
    const std::string other =
        command == COM_QUERY ? replacement(handle, std::string_view(text, size)) : std::string();
    return other.empty() ? send(handle, command, text, size, skipCheck, argument)
                         : send(handle, command, other.data(), other.size(), skipCheck, argument);
}

} // namespace

QString transactionVariable(st_mysql *handle, const QString &name)
{
    const bool isRenamed = !mariadb_connection(handle) && mysql_get_server_version(handle) >= renamedIn;
    return (isRenamed ? QStringLiteral("transaction_") : QStringLiteral("tx_")) + name;
}

void keepServerDefaults(st_mysql *handle)
{
    handle->methods = &sending(*handle->methods).replacing;
}

void sendAsItIs(st_mysql *handle)
{
    handle->methods = &sending(*handle->methods).original;
}

} // namespace latchkey::sql
