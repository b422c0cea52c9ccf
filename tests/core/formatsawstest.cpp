// SPDX-License-Identifier: GPL-2.0-or-later
// What the AWS command line prints, and what follows from it for Kerberos.
#include "core/profile/formats/aws.h"
#include "core/profile/formats/awsendpoint.h"
#include "core/profile/importer.h"
#include "tests/support/formatreading.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;

Q_DECLARE_METATYPE(latchkey::formats::AwsServer)

namespace {

AwsServer kerberosServer(const QString &status = QStringLiteral("kerberos-enabled"))
{
    return {QStringLiteral("aurora-mysql"),
            QStringLiteral("8.0.mysql_aurora.3.05.2"),
            false,
            3306,
            {{QStringLiteral("d-1"), status, QStringLiteral("corp.example.com"), {}}}};
}

} // namespace

class FormatsAwsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClusterBecomesAFolderOfItsEndpoints();
    void theFolderSaysWhatAwsSaysOfTheDirectory();
    void whatIsNoMySqlIsSkippedWithAReason_data();
    void whatIsNoMySqlIsSkippedWithAReason();
    void whatIsNoMySqlIsCounted();
    void badEntriesLoseNoOthers();
    void instancesHaveTheirOwnDocument();
    void endpointsAloneAreAFolderToo();
    void aGlobalDatabaseHasItsEndpoint();
    void replicasAreToldOf();
    void aServerOfItsOwnHasItsDirectory();
    void importingAgainUpdatesWhatAwsSays_data();
    void importingAgainUpdatesWhatAwsSays();
    void endpointsAloneChangeNothingThatTheyDoNotSay();
    void allListsInOneDocumentAreOneCluster();
    void importingInstancesLaterMeetsTheSameIds();
    void hostsSayWhichEndpointTheyAre();
    void whatTheFolderKeepsIsReadAgain();
    void adviceFollowsFromTheState_data();
    void adviceFollowsFromTheState();
    void everyMemberOfAClusterGetsItsAdvice();
    void theRealmIsTheDomainInUpperCase();
    void brokenJsonIsRefusedWithTheLine();
};

