// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/clientplugin.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <memory>

namespace latchkey::test {

/// What a login through libmariadb came to.
struct LoginResult
{
    bool loggedIn = false;
    unsigned code = 0; ///< mysql_errno
    QString state; ///< SQLSTATE
    QString text; ///< mysql_error
};

/// A login through plain libmariadb, without anything of core/sql.
class PlainClient
{
public:
    PlainClient();

    std::uint16_t port = 0;
    QString user = QStringLiteral("alice");
    QString password;
    QString caFile; ///< empty: without TLS
    bool localFiles = false;
    unsigned timeoutSeconds = 10;

    /// As the application logs in: default-auth, restricted plugins, `exchange` active.
    LoginResult login(gss::Exchange &exchange);
    /// As a program that knows nothing of Kerberos does.
    LoginResult loginUnrestricted();
    /// Runs one statement after a login; what the server said if that failed, empty if it did not.
    QString query(const QString &sql);

private:
    struct Handle;
    std::shared_ptr<Handle> m_handle;

    LoginResult connect();
};

/// Gets a ticket with kinit into `cacheName`; what kinit said if that failed, empty if it did not.
QString kinit(const QString &principal, const QString &password, const QString &cacheName,
              const QStringList &options = {});

/// How another program ended. It reads nothing.
struct ProgramResult
{
    int exitCode = -1; ///< -1: it crashed, hung or could not be started
    QString out;
    QString err;
};
ProgramResult runProgram(const QString &program, const QStringList &arguments,
                         const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace latchkey::test
