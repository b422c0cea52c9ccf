// SPDX-License-Identifier: GPL-2.0-or-later
// Files as HeidiSQL, DbGate and Sequel Ace write them.
#include "tests/support/formatreading.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;

class FormatsToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heidiSqlSessionsBecomeProfilesInTheirFolders();
    void heidiSqlSingleSignOnIsATicket();
    void heidiSqlTlsIsTakenAsItIs();
    void heidiSqlQueriesAndPasswordsNeverShow();
    void heidiSqlFilesOfBothEncodingsAreTheSame();
    void dbGateConnectionsBecomeProfiles();
    void dbGateTornLinesLoseNoOthers();
    void sequelAceGroupsBecomeFolders();
    void sequelAceExportsAreRead();
    void sequelAceBinaryFilesAreExplained();
    void plistsThatAreNoneAreRefusedWithTheLine_data();
    void plistsThatAreNoneAreRefusedWithTheLine();
    void readingAgainGivesTheSameIds();
    void oneBadEntryLosesNoOthers_data();
    void oneBadEntryLosesNoOthers();
    void aBadFolderHandsNothingDownSoNothingComesIn();
};

namespace {

/// A connection of Workbench's to that host.
QByteArray workbenchEntry(const char *name, const char *host)
{
    return R"(<value type="object" struct-name="db.mgmt.Connection" id=")" + QByteArray(name)
           + R"("><link type="object" key="driver">com.mysql.rdbms.mysql.driver.native</link>
              <value type="dict" key="parameterValues"><value type="string" key="hostName">)"
           + host + R"(</value></value><value type="string" key="name">)" + name + "</value></value>";
}

QByteArray sequelAceEntry(const char *name, const char *host)
{
    return "<dict><key>name</key><string>" + QByteArray(name) + "</string><key>host</key><string>" + host
           + "</string></dict>";
}

/// A profile of Latchkey's own with a member more, and the number that is the end of its id.
QByteArray latchkeyEntry(const char *name, int number, const QByteArray &member = {})
{
    return R"({"id": "00000000-0000-4000-8000-00000000000)" + QByteArray::number(number) + R"(", "name": ")"
           + name + R"(", "host": "h")" + member + "}";
}

QByteArray latchkeyFileOf(const QByteArray &profiles, const QByteArray &folders = {})
{
    return R"({"format": "latchkey-profiles", "version": 1, "folders": [)" + folders + R"(], "profiles": [)"
           + profiles + "]}";
}

} // namespace

void FormatsToolsTest::heidiSqlSessionsBecomeProfilesInTheirFolders()
{
    const Content content = readFormat("heidisql", QStringLiteral("heidisql.txt"));
    QCOMPARE(pathsOf(content),
             QStringList({QStringLiteral("122 Server"), QStringLiteral("Production/Europe/orders"),
                          QStringLiteral("loose")}));
    QCOMPARE(content.skipped, 1);
    QVERIFY(hasRemark(content.remarks, "", "no connection to MySQL"));
    const Profile orders = profileAt(content, QStringLiteral("Production/Europe/orders"));
    QCOMPARE(orders.host, QStringLiteral("orders.cluster-cnpexample.eu-central-1.rds.amazonaws.com"));
    QCOMPARE(orders.port, 3307);
    QCOMPARE(orders.account, QStringLiteral("alice"));
    QCOMPARE(orders.schema, QStringLiteral("orders"));
    QCOMPARE(orders.notes, QStringLiteral("Orders,\ndo not touch"));
    QCOMPARE(orders.colour, QStringLiteral("#ff8080"));
    QCOMPARE(orders.timeouts.keepAlive, std::chrono::seconds(20));
    QCOMPARE(orders.timeouts.answer, std::chrono::seconds(30));
    QCOMPARE(orders.origin, QStringLiteral("heidisql:Production\\Europe\\orders"));
    QVERIFY(orders.session.statements.isEmpty());
    QVERIFY(hasRemark(content.remarks, "StartupScriptFilename", "runs no files"));
    QVERIFY(hasRemark(content.remarks, "Databases", "first one"));
    QVERIFY(hasRemark(content.remarks, "“loose”, Port", "not understood"));
    QVERIFY(hasRemark(content.remarks, "line 36", "no setting"));
}