void FormatsAwsTest::aClusterBecomesAFolderOfItsEndpoints()
{
    const Content content = readFormat("aws", QStringLiteral("aws-clusters.json"));
    QCOMPARE(pathsOf(content),
             QStringList({QStringLiteral("mydbcluster/writer"), QStringLiteral("mydbcluster/reader"),
                          QStringLiteral("mydbcluster/analytics"), QStringLiteral("old/writer"),
                          QStringLiteral("old/reader"), QStringLiteral("mydbcluster/dbinstance3"),
                          QStringLiteral("mydbcluster/dbinstance2")}));
    const Profile writer = profileAt(content, QStringLiteral("mydbcluster/writer"));
    QCOMPARE(writer.endpoint, Endpoint::Writer);
    QCOMPARE(writer.host, QStringLiteral("mydbcluster.cluster-cnpexample.us-east-1.rds.amazonaws.com"));
    QCOMPARE(writer.authentication, Authentication::Kerberos);
    QCOMPARE(writer.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(profileAt(content, QStringLiteral("mydbcluster/reader")).endpoint, Endpoint::Reader);
    QCOMPARE(profileAt(content, QStringLiteral("mydbcluster/analytics")).endpoint, Endpoint::Custom);
    const Profile instance = profileAt(content, QStringLiteral("mydbcluster/dbinstance3"));
    QCOMPARE(instance.endpoint, Endpoint::Instance);
    QCOMPARE(instance.host, QStringLiteral("dbinstance3.cnpexample.us-east-1.rds.amazonaws.com"));
    QCOMPARE(profileAt(content, QStringLiteral("old/writer")).port, 3310);
}

void FormatsAwsTest::theFolderSaysWhatAwsSaysOfTheDirectory()
{
    const Content content = readFormat("aws", QStringLiteral("aws-clusters.json"));
    QCOMPARE(content.folders.size(), 2);
    const Folder &folder = content.folders.first();
    QCOMPARE(folder.kind, FolderKind::Cluster);
    QCOMPARE(folder.settings.name, QStringLiteral("mydbcluster"));
    QCOMPARE(folder.settings.id, idFor(folder.settings.origin));
    QVERIFY(folder.settings.host.isEmpty());
    const QJsonObject kept = folder.settings.foreign.value(QLatin1String("aws")).toObject();
    QCOMPARE(kept.value(QLatin1String("realm")).toString(), QStringLiteral("CORP.EXAMPLE.COM"));
    QCOMPARE(kept.value(QLatin1String("EngineVersion")).toString(),
             QStringLiteral("8.0.mysql_aurora.3.05.2"));
    const QJsonObject membership =
        kept.value(QLatin1String("DomainMemberships")).toArray().first().toObject();
    QCOMPARE(membership.value(QLatin1String("Status")).toString(), QStringLiteral("kerberos-enabled"));
    QVERIFY(!membership.contains(QLatin1String("AuthSecretArn")));
    QVERIFY(!showsSecret(content));
    QVERIFY(hasRemark(content.remarks, "mydbcluster”, IAMDatabaseAuthenticationEnabled", "never with both"));
    QVERIFY(hasRemark(content.remarks, "old”, EngineVersion", "3.03"));
    QVERIFY(hasRemark(content.remarks, "old”, DomainMemberships.Status", "has failed"));
}

void FormatsAwsTest::whatIsNoMySqlIsCounted()
{
    QCOMPARE(readFormat("aws", QStringLiteral("aws-clusters.json")).skipped, 1);
    QCOMPARE(readFormat("aws", QStringLiteral("aws-instances.json")).skipped, 1);
}

void FormatsAwsTest::badEntriesLoseNoOthers()
{
    const Content content = readFormat("aws", QStringLiteral("aws-clusters.json"));
    QVERIFY2(hasRemark(content.remarks, "DBClusters 4, “creating”", "no endpoint"),
             qUtf8Printable(remarksOf(content.remarks)));
    QVERIFY(hasRemark(content.remarks, "DBClusters 5", "says nothing"));
}

void FormatsAwsTest::instancesHaveTheirOwnDocument()
{
    const Content content = readFormat("aws", QStringLiteral("aws-instances.json"));
    QCOMPARE(pathsOf(content),
             QStringList({QStringLiteral("mydbcluster/dbinstance2"), QStringLiteral("standalone")}));
    const Profile standalone = profileAt(content, QStringLiteral("standalone"));
    QCOMPARE(standalone.port, 3307);
    QCOMPARE(standalone.endpoint, Endpoint::Other);
    QCOMPARE(standalone.authentication, Authentication::Password);
    QVERIFY(hasRemark(content.remarks, "Marker", "--starting-token"));
    QVERIFY(hasRemark(content.remarks, "creating", "no endpoint"));
}

void FormatsAwsTest::endpointsAloneAreAFolderToo()
{
    const Content content = readFormat("aws", QStringLiteral("aws-endpoints.json"));
    QCOMPARE(pathsOf(content),
             QStringList({QStringLiteral("mydbcluster/writer"), QStringLiteral("mydbcluster/reader"),
                          QStringLiteral("mydbcluster/analytics")}));
    QCOMPARE(content.folders.size(), 1);
    QVERIFY(hasRemark(content.remarks, "mydbcluster", "describe-db-clusters"));
}

void FormatsAwsTest::aGlobalDatabaseHasItsEndpoint()
{
    const Content content = readFormat("aws", QStringLiteral("aws-globals.json"));
    QCOMPARE(pathsOf(content), QStringList{QStringLiteral("worldwide/global")});
    QCOMPARE(content.profiles.first().endpoint, Endpoint::Global);
    QVERIFY(hasRemark(content.remarks, "worldwide", "every cluster"));
    QVERIFY(hasRemark(content.remarks, "worldwide”, GlobalClusterMembers",
                      "writes in its primary cluster, mydbcluster (us-east-1)"));
    const auto two = codecNamed("aws")->read(R"({"GlobalClusters": [{"GlobalClusterIdentifier": "worldwide",
        "Engine": "aurora-mysql", "GlobalClusterMembers": [
            {"DBClusterArn": "arn:aws:rds:eu-west-1:1:cluster:a", "IsWriter": true},
            {"DBClusterArn": "arn:aws:rds:us-east-1:1:cluster:b", "IsWriter": false}]},
        {"GlobalClusterIdentifier": "pg", "Engine": "aurora-postgresql", "Endpoint": "pg.example.com"}]})",
                                             QString());
    QVERIFY(two); // the first has no endpoint of its own, the second is counted
    QVERIFY(two->profiles.isEmpty());
    QVERIFY(hasRemark(two->remarks, "worldwide", "primary cluster, a (eu-west-1)"));
    QVERIFY(hasRemark(two->remarks, "worldwide", "only read in b (us-east-1)"));
}

