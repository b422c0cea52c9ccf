// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/database.h"

#include "app/sandbox/folder.h"
#include "app/sandbox/ports.h"
#include "app/sandbox/realm.h"
#include "app/sandbox/shop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace latchkey::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s; ///< for each step, on a machine that is busy with something else
constexpr int portAttempts = 5; ///< another process may take the port before the server does

Error missing(const QString &what, const QString &debianPackage)
{
    return {Error::Code::NotFound,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The sandbox needs the file “%1”, which was not found. On Debian, install it "
                "with “apt-get install %2”.")
                .arg(what, debianPackage),
            {},
            0};
}

Error pluginMissing()
{
    return {Error::Code::NotFound,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The sandbox’s server plugin authentication_kerberos.so was not found beside "
                "this program. Build it (it needs the Debian package libmariadbd-dev) or "
                "install Latchkey again."),
            {},
            0};
}

/// The first of the folders that has the file.
QString findFile(const QStringList &folders, const QString &name)
{
    for (const QString &folder : folders) {
        const QFileInfo file(QDir(folder).filePath(name));
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

QStringList ownPluginFolders()
{
    const QString up = QCoreApplication::applicationDirPath() + QStringLiteral("/../");
    return {up + QStringLiteral(LATCHKEY_SERVER_PLUGIN_DIR),
            up + QStringLiteral(LATCHKEY_INSTALLED_SERVER_PLUGIN_DIR)};
}

QStringList systemFolders(const QString &kind)
{
    QStringList folders;
    for (const QString &root : {QStringLiteral("/usr/lib/mysql"), QStringLiteral("/usr/lib/mariadb"),
                                QStringLiteral("/usr/lib64/mysql"), QStringLiteral("/usr/lib64/mariadb"),
                                QStringLiteral("/usr/share/mysql"), QStringLiteral("/usr/share/mariadb")})
        folders.append(root + kind);
    return folders;
}

QString log(const DatabasePlan &plan)
{
    return plan.folder + QStringLiteral("/log");
}

Error failed(const DatabasePlan &plan)
{
    return {Error::Code::Internal,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The database server “%1” could not be set up. The details show what it said.")
                .arg(plan.name),
            endOfLog(log(plan)), 0};
}

/// What making the files and serving them have in common: small, fast, and careless about power loss.
QStringList commonOptions(const DatabasePlan &plan)
{
    QStringList options{
        QStringLiteral("--no-defaults"),
        QStringLiteral("--datadir=%1/data").arg(plan.folder),
        QStringLiteral("--tmpdir=%1/tmp").arg(plan.folder),
        QStringLiteral("--plugin-dir=") + plan.pluginFolder,
        QStringLiteral("--plugin-load-add=authentication_kerberos"),
        QStringLiteral("--plugin-load-add=auth_gssapi"),
        QStringLiteral("--gssapi-keytab-path=") + plan.keytab,
        QStringLiteral("--gssapi-principal-name=") + plan.gssapiPrincipal,
        QStringLiteral("--innodb-buffer-pool-size=48M"),
        QStringLiteral("--innodb-log-file-size=16M"),
        QStringLiteral("--innodb-flush-log-at-trx-commit=0"),
        QStringLiteral("--innodb-flush-method=nosync"),
        QStringLiteral("--innodb-doublewrite=0"),
        QStringLiteral("--innodb-use-native-aio=0"),
        QStringLiteral("--innodb-buffer-pool-dump-at-shutdown=0"),
        QStringLiteral("--innodb-buffer-pool-load-at-startup=0"),
        QStringLiteral("--aria-pagecache-buffer-size=8M"),
        QStringLiteral("--key-buffer-size=1M"),
        QStringLiteral("--performance-schema=0"),
    };
    if (geteuid() == 0)
        options.append(QStringLiteral("--user=root"));
    return options;
}

QStringList servingOptions(const DatabasePlan &plan, std::uint16_t port)
{
    QStringList options{
        QStringLiteral("--port=%1").arg(port),
        QStringLiteral("--bind-address=127.0.0.1"),
        QStringLiteral("--skip-name-resolve"),
        // Relative to the data: the path of the sandbox may be longer than a socket's name can be.
        QStringLiteral("--socket=server.sock"),
        QStringLiteral("--pid-file=server.pid"),
        QStringLiteral("--server-id=%1").arg(plan.number),
        QStringLiteral("--max-connections=200"),
        QStringLiteral("--max-connect-errors=1000000"),
        QStringLiteral("--max-allowed-packet=64M"),
        QStringLiteral("--table-open-cache=200"),
        QStringLiteral("--character-set-server=utf8mb4"),
        QStringLiteral("--ssl-ca=") + plan.caFile,
        QStringLiteral("--ssl-cert=%1/cert.pem").arg(plan.folder),
        QStringLiteral("--ssl-key=%1/key.pem").arg(plan.folder),
        QStringLiteral("--authentication-kerberos-service-principal=") + plan.spn,
        QStringLiteral("--authentication-kerberos-service-key-tab=") + plan.keytab,
        QStringLiteral("--gtid-strict-mode=1"),
    };
    if (plan.writerPort == 0)
        options.append({QStringLiteral("--log-bin=binlog"), QStringLiteral("--binlog-format=ROW"),
                        QStringLiteral("--sync-binlog=0")});
    else
        options.append({QStringLiteral("--read-only=1"), QStringLiteral("--relay-log=relay"),
                        QStringLiteral("--init-file=%1/init.sql").arg(plan.folder)});
    return options;
}

Command serverCommand(const DatabasePrograms &programs, const DatabasePlan &plan, const QStringList &options)
{
    return {programs.server,
            commonOptions(plan) + options,
            kerberosEnvironment(plan.krb5Config, plan.folder),
            {},
            log(plan),
            plan.folder};
}

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    return '\'' + bytes.replace('\\', "\\\\").replace('\'', "\\'") + '\'';
}

QByteArray authenticationClause(const AccountDescription &account, const QString &gssapiPrincipal)
{
    const QByteArray realm = quoted(account.realm);
    if (account.plugin == QLatin1String("authentication_kerberos")) // see tests/serverplugin/plugin.cpp
        return "VIA kerberos_account USING " + realm + " OR authentication_kerberos USING " + realm;
    if (account.plugin == QLatin1String("gssapi"))
        return "VIA gssapi USING " + quoted(gssapiPrincipal);
    return "BY " + quoted(account.password);
}

/// One statement a line, as the server wants them while it makes its files.
QByteArray accountScript(const AccountPlan &plan)
{
    QByteArray script = "DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';\nFLUSH PRIVILEGES;\n";
    const auto create = [&](const AccountDescription &account, const QByteArray &grant) {
        const QByteArray user = quoted(account.user) + "@'%'";
        script += "CREATE USER " + user + " IDENTIFIED " + authenticationClause(account, plan.gssapiPrincipal)
                  + ";\n";
        script += "GRANT " + grant + " TO " + user + ";\n";
    };
    for (const AccountDescription &account : plan.accounts)
        create(account, "ALL ON shop.*");
    create(plan.replica, "REPLICATION SLAVE ON *.*");
    create(plan.admin, "ALL ON *.*");
    script += "GRANT GRANT OPTION ON *.* TO " + quoted(plan.admin.user) + "@'%';\n";
    return script;
}

Result<QByteArray> systemTablesScript(const DatabasePrograms &programs)
{
    QByteArray script = "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n";
    for (const QString &name : programs.systemTables) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return missing(name, QStringLiteral("mariadb-server"));
        script += file.readAll();
    }
    return script;
}

