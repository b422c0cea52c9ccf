// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/world.h"

#include "app/sandbox/certificates.h"
#include "app/sandbox/password.h"
#include "app/sandbox/profiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <filesystem>

namespace latchkey::sandbox {

namespace {

const QString usersRealm = QStringLiteral("CORP.EXAMPLE.COM");
const QString servicesRealm = QStringLiteral("AWS.EXAMPLE.COM");
const QString loopback = QStringLiteral("127.0.0.1");

struct Person
{
    User user;
    QString realm;
    QString note;
};

QList<Person> people()
{
    const auto person = [](const QString &name, User::State state, const QString &realm,
                           const QString &text) {
        return Person{{name, randomPassword(), state}, realm, text};
    };
    using State = User::State;
    return {
        person(QStringLiteral("alice"), State::Active, usersRealm, QStringLiteral("may use every server")),
        person(QStringLiteral("bob"), State::Active, usersRealm, QStringLiteral("may use every server")),
        person(QStringLiteral("carol"), State::Active, servicesRealm,
               QStringLiteral("lives in the realm of the services")),
        person(QStringLiteral("dave"), State::PasswordExpired, usersRealm,
               QStringLiteral("the password has expired")),
        person(QStringLiteral("erin"), State::Locked, usersRealm, QStringLiteral("the account is locked")),
    };
}

QString batchPrincipal()
{
    return QStringLiteral("batch@") + usersRealm;
}

const QString writer = QStringLiteral("writer");
const QString reader = QStringLiteral("reader");

/// The servers' names in the service realm. They need not resolve: a client asks for the ticket its server names.
QString servicePrincipal(const QString &service, const QString &server)
{
    return QStringLiteral("%1/%2.orders.sandbox@%3").arg(service, server, servicesRealm);
}

AccountDescription passwordAccount(const QString &user)
{
    return {user, QStringLiteral("mysql_native_password"), {}, QString::fromLatin1(randomPassword())};
}

AccountPlan planAccounts()
{
    AccountPlan plan;
    const QString kerberos = QStringLiteral("authentication_kerberos");
    for (const QString &user : {QStringLiteral("alice"), QStringLiteral("bob"), QStringLiteral("dave"),
                                QStringLiteral("erin"), QStringLiteral("batch")})
        plan.accounts.append({user, kerberos, usersRealm, {}});
    plan.accounts.append({QStringLiteral("carol"), kerberos, servicesRealm, {}});
    plan.accounts.append({QStringLiteral("alice_gssapi"), QStringLiteral("gssapi"), usersRealm, {}});
    plan.accounts.append(passwordAccount(QStringLiteral("shop")));
    plan.gssapiPrincipal = QStringLiteral("alice@") + usersRealm;
    plan.admin = passwordAccount(QStringLiteral("admin"));
    plan.replica = passwordAccount(QStringLiteral("replica"));
    return plan;
}

Error notCopied(const QString &folder, const std::error_code &code)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The files of the second database server could not be copied to “%1”. Check "
                "the space left on the disk.")
                .arg(folder),
            QString::fromStdString(code.message()), code.value()};
}

Result<QString> linkPlugins(const DatabasePrograms &programs, const Folder &folder)
{
    auto plugins = folder.makeFolder(QStringLiteral("plugins"));
    for (const QString &file : programs.plugins) {
        if (plugins)
            QFile::link(file, *plugins + QLatin1Char('/') + QFileInfo(file).fileName());
    }
    return plugins;
}

QString serverKeytab(const Folder &folder, const QString &server)
{
    return folder.file(server + QStringLiteral(".keytab"));
}

} // namespace

Result<World> World::start(const WorldOptions &options, Signals &signals)
{
    removeLeftovers();
    auto folder = Folder::create(options.folder);
    if (!folder)
        return std::move(folder).error();
    World world(*std::move(folder));
    if (auto made = world.makeFolders(); !made)
        return std::move(made).error();
    if (auto started = world.startRealms(signals); !started)
        return std::move(started).error();
    if (auto made = world.makeCertificates(); !made)
        return std::move(made).error();
    if (!options.realmsOnly) {
        if (auto started = world.startServers(signals); !started)
            return std::move(started).error();
    }
    if (auto written = world.writeFiles(); !written)
        return std::move(written).error();
    return world;
}

QString World::file() const
{
    return m_folder.file(QStringLiteral("sandbox.json"));
}

Result<> World::makeFolders()
{
    const std::pair<QString, QString *> folders[] = {
        {QStringLiteral("config"), &m_description.configDir},
        {QStringLiteral("runtime"), &m_description.runtimeDir},
        {QStringLiteral("tickets"), &m_description.cacheName},
    };
    for (const auto &[name, path] : folders) {
        auto made = m_folder.makeFolder(name);
        if (!made)
            return std::move(made).error();
        *path = *made;
    }
    m_description.cacheName.prepend(QStringLiteral("DIR:"));
    m_description.krb5Config = m_folder.file(QStringLiteral("krb5.conf"));
    m_description.caFile = m_folder.file(QStringLiteral("ca.pem"));
    m_description.usersRealm = usersRealm;
    m_description.servicesRealm = servicesRealm;
    return Ok{};
}

