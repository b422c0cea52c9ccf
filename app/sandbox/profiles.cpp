// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/profiles.h"

#include "core/profile/profilejson.h"

#include <QCoreApplication>

namespace latchkey::sandbox {

namespace {

/// The first account that uses the plugin.
QString accountFor(const ServerDescription &server, QLatin1String plugin)
{
    for (const AccountDescription &account : server.accounts) {
        if (account.plugin == plugin)
            return account.user;
    }
    return {};
}

Profile profileFor(const QString &name, const ServerDescription &server, const Description &description)
{
    Profile profile;
    profile.name = name;
    profile.folder = QStringList{QStringLiteral("Sandbox"), QStringLiteral("orders")};
    profile.host = server.host;
    profile.port = server.port;
    profile.schema = QStringLiteral("shop");
    profile.tlsFiles.authorities = description.caFile;
    profile.environment = latchkey::Environment::Test;
    return profile;
}

} // namespace

QByteArray readyProfiles(const Description &description)
{
    ProfileDocument document;
    const QString alice = QStringLiteral("alice@") + description.usersRealm;
    for (const ServerDescription &server : description.servers)
        document.profiles.append(profileFor(server.name, server, description));
    if (document.profiles.isEmpty())
        return {};
    document.profiles.front().identity.principal = alice;
    const ServerDescription &writer = description.servers.front();

    Profile gssapi = profileFor(QStringLiteral("MariaDB GSSAPI"), writer, description);
    gssapi.authentication = Authentication::Gssapi;
    gssapi.account = accountFor(writer, QLatin1String("gssapi"));
    gssapi.identity.principal = alice;
    document.profiles.append(gssapi);

    Profile password = profileFor(QStringLiteral("password"), writer, description);
    password.authentication = Authentication::Password;
    password.account = accountFor(writer, QLatin1String("mysql_native_password"));
    password.notes = QCoreApplication::translate(
        "latchkey::sandbox", "“latchkey-sandbox status” shows the password of this account.");
    document.profiles.append(password);
    return writeProfiles(document);
}

} // namespace latchkey::sandbox