void FormatsToolsTest::heidiSqlSingleSignOnIsATicket()
{
    const Content content = readFormat("heidisql", QStringLiteral("heidisql.txt"));
    QCOMPARE(profileAt(content, QStringLiteral("Production/Europe/orders")).authentication,
             Authentication::Automatic);
    QCOMPARE(profileAt(content, QStringLiteral("122 Server")).authentication, Authentication::Password);
}

void FormatsToolsTest::heidiSqlTlsIsTakenAsItIs()
{
    const Content content = readFormat("heidisql", QStringLiteral("heidisql.txt"));
    QCOMPARE(profileAt(content, QStringLiteral("122 Server")).tls, TlsPolicy::Off);
    QCOMPARE(profileAt(content, QStringLiteral("loose")).tls, TlsPolicy::Required);
    const Profile orders = profileAt(content, QStringLiteral("Production/Europe/orders"));
    QCOMPARE(orders.tls, TlsPolicy::VerifyCa);
    QCOMPARE(orders.tlsFiles.authorities, QStringLiteral("/etc/ssl/rds.pem"));
}

void FormatsToolsTest::heidiSqlQueriesAndPasswordsNeverShow()
{
    QVERIFY(bytesOf(formatFile(QStringLiteral("heidisql.txt"))).contains("hunter2"));
    const Content content = readFormat("heidisql", QStringLiteral("heidisql.txt"));
    QVERIFY(!showsSecret(content));
    QVERIFY(!remarksOf(content.remarks).contains(QLatin1String("6B7A7B3")));
    QVERIFY(hasRemark(content.remarks, "line 5", "password"));
}

void FormatsToolsTest::heidiSqlFilesOfBothEncodingsAreTheSame()
{
    const Content one = readFormat("heidisql", QStringLiteral("heidisql.txt"));
    const Content other = readFormat("heidisql", QStringLiteral("heidisql-utf16.txt"));
    QVERIFY(!one.profiles.isEmpty());
    QCOMPARE(one.profiles, other.profiles);
}

void FormatsToolsTest::dbGateConnectionsBecomeProfiles()
{
    const Content content = readFormat("dbgate", QStringLiteral("dbgate.jsonl"));
    QCOMPARE(pathsOf(content), QStringList({QStringLiteral("Local"), QStringLiteral("Team/Shop/orders"),
                                            QStringLiteral("by URI")}));
    QCOMPARE(content.skipped, 1);
    const Profile orders = profileAt(content, QStringLiteral("Team/Shop/orders"));
    QCOMPARE(orders.host, QStringLiteral("db1.example.com"));
    QCOMPARE(orders.port, 3307);
    QCOMPARE(orders.schema, QStringLiteral("orders"));
    QCOMPARE(orders.tls, TlsPolicy::Required);
    QVERIFY(orders.readOnly);
    QVERIFY(!orders.colour.isEmpty());
    const Profile byUri = profileAt(content, QStringLiteral("by URI"));
    QCOMPARE(byUri.host, QStringLiteral("db2.example.com"));
    QCOMPARE(byUri.port, 3310);
    QCOMPARE(byUri.account, QStringLiteral("bob"));
    QCOMPARE(byUri.tls, TlsPolicy::Off);
    QVERIFY(!showsSecret(content));
    QVERIFY(hasRemark(content.remarks, "password", "not been taken"));
    QVERIFY(hasRemark(content.remarks, "sshHost", "no equal"));
    QVERIFY(!remarksOf(content.remarks).contains(QLatin1String("crypt:")));
}

void FormatsToolsTest::dbGateTornLinesLoseNoOthers()
{
    const Content content = readFormat("dbgate", QStringLiteral("dbgate.jsonl"));
    QVERIFY2(hasRemark(content.remarks, "line 5", "no JSON object"),
             qUtf8Printable(remarksOf(content.remarks)));
    QVERIFY(hasRemark(content.remarks, "line 6", "twice"));
    QCOMPARE(content.profiles.size(), 3);
}

