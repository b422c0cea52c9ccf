// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/awsdocument.h"

#include "core/profile/formats/textinput.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

namespace latchkey::formats {

namespace {

/// AWS gives dozens of members; these are looked at, and nothing else is kept (some are secret).
QJsonObject wanted(const QJsonObject &object)
{
    QJsonObject kept;
    for (const char *key :
         {"DBClusterIdentifier", "DBInstanceIdentifier", "GlobalClusterIdentifier",
          "DBClusterEndpointIdentifier", "Endpoint", "ReaderEndpoint", "CustomEndpoints", "EndpointType",
          "Port", "Engine", "EngineVersion", "Status", "DBInstanceStatus", "DBClusterMembers",
          "DomainMemberships", "IAMDatabaseAuthenticationEnabled", "ReadReplicaIdentifiers",
          "ReplicationSourceIdentifier", "GlobalClusterMembers"}) {
        const auto member = object.find(QLatin1String(key));
        if (member != object.end())
            kept.insert(member.key(), *member);
    }
    return kept;
}

void readEntries(JsonReader &reader, const QString &list, std::vector<AwsEntry> &entries, Remarks &remarks)
{
    reader.beginArray();
    int number = 1;
    while (reader.nextElement()) {
        if (entries.size() >= static_cast<std::size_t>(maxConnections) || remarks.isFull())
            return reader.fail(ProfileWords::tr("there are too many entries"));
        const QString place = list + QLatin1Char(' ') + QString::number(number);
        QJsonObject object = wanted(reader.value().toObject());
        ++number;
        if (!object.isEmpty())
            entries.push_back({std::move(object), place});
        else if (!reader.failed())
            remarks.add(place, ProfileWords::tr("The entry says nothing that is known here, and has been "
                                                "left out."));
    }
}

} // namespace

Result<AwsDocument> awsDocument(QByteArrayView text, Remarks &remarks)
{
    AwsDocument document;
    JsonReader reader(text);
    reader.beginObject();
    while (const auto key = reader.nextKey()) {
        const QString name = wholeText(*key);
        if (name == QLatin1String("DBClusters")) {
            readEntries(reader, name, document.clusters, remarks);
        } else if (name == QLatin1String("DBInstances")) {
            readEntries(reader, name, document.instances, remarks);
        } else if (name == QLatin1String("DBClusterEndpoints")) {
            readEntries(reader, name, document.endpoints, remarks);
        } else if (name == QLatin1String("GlobalClusters")) {
            readEntries(reader, name, document.globals, remarks);
        } else {
            reader.value();
            const bool isCut = name == QLatin1String("Marker") || name == QLatin1String("NextToken");
            remarks.add(name.left(80),
                        isCut ? ProfileWords::tr("The list is only a part: AWS has more. Print the rest too, "
                                                 "with --starting-token, and import it.")
                              : ProfileWords::tr("The part is not known here, and has been left out."));
        }
    }
    reader.end();
    if (reader.failed())
        return invalidAt(reader.line(), reader.reason());
    return document;
}

} // namespace latchkey::formats
