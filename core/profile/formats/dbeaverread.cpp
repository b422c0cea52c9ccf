// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/dbeaverprofile.h"

#include "core/profile/formats/foreign.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/profilewords.h"

#include <QJsonArray>
#include <QUrl>

namespace latchkey::formats {

namespace {

QJsonObject takeObject(QJsonObject &object, QLatin1String key)
{
    return object.take(key).toObject();
}

QStringList namesOf(const QString &path, const QJsonObject &own)
{
    if (own.isEmpty() || own.value(ownPath).toString() != path)
        return partsOf(path);
    QStringList names;
    const QJsonArray kept = own.value(ownNames).toArray();
    for (const QJsonValue &name : kept)
        names.append(name.toString());
    return names;
}

/// "255,181,181" as "#ffb5b5"; empty for anything else, and for white, which says nothing.
QString colourOf(const QString &triple)
{
    const QStringList parts = triple.split(QLatin1Char(','));
    if (parts.size() != 3)
        return {};
    QString colour = QStringLiteral("#");
    for (const QString &part : parts) {
        bool isNumber = false;
        const uint value = part.trimmed().toUInt(&isNumber);
        if (!isNumber || value > 0xFF)
            return {};
        colour += QStringLiteral("%1").arg(value, 2, 16, QLatin1Char('0'));
    }
    return colour == QLatin1String("#ffffff") ? QString() : colour;
}

/// Of Connector/J's sslMode, and the MariaDB connector's words for the same.
std::optional<TlsPolicy> policyOf(const QString &sslMode)
{
    const QString mode = sslMode.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
    if (mode == QLatin1String("DISABLED") || mode == QLatin1String("DISABLE"))
        return TlsPolicy::Off;
    if (mode == QLatin1String("PREFERRED") || mode == QLatin1String("REQUIRED")
        || mode == QLatin1String("TRUST"))
        return TlsPolicy::Required;
    if (mode == QLatin1String("VERIFY_CA"))
        return TlsPolicy::VerifyCa;
    if (mode == QLatin1String("VERIFY_IDENTITY") || mode == QLatin1String("VERIFY_FULL"))
        return TlsPolicy::VerifyIdentity;
    return std::nullopt;
}

/// The parts of a connection, of which what has been understood is taken.
struct Parts
{
    QJsonObject connection;
    QJsonObject configuration;
    QJsonObject authentication;
    QJsonObject properties;
    QJsonObject handlers;
    QJsonObject bootstrap;

    explicit Parts(const QJsonObject &members)
        : connection(members), configuration(takeObject(connection, QLatin1String("configuration"))),
          authentication(takeObject(configuration, QLatin1String("auth-properties"))),
          properties(takeObject(configuration, QLatin1String("properties"))),
          handlers(takeObject(configuration, QLatin1String("handlers"))),
          bootstrap(takeObject(configuration, QLatin1String("bootstrap")))
    { }