void FormatsAwsTest::whatIsNoMySqlIsSkippedWithAReason_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("engine");
    QTest::addColumn<bool>("isTaken");
    const QString cluster = QStringLiteral("\"a.cluster-x.us-east-1.rds.amazonaws.com\"");
    const QString instance =
        QStringLiteral("{\"Address\": \"a.x.us-east-1.rds.amazonaws.com\", \"Port\": 3306}");
    for (const char *engine : {"aurora-mysql", "mysql", "mariadb", "aurora-postgresql", "postgres", "neptune",
                               "docdb", "oracle-ee", "sqlserver-ex", "aurora"}) {
        const QString word = QLatin1String(engine);
        const bool isTaken = word == u"aurora-mysql" || word == u"mysql" || word == u"mariadb";
        QTest::addRow("cluster of %s", engine)
            << QStringLiteral("DBClusters") << QStringLiteral("DBClusterIdentifier") << cluster << word
            << isTaken;
        QTest::addRow("instance of %s", engine)
            << QStringLiteral("DBInstances") << QStringLiteral("DBInstanceIdentifier") << instance << word
            << isTaken;
    }
}

void FormatsAwsTest::whatIsNoMySqlIsSkippedWithAReason()
{
    QFETCH(const QString, list);
    QFETCH(const QString, identifier);
    QFETCH(const QString, endpoint);
    QFETCH(const QString, engine);
    QFETCH(const bool, isTaken);
    const QString text = QStringLiteral(R"({"%1": [{"%2": "orders", "Endpoint": %3, "Engine": "%4"}]})")
                             .arg(list, identifier, endpoint, engine);
    const auto content = codecNamed("aws")->read(text.toUtf8(), QString());
    QVERIFY(content);
    QCOMPARE(content->profiles.size(), isTaken ? 1 : 0);
    QCOMPARE(content->skipped, isTaken ? 0 : 1);
    QCOMPARE(hasRemark(content->remarks, "“orders”, Engine", qPrintable(engine)), !isTaken);
}

void FormatsAwsTest::replicasAreToldOf()
{
    const auto content = codecNamed("aws")->read(R"({"DBClusters": [
        {"DBClusterIdentifier": "a", "Engine": "aurora-mysql", "EngineVersion": "8.0.mysql_aurora.3.05.2",
         "Endpoint": "a.cluster-x.us-east-1.rds.amazonaws.com", "ReadReplicaIdentifiers": ["arn:cluster:copy"],
         "DomainMemberships": [{"Domain": "d-1", "Status": "kerberos-enabled", "FQDN": "corp.example.com"}]},
        {"DBClusterIdentifier": "b", "Engine": "aurora-mysql", "EngineVersion": "5.7.mysql_aurora.2.11.1",
         "Endpoint": "b.cluster-x.us-east-1.rds.amazonaws.com", "ReplicationSourceIdentifier": "arn:cluster:a"}]})",
                                                 QString());
    QVERIFY(content);
    QVERIFY(hasRemark(content->remarks, "“a”, ReadReplicaIdentifiers", "arn:cluster:copy"));
    QVERIFY(hasRemark(content->remarks, "“b”, ReplicationSourceIdentifier", "arn:cluster:a"));
}

