// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/realm.h"

#include "app/sandbox/folder.h"
#include "app/sandbox/ports.h"

#include <QCoreApplication>
#include <QFile>

namespace latchkey::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 20s; ///< for each step, on a machine that is busy with something else
constexpr int portAttempts = 5; ///< another process may take a port before the KDC does

const QString package = QStringLiteral("krb5-kdc");
const QString adminPackage = QStringLiteral("krb5-admin-server");

struct Ports
{
    std::uint16_t kdc = freePort();
    std::uint16_t admin = freePort();
    std::uint16_t password = freePort();
};

QString log(const QString &folder)
{
    return folder + QStringLiteral("/log");
}

QString configFile(const QString &folder)
{
    return folder + QStringLiteral("/kdc.conf");
}

Error failed(const RealmPlan &plan, const QString &folder)
{
    return {
        Error::Code::Internal,
        QCoreApplication::translate(
            "latchkey::sandbox", "The realm %1 could not be set up. The details show what its programs said.")
            .arg(plan.name),
        endOfLog(log(folder)), 0};
}

QByteArray kdcConfig(const RealmPlan &plan, const QString &folder, const Ports &ports)
{
    const QByteArray realm = QStringLiteral("[libdefaults]\n"
                                            " default_realm = %1\n"
                                            " dns_lookup_kdc = false\n"
                                            "[dbmodules]\n"
                                            " sandbox = {\n"
                                            "  db_library = db2\n"
                                            "  database_name = %2/principal\n"
                                            " }\n"
                                            "[logging]\n"
                                            " default = STDERR\n"
                                            "[realms]\n"
                                            " %1 = {\n"
                                            "  database_module = sandbox\n"
                                            "  key_stash_file = %2/stash\n"
                                            "  acl_file = %2/acl\n"
                                            "  kdc_listen = 127.0.0.1:%3\n"
                                            "  kdc_tcp_listen = 127.0.0.1:%3\n"
                                            "  kadmind_listen = 127.0.0.1:%4\n"
                                            "  kpasswd_listen = 127.0.0.1:%5\n"
                                            "  max_life = 10h\n"
                                            "  max_renewable_life = 7d\n"
                                            "  default_principal_flags = +preauth\n")
                                 .arg(plan.name, folder)
                                 .arg(ports.kdc)
                                 .arg(ports.admin)
                                 .arg(ports.password)
                                 .toUtf8();
    return realm + plan.settings + " }\n" + plan.sections;
}

Command kerberosCommand(const QString &program, const QStringList &arguments, const QString &folder)
{
    Command command{program, arguments,   kerberosEnvironment(configFile(folder), folder),
                    {},      log(folder), folder};
    command.environment.append({"KRB5_KDC_PROFILE", QFile::encodeName(configFile(folder))});
    return command;
}

Result<> runToEnd(const Command &command, Signals &signals, const Error &failure)
{
    auto child = Child::start(command);
    if (!child)
        return std::move(child).error();
    if (auto ended = signals.waitUntil([&] { return child->exitCode().has_value(); }, patience, failure);
        !ended)
        return ended;
    if (child->exitCode() != 0)
        return failure;
    return Ok{};
}

Result<> createDatabase(const RealmPlan &plan, const QString &folder, Signals &signals)
{
    const auto program = findProgram(QStringLiteral("kdb5_util"), package);
    if (!program)
        return program.error();
    const QByteArray masterPassword = plan.trustKey + plan.name.toUtf8();
    Command command = kerberosCommand(
        *program, {QStringLiteral("-r"), plan.name, QStringLiteral("create"), QStringLiteral("-s")}, folder);
    command.input = masterPassword + '\n' + masterPassword + '\n';
    return runToEnd(command, signals, failed(plan, folder));
}

/// One line of kadmin for each principal; the passwords are read from standard input.
QByteArray fillingScript(const RealmPlan &plan)
{
    const QByteArray renewable = " -maxrenewlife \"7 days\" ";
    QByteArray script = "addpol -minlength 8 users\n";
    script += "modprinc" + renewable + "krbtgt/" + plan.name.toUtf8() + '\n';
    for (const User &user : plan.users) {
        script += "addprinc -policy users" + renewable;
        if (user.state == User::State::PasswordExpired)
            script += "-pwexpire \"2020-01-01 00:00:00\" ";
        if (user.state == User::State::Locked)
            script += "-allow_tix ";
        script += "-pw " + user.password + ' ' + user.name.toUtf8() + '\n';
    }
    if (!plan.trustPrincipal.isEmpty())
        script += "addprinc" + renewable + "-pw " + plan.trustKey + ' ' + plan.trustPrincipal.toUtf8() + '\n';
    for (const Keytab &keytab : plan.keytabs) {
        for (const QString &principal : keytab.principals) {
            script += "addprinc -randkey" + renewable + principal.toUtf8() + '\n';
            script +=
                "ktadd -norandkey -k " + QFile::encodeName(keytab.file) + ' ' + principal.toUtf8() + '\n';
        }
    }
    return script + plan.script;
}