    QJsonObject rest() const
    {
        QJsonObject rest;
        const auto put = [&rest](const char *key, const QJsonObject &part) {
            if (!part.isEmpty())
                rest.insert(QLatin1String(key), part);
        };
        put("connection", connection);
        put("configuration", configuration);
        put("authentication", authentication);
        put("properties", properties);
        put("handlers", handlers);
        put("bootstrap", bootstrap);
        return rest;
    }
};

void takeFolder(QJsonObject &connection, Profile &profile)
{
    QJsonObject extensions = takeObject(connection, QLatin1String("extensions"));
    profile.folder =
        namesOf(takeText(connection, QLatin1String("folder")), takeObject(extensions, ownMember));
    if (!extensions.isEmpty())
        connection.insert(QLatin1String("extensions"), extensions);
}

void takeUrl(QString url, Profile &profile)
{
    if (url.startsWith(QLatin1String("jdbc:")))
        url.remove(0, 5);
    const QUrl parsed(url);
    profile.host = parsed.host();
    profile.schema = parsed.path().mid(1);
    if (parsed.port() > 0)
        profile.port = static_cast<std::uint16_t>(parsed.port());
}

void takeEndpoint(Parts &parts, Profile &profile, Remarks &remarks)
{
    const QString port = takeText(parts.configuration, QLatin1String("port"));
    const QString url = takeText(parts.configuration, QLatin1String("url"));
    profile.host = takeText(parts.configuration, QLatin1String("host"));
    profile.schema = takeText(parts.configuration, QLatin1String("database"));
    if (profile.host.isEmpty())
        takeUrl(url, profile);
    if (port.isEmpty())
        return;
    const auto number = portFrom(port);
    profile.port = number.value_or(profile.port);
    if (!number)
        remarks.add(atConnection(profile.name, QStringLiteral("port")),
                    ProfileWords::tr("This is no port from 1 to 65535; 3306 is taken."));
}

void takeIdentity(Parts &parts, const QString &driver, Profile &profile)
{
    profile.account = takeText(parts.configuration, QLatin1String("user"));
    const bool usesTickets =
        takeText(parts.configuration, QLatin1String("auth-model")) == QLatin1String("mysql_krb5");
    profile.authentication = !usesTickets        ? Authentication::Password
                             : isMariaDb(driver) ? Authentication::Gssapi
                                                 : Authentication::Kerberos;
    const auto said = [&parts](QLatin1String key) { return textFrom(parts.authentication.value(key)); };
    const QString realm = said(QLatin1String("krb5.realm"));
    profile.identity.principal = said(QLatin1String("krb5.user"));
    if (!profile.identity.principal.isEmpty() && !profile.identity.principal.contains(QLatin1Char('@'))
        && !realm.isEmpty())
        profile.identity.principal += QLatin1Char('@') + realm;
    if (said(QLatin1String("krb5.use_keytab")) != QLatin1String("false"))
        profile.identity.keytab = said(QLatin1String("krb5.keytab_path"));
    profile.kerberosConfig = said(QLatin1String("krb5.conf.path"));
}

void takeTls(Parts &parts, Profile &profile)
{
    QJsonObject handler = takeObject(parts.handlers, QLatin1String("mysql_ssl"));
    QJsonObject settings = takeObject(handler, QLatin1String("properties"));
    const QJsonValue verify = settings.take(QLatin1String("ssl.verify.server"));
    settings.remove(QLatin1String("ssl.require"));
    profile.tlsFiles = {takeText(settings, QLatin1String("ssl.ca.cert")),
                        takeText(settings, QLatin1String("ssl.client.cert")),
                        takeText(settings, QLatin1String("ssl.client.key"))};
    const auto mode = policyOf(takeText(parts.properties, QLatin1String("sslMode")));
    if (mode)
        profile.tls = *mode;
    else if (isTrue(handler.value(QLatin1String("enabled"))))
        profile.tls = verify.isUndefined() || isTrue(verify) ? TlsPolicy::VerifyCa : TlsPolicy::Required;
    if (!settings.isEmpty())
        parts.handlers.insert(QLatin1String("mysql_ssl"),
                              QJsonObject{{QStringLiteral("properties"), settings}});
}

void takeSession(Parts &parts, Profile &profile)
{
    const auto connect = millisecondsFrom(takeText(parts.properties, QLatin1String("connectTimeout")));
    profile.timeouts.connect = connect.value_or(profile.timeouts.connect);
    const auto alive = secondsFrom(takeText(parts.configuration, QLatin1String("keepAlive")));
    profile.timeouts.keepAlive = alive.value_or(profile.timeouts.keepAlive);
    const QJsonArray queries = parts.bootstrap.take(QLatin1String("query")).toArray();
    for (const QJsonValue &query : queries) {
        if (const QString statement = query.toString(); !statement.trimmed().isEmpty())
            profile.session.statements.append(statement);
    }
}

void takeLook(Parts &parts, const DBeaverFile &file, Profile &profile)
{
    profile.notes = takeText(parts.connection, QLatin1String("description"));
    profile.readOnly = isTrue(parts.connection.take(QLatin1String("read-only")));
    const QJsonObject tags = takeObject(parts.connection, QLatin1String("tags"));
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        const QString value = textFrom(tag.value());
        profile.tags.append(value.isEmpty() ? tag.key() : tag.key() + QLatin1Char('=') + value);
    }
    const QString type = takeText(parts.configuration, QLatin1String("type"));
    QJsonObject described = file.types.value(type);
    profile.environment = environmentOf(type, described.value(QLatin1String("name")).toString());
    const QString own = takeText(parts.configuration, QLatin1String("color"));
    profile.colour = colourOf(own.isEmpty() ? textFrom(described.value(QLatin1String("color"))) : own);
    if (type.isEmpty())
        return;
    described.insert(QLatin1String("id"), type);
    parts.configuration.insert(QLatin1String("type"), described);
}

void remarkOnTunnel(const Parts &parts, const Profile &profile, Remarks &remarks)
{
    const QJsonObject tunnel = parts.handlers.value(QLatin1String("ssh_tunnel")).toObject();
    if (isTrue(tunnel.value(QLatin1String("enabled"))))
        remarks.add(
            atConnection(profile.name),
            ProfileWords::tr("Latchkey has no SSH tunnels: it connects to this host and port directly."));
}

} // namespace