void FormatsAwsTest::aServerOfItsOwnHasItsDirectory()
{
    const auto content = codecNamed("aws")->read(R"({"DBInstances": [{"DBInstanceIdentifier": "alone",
        "Engine": "mysql", "EngineVersion": "8.0.36", "Endpoint": {"Address": "alone.x.us-east-1.rds.amazonaws.com",
        "Port": 3306}, "DomainMemberships": [{"Domain": "d-1", "Status": "enable-kerberos-failed",
        "FQDN": "corp.example.com"}]}]})",
                                                 QString());
    QVERIFY(content);
    QCOMPARE(content->profiles.size(), 1);
    const auto kept = keptServer(content->profiles.first().foreign);
    QVERIFY(kept);
    QCOMPARE(directoryState(kept->memberships), DirectoryState::Failed);
    QVERIFY(hasRemark(content->remarks, "“alone”, DomainMemberships.Status", "has failed"));
    QVERIFY(hasRemark(content->remarks, "“alone”, Engine", "auth_pam"));
}

namespace {

/// A cluster with one instance, as AWS says it; the port only if it is not 0.
const QByteArray enabled = R"([{"Domain": "d-1", "Status": "kerberos-enabled", "FQDN": "corp.example.com"}])";

QList<Source> ordersAtAws(int port, const QByteArray &memberships = enabled)
{
    QByteArray text = R"({"DBClusters": [{"DBClusterIdentifier": "orders", "Engine": "aurora-mysql",
        "EngineVersion": "8.0.mysql_aurora.3.05.2", "Endpoint": "orders.cluster-x.us-east-1.rds.amazonaws.com",
        PORT DIRECTORY "DBClusterMembers": [{"DBInstanceIdentifier": "one", "IsClusterWriter": true}]}]})";
    text.replace("PORT", port ? "\"Port\": " + QByteArray::number(port) + "," : QByteArray());
    text.replace("DIRECTORY",
                 memberships.isEmpty() ? QByteArray() : "\"DomainMemberships\": " + memberships + ",");
    const auto content = codecNamed("aws")->read(text, QString());
    return content ? QList<Source>{{codecNamed("aws"), *content}} : QList<Source>();
}

void importInto(ProfileDocument &document, const QList<Source> &sources)
{
    const ImportPlan plan = planImport(document, sources, {});
    if (!applyImport(document, plan, effectiveRows(plan)))
        qFatal("the import of the test was refused");
}

using Change = void (*)(ProfileDocument &);

} // namespace

Q_DECLARE_METATYPE(Change)

