// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/workbench.h"

#include "core/profile/formats/foreign.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/names.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/formats/workbenchxml.h"
#include "core/profile/profilewords.h"

#include <array>

namespace latchkey::formats {

namespace {

constexpr QLatin1String tool("workbench");
constexpr QLatin1String originPrefix("workbench:");
constexpr QLatin1String drivers("com.mysql.rdbms.mysql.driver.");
constexpr QLatin1String sqlMode("sql_mode");

constexpr std::array<std::string_view, 11> fieldsOfWorkbench{
    "port",   "account",           "schema",    "authentication", "kerberosConfig", "tls",
    "caFile", "clientCertificate", "clientKey", "connectTimeout", "variables"};

QString kindOf(const QString &driver)
{
    return driver.startsWith(drivers) ? driver.sliced(drivers.size()) : QString();
}

/// "Native Kerberos", and LDAP with Kerberos, which Latchkey takes for it.
bool usesKerberos(const QString &driver)
{
    return driver.endsWith(QLatin1String("kerberos"));
}

/// Values of useSSL. "If available" is what an attacker on the way turns into none: TLS is required for it.
TlsPolicy tlsOf(const QString &useSsl)
{
    if (useSsl == QLatin1String("0"))
        return TlsPolicy::Off;
    if (useSsl == QLatin1String("1") || useSsl == QLatin1String("2"))
        return TlsPolicy::Required;
    return useSsl == QLatin1String("3") ? TlsPolicy::VerifyCa : TlsPolicy::VerifyIdentity;
}

int useSslOf(TlsPolicy policy)
{
    switch (policy) {
    case TlsPolicy::Off:
        return 0;
    case TlsPolicy::Required:
        return 2;
    case TlsPolicy::VerifyCa:
        return 3;
    case TlsPolicy::VerifyIdentity:
        return 4;
    }
    Q_UNREACHABLE();
}

/// The newer of two keys of one meaning.
QString takeEither(QJsonObject &parameters, QLatin1String newer, QLatin1String older)
{
    const QString now = takeText(parameters, newer);
    const QString before = takeText(parameters, older);
    return now.isEmpty() ? before : now;
}

void setName(Profile &profile, const QString &name)
{
    const qsizetype slash = name.indexOf(QLatin1Char('/'));
    if (slash > 0)
        profile.folder = QStringList(name.first(slash));
    profile.name = slash > 0 ? name.sliced(slash + 1) : name;
}

void takeNumbers(QJsonObject &parameters, Profile &profile, Remarks &remarks)
{
    if (const QString text = takeText(parameters, QLatin1String("port")); !text.isEmpty()) {
        const auto port = portFrom(text);
        profile.port = port.value_or(profile.port);
        if (!port)
            remarks.add(atConnection(profile.name, QStringLiteral("port")),
                        ProfileWords::tr("This is no port from 1 to 65535; 3306 is taken."));
    }
    if (const QString text = takeText(parameters, QLatin1String("timeout")); !text.isEmpty()) {
        const auto time = secondsFrom(text);
        profile.timeouts.connect = time.value_or(profile.timeouts.connect);
        if (!time)
            remarks.add(atConnection(profile.name, QStringLiteral("timeout")),
                        ProfileWords::tr("This is no number of seconds; 10 seconds are taken."));
    }
}

void takeParameters(QJsonObject &parameters, Profile &profile, Remarks &remarks)
{
    profile.host = takeEither(parameters, QLatin1String("hostName"), QLatin1String("host"));
    profile.account = takeEither(parameters, QLatin1String("userName"), QLatin1String("username"));
    profile.schema = takeText(parameters, QLatin1String("schema"));
    profile.kerberosConfig = textFrom(parameters.value(QLatin1String("krb5")));
    profile.tls = tlsOf(takeText(parameters, QLatin1String("useSSL")));
    profile.tlsFiles = {takeText(parameters, QLatin1String("sslCA")),
                        takeText(parameters, QLatin1String("sslCert")),
                        takeText(parameters, QLatin1String("sslKey"))};
    if (const QString mode = takeText(parameters, QLatin1String("SQL_MODE")); !mode.isEmpty())
        profile.session.variables.insert(sqlMode, mode);
    takeNumbers(parameters, profile, remarks);
}

void remarkOnDriver(const WorkbenchConnection &connection, Remarks &remarks)
{
    const QString kind = kindOf(connection.driver);
    const char *message = nullptr;
    if (kind == QLatin1String("native_sshtun"))
        message =
            QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                              "Latchkey has no SSH tunnels: it connects to this host and port directly.");
    else if (kind == QLatin1String("ldap_user_password"))
        message = QT_TRANSLATE_NOOP(
            "latchkey::ProfileWords",
            "Latchkey never sends a password as clear text, which LDAP needs: give the account "
            "another way to log in.");
    else if (kind == QLatin1String("ldap_sasl_kerberos"))
        message = QT_TRANSLATE_NOOP(
            "latchkey::ProfileWords",
            "Latchkey logs in with Kerberos itself, not over LDAP: the account must be one of "
            "authentication_kerberos.");
    if (message)
        remarks.add(atConnection(connection.name), ProfileWords::tr(message));
}

QJsonObject foreignOf(const WorkbenchConnection &connection, const QJsonObject &rest)
{
    QJsonObject values = connection.values;
    values.remove(QLatin1String("hostIdentifier"));
    QJsonObject foreign{{QStringLiteral("driver"), connection.driver}};
    if (!values.isEmpty())
        foreign.insert(QStringLiteral("values"), values);
    if (!rest.isEmpty())
        foreign.insert(QStringLiteral("parameters"), rest);
    return foreign;
}

/// Very old files have no ids.
QString identifierOf(const WorkbenchConnection &connection)
{
    return connection.id.isEmpty()
               ? QStringLiteral("%1 %2").arg(connection.name, connection.text(QLatin1String("hostName")))
               : connection.id;
}

Profile toProfile(const WorkbenchConnection &connection, Remarks &remarks)
{
    Profile profile;
    setName(profile, connection.name);
    profile.authentication =
        usesKerberos(connection.driver) ? Authentication::Kerberos : Authentication::Password;
    QJsonObject rest = connection.parameters;
    takeParameters(rest, profile, remarks);
    profile.foreign.insert(tool, foreignOf(connection, rest));
    return profile;
}

/// Why there is no profile for it; nullptr if there can be one.
const char *unusable(const WorkbenchConnection &connection)
{
    const QString kind = kindOf(connection.driver);
    if (!connection.driver.isEmpty() && kind.isEmpty())
        return QT_TRANSLATE_NOOP("latchkey::ProfileWords", "This is no connection to MySQL or MariaDB.");
    return kind == QLatin1String("native_socket") ? QT_TRANSLATE_NOOP(
               "latchkey::ProfileWords",
               "It uses a socket of this computer; Latchkey connects over the network only.")
                                                  : nullptr;
}

bool recognisesWorkbench(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    return beginning.trimmed().startsWith('<')
           && (beginning.contains("grt_format") || beginning.contains("db.mgmt.Connection"));
}

Result<Content> readWorkbench(QByteArrayView bytes, const QString &)
{
    const auto text = normalised(bytes);
    if (!text)
        return text.error();
    Gathering gathering(tool);
    const auto connections = readWorkbenchXml(*text, gathering.remarks());
    if (!connections)
        return connections.error();
    for (const WorkbenchConnection &connection : *connections) {
        const QString place = atConnection(connection.name);
        if (const char *reason = unusable(connection)) {
            gathering.remark(place, ProfileWords::tr(reason));
            gathering.skip();
        } else {
            remarkOnDriver(connection, gathering.remarks());
            gathering.add(toProfile(connection, gathering.remarks()), identifierOf(connection), place);
        }
    }
    return gathering.take();
}

/// "Group/Name": Workbench has one level of groups.
QString nameOf(const Profile &profile, Remarks &remarks)
{
    if (profile.folder.isEmpty())
        return withoutSlashes(profile.name);
    if (profile.folder.size() > 1)
        remarks.add(atConnection(profile.path()),
                    ProfileWords::tr("Workbench has one level of groups: the folders have become one."));
    return withoutSlashes(profile.folder.join(QLatin1String(" - "))) + QLatin1Char('/') + profile.name;
}

/// That folders have become one has been said.
void remarkOnName(const Profile &profile, const QString &name, Remarks &remarks)
{
    Profile again;
    setName(again, name);
    const bool isSame = again.name == profile.name && again.folder == profile.folder;
    if (!isSame && profile.folder.size() <= 1)
        remarks.add(
            atConnection(profile.path()),
            ProfileWords::tr("Workbench cannot hold its name and folder as they are: they are written "
                             "as “%1”.")
                .arg(name.left(80)));
}

QString driverOf(const Profile &profile, const QString &imported, Remarks &remarks)
{
    if (profile.authentication == Authentication::Gssapi)
        remarks.add(
            atConnection(profile.path()),
            ProfileWords::tr("Workbench cannot log in with MariaDB’s gssapi; the connection is written "
                             "with MySQL’s Kerberos."));
    if (!imported.isEmpty() && usesKerberos(imported) == profile.usesTickets())
        return imported;
    return QString(drivers)
           + (profile.usesTickets() ? QLatin1String("ldap_kerberos") : QLatin1String("native"));
}

QJsonObject parametersOf(const Profile &profile, QJsonObject parameters)
{
    parameters.insert(QLatin1String("hostName"), profile.host);
    parameters.insert(QLatin1String("port"), profile.port);
    parameters.insert(QLatin1String("schema"), profile.schema);
    parameters.insert(QLatin1String("userName"), profile.account);
    parameters.insert(QLatin1String("useSSL"), useSslOf(profile.tls));
    parameters.insert(QLatin1String("SQL_MODE"), profile.session.variables.value(sqlMode));
    putText(parameters, QLatin1String("krb5"), profile.kerberosConfig);
    putText(parameters, QLatin1String("sslCA"), profile.tlsFiles.authorities);
    putText(parameters, QLatin1String("sslCert"), profile.tlsFiles.certificate);
    putText(parameters, QLatin1String("sslKey"), profile.tlsFiles.key);
    if (profile.timeouts.connect != Timeouts().connect)
        parameters.insert(QLatin1String("timeout"), qint64{profile.timeouts.connect.count()});
    if (profile.usesTickets() && !parameters.contains(QLatin1String("kerberosMode")))
        parameters.insert(QLatin1String("kerberosMode"), 0); // GSSAPI
    return parameters;
}

/// The one that it was imported with; of a copy, its own.
QString idOf(const Profile &profile, QSet<QString> &ids)
{
    QString id =
        profile.origin.startsWith(originPrefix) ? profile.origin.sliced(originPrefix.size()) : QString();
    if (id.isEmpty() || ids.contains(id))
        id = profile.id.toString(QUuid::WithoutBraces).toUpper();
    ids.insert(id);
    return id;
}

WorkbenchConnection toConnection(const Profile &profile, QSet<QString> &ids, Remarks &remarks)
{
    const QJsonObject foreign = harmless(profile.foreign.value(tool).toObject()).settings;
    WorkbenchConnection connection;
    connection.id = idOf(profile, ids);
    connection.driver = driverOf(profile, foreign.value(QLatin1String("driver")).toString(), remarks);
    connection.name = nameOf(profile, remarks);
    connection.values = foreign.value(QLatin1String("values")).toObject();
    connection.values.insert(QStringLiteral("hostIdentifier"),
                             QStringLiteral("Mysql@%1:%2").arg(profile.host).arg(profile.port));
    connection.parameters = parametersOf(profile, foreign.value(QLatin1String("parameters")).toObject());
    return connection;
}

QByteArray writeWorkbench(const ProfileDocument &document, QList<Remark> &remarks)
{
    Remarks found;
    FreePaths names;
    QSet<QString> ids;
    QList<WorkbenchConnection> connections;
    connections.reserve(document.profiles.size());
    for (const Profile &profile : document.profiles) {
        connections.append(toConnection(profile, ids, found));
        connections.last().name = names.next({connections.last().name}).first();
        remarkOnName(profile, connections.last().name, found);
    }
    remarks += found.take();
    return writeWorkbenchXml(connections);
}

} // namespace

const Codec workbench{
    .word = "workbench",
    .name = "MySQL Workbench",
    .held = fieldsOfWorkbench,
    .recognises = recognisesWorkbench,
    .read = readWorkbench,
    .write = writeWorkbench,
};

} // namespace latchkey::formats