/// kadmin.local echoes what it reads, passwords too, and exits with 0 whatever fails: so its output goes to a file of
/// its own that is looked at and removed.
Result<> fillDatabase(const RealmPlan &plan, const QString &folder, Signals &signals)
{
    const auto program = findProgram(QStringLiteral("kadmin.local"), adminPackage);
    if (!program)
        return program.error();
    Command command = kerberosCommand(*program, {QStringLiteral("-r"), plan.name}, folder);
    command.input = fillingScript(plan);
    command.log = folder + QStringLiteral("/filling");
    auto filled = runToEnd(command, signals, failed(plan, folder));
    QFile output(command.log);
    if (!output.open(QIODevice::ReadOnly))
        return failed(plan, folder);
    const auto created = output.readAll().count("\" created.");
    output.remove();
    if (filled && created != command.input.count("addprinc "))
        return failed(plan, folder);
    return filled;
}

/// The child when it serves; nothing when it could not have the port.
Result<std::optional<Child>> serve(const Command &command, std::uint16_t port, Signals &signals,
                                   const Error &failure)
{
    auto child = Child::start(command);
    if (!child)
        return std::move(child).error();
    const auto isReady = [&] { return child->exitCode().has_value() || isListening(port); };
    if (auto ready = signals.waitUntil(isReady, patience, failure); !ready)
        return std::move(ready).error();
    if (child->exitCode())
        return std::optional<Child>{};
    return std::optional<Child>{*std::move(child)};
}

/// Starts the realm's servers on `ports`; none if a port was taken.
Result<std::vector<Child>> startServers(const RealmPlan &plan, const QString &folder, const Ports &ports,
                                        Signals &signals)
{
    struct Server
    {
        QString program;
        QString package;
        QStringList arguments;
        std::uint16_t port;
    };
    QList<Server> servers{{QStringLiteral("krb5kdc"),
                           package,
                           {QStringLiteral("-n"), QStringLiteral("-r"), plan.name},
                           ports.kdc}};
    if (plan.changesPasswords) {
        servers.append({QStringLiteral("kadmind"),
                        adminPackage,
                        {QStringLiteral("-nofork"), QStringLiteral("-r"), plan.name},
                        ports.password});
    }
    std::vector<Child> children;
    for (const Server &server : servers) {
        const auto program = findProgram(server.program, server.package);
        if (!program)
            return program.error();
        auto child = serve(kerberosCommand(*program, server.arguments, folder), server.port, signals,
                           failed(plan, folder));
        if (!child)
            return std::move(child).error();
        if (!child->has_value())
            return std::vector<Child>{};
        children.push_back(std::move(child->value()));
    }
    return children;
}

} // namespace

Result<Realm> Realm::start(const RealmPlan &plan, const QString &folder, Signals &signals)
{
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        const Ports ports;
        if (auto written = writePrivateFile(configFile(folder), kdcConfig(plan, folder, ports)); !written)
            return std::move(written).error();
        if (attempt == 0) {
            if (auto made = writePrivateFile(folder + QStringLiteral("/acl"), {}); !made)
                return std::move(made).error();
            if (auto made = createDatabase(plan, folder, signals); !made)
                return std::move(made).error();
            if (auto made = fillDatabase(plan, folder, signals); !made)
                return std::move(made).error();
        }
        auto children = startServers(plan, folder, ports, signals);
        if (!children)
            return std::move(children).error();
        if (children->empty())
            continue;
        Realm realm;
        realm.m_name = plan.name;
        realm.m_kdcPort = ports.kdc;
        realm.m_passwordPort = plan.changesPasswords ? ports.password : std::uint16_t{0};
        realm.m_children = *std::move(children);
        return realm;
    }
    return failed(plan, folder);
}

QByteArray clientConfig(const std::vector<Realm> &realms, const QString &defaultRealm,
                        const QString &cacheName)
{
    QString config = QStringLiteral("[libdefaults]\n"
                                    " default_realm = %1\n"
                                    " default_ccache_name = %2\n"
                                    " dns_lookup_kdc = false\n"
                                    " dns_lookup_realm = false\n"
                                    " dns_canonicalize_hostname = false\n"
                                    " rdns = false\n"
                                    " forwardable = true\n"
                                    " ticket_lifetime = 10h\n"
                                    " renew_lifetime = 7d\n"
                                    "[realms]\n")
                         .arg(defaultRealm, cacheName);
    for (const Realm &realm : realms) {
        config += QStringLiteral(" %1 = {\n  kdc = 127.0.0.1:%2\n").arg(realm.name()).arg(realm.kdcPort());
        if (realm.passwordPort() != 0)
            config += QStringLiteral("  kpasswd_server = 127.0.0.1:%1\n").arg(realm.passwordPort());
        config += QStringLiteral(" }\n");
    }
    return config.toUtf8();
}

Environment kerberosEnvironment(const QString &config, const QString &folder)
{
    return {{"KRB5_CONFIG", QFile::encodeName(config)},
            {"KRB5RCACHENAME", "file2:" + QFile::encodeName(folder) + "/replay"},
            {"KRB5CCNAME", "MEMORY:none"},
            {"KRB5_KTNAME", QByteArray()},
            {"KRB5_CLIENT_KTNAME", QByteArray()},
            {"KRB5_TRACE", QByteArray()},
            {"LC_ALL", "C.UTF-8"}};
}

} // namespace latchkey::sandbox