void FormatsAwsTest::importingAgainUpdatesWhatAwsSays_data()
{
    QTest::addColumn<Change>("change"); // the user's
    QTest::addColumn<int>("port"); // as AWS says it then; 0: not at all
    QTest::addColumn<QByteArray>("memberships"); // as AWS says them then
    QTest::addColumn<Change>("update"); // what importing again adds to it
    const Change nothing = [](ProfileDocument &) {};
    const Change elsewhere = [](ProfileDocument &document) {
        for (Profile &profile : document.profiles)
            profile.port = 3310;
    };
    const Change own = [](ProfileDocument &document) {
        Profile &profile = document.profiles.first();
        profile.notes = QStringLiteral("mine");
        profile.account = QStringLiteral("bob");
        profile.tls = TlsPolicy::VerifyCa;
        profile.colour = QStringLiteral("#ff0000");
        profile.identity.principal = QStringLiteral("bob@CORP.EXAMPLE.COM");
        profile.timeouts.answer = std::chrono::seconds(9);
        profile.pinnedSpn = QStringLiteral("mysql/orders@CORP.EXAMPLE.COM");
        profile.favourite = true;
    };
    QTest::newRow("nothing") << nothing << 3306 << enabled << nothing;
    QTest::newRow("another port at AWS") << nothing << 3310 << enabled << elsewhere;
    QTest::newRow("Kerberos not enabled any more")
        << nothing << 3306 << QByteArray("[]") << Change([](ProfileDocument &document) {
               for (Profile &profile : document.profiles)
                   profile.authentication = Authentication::Password;
           });
    QTest::newRow("what AWS does not know") << own << 3306 << enabled << nothing;
    QTest::newRow("what AWS does not know, and another port") << own << 3310 << enabled << elsewhere;
    QTest::newRow("a port that AWS does not say") << elsewhere << 0 << enabled << nothing;
    QTest::newRow("a way to log in that AWS does not say") << Change([](ProfileDocument &document) {
        document.profiles.first().authentication = Authentication::KeychainPassword;
    }) << 3306 << QByteArray() << nothing;
    QTest::newRow("tickets another way") << Change([](ProfileDocument &document) {
        document.profiles.first().authentication = Authentication::Automatic;
    }) << 3306 << enabled << nothing;
    QTest::newRow("renamed and moved") << Change([](ProfileDocument &document) {
        document.profiles.first().name = QStringLiteral("my orders");
        document.profiles.first().folder = {QStringLiteral("My"), QStringLiteral("place")};
    }) << 3310 << enabled << elsewhere;
    QTest::newRow("the folder renamed") << Change([](ProfileDocument &document) {
        document.folders.first().settings.name = QStringLiteral("Orders of Europe");
        for (Profile &profile : document.profiles)
            profile.folder = {QStringLiteral("Orders of Europe")};
    }) << 3310 << enabled << elsewhere;
    QTest::newRow("the folder's settings") << Change([](ProfileDocument &document) {
        Profile &folder = document.folders.first().settings;
        folder.account = QStringLiteral("team");
        folder.port = 3399;
        for (Profile &profile : document.profiles) {
            profile.account = folder.account;
            profile.port = folder.port;
        }
    }) << 3306 << enabled << nothing;
    QTest::newRow("a profile beside it") << Change([](ProfileDocument &document) {
        Profile mine;
        mine.name = QStringLiteral("reader");
        mine.folder = {QStringLiteral("orders")};
        mine.host = QStringLiteral("elsewhere.example.com");
        mine.port = 3310;
        document.profiles.append(mine);
    }) << 3306 << enabled << nothing;
}

void FormatsAwsTest::importingAgainUpdatesWhatAwsSays()
{
    QFETCH(const Change, change);
    QFETCH(const int, port);
    QFETCH(const QByteArray, memberships);
    QFETCH(const Change, update);
    ProfileDocument document;
    importInto(document, ordersAtAws(3306));
    QCOMPARE(document.profiles.size(), 2);
    change(document);
    ProfileDocument expected = document;
    update(expected);
    importInto(document, ordersAtAws(port, memberships));
    QCOMPARE(document.profiles, expected.profiles);
    QCOMPARE(document.folders.size(), 1);
    QCOMPARE(document.folders.first().fullPath(), expected.folders.first().fullPath());
    QCOMPARE(document.folders.first().settings.port, expected.folders.first().settings.port);
    QCOMPARE(document.folders.first().settings.account, expected.folders.first().settings.account);
}

void FormatsAwsTest::endpointsAloneChangeNothingThatTheyDoNotSay()
{
    ProfileDocument document;
    importInto(document, ordersAtAws(3310));
    const QList<Profile> before = document.profiles;
    const auto content = codecNamed("aws")->read(R"({"DBClusterEndpoints": [
        {"DBClusterIdentifier": "orders", "EndpointType": "WRITER",
         "Endpoint": "orders.cluster-x.us-east-1.rds.amazonaws.com"},
        {"DBClusterIdentifier": "orders", "EndpointType": "CUSTOM", "DBClusterEndpointIdentifier": "analytics",
         "Endpoint": "analytics.cluster-custom-x.us-east-1.rds.amazonaws.com"}]})",
                                                 QString());
    QVERIFY(content);
    importInto(document, {{codecNamed("aws"), *content}});
    QCOMPARE(document.profiles.size(), 3);
    QCOMPARE(document.profiles.first(before.size()), before);
    QCOMPARE(document.profiles.last().path(), QStringLiteral("orders/analytics"));
    QVERIFY(hasRemark(content->remarks, "orders", "a password are assumed"));
}

