// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/awsserver.h"

#include "core/profile/formats/aws.h"
#include "core/profile/formats/loosevalues.h"

#include <QJsonArray>

#include <algorithm>

namespace latchkey::formats {

namespace {

/// What the window shows of the server without asking AWS again.
QJsonObject foreignOf(const QJsonObject &object, const AwsServer &server)
{
    QJsonObject kept;
    for (const char *key :
         {"Engine", "EngineVersion", "Status", "DBInstanceStatus", "IAMDatabaseAuthenticationEnabled"}) {
        const QJsonValue value = object.value(QLatin1String(key));
        if (value.isString() || value.isBool())
            kept.insert(QLatin1String(key), value);
    }
    QJsonArray memberships;
    for (const QJsonValue &value : object.value(QLatin1String("DomainMemberships")).toArray()) {
        QJsonObject membership;
        for (const char *key : {"Domain", "Status", "FQDN", "IAMRoleName", "OU"}) {
            if (const QString text = textOf(value.toObject(), key); !text.isEmpty())
                membership.insert(QLatin1String(key), text);
        }
        memberships.append(membership);
    }
    if (server.port)
        kept.insert(QLatin1String("Port"), *server.port);
    if (object.contains(QLatin1String("DomainMemberships")))
        kept.insert(QLatin1String("DomainMemberships"), memberships);
    if (!server.memberships.isEmpty() && !realmOf(server.memberships.first()).isEmpty())
        kept.insert(QLatin1String("realm"), realmOf(server.memberships.first()));
    return kept;
}

/// What every endpoint of the server has in common.
Profile settingsFrom(const QJsonObject &object, const AwsServer &server)
{
    Profile settings = blankProfile();
    settings.port = static_cast<std::uint16_t>(server.port.value_or(settings.port));
    const bool isAurora = server.engine.isEmpty() || server.engine == QLatin1String("aurora-mysql");
    const bool isKerberos =
        isAurora && std::any_of(server.memberships.begin(), server.memberships.end(), isKerberosWanted);
    settings.authentication = isKerberos ? Authentication::Kerberos : Authentication::Password;
    settings.foreign.insert(QLatin1String("aws"), foreignOf(object, server));
    return settings;
}

/// What AWS leaves out is not known, not off.
Unsaid unsaidBy(const QJsonObject &object, const AwsServer &server)
{
    Unsaid unsaid;
    if (!server.port)
        unsaid.append("port");
    if (!object.contains(QLatin1String("DomainMemberships")))
        unsaid.append("authentication");
    return unsaid;
}

} // namespace

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

AwsServer serverOf(const QJsonObject &object)
{
    AwsServer server{
        textOf(object, "Engine"), textOf(object, "EngineVersion"), std::nullopt, std::nullopt, {}};
    const QJsonValue iam = object.value(QLatin1String("IAMDatabaseAuthenticationEnabled"));
    if (iam.isBool())
        server.hasIam = iam.toBool();
    const QJsonObject endpoint = object.value(QLatin1String("Endpoint")).toObject();
    const QJsonValue port = object.value(QLatin1String("Port"));
    if (const auto number =
            portFrom(textFrom(port.isUndefined() ? endpoint.value(QLatin1String("Port")) : port)))
        server.port = *number;
    for (const QJsonValue &membership : object.value(QLatin1String("DomainMemberships")).toArray())
        server.memberships.append(directoryMembership(membership.toObject()));
    return server;
}

AwsServer clusterOf(const QJsonObject &object)
{
    AwsServer server = serverOf(object);
    server.endpoint = textOf(object, "Endpoint");
    server.source = textOf(object, "ReplicationSourceIdentifier");
    server.hasCustomEndpoints = !object.value(QLatin1String("CustomEndpoints")).toArray().isEmpty();
    for (const QJsonValue &replica : object.value(QLatin1String("ReadReplicaIdentifiers")).toArray())
        server.replicas.append(replica.toString());
    const QJsonArray members = object.value(QLatin1String("DBClusterMembers")).toArray();
    server.hasReaders = std::any_of(members.begin(), members.end(), [](const QJsonValue &member) {
        return member.toObject().value(QLatin1String("IsClusterWriter")) == QJsonValue(false);
    });
    return server;
}

ServerSettings settingsOf(const QJsonObject &object, const AwsServer &server)
{
    return {settingsFrom(object, server), unsaidBy(object, server)};
}

std::optional<AwsServer> keptServer(const QJsonObject &foreign)
{
    const QJsonObject kept = foreign.value(QLatin1String("aws")).toObject();
    return kept.contains(QLatin1String("DomainMemberships")) ? std::optional(serverOf(kept)) : std::nullopt;
}

} // namespace latchkey::formats
