// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/aws.h"

#include "core/profile/formats/awsadvice.h"
#include "core/profile/formats/awsdocument.h"
#include "core/profile/formats/awsendpoint.h"
#include "core/profile/formats/awsserver.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/profilewords.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <array>

namespace latchkey::formats {

namespace {

constexpr std::array<std::string_view, 3> fieldsOfAws{"port", "endpoint", "authentication"};

bool isOurs(const QString &engine)
{
    return engine.isEmpty() || engine == QLatin1String("aurora-mysql") || engine == QLatin1String("mysql")
           || engine == QLatin1String("mariadb");
}

/// "mydbcluster" of "arn:aws:rds:us-east-1:123456789012:cluster:mydbcluster", with its Region.
QString clusterOfArn(const QString &arn)
{
    constexpr int region = 3;
    const QStringList parts = arn.split(QLatin1Char(':'));
    return QStringLiteral("%1 (%2)").arg(parts.last().left(80), parts.value(region).left(80));
}

/// A document's entries into folders and profiles.
class DocumentConversion
{
public:
    Result<Content> convert(const AwsDocument &document)
    {
        for (const AwsEntry &entry : document.clusters)
            convertCluster(entry);
        // Addresses that AWS says go before those that are derived.
        for (const AwsEntry &entry : document.instances)
            convertInstance(entry);
        for (const AwsEntry &entry : document.endpoints)
            convertEndpoint(entry);
        for (const AwsEntry &entry : document.globals)
            convertGlobal(entry);
        for (const AwsEntry &entry : document.clusters)
            deriveInstances(entry);
        return m_found.take();
    }

    Remarks &remarks() { return m_found.remarks(); }

private:
    void remark(const AwsEntry &entry, const QString &name, const QString &key, const QString &message)
    {
        QString place = entry.place + QStringLiteral(", “%1”").arg(name.left(80));
        if (!key.isEmpty())
            place += QLatin1String(", ") + key;
        m_found.remark(place, message);
    }

    /// What has been said of its cluster is not said again of each member.
    void advise(const AwsEntry &entry, const QString &name, const AwsServer &server, const QString &cluster)
    {
        QSet<QString> &said = m_said[cluster];
        for (const Remark &advice : adviceFor(server)) {
            if (!cluster.isEmpty() && said.contains(advice.message))
                continue;
            said.insert(advice.message);
            remark(entry, name, advice.place, advice.message);
        }
    }

    void skip(const AwsEntry &entry, const QString &name, const AwsServer &server)
    {
        m_found.skip();
        remark(entry, name, QStringLiteral("Engine"),
               ProfileWords::tr("The engine “%1” is neither MySQL nor MariaDB, so this is left out.")
                   .arg(server.engine.left(80)));
    }

    void add(const ServerSettings &settings, const QString &folder, const QString &name, const QString &host,
             Endpoint kind, const AwsEntry &entry)
    {
        if (host.isEmpty() || m_hosts.contains(host))
            return;
        m_hosts.insert(host);
        Profile profile = settings.profile;
        profile.foreign = {};
        profile.name = name;
        profile.host = host;
        profile.endpoint = kind;
        if (!folder.isEmpty())
            profile.folder = {folder};
        m_found.add(std::move(profile), host, entry.place, settings.unsaid);
    }

    /// The folder of a cluster, made by the first that speaks of it; its settings.
    ServerSettings folderFor(const QString &name, const QString &host, const ServerSettings &settings)
    {
        const auto known = m_folders.constFind(name);
        if (known != m_folders.constEnd())
            return *known;
        const auto endpoint = awsEndpoint(host);
        // It hands nothing down: what AWS says later of port and directory then reaches the endpoints.
        Folder folder{FolderKind::Cluster, blankProfile()};
        folder.settings.foreign = settings.profile.foreign;
        folder.settings.name = name;
        m_folders.insert(name, settings);
        m_found.add(std::move(folder), name + QLatin1Char('.') + (endpoint ? endpoint->rest : QString()));
        return settings;
    }