void FormatsToolsTest::sequelAceGroupsBecomeFolders()
{
    const Content content = readFormat("sequelace", QStringLiteral("sequelace.plist"));
    QCOMPARE(pathsOf(content), QStringList({QStringLiteral("Production/Europe/orders & billing"),
                                            QStringLiteral("tunnelled")}));
    const Profile orders = profileAt(content, QStringLiteral("Production/Europe/orders & billing"));
    QCOMPARE(orders.port, 3307);
    QCOMPARE(orders.account, QStringLiteral("alice"));
    QCOMPARE(orders.tlsFiles, (TlsFiles{QStringLiteral("/etc/ssl/ca.pem"), {}, {}}));
    QCOMPARE(orders.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(orders.origin, QStringLiteral("sequelace:-6423789502348923409"));
    QCOMPARE(profileAt(content, QStringLiteral("tunnelled")).tls, TlsPolicy::Off);
    QVERIFY(hasRemark(content.remarks, "by socket", "no host"));
    QVERIFY(hasRemark(content.remarks, "tunnelled", "SSH"));
    QVERIFY(hasRemark(content.remarks, "“tunnelled”, password", "not been taken"));
    QVERIFY(!showsSecret(content));
}

void FormatsToolsTest::sequelAceExportsAreRead()
{
    const Content content = readFormat("sequelace", QStringLiteral("sequelace-export.plist"));
    QCOMPARE(pathsOf(content), QStringList{QStringLiteral("Exported")});
}

void FormatsToolsTest::sequelAceBinaryFilesAreExplained()
{
    const auto content = codecNamed("sequelace")
                             ->read("bplist00\xD1\x01\x02_\x10"
                                    "Favorites Root",
                                    QString());
    QVERIFY(!content);
    QVERIFY(content.error().message.contains(QLatin1String("plutil")));
}

void FormatsToolsTest::plistsThatAreNoneAreRefusedWithTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("an internal subset") << QByteArray(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE plist [<!ENTITY a \"b\">]>\n<plist><string>&a;</string></plist>")
                                        << QStringLiteral("line 2");
    QTest::newRow("a subset after an external name")
        << QByteArray("<!DOCTYPE plist SYSTEM \"a>b\" [<!ENTITY a \"b\">]>\n<plist/>")
        << QStringLiteral("line 1");
    QTest::newRow("an undefined entity")
        << QByteArray("<!DOCTYPE plist SYSTEM \"x\">\n<plist>\n<string>&a;</string></plist>")
        << QStringLiteral("line 3");
    QTest::newRow("not closed") << QByteArray("<plist>\n<dict>\n<key>a</key>") << QStringLiteral("line 3");
    QTest::newRow("another root") << QByteArray("\n<data/>") << QStringLiteral("line 2");
    QTest::newRow("a key without a value")
        << QByteArray("<plist><dict><key>a</key></dict></plist>") << QStringLiteral("line 1");
    QTest::newRow("a value without a key")
        << QByteArray("<plist>\n<dict><true/></dict></plist>") << QStringLiteral("line 2");
    QTest::newRow("an unknown element")
        << QByteArray("<plist>\n<script/></plist>") << QStringLiteral("line 2");
}

void FormatsToolsTest::plistsThatAreNoneAreRefusedWithTheLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    const auto content = codecNamed("sequelace")->read(text, QString());
    QVERIFY(!content);
    QCOMPARE(content.error().code, Error::Code::InvalidInput);
    QVERIFY2(content.error().message.contains(place), qUtf8Printable(content.error().message));
}

void FormatsToolsTest::readingAgainGivesTheSameIds()
{
    const char *const files[][2] = {
        {"heidisql", "heidisql.txt"}, {"dbgate", "dbgate.jsonl"}, {"sequelace", "sequelace.plist"},
        {"aws", "aws-clusters.json"}, {"uri", "uris.txt"},        {"commandline", "commands.txt"},
        {"optionfile", "my.cnf"}};
    for (const auto &[codec, file] : files) {
        const Content one = readFormat(codec, QLatin1String(file));
        const Content other = readFormat(codec, QLatin1String(file));
        QVERIFY2(!one.profiles.isEmpty(), file);
        QCOMPARE(one.profiles, other.profiles);
        for (const Profile &profile : one.profiles)
            QCOMPARE(profile.id, idFor(profile.origin));
    }
}