void FormatsAwsTest::allListsInOneDocumentAreOneCluster()
{
    const auto inside = [](const char *file) {
        const QByteArray whole = bytesOf(formatFile(QLatin1String(file))).trimmed();
        return whole.sliced(1, whole.size() - 2);
    };
    const QByteArray text = "{" + inside("aws-endpoints.json") + "," + inside("aws-instances.json") + ","
                            + inside("aws-clusters.json") + "}";
    const auto content = codecNamed("aws")->read(text, QString());
    QVERIFY(content);
    QCOMPARE(content->folders.size(), 2);
    QStringList hosts;
    for (const Profile &profile : content->profiles)
        hosts.append(profile.host);
    QCOMPARE(hosts.size(), 8);
    QCOMPARE(hosts.removeDuplicates(), 0);
    QCOMPARE(profileAt(*content, QStringLiteral("mydbcluster/dbinstance2")).authentication,
             Authentication::Kerberos);
    QVERIFY(!hasRemark(content->remarks, "", "twice"));
    QVERIFY(!hasRemark(content->remarks, "", "Endpoints alone"));
}

void FormatsAwsTest::importingInstancesLaterMeetsTheSameIds()
{
    const Content clusters = readFormat("aws", QStringLiteral("aws-clusters.json"));
    const Content instances = readFormat("aws", QStringLiteral("aws-instances.json"));
    const QString path = QStringLiteral("mydbcluster/dbinstance2");
    QVERIFY(!profileAt(clusters, path).id.isNull());
    QCOMPARE(profileAt(clusters, path).id, profileAt(instances, path).id);
    QCOMPARE(clusters.folders.first().settings.id, instances.folders.first().settings.id);
}

void FormatsAwsTest::hostsSayWhichEndpointTheyAre()
{
    const auto kind = [](const char *host) {
        const auto endpoint = awsEndpoint(QLatin1String(host));
        return endpoint ? endpoint->kind : Endpoint::Other;
    };
    QCOMPARE(kind("a.cluster-x.us-east-1.rds.amazonaws.com"), Endpoint::Writer);
    QCOMPARE(kind("a.cluster-ro-x.us-east-1.rds.amazonaws.com"), Endpoint::Reader);
    QCOMPARE(kind("a.cluster-custom-x.cn-north-1.rds.amazonaws.com.cn"), Endpoint::Custom);
    QCOMPARE(kind("a.x.us-east-1.rds.amazonaws.com"), Endpoint::Instance);
    QCOMPARE(kind("a.global-x.global.rds.amazonaws.com"), Endpoint::Global);
    QCOMPARE(kind("rds.amazonaws.com"), Endpoint::Other);
    QCOMPARE(kind("a.cluster-x.us-east-1.rds.amazonaws.com.example.com"), Endpoint::Other);
    QCOMPARE(awsEndpoint(QStringLiteral("a.cluster-x.us-east-1.rds.amazonaws.com"))->rest,
             QStringLiteral("x.us-east-1.rds.amazonaws.com"));
}

void FormatsAwsTest::whatTheFolderKeepsIsReadAgain()
{
    const Content content = readFormat("aws", QStringLiteral("aws-clusters.json"));
    const auto kept = keptServer(content.folders.first().settings.foreign);
    QVERIFY(kept);
    QCOMPARE(kept->engine, QStringLiteral("aurora-mysql"));
    QCOMPARE(kept->hasIam, true);
    QCOMPARE(kept->port, 3306);
    QCOMPARE(directoryState(kept->memberships), DirectoryState::Enabled);
    const auto old = keptServer(content.folders.last().settings.foreign);
    QVERIFY(old);
    QCOMPARE(directoryState(old->memberships), DirectoryState::Failed);
    QVERIFY(!keptServer({}));
    QVERIFY(!keptServer({{QStringLiteral("aws"), QJsonObject{{QStringLiteral("Engine"), QString()}}}}));
    QCOMPARE(directoryState({}), DirectoryState::None);
    QCOMPARE(directoryState({{{}, QStringLiteral("a-new-word"), {}, {}}}), DirectoryState::Unknown);
}