    void convertCluster(const AwsEntry &entry)
    {
        const QJsonObject &cluster = entry.object;
        const AwsServer server = clusterOf(cluster);
        const QString name = textOf(cluster, "DBClusterIdentifier");
        if (!isOurs(server.engine))
            return skip(entry, name, server);
        const QString writer = textOf(cluster, "Endpoint");
        if (name.isEmpty() || writer.isEmpty())
            return remark(entry, name, {},
                          ProfileWords::tr("The cluster has no identifier or no endpoint yet, so it has been "
                                           "left out."));
        advise(entry, name, server, name);
        const ServerSettings settings = folderFor(name, writer, settingsOf(cluster, server));
        add(settings, name, QStringLiteral("writer"), writer, Endpoint::Writer, entry);
        add(settings, name, QStringLiteral("reader"), textOf(cluster, "ReaderEndpoint"), Endpoint::Reader,
            entry);
        for (const QJsonValue &custom : cluster.value(QLatin1String("CustomEndpoints")).toArray()) {
            const QString host = custom.toString();
            add(settings, name, host.section(QLatin1Char('.'), 0, 0), host, Endpoint::Custom, entry);
        }
    }

    // The document of clusters only names the instances; their addresses are made of the cluster's.
    void deriveInstances(const AwsEntry &entry)
    {
        const QString name = textOf(entry.object, "DBClusterIdentifier");
        const auto settings = m_folders.constFind(name);
        const QJsonArray members = entry.object.value(QLatin1String("DBClusterMembers")).toArray();
        if (settings == m_folders.constEnd() || members.isEmpty())
            return;
        const auto endpoint = awsEndpoint(textOf(entry.object, "Endpoint"));
        if (!endpoint || endpoint->kind != Endpoint::Writer)
            return remark(
                entry, name, QStringLiteral("DBClusterMembers"),
                ProfileWords::tr("The instances' addresses cannot be told from the cluster's. Import "
                                 "what “aws rds describe-db-instances” prints, too."));
        for (const QJsonValue &member : members) {
            const QString instance = textOf(member.toObject(), "DBInstanceIdentifier");
            if (!instance.isEmpty())
                add(*settings, name, instance, instance + QLatin1Char('.') + endpoint->rest,
                    Endpoint::Instance, entry);
        }
    }

    void convertInstance(const AwsEntry &entry)
    {
        const QJsonObject &instance = entry.object;
        const AwsServer server = serverOf(instance);
        const QString name = textOf(instance, "DBInstanceIdentifier");
        if (!isOurs(server.engine))
            return skip(entry, name, server);
        const QString host = textOf(instance.value(QLatin1String("Endpoint")).toObject(), "Address");
        if (name.isEmpty() || host.isEmpty())
            return remark(
                entry, name, {},
                ProfileWords::tr("The instance has no identifier or no endpoint yet, so it has been "
                                 "left out."));
        const QString cluster = textOf(instance, "DBClusterIdentifier");
        advise(entry, name, server, cluster);
        ServerSettings settings = settingsOf(instance, server);
        if (!cluster.isEmpty())
            return add(folderFor(cluster, host, settings), cluster, name, host, Endpoint::Instance, entry);
        settings.profile.name = name;
        settings.profile.host = host;
        if (m_hosts.contains(host))
            return;
        m_hosts.insert(host);
        m_found.add(std::move(settings.profile), host, entry.place, settings.unsaid);
    }

    void convertEndpoint(const AwsEntry &entry)
    {
        const QString cluster = textOf(entry.object, "DBClusterIdentifier");
        const QString host = textOf(entry.object, "Endpoint");
        const QString type = textOf(entry.object, "EndpointType");
        if (cluster.isEmpty() || host.isEmpty())
            return remark(
                entry, cluster, {},
                ProfileWords::tr("The endpoint has no cluster or no address yet, so it has been left "
                                 "out."));
        if (!m_folders.contains(cluster))
            remark(
                entry, cluster, {},
                ProfileWords::tr("Endpoints alone say neither port nor engine nor directory: port 3306 and "
                                 "a password are assumed. Import what “aws rds describe-db-clusters” "
                                 "prints, too."));
        ServerSettings unknown{blankProfile(), {"port", "authentication"}};
        unknown.profile.authentication = Authentication::Password;
        const ServerSettings settings = folderFor(cluster, host, unknown);
        const QString custom = textOf(entry.object, "DBClusterEndpointIdentifier");
        if (type == QLatin1String("WRITER"))
            add(settings, cluster, QStringLiteral("writer"), host, Endpoint::Writer, entry);
        else if (type == QLatin1String("READER"))
            add(settings, cluster, QStringLiteral("reader"), host, Endpoint::Reader, entry);
        else
            add(settings, cluster, custom.isEmpty() ? host.section(QLatin1Char('.'), 0, 0) : custom, host,
                Endpoint::Custom, entry);
    }

