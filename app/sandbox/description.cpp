// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/description.h"

#include "app/sandbox/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <functional>

namespace latchkey::sandbox {

namespace {

template <typename T>
QJsonArray arrayOf(const QList<T> &values, QJsonObject (*write)(const T &))
{
    QJsonArray array;
    for (const T &value : values)
        array.append(write(value));
    return array;
}

template <typename T>
QList<T> listOf(const QJsonValue &array, T (*read)(const QJsonValue &))
{
    QList<T> values;
    for (const QJsonValue value : array.toArray())
        values.append(read(value));
    return values;
}

std::uint16_t portOf(const QJsonValue &json)
{
    return static_cast<std::uint16_t>(json[u"port"].toInt());
}

QJsonObject writeKdc(const KdcDescription &kdc)
{
    return {{QStringLiteral("realm"), kdc.realm},
            {QStringLiteral("host"), kdc.host},
            {QStringLiteral("port"), kdc.port},
            {QStringLiteral("pid"), kdc.pid}};
}

KdcDescription readKdc(const QJsonValue &json)
{
    return {json[u"realm"].toString(), json[u"host"].toString(), portOf(json), json[u"pid"].toInteger()};
}

QJsonObject writePrincipal(const PrincipalDescription &principal)
{
    return {{QStringLiteral("name"), principal.name},
            {QStringLiteral("password"), principal.password},
            {QStringLiteral("note"), principal.note}};
}

PrincipalDescription readPrincipal(const QJsonValue &json)
{
    return {json[u"name"].toString(), json[u"password"].toString(), json[u"note"].toString()};
}

QJsonObject writeKeytab(const KeytabDescription &keytab)
{
    return {{QStringLiteral("principal"), keytab.principal}, {QStringLiteral("file"), keytab.file}};
}

KeytabDescription readKeytab(const QJsonValue &json)
{
    return {json[u"principal"].toString(), json[u"file"].toString()};
}

QJsonObject writeAccount(const AccountDescription &account)
{
    QJsonObject json{{QStringLiteral("user"), account.user},
                     {QStringLiteral("plugin"), account.plugin},
                     {QStringLiteral("realm"), account.realm}};
    if (!account.password.isEmpty())
        json.insert(QStringLiteral("password"), account.password);
    return json;
}

AccountDescription readAccount(const QJsonValue &json)
{
    return {json[u"user"].toString(), json[u"plugin"].toString(), json[u"realm"].toString(),
            json[u"password"].toString()};
}

QJsonObject writeServer(const ServerDescription &server)
{
    return {{QStringLiteral("name"), server.name},
            {QStringLiteral("host"), server.host},
            {QStringLiteral("port"), server.port},
            {QStringLiteral("spn"), server.spn},
            {QStringLiteral("pid"), server.pid},
            {QStringLiteral("accounts"), arrayOf(server.accounts, writeAccount)}};
}

ServerDescription readServer(const QJsonValue &json)
{
    return {json[u"name"].toString(), json[u"host"].toString(), portOf(json),
            json[u"spn"].toString(),  json[u"pid"].toInteger(), listOf(json[u"accounts"], readAccount)};
}

QString shellQuoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString principalLines(const Description &description)
{
    QString lines;
    for (const PrincipalDescription &principal : description.principals) {
        lines += QStringLiteral("  %1 %2 %3\n")
                     .arg(principal.name, -27)
                     .arg(principal.password, -20)
                     .arg(principal.note);
    }
    return lines;
}

QString serverLines(const Description &description)
{
    QString lines;
    for (const ServerDescription &server : description.servers) {
        lines += QStringLiteral("  %1 %2:%3  %4\n")
                     .arg(server.name, -8)
                     .arg(server.host)
                     .arg(server.port)
                     .arg(server.spn);
        for (const AccountDescription &account : server.accounts) {
            lines += QStringLiteral("           %1 %2 %3\n")
                         .arg(account.user, -14)
                         .arg(account.plugin, -24)
                         .arg(account.password.isEmpty() ? account.realm : account.password);
        }
    }
    return lines;
}

} // namespace

QJsonObject Description::toJson() const
{
    return {{QStringLiteral("krb5Config"), krb5Config},
            {QStringLiteral("cacheName"), cacheName},
            {QStringLiteral("caFile"), caFile},
            {QStringLiteral("configDir"), configDir},
            {QStringLiteral("runtimeDir"), runtimeDir},
            {QStringLiteral("realms"),
             QJsonObject{{QStringLiteral("users"), usersRealm}, {QStringLiteral("service"), servicesRealm}}},
            {QStringLiteral("kdcs"), arrayOf(kdcs, writeKdc)},
            {QStringLiteral("principals"), arrayOf(principals, writePrincipal)},
            {QStringLiteral("keytabs"), arrayOf(keytabs, writeKeytab)},
            {QStringLiteral("servers"), arrayOf(servers, writeServer)},
            {QStringLiteral("admin"), writeAccount(admin)}};
}

Description Description::fromJson(const QJsonObject &json)
{
    Description description;
    description.krb5Config = json[u"krb5Config"].toString();
    description.cacheName = json[u"cacheName"].toString();
    description.caFile = json[u"caFile"].toString();
    description.configDir = json[u"configDir"].toString();
    description.runtimeDir = json[u"runtimeDir"].toString();
    description.usersRealm = json[u"realms"][u"users"].toString();
    description.servicesRealm = json[u"realms"][u"service"].toString();
    description.kdcs = listOf(json[u"kdcs"], readKdc);
    description.principals = listOf(json[u"principals"], readPrincipal);
    description.keytabs = listOf(json[u"keytabs"], readKeytab);
    description.servers = listOf(json[u"servers"], readServer);
    description.admin = readAccount(json[u"admin"]);
    return description;
}

QString overview(const Description &description, const QString &file)
{
    QString text = tr("A realm for users (%1), a realm for services (%2) that trusts it")
                       .arg(description.usersRealm, description.servicesRealm);
    text += QStringLiteral("\n\n%1\n%2").arg(tr("Principals and passwords"), principalLines(description));
    for (const KeytabDescription &keytab : description.keytabs)
        text += QStringLiteral("  %1 %2\n").arg(keytab.principal, -27).arg(keytab.file);
    if (!description.servers.isEmpty())
        text += QStringLiteral("\n%1\n%2")
                    .arg(tr("Database servers and their accounts"), serverLines(description));
    text += QStringLiteral("\n%1\n").arg(tr("In another terminal"));
    for (const auto &[name, value] : clientEnvironment(description, file)) {
        text += QStringLiteral("  export %1=%2\n")
                    .arg(QString::fromLatin1(name), shellQuoted(QFile::decodeName(value)));
    }
    text += QStringLiteral("  latchkey-cli sign-in alice@%1\n").arg(description.usersRealm);
    if (!description.servers.isEmpty()) {
        text += QStringLiteral("  latchkey-cli query \"Sandbox/orders/writer\" -e \"select current_user()\"\n"
                               "  mariadb --plugin-dir=%1 -u alice -h %2 -P %3 --ssl-ca=%4 shop\n")
                    .arg(QStringLiteral("…/lib/latchkey/plugin"), description.servers.front().host)
                    .arg(description.servers.front().port)
                    .arg(shellQuoted(description.caFile));
    }
    return text;
}

QList<std::pair<QByteArray, QByteArray>> clientEnvironment(const Description &description,
                                                           const QString &file)
{
    // The programs beside this one come first: what runs inside means the Latchkey it was built with.
    const QByteArray path = QFile::encodeName(QCoreApplication::applicationDirPath()) + ':' + qgetenv("PATH");
    return {{"PATH", path},
            {"KRB5_CONFIG", QFile::encodeName(description.krb5Config)},
            {"KRB5CCNAME", QFile::encodeName(description.cacheName)},
            {"LATCHKEY_CONFIG_DIR", QFile::encodeName(description.configDir)},
            {"LATCHKEY_RUNTIME_DIR", QFile::encodeName(description.runtimeDir)},
            {"LATCHKEY_SANDBOX", QFile::encodeName(file)}};
}

} // namespace latchkey::sandbox