void FormatsAwsTest::adviceFollowsFromTheState_data()
{
    QTest::addColumn<AwsServer>("server");
    QTest::addColumn<QString>("place"); // empty: no advice
    QTest::addColumn<QString>("words");
    const QString status = QStringLiteral("DomainMemberships.Status");
    QTest::newRow("all is well") << kerberosServer() << QString() << QString();
    const char *const advised[][2] = {{"enabling-kerberos", "reboot the reader"},
                                      {"pending-enable-kerberos", "reboot the reader"},
                                      {"pending-maintenance-enable-kerberos", "maintenance window"},
                                      {"pending-disable-kerberos", "to be disabled"},
                                      {"pending-maintenance-disable-kerberos", "maintenance window"},
                                      {"enable-kerberos-failed", "IAM role"},
                                      {"disabling-kerberos", "being disabled"},
                                      {"something-new", "something-new"}};
    for (const auto &[word, advice] : advised)
        QTest::newRow(word) << kerberosServer(QLatin1String(word)) << status << QString::fromLatin1(advice);
    const auto changed = [](auto change) {
        AwsServer server = kerberosServer();
        change(server);
        return server;
    };
    const auto version = [&changed](const char *text) {
        return changed([text](AwsServer &server) { server.version = QLatin1String(text); });
    };
    const QString place = QStringLiteral("EngineVersion");
    QTest::newRow("version 2") << version("5.7.mysql_aurora.2.11.1") << place << QStringLiteral("3.03");
    QTest::newRow("version 3.02") << version("8.0.mysql_aurora.3.02.3") << place << QStringLiteral("3.03");
    QTest::newRow("version 3.03") << version("8.0.mysql_aurora.3.03.0") << QString() << QString();
    QTest::newRow("version 4") << version("8.4.mysql_aurora.4.00.0") << QString() << QString();
    QTest::newRow("version alone") << version("3.01.0") << place << QStringLiteral("3.03");
    QTest::newRow("version of MySQL") << version("8.0") << QString() << QString();
    QTest::newRow("version unknown") << version("") << QString() << QString();
    QTest::newRow("61 characters") << changed([](AwsServer &server) {
        server.memberships.first().domain = QString(61, QLatin1Char('d'));
    }) << QString() << QString();
    QTest::newRow("62 characters") << changed([](AwsServer &server) {
        server.memberships.first().domain = QString(62, QLatin1Char('d'));
    }) << QStringLiteral("DomainMemberships.FQDN")
                                   << QStringLiteral("shorter than 62");
    QTest::newRow("no domain") << changed(
        [](AwsServer &server) { server.memberships.first().domain.clear(); })
                               << QStringLiteral("DomainMemberships.FQDN") << QStringLiteral("realm");
    QTest::newRow("IAM too") << changed([](AwsServer &server) { server.hasIam = true; })
                             << QStringLiteral("IAMDatabaseAuthenticationEnabled")
                             << QStringLiteral("never with both");
    QTest::newRow("IAM unknown") << changed([](AwsServer &server) { server.hasIam.reset(); }) << QString()
                                 << QString();
    QTest::newRow("another port") << changed([](AwsServer &server) { server.port = 3310; })
                                  << QStringLiteral("Port") << QStringLiteral("3310");
    QTest::newRow("RDS for MySQL") << changed([](AwsServer &server) {
        server.engine = QStringLiteral("mysql");
    }) << QStringLiteral("Engine") << QStringLiteral("auth_pam");
    QTest::newRow("readers") << changed([](AwsServer &server) { server.hasReaders = true; })
                             << QStringLiteral("DBClusterMembers") << QStringLiteral("rebooted once");
    QTest::newRow("readers before") << changed([](AwsServer &server) {
        server.hasReaders = true;
        server.memberships.first().status = QStringLiteral("pending-enable-kerberos");
    }) << status << QStringLiteral("reboot the reader");
    QTest::newRow("custom endpoints") << changed([](AwsServer &server) { server.hasCustomEndpoints = true; })
                                      << QStringLiteral("CustomEndpoints") << QStringLiteral("on premises");
    QTest::newRow("second name") << changed([](AwsServer &server) {
        server.endpoint = QStringLiteral("a.cluster-x.us-east-1.rds.amazonaws.com");
    }) << QStringLiteral("Endpoint")
                                 << QStringLiteral("“a.cluster-x.us-east-1.corp.example.com”");
    QTest::newRow("replicas") << changed([](AwsServer &server) {
        server.replicas = QStringList{QStringLiteral("arn:aws:rds:eu:1:cluster:copy")};
    }) << QStringLiteral("ReadReplicaIdentifiers")
                              << QStringLiteral("cluster:copy");
    AwsServer replica{QStringLiteral("aurora-mysql"), QStringLiteral("8.0.mysql_aurora.3.02.3"), {}, {}, {}};
    replica.source = QStringLiteral("arn:aws:rds:eu:1:cluster:original");
    QTest::newRow("an old replica") << replica << QStringLiteral("ReplicationSourceIdentifier")
                                    << QStringLiteral("cluster:original");
    replica.version = QStringLiteral("8.0.mysql_aurora.3.03.0");
    QTest::newRow("a replica with the plugin") << replica << QString() << QString();
    QTest::newRow("no directory")
        << AwsServer{QStringLiteral("aurora-mysql"), QStringLiteral("5.7"), true, 3310, {}} << QString()
        << QString();
}

