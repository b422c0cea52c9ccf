// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/dbeaverprofile.h"

#include "core/profile/formats/foreign.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/pathcomment.h"
#include "core/profile/profilewords.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace latchkey::formats {

namespace {

/// A type of connections, which in DBeaver says how careful to be.
struct Type
{
    QLatin1String id;
    QLatin1String name;
    QLatin1String colour;
    bool isCareful;
};

Type typeOf(Environment environment)
{
    switch (environment) {
    case Environment::None:
        return {QLatin1String("dev"), QLatin1String("Development"), QLatin1String("255,255,255"), false};
    case Environment::Test:
        return {QLatin1String("test"), QLatin1String("Test"), QLatin1String("196,255,181"), false};
    case Environment::Staging:
        return {QLatin1String("staging"), QLatin1String("Staging"), QLatin1String("255,230,181"), false};
    case Environment::Production:
        return {QLatin1String("prod"), QLatin1String("Production"), QLatin1String("255,181,181"), true};
    }
    Q_UNREACHABLE();
}

QLatin1String sslMode(TlsPolicy policy, bool forMariaDb)
{
    switch (policy) {
    case TlsPolicy::Off:
        return forMariaDb ? QLatin1String("disable") : QLatin1String("DISABLED");
    case TlsPolicy::Required:
        return forMariaDb ? QLatin1String("trust") : QLatin1String("REQUIRED");
    case TlsPolicy::VerifyCa:
        return forMariaDb ? QLatin1String("verify-ca") : QLatin1String("VERIFY_CA");
    case TlsPolicy::VerifyIdentity:
        return forMariaDb ? QLatin1String("verify-full") : QLatin1String("VERIFY_IDENTITY");
    }
    Q_UNREACHABLE();
}

QString tripleOf(const QString &colour)
{
    const uint value = colour.mid(1).toUInt(nullptr, 16);
    return QStringLiteral("%1,%2,%3").arg(value >> 16).arg(value >> 8 & 0xFF).arg(value & 0xFF);
}

QString urlOf(const Profile &profile)
{
    const QString host =
        profile.host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(profile.host) : profile.host;
    return QStringLiteral("jdbc:mysql://%1:%2/%3")
        .arg(host, QString::number(profile.port),
             QString::fromLatin1(QUrl::toPercentEncoding(profile.schema)));
}

// What Latchkey was not allowed to take of a keytab or krb5.conf is still in `authentication`.
QJsonObject authenticationOf(const Profile &profile, QJsonObject authentication)
{
    const QString &principal = profile.identity.principal;
    const qsizetype at = principal.lastIndexOf(QLatin1Char('@'));
    authentication.remove(QLatin1String("krb5.user"));
    putText(authentication, QLatin1String("krb5.user"), at < 0 ? principal : principal.first(at));
    if (at >= 0)
        authentication.insert(QLatin1String("krb5.realm"), principal.sliced(at + 1));
    else if (!principal.isEmpty())
        authentication.remove(QLatin1String("krb5.realm"));
    putText(authentication, QLatin1String("krb5.conf.path"), profile.kerberosConfig);
    if (!profile.identity.keytab.isEmpty()) {
        authentication.insert(QLatin1String("krb5.keytab_path"), profile.identity.keytab);
        authentication.insert(QLatin1String("krb5.use_keytab"), QStringLiteral("true"));
    }
    return authentication;
}

QJsonObject tlsOf(const Profile &profile, QJsonObject settings)
{
    const auto truth = [](bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); };
    putText(settings, QLatin1String("ssl.ca.cert"), profile.tlsFiles.authorities);
    putText(settings, QLatin1String("ssl.client.cert"), profile.tlsFiles.certificate);
    putText(settings, QLatin1String("ssl.client.key"), profile.tlsFiles.key);
    settings.insert(QLatin1String("ssl.require"), truth(profile.tls != TlsPolicy::Off));
    settings.insert(QLatin1String("ssl.verify.server"),
                    truth(profile.tls == TlsPolicy::VerifyCa || profile.tls == TlsPolicy::VerifyIdentity));
    return {{QStringLiteral("type"), QStringLiteral("CONFIG")},
            {QStringLiteral("enabled"), profile.tls != TlsPolicy::Off},
            {QStringLiteral("properties"), settings}};
}