void FormatsToolsTest::oneBadEntryLosesNoOthers_data()
{
    QTest::addColumn<QByteArray>("codec");
    QTest::addColumn<QByteArray>("text"); // first, the bad one, last
    QTest::addColumn<QString>("name"); // of the bad one, or its line
    const QString bad = QStringLiteral("bad");
    QTest::newRow("Workbench") << QByteArray("workbench")
                               << QByteArray(R"(<data grt_format="2.0"><value type="list">)")
                                      + workbenchEntry("first", "h") + workbenchEntry("bad", "")
                                      + workbenchEntry("last", "h") + "</value></data>"
                               << bad;
    const auto dbeaver = [](const QByteArray &members) {
        const QByteArray good = R"({"provider": "mysql", "name": "NAME", "configuration": {"host": "h"}})";
        return R"({"connections": {"1": )" + QByteArray(good).replace("NAME", "first") + R"(, "bad": )"
               + members + R"(, "3": )" + QByteArray(good).replace("NAME", "last") + "}}";
    };
    QTest::newRow("DBeaver, a text") << QByteArray("dbeaver") << dbeaver("\"bad\"") << bad;
    QTest::newRow("DBeaver, a list") << QByteArray("dbeaver") << dbeaver("[1]") << bad;
    QTest::newRow("DBeaver, nothing") << QByteArray("dbeaver") << dbeaver("null") << bad;
    QTest::newRow("DBeaver, no host")
        << QByteArray("dbeaver") << dbeaver(R"({"provider": "mysql", "name": "bad", "configuration": 7})")
        << bad;
    const auto aws = [](const char *entry) {
        const QByteArray good = R"({"DBClusterIdentifier": "NAME", "Endpoint": "NAME.example.com"})";
        return R"({"DBClusters": [)" + QByteArray(good).replace("NAME", "first") + ',' + entry + ','
               + QByteArray(good).replace("NAME", "last") + "]}";
    };
    QTest::newRow("AWS, no endpoint") << QByteArray("aws") << aws(R"({"DBClusterIdentifier": "bad"})") << bad;
    QTest::newRow("AWS, a number") << QByteArray("aws") << aws("7") << QStringLiteral("DBClusters 2");
    QTest::newRow("DbGate, torn") << QByteArray(
        "dbgate") << QByteArray(R"({"server":"h","engine":"mysql@dbgate-plugin-mysql","displayName":"first"}
{"server":"h","engine":"mysql@dbga
{"server":"h","engine":"mysql@dbgate-plugin-mysql","displayName":"last","_id":"3"})")
                                  << QStringLiteral("line 2");
    QTest::newRow("DbGate, no host") << QByteArray(
        "dbgate") << QByteArray(R"({"server":"h","engine":"mysql@dbgate-plugin-mysql","displayName":"first"}
{"engine":"mysql@dbgate-plugin-mysql","displayName":"bad"}
{"server":"h","engine":"mysql@dbgate-plugin-mysql","displayName":"last","_id":"3"})")
                                     << bad;
    QTest::newRow("HeidiSQL, no host")
        << QByteArray("heidisql")
        << QByteArray("Servers\\first\\Host<|||>1<|||>h\nServers\\bad\\User<|||>1<|||>u\n"
                      "Servers\\last\\Host<|||>1<|||>h\n")
        << bad;
    QTest::newRow("HeidiSQL, no setting")
        << QByteArray("heidisql")
        << QByteArray("Servers\\first\\Host<|||>1<|||>h\nbad\nServers\\last\\Host<|||>1<|||>h\n")
        << QStringLiteral("line 2");
    QTest::newRow("Sequel Ace") << QByteArray("sequelace")
                                << "<plist><dict><key>SPConnectionFavorites</key><array>"
                                       + sequelAceEntry("first", "h") + sequelAceEntry("bad", "")
                                       + sequelAceEntry("last", "h") + "</array></dict></plist>"
                                << bad;
    QTest::newRow("URIs") << QByteArray("uri")
                          << QByteArray("# latchkey: [\"first\"]\nmysql://h/\nmysql://[bad/\n"
                                        "# latchkey: [\"last\"]\nmysql://h/\n")
                          << QStringLiteral("line 3");
    QTest::newRow("command lines") << QByteArray("commandline")
                                   << QByteArray("mysql -h h # latchkey: [\"first\"]\nmysql -h 'bad\n")
                                   << QStringLiteral("line 2");
    QTest::newRow("option file") << QByteArray("optionfile")
                                 << QByteArray(
                                        "[client-first]\nhost = h\n[client-bad]\nuser = u\n[client-last]\n"
                                        "host = h\n")
                                 << bad;
    const auto own = [](const QByteArray &entry) {
        return latchkeyFileOf(latchkeyEntry("first", 1) + ',' + entry + ',' + latchkeyEntry("last", 3));
    };
    QTest::newRow("Latchkey, an unknown word")
        << QByteArray("latchkey") << own(latchkeyEntry("bad", 2, R"(, "tls": "sometimes")")) << bad;
    QTest::newRow("Latchkey, a text for a number")
        << QByteArray("latchkey") << own(latchkeyEntry("bad", 2, R"(, "port": "many")")) << bad;
    QTest::newRow("Latchkey, the id of a good one")
        << QByteArray("latchkey")
        << latchkeyFileOf(latchkeyEntry("bad", 1, R"(, "port": "many")") + ',' + latchkeyEntry("first", 1)
                          + ',' + latchkeyEntry("last", 3))
        << bad;
    QTest::newRow("Latchkey, an id that is there")
        << QByteArray("latchkey") << own(latchkeyEntry("bad", 1)) << bad;
    QTest::newRow("Latchkey, no id") << QByteArray("latchkey") << own(R"({"name": "bad", "host": "h"})")
                                     << bad;
    QTest::newRow("Latchkey, no name")
        << QByteArray("latchkey") << own(R"({"id": "00000000-0000-4000-8000-000000000bad", "host": "h"})")
        << bad;
    QTest::newRow("Latchkey, a number") << QByteArray("latchkey") << own("7") << QString();
    QTest::newRow("Latchkey, a folder twice")
        << QByteArray("latchkey")
        << latchkeyFileOf(latchkeyEntry("first", 1) + ',' + latchkeyEntry("last", 3),
                          R"({"id": "00000000-0000-4000-8000-0000000000f1", "name": "bad"},
                             {"id": "00000000-0000-4000-8000-0000000000f2", "name": "bad"})")
        << bad;
}

void FormatsToolsTest::aBadFolderHandsNothingDownSoNothingComesIn()
{
    const QByteArray text = latchkeyFileOf(
        latchkeyEntry("first", 1, R"(, "folder": ["prod"])"),
        R"({"id": "00000000-0000-4000-8000-0000000000f1", "name": "prod", "readOnly": true, "colour": 5})");
    QVERIFY(!codecNamed("latchkey")->read(text, QString()));
}

void FormatsToolsTest::oneBadEntryLosesNoOthers()
{
    QFETCH(const QByteArray, codec);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, name);
    const auto content =
        codecNamed(std::string_view(codec.constData(), static_cast<std::size_t>(codec.size())))
            ->read(text, QString());
    QVERIFY2(content, content ? "" : qUtf8Printable(content.error().message));
    QStringList names;
    for (const Profile &profile : content->profiles)
        names += {profile.name, profile.folder.value(0)};
    QVERIFY2(names.contains(u"first"), qUtf8Printable(names.join(QLatin1Char(','))));
    QVERIFY2(names.contains(u"last") || codec == "commandline", qUtf8Printable(names.join(QLatin1Char(','))));
    QVERIFY(!names.contains(u"bad"));
    const bool isNamed =
        std::any_of(content->remarks.begin(), content->remarks.end(), [&name](const Remark &remark) {
            return remark.place.contains(name) && remark.message.endsWith(QLatin1Char('.'));
        });
    QVERIFY2(isNamed, qUtf8Printable(remarksOf(content->remarks)));
}

QTEST_APPLESS_MAIN(FormatsToolsTest)
#include "formatstoolstest.moc"