    void convertGlobal(const AwsEntry &entry)
    {
        const AwsServer server = serverOf(entry.object);
        const QString name = textOf(entry.object, "GlobalClusterIdentifier");
        if (!isOurs(server.engine))
            return skip(entry, name, server);
        tellOfMembers(entry, name);
        const QString host = textOf(entry.object, "Endpoint");
        if (name.isEmpty() || host.isEmpty())
            return remark(entry, name, {},
                          ProfileWords::tr("The global database has no identifier or no endpoint of its own, "
                                           "so it has been left out. Import the clusters of its Regions."));
        remark(
            entry, name, {},
            ProfileWords::tr("Kerberos must be enabled on every cluster of a global database, with the same "
                             "domain. Users of a directory on premises log in to the primary Region's "
                             "endpoints only."));
        add(folderFor(name, host, settingsOf(entry.object, server)), name, QStringLiteral("global"), host,
            Endpoint::Global, entry);
    }

    // The clusters themselves are in the lists of their Regions.
    void tellOfMembers(const AwsEntry &entry, const QString &name)
    {
        QString primary;
        QStringList others;
        const QJsonArray members = entry.object.value(QLatin1String("GlobalClusterMembers")).toArray();
        for (const QJsonValue &value : members) {
            const QJsonObject member = value.toObject();
            const QString cluster = clusterOfArn(textOf(member, "DBClusterArn"));
            if (member.value(QLatin1String("IsWriter")).toBool())
                primary = cluster;
            else
                others.append(cluster);
        }
        const QString key = QStringLiteral("GlobalClusterMembers");
        if (!primary.isEmpty())
            remark(entry, name, key, ProfileWords::tr("It writes in its primary cluster, %1.").arg(primary));
        if (!others.isEmpty())
            remark(entry, name, key,
                   ProfileWords::tr("It is only read in %1. Import the clusters of these Regions for their "
                                    "endpoints.")
                       .arg(others.join(QLatin1String(", ")).left(400)));
    }

    Gathering m_found{QStringLiteral("aws")};
    QHash<QString, ServerSettings> m_folders; ///< by the cluster's identifier
    QSet<QString> m_hosts;
    QHash<QString, QSet<QString>> m_said; ///< advice by the cluster's identifier
};

Result<Content> readAws(QByteArrayView text, const QString & /*file*/)
{
    const auto plain = normalised(text);
    if (!plain)
        return plain.error();
    DocumentConversion conversion;
    const auto document = awsDocument(*plain, conversion.remarks());
    if (!document)
        return document.error();
    return conversion.convert(*document);
}

bool recognisesAws(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text).trimmed();
    if (!beginning.startsWith('{'))
        return false;
    for (const char *key :
         {"\"DBClusters\"", "\"DBInstances\"", "\"DBClusterEndpoints\"", "\"GlobalClusters\""}) {
        if (beginning.contains(key))
            return true;
    }
    return false;
}

} // namespace

QByteArray joinedAnswers(const QList<QByteArray> &answers)
{
    QJsonObject all;
    for (const QByteArray &answer : answers) {
        const QJsonDocument document = QJsonDocument::fromJson(answer);
        if (!document.isObject())
            return answer; // reading it says what is wrong
        const QJsonObject object = document.object();
        for (auto member = object.begin(); member != object.end(); ++member)
            all.insert(member.key(), member.value());
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

const Codec aws{"aws", "AWS", fieldsOfAws, recognisesAws, readAws, nullptr};

} // namespace latchkey::formats