Result<> World::startRealms(Signals &signals)
{
    const QByteArray trustKey = randomPassword();
    const QString trust = QStringLiteral("krbtgt/%1@%2").arg(servicesRealm, usersRealm);
    const QString batchKeytab = m_folder.file(QStringLiteral("batch.keytab"));
    QList<RealmPlan> plans{
        {usersRealm, {}, {{{QStringLiteral("batch")}, batchKeytab}}, trust, trustKey, true},
        {servicesRealm, {}, {}, trust, trustKey, false},
    };
    for (const QString &server : {QStringLiteral("writer"), QStringLiteral("reader")}) {
        const QString host = server + QStringLiteral(".orders.sandbox");
        plans[1].keytabs.append({{QStringLiteral("mysql/") + host, QStringLiteral("mariadb/") + host},
                                 serverKeytab(m_folder, server)});
    }
    for (const Person &person : people()) {
        (person.realm == usersRealm ? plans[0] : plans[1]).users.append(person.user);
        m_description.principals.append({person.user.name + QLatin1Char('@') + person.realm,
                                         QString::fromLatin1(person.user.password), person.note});
    }
    m_description.keytabs.append({batchPrincipal(), batchKeytab});
    for (const RealmPlan &plan : plans) {
        auto folder =
            m_folder.makeFolder(plan.name == usersRealm ? QStringLiteral("corp") : QStringLiteral("aws"));
        if (!folder)
            return std::move(folder).error();
        auto realm = Realm::start(plan, *folder, signals);
        if (!realm)
            return std::move(realm).error();
        m_description.kdcs.append({plan.name, loopback, realm->kdcPort(), realm->kdcPid()});
        m_realms.push_back(*std::move(realm));
    }
    return writePrivateFile(m_description.krb5Config,
                            clientConfig(m_realms, usersRealm, m_description.cacheName));
}

Result<> World::makeCertificates()
{
    const auto authority = Authority::make(QStringLiteral("Latchkey sandbox authority"));
    if (!authority)
        return authority.error();
    if (auto written = authority->writeCertificate(m_description.caFile); !written)
        return written;
    for (const QString &server : {writer, reader}) {
        const auto folder = m_folder.makeFolder(server);
        if (!folder)
            return folder.error();
        const QString host = server + QStringLiteral(".orders.sandbox");
        auto issued =
            authority->issue({host, {QStringLiteral("localhost"), loopback, host}},
                             *folder + QStringLiteral("/cert.pem"), *folder + QStringLiteral("/key.pem"));
        if (!issued)
            return issued;
    }
    return Ok{};
}

DatabasePlan World::planServer(const QString &name, const QString &pluginFolder) const
{
    DatabasePlan plan;
    plan.name = name;
    plan.folder = m_folder.file(name);
    plan.pluginFolder = pluginFolder;
    plan.krb5Config = m_description.krb5Config;
    plan.keytab = serverKeytab(m_folder, name);
    plan.spn = servicePrincipal(QStringLiteral("mysql"), name);
    plan.gssapiPrincipal = servicePrincipal(QStringLiteral("mariadb"), name);
    plan.caFile = m_description.caFile;
    return plan;
}

Result<> World::startServers(Signals &signals)
{
    const auto programs = DatabasePrograms::find();
    if (!programs)
        return programs.error();
    const auto plugins = linkPlugins(*programs, m_folder);
    if (!plugins)
        return plugins.error();
    const AccountPlan accounts = planAccounts();
    QList<DatabasePlan> plans{planServer(writer, *plugins), planServer(reader, *plugins)};
    if (auto made = createDatabaseFiles(*programs, plans[0], accounts, signals); !made)
        return made;
    const auto data = [](const DatabasePlan &plan) {
        return QFile::encodeName(plan.folder + QStringLiteral("/data")).toStdString();
    };
    std::error_code code;
    std::filesystem::copy(data(plans[0]), data(plans[1]), std::filesystem::copy_options::recursive, code);
    if (code)
        return notCopied(plans[1].folder, code);
    for (DatabasePlan &plan : plans) {
        plan.replica = accounts.replica;
        plan.number = static_cast<int>(m_servers.size()) + 1;
        plan.writerPort = m_servers.empty() ? std::uint16_t{0} : m_servers.front().port();
        auto server = DatabaseServer::start(*programs, plan, signals);
        if (!server)
            return std::move(server).error();
        m_description.servers.append(
            {plan.name, loopback, server->port(), plan.spn, server->pid(), accounts.accounts});
        m_servers.push_back(*std::move(server));
    }
    m_description.admin = accounts.admin;
    return Ok{};
}

Result<> World::writeFiles()
{
    const QByteArray profiles = readyProfiles(m_description);
    if (!profiles.isEmpty()) {
        const QString file = m_description.configDir + QStringLiteral("/profiles.json");
        if (auto written = writePrivateFile(file, profiles); !written)
            return written;
    }
    return writePrivateFile(file(), QJsonDocument(m_description.toJson()).toJson());
}

} // namespace latchkey::sandbox
