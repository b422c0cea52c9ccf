// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/profiles.h"

#include "core/profile/profileedit.h"
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

/// What the cluster's endpoints have in common.
latchkey::Folder clusterOf(const Description &description)
{
    latchkey::Folder cluster{FolderKind::Cluster, blankProfile()};
    cluster.settings.id = QUuid::createUuid();
    cluster.settings.name = QStringLiteral("orders");
    cluster.settings.folder = {QStringLiteral("Sandbox")};
    cluster.settings.schema = QStringLiteral("shop");
    cluster.settings.tlsFiles.authorities = description.caFile;
    cluster.settings.environment = latchkey::Environment::Test;
    return cluster;
}

Endpoint endpointOf(const ServerDescription &server)
{
    return server.name == QLatin1String("writer")   ? Endpoint::Writer
           : server.name == QLatin1String("reader") ? Endpoint::Reader
                                                    : Endpoint::Other;
}

Profile profileFor(const QString &name, const ServerDescription &server, const ProfileDocument &document)
{
    const latchkey::Folder &cluster = document.folders.first();
    Profile profile = profileedit::newProfile(document, cluster.fullPath());
    profile.name = name;
    profile.host = server.host;
    profile.port = server.port;
    return profile;
}

} // namespace

QByteArray readyProfiles(const Description &description)
{
    ProfileDocument document;
    document.folders.append(clusterOf(description));
    const QString alice = QStringLiteral("alice@") + description.usersRealm;
    for (const ServerDescription &server : description.servers) {
        document.profiles.append(profileFor(server.name, server, document));
        document.profiles.back().endpoint = endpointOf(server);
    }
    if (document.profiles.isEmpty())
        return {};
    document.profiles.front().identity.principal = alice;
    const ServerDescription &writer = description.servers.front();

    Profile gssapi = profileFor(QStringLiteral("MariaDB GSSAPI"), writer, document);
    gssapi.authentication = Authentication::Gssapi;
    gssapi.account = accountFor(writer, QLatin1String("gssapi"));
    gssapi.identity.principal = alice;
    document.profiles.append(gssapi);

    Profile password = profileFor(QStringLiteral("password"), writer, document);
    password.authentication = Authentication::Password;
    password.account = accountFor(writer, QLatin1String("mysql_native_password"));
    password.notes = QCoreApplication::translate(
        "latchkey::sandbox", "“latchkey-sandbox status” shows the password of this account.");
    document.profiles.append(password);
    return writeProfiles(document);
}

} // namespace latchkey::sandbox