QStringList partsOf(const QString &path)
{
    return path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
}

bool isMariaDb(const QString &driver)
{
    return driver.contains(QLatin1String("maria"), Qt::CaseInsensitive);
}

Environment environmentOf(const QString &type, const QString &name)
{
    const auto says = [&](QLatin1String word) {
        return type.contains(word, Qt::CaseInsensitive) || name.contains(word, Qt::CaseInsensitive);
    };
    if (says(QLatin1String("prod")))
        return Environment::Production;
    if (says(QLatin1String("stag")))
        return Environment::Staging;
    return says(QLatin1String("test")) ? Environment::Test : Environment::None;
}

std::optional<Profile> profileOf(const DBeaverFile::Entry &entry, const DBeaverFile &file, Remarks &remarks)
{
    const Harmless harmlessEntry = harmless(entry.members);
    Parts parts(harmlessEntry.settings);
    const QString provider = textFrom(parts.connection.value(QLatin1String("provider")));
    const QString driver = textFrom(parts.connection.value(QLatin1String("driver")));
    if (provider != QLatin1String("mysql") && provider != QLatin1String("mariadb") && !isMariaDb(driver))
        return std::nullopt;
    Profile profile;
    profile.name = takeText(parts.connection, QLatin1String("name"));
    takeFolder(parts.connection, profile);
    if (harmlessEntry.hadSecrets)
        remarks.add(atConnection(profile.name),
                    ProfileWords::tr("Passwords are not imported. Enter it when you connect."));
    takeEndpoint(parts, profile, remarks);
    takeIdentity(parts, driver, profile);
    takeTls(parts, profile);
    takeSession(parts, profile);
    takeLook(parts, file, profile);
    remarkOnTunnel(parts, profile, remarks);
    parts.configuration.remove(QLatin1String("configurationType"));
    profile.foreign.insert(dbeaverTool, parts.rest());
    return profile;
}

// With a "parent" the key is a name; but Latchkey 0.1 wrote the whole path then, too.
QString folderPath(const DBeaverFile::Entry &entry)
{
    const QString outer = textFrom(entry.members.value(QLatin1String("parent")));
    const QString beginning = outer + QLatin1Char('/');
    return outer.isEmpty() || entry.id.startsWith(beginning) ? entry.id : beginning + entry.id;
}

std::optional<Folder> folderOf(const DBeaverFile::Entry &entry)
{
    QStringList path = namesOf(folderPath(entry), entry.members.value(ownMember).toObject());
    const QString notes = textFrom(entry.members.value(QLatin1String("description")));
    if (path.isEmpty() || notes.isEmpty())
        return std::nullopt;
    Folder folder;
    folder.settings.name = path.takeLast();
    folder.settings.folder = path;
    folder.settings.notes = notes;
    return folder;
}

} // namespace latchkey::formats