QJsonObject configurationOf(const Profile &profile, const QJsonObject &foreign, bool forMariaDb)
{
    const auto part = [&foreign](const char *key) { return foreign.value(QLatin1String(key)).toObject(); };
    QJsonObject configuration = part("configuration");
    QJsonObject properties = part("properties");
    QJsonObject handlers = part("handlers");
    QJsonObject bootstrap = part("bootstrap");
    const QJsonObject ssl = handlers.value(QLatin1String("mysql_ssl")).toObject();
    handlers.insert(QLatin1String("mysql_ssl"),
                    tlsOf(profile, ssl.value(QLatin1String("properties")).toObject()));
    properties.insert(QLatin1String("sslMode"), sslMode(profile.tls, forMariaDb));
    if (profile.timeouts.connect != Timeouts().connect)
        properties.insert(QLatin1String("connectTimeout"),
                          QString::number(profile.timeouts.connect.count() * 1000));
    if (profile.timeouts.keepAlive.count() > 0)
        configuration.insert(QLatin1String("keepAlive"), qint64{profile.timeouts.keepAlive.count()});
    if (!profile.session.statements.isEmpty())
        bootstrap.insert(QLatin1String("query"), QJsonArray::fromStringList(profile.session.statements));
    configuration.insert(QLatin1String("host"), profile.host);
    configuration.insert(QLatin1String("port"), QString::number(profile.port));
    configuration.insert(QLatin1String("url"), urlOf(profile));
    configuration.insert(QLatin1String("configurationType"), QStringLiteral("MANUAL"));
    configuration.insert(QLatin1String("auth-model"),
                         profile.usesTickets() ? QStringLiteral("mysql_krb5") : QStringLiteral("native"));
    putText(configuration, QLatin1String("database"), profile.schema);
    putText(configuration, QLatin1String("user"), profile.account);
    configuration.insert(QLatin1String("color"), // white is none, and goes before the colour of the type
                         profile.colour.isEmpty() ? QStringLiteral("255,255,255") : tripleOf(profile.colour));
    const QJsonObject authentication = authenticationOf(profile, part("authentication"));
    if (!authentication.isEmpty())
        configuration.insert(QLatin1String("auth-properties"), authentication);
    configuration.insert(QLatin1String("properties"), properties);
    configuration.insert(QLatin1String("handlers"), handlers);
    if (!bootstrap.isEmpty())
        configuration.insert(QLatin1String("bootstrap"), bootstrap);
    return configuration;
}

QString driverOf(const Profile &profile, const QString &imported)
{
    const bool wantsMariaDb = profile.authentication == Authentication::Gssapi;
    const bool wantsMySql = profile.authentication == Authentication::Kerberos;
    if (imported.isEmpty() || (wantsMariaDb && !isMariaDb(imported)) || (wantsMySql && isMariaDb(imported)))
        return wantsMariaDb ? QStringLiteral("mariaDB") : QStringLiteral("mysql8");
    return imported;
}

/// With what no JSON can hold changed.
QString writable(QString text)
{
    return canBeText(text) ? text : QString::fromUtf8(text.remove(QChar(0)).toUtf8());
}

/// What DBeaver's path does not say of the folder's names; empty if it says them.
QJsonObject ownMembers(const QStringList &folder, const QString &path)
{
    QStringList names;
    for (const QString &name : folder)
        names.append(writable(name));
    if (partsOf(path) == names)
        return {};
    return {{ownNames, QJsonArray::fromStringList(names)}, {ownPath, path}};
}

void putOwn(QJsonObject &object, const QStringList &folder, const QString &path)
{
    if (const QJsonObject own = ownMembers(folder, path); !own.isEmpty())
        object.insert(ownMember, own);
}

QJsonObject tagsOf(const QStringList &tags)
{
    QJsonObject object;
    for (const QString &tag : tags)
        object.insert(tag, QString());
    return object;
}

} // namespace

