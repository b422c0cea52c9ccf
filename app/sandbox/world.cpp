// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/world.h"

#include "app/sandbox/certificates.h"
#include "app/sandbox/password.h"

#include <QCoreApplication>
#include <QJsonDocument>

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
    const auto note = [](const char *text) { return QCoreApplication::translate("latchkey::sandbox", text); };
    const auto person = [](const QString &name, User::State state, const QString &realm,
                           const QString &text) {
        return Person{{name, randomPassword(), state}, realm, text};
    };
    using State = User::State;
    return {
        person(QStringLiteral("alice"), State::Active, usersRealm, note("may use every server")),
        person(QStringLiteral("bob"), State::Active, usersRealm, note("may use every server")),
        person(QStringLiteral("carol"), State::Active, servicesRealm,
               note("lives in the realm of the services")),
        person(QStringLiteral("dave"), State::PasswordExpired, usersRealm, note("the password has expired")),
        person(QStringLiteral("erin"), State::Locked, usersRealm, note("the account is locked")),
    };
}

QString batchPrincipal()
{
    return QStringLiteral("batch@") + usersRealm;
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

Result<> World::writeFiles()
{
    return writePrivateFile(file(), QJsonDocument(m_description.toJson()).toJson());
}

} // namespace latchkey::sandbox