Result<> makeDataFolders(const DatabasePlan &plan)
{
    for (const QString &name : {QStringLiteral("/data"), QStringLiteral("/tmp")}) {
        if (!QDir().mkpath(plan.folder + name))
            return failed(plan);
    }
    return Ok{};
}

QByteArray replicationScript(const DatabasePlan &plan)
{
    return "CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=" + QByteArray::number(plan.writerPort)
           + ", MASTER_USER=" + quoted(plan.replica.user)
           + ", MASTER_PASSWORD=" + quoted(plan.replica.password)
           + ", MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1;\nSTART SLAVE;\n";
}

} // namespace

Result<DatabasePrograms> DatabasePrograms::find()
{
    const QString package = QStringLiteral("mariadb-server");
    auto server = findProgram(QStringLiteral("mariadbd"), package);
    if (!server)
        return std::move(server).error();
    DatabasePrograms programs{*server, {}, {}};
    for (const QString &name :
         {QStringLiteral("mysql_system_tables.sql"), QStringLiteral("mysql_system_tables_data.sql")}) {
        programs.systemTables.append(findFile(systemFolders(QString()), name));
        if (programs.systemTables.back().isEmpty())
            return missing(name, package);
    }
    programs.plugins = {findFile(ownPluginFolders(), QStringLiteral("authentication_kerberos.so")),
                        findFile(systemFolders(QStringLiteral("/plugin")), QStringLiteral("auth_gssapi.so"))};
    if (programs.plugins.front().isEmpty())
        return pluginMissing();
    if (programs.plugins.back().isEmpty())
        return missing(QStringLiteral("auth_gssapi.so"), QStringLiteral("mariadb-plugin-gssapi-server"));
    return programs;
}

Result<> createDatabaseFiles(const DatabasePrograms &programs, const DatabasePlan &plan,
                             const AccountPlan &accounts, Signals &signals)
{
    if (auto made = makeDataFolders(plan); !made)
        return made;
    auto script = systemTablesScript(programs);
    if (!script)
        return std::move(script).error();
    Command command = serverCommand(programs, plan, {QStringLiteral("--bootstrap")});
    command.input = *script + shopScript() + accountScript(accounts);
    auto child = Child::start(command);
    if (!child)
        return std::move(child).error();
    if (auto ended = signals.waitUntil([&] { return child->exitCode().has_value(); }, patience, failed(plan));
        !ended)
        return ended;
    return child->exitCode() == 0 ? Result<>(Ok{}) : failed(plan);
}

Result<DatabaseServer> DatabaseServer::start(const DatabasePrograms &programs, const DatabasePlan &plan,
                                             Signals &signals)
{
    const QString init = plan.folder + QStringLiteral("/init.sql");
    if (plan.writerPort != 0) {
        if (auto written = writePrivateFile(init, replicationScript(plan)); !written)
            return std::move(written).error();
    }
    if (auto made = makeDataFolders(plan); !made)
        return std::move(made).error();
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        const std::uint16_t port = freePort();
        auto child = Child::start(serverCommand(programs, plan, servingOptions(plan, port)));
        if (!child)
            return std::move(child).error();
        const auto isReady = [&] { return child->exitCode().has_value() || greets(port); };
        if (auto ready = signals.waitUntil(isReady, patience, failed(plan)); !ready)
            return std::move(ready).error();
        if (child->exitCode())
            continue;
        QFile::remove(init);
        return DatabaseServer(*std::move(child), port);
    }
    return failed(plan);
}

} // namespace latchkey::sandbox