DBeaverEntries::DBeaverEntries(const QList<Folder> &folders)
{
    for (const Folder &folder : folders)
        m_descriptions.insert(folder.fullPath(), folder.settings.notes);
}

QString DBeaverEntries::idOf(const Profile &profile)
{
    QString id =
        profile.origin.startsWith(dbeaverOrigin) ? profile.origin.sliced(dbeaverOrigin.size()) : QString();
    if (id.isEmpty() || m_ids.contains(id))
        id = QStringLiteral("mysql8-") + profile.id.toString(QUuid::WithoutBraces);
    m_ids.insert(id);
    return id;
}

QString DBeaverEntries::addFolder(const QStringList &path)
{
    if (path.isEmpty())
        return {};
    if (const auto known = m_folders.constFind(path); known != m_folders.constEnd())
        return *known;
    const QString outer = addFolder(path.first(path.size() - 1));
    const QString own = m_paths.next({outer, withoutSlashes(writable(path.last()))}).last();
    const QString whole = outer.isEmpty() ? own : outer + QLatin1Char('/') + own;
    m_folders.insert(path, whole);
    QJsonObject members; // without a "parent", for DBeaver would take the key as a name in it
    putText(members, QLatin1String("description"), m_descriptions.value(path));
    putOwn(members, path, whole);
    m_file.folders.append({whole, members});
    return whole;
}

// The type that it was imported with stays, as long as the profile is of that environment.
QString DBeaverEntries::addType(const Profile &profile, QJsonObject imported)
{
    const QString id = takeText(imported, QLatin1String("id"));
    const QString name = textFrom(imported.value(QLatin1String("name")));
    if (!id.isEmpty() && environmentOf(id, name) == profile.environment) {
        if (!imported.isEmpty())
            m_file.types.insert(id, imported);
        return id;
    }
    const Type usual = typeOf(profile.environment);
    m_file.types.insert(usual.id, QJsonObject{{QStringLiteral("name"), usual.name},
                                              {QStringLiteral("color"), usual.colour},
                                              {QStringLiteral("auto-commit"), !usual.isCareful},
                                              {QStringLiteral("confirm-execute"), usual.isCareful}});
    return usual.id;
}

void DBeaverEntries::add(const Profile &profile, Remarks &remarks)
{
    const QJsonObject foreign = harmless(profile.foreign.value(dbeaverTool).toObject()).settings;
    QJsonObject connection = foreign.value(QLatin1String("connection")).toObject();
    const QString driver = driverOf(profile, textFrom(connection.value(QLatin1String("driver"))));
    QJsonObject configuration = configurationOf(profile, foreign, isMariaDb(driver));
    const QJsonObject type = configuration.value(QLatin1String("type")).toObject();
    configuration.insert(QLatin1String("type"), addType(profile, type));
    connection.insert(QLatin1String("driver"), driver);
    if (!connection.contains(QLatin1String("provider")))
        connection.insert(QLatin1String("provider"), QStringLiteral("mysql"));
    connection.insert(QLatin1String("name"), writable(profile.name));
    const QString folder = addFolder(profile.folder);
    putText(connection, QLatin1String("folder"), folder);
    QJsonObject extensions = connection.value(QLatin1String("extensions")).toObject();
    putOwn(extensions, profile.folder, folder);
    if (!extensions.isEmpty())
        connection.insert(QLatin1String("extensions"), extensions);
    tellOfPath(profile, remarks);
    putText(connection, QLatin1String("description"), profile.notes);
    if (profile.readOnly)
        connection.insert(QLatin1String("read-only"), true);
    if (!profile.tags.isEmpty())
        connection.insert(QLatin1String("tags"), tagsOf(profile.tags));
    connection.insert(QLatin1String("configuration"), configuration);
    const auto hasSlash = [](const QString &part) { return part.contains(QLatin1Char('/')); };
    if (std::any_of(profile.folder.begin(), profile.folder.end(), hasSlash))
        remarks.add(atConnection(profile.path()),
                    ProfileWords::tr("A slash in a folder’s name would be another folder to DBeaver: "
                                     "it is written as a division slash (∕)."));
    m_file.connections.append({idOf(profile), connection});
}

} // namespace latchkey::formats
