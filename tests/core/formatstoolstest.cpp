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
};

void FormatsToolsTest::heidiSqlSessionsBecomeProfilesInTheirFolders()
{
    const Content content = readFormat("heidisql", QStringLiteral("heidisql.txt"));
    QCOMPARE(pathsOf(content),
             QStringList({QStringLiteral("122 Server"), QStringLiteral("Production/Europe/orders"),
                          QStringLiteral("loose")}));
    QCOMPARE(content.skipped, 1);
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

QTEST_APPLESS_MAIN(FormatsToolsTest)
#include "formatstoolstest.moc"