void FormatsAwsTest::adviceFollowsFromTheState()
{
    QFETCH(const AwsServer, server);
    QFETCH(const QString, place);
    QFETCH(const QString, words);
    const QList<Remark> advice = adviceFor(server);
    QCOMPARE(advice.size(), place.isEmpty() ? 0 : 1);
    if (place.isEmpty())
        return;
    QCOMPARE(advice.first().place, place);
    QVERIFY2(advice.first().message.contains(words), qUtf8Printable(advice.first().message));
}

void FormatsAwsTest::everyMemberOfAClusterGetsItsAdvice()
{
    const auto instance = [](const char *name, const char *status, const char *version) {
        return QStringLiteral(R"({"DBInstanceIdentifier": "%1", "DBClusterIdentifier": "orders",
            "Engine": "aurora-mysql", "EngineVersion": "%3",
            "Endpoint": {"Address": "%1.x.us-east-1.rds.amazonaws.com", "Port": 3306},
            "DomainMemberships": [{"Domain": "d-1", "Status": "%2", "FQDN": "corp.example.com"}]})")
            .arg(QLatin1String(name), QLatin1String(status), QLatin1String(version));
    };
    const QString text = QStringLiteral(R"({"DBInstances": [%1, %2, %3]})")
                             .arg(instance("one", "kerberos-enabled", "8.0.mysql_aurora.3.02.3"),
                                  instance("two", "enable-kerberos-failed", "8.0.mysql_aurora.3.02.3"),
                                  instance("three", "enable-kerberos-failed", "8.0.mysql_aurora.3.02.3"));
    const auto content = codecNamed("aws")->read(text.toUtf8(), QString());
    QVERIFY(content);
    QVERIFY(hasRemark(content->remarks, "one”, EngineVersion", "3.03"));
    QVERIFY2(hasRemark(content->remarks, "two”, DomainMemberships.Status", "has failed"),
             qUtf8Printable(remarksOf(content->remarks)));
    QVERIFY(!hasRemark(content->remarks, "two”, EngineVersion", "3.03")); // said already
    QVERIFY(!hasRemark(content->remarks, "three", ""));
}

void FormatsAwsTest::theRealmIsTheDomainInUpperCase()
{
    QCOMPARE(realmOf({{}, {}, QStringLiteral("corp.Example.com"), {}}), QStringLiteral("CORP.EXAMPLE.COM"));
}

void FormatsAwsTest::brokenJsonIsRefusedWithTheLine()
{
    const auto content = codecNamed("aws")->read("{\n\"DBClusters\": [\n{\"Port\": }]}", QString());
    QVERIFY(!content);
    QVERIFY2(content.error().message.contains(QLatin1String("line 3")),
             qUtf8Printable(content.error().message));
}

QTEST_APPLESS_MAIN(FormatsAwsTest)
#include "formatsawstest.moc"
