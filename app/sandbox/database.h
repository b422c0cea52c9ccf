// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/child.h"
#include "app/sandbox/description.h"
#include "app/sandbox/signals.h"

#include <cstdint>

namespace latchkey::sandbox {

/// What MariaDB servers are made of on this machine.
struct DatabasePrograms
{
    QString server; ///< mariadbd
    QStringList systemTables; ///< the SQL files that make the schema “mysql”
    QStringList plugins; ///< authentication_kerberos.so and auth_gssapi.so

    /// NotFound names what is missing and the Debian package it comes in.
    static Result<DatabasePrograms> find();
};

/// Who may log in: the same on every server.
struct AccountPlan
{
    QList<AccountDescription> accounts;
    AccountDescription admin; ///< may do everything
    AccountDescription replica; ///< may replicate
    QString gssapiPrincipal; ///< the only one that may use the account with gssapi
};

/// One server to run.
struct DatabasePlan
{
    QString name; ///< "writer" or "reader"
    QString folder; ///< of its own; data and logs go below it
    QString pluginFolder;
    QString krb5Config;
    QString keytab;
    QString spn; ///< for authentication_kerberos
    QString gssapiPrincipal; ///< its SPN for gssapi
    QString caFile; ///< with "cert.pem" and "key.pem" beside it in `folder`
    int number = 1; ///< server_id
    std::uint16_t writerPort = 0; ///< replicate from there and be read-only; 0: be the writer
    AccountDescription replica;
};

/// Makes the data that a server starts with: system tables, accounts, the sample shop. Goes into data/ of the plan's
/// folder.
Result<> createDatabaseFiles(const DatabasePrograms &programs, const DatabasePlan &plan,
                             const AccountPlan &accounts, Signals &signals);

/// A running MariaDB server on a random port of 127.0.0.1.
class DatabaseServer
{
public:
    /// Blocks until it greets clients.
    static Result<DatabaseServer> start(const DatabasePrograms &programs, const DatabasePlan &plan,
                                        Signals &signals);

    std::uint16_t port() const { return m_port; }
    pid_t pid() const { return m_child.pid(); }

private:
    DatabaseServer(Child child, std::uint16_t port) : m_child(std::move(child)), m_port(port) { }

    Child m_child;
    std::uint16_t m_port;
};

} // namespace latchkey::sandbox
