// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/dbeaver.h"
#include "tests/support/effort.h"
#include "tests/support/generatedprofiles.h"
#include "tests/support/slowness.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(LATCHKEY_FORMATS "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Content contentOf(const QByteArray &text)
{
    const auto content = dbeaver.read(text, QString());
    return content ? *content : Content();
}

QByteArray written(const ProfileDocument &document)
{
    QList<Remark> remarks;
    return dbeaver.write(document, remarks);
}

const Profile &named(const Content &content, const QString &name)
{
    const auto found = std::find_if(content.profiles.begin(), content.profiles.end(),
                                    [&name](const Profile &profile) { return profile.name == name; });
    return found == content.profiles.end() ? blankProfile() : *found;
}

QJsonObject connectionIn(const QByteArray &text, const QString &id)
{
    return QJsonDocument::fromJson(text).object().value(u"connections").toObject().value(id).toObject();
}

const QString ordersId = QStringLiteral("mysql8-19df3ab5c11-3c5a6f7e8d9c0b12");

} // namespace

class DBeaverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDBeaverWritesIsRead();
    void otherDatabasesAreCounted();
    void aUrlAloneIsEnough();
    void noPasswordIsKept();
    void goingRoundKeepsKerberosAndWhatIsNotUnderstood();
    void generatedProfilesComeBack();
    void hostileNamesComeBack();
    void foldersStayApartInDBeaver();
    void whatDBeaverHasMovedIsWhereItIsNow();
    void foldersOfOneNameAreReadAsDBeaverWritesThem();
    void hundredsOfConnectionsAreRead();
    void oneBadValueIsARemark();
    void brokenJsonNamesItsLine();
    void hostileFilesEndQuickly_data();
    void hostileFilesEndQuickly();
    void otherFilesAreNotRecognised();
};

void DBeaverTest::whatDBeaverWritesIsRead()
{
    const QByteArray text = fixture("dbeaver-data-sources.json");
    QVERIFY(dbeaver.recognises(text));
    const Content content = contentOf(text);
    QCOMPARE(content.profiles.size(), 3);
    const Profile &orders = named(content, u"orders"_qs);
    QCOMPARE(orders.id, idFor(u"dbeaver:"_qs + ordersId));
    QCOMPARE(orders.folder, (QStringList{u"Production"_qs, u"EU"_qs}));
    QCOMPARE(orders.host, u"orders.cluster-cnpexample.eu-central-1.rds.amazonaws.com"_qs);
    QCOMPARE(orders.port, std::uint16_t(3307));
    QCOMPARE(orders.schema, u"shop"_qs);
    QCOMPARE(orders.authentication, Authentication::Kerberos);
    QCOMPARE(orders.identity.principal, u"alice@CORP.EXAMPLE.COM"_qs);
    QCOMPARE(orders.identity.keytab, u"/etc/alice.keytab"_qs);
    QCOMPARE(orders.kerberosConfig, u"/etc/krb5-aws.conf"_qs);
    QCOMPARE(orders.tls, TlsPolicy::VerifyCa);
    QCOMPARE(orders.tlsFiles.authorities, u"/etc/ssl/rds-bundle.pem"_qs);
    QCOMPARE(orders.timeouts.connect, 20s);
    QCOMPARE(orders.timeouts.keepAlive, 60s);
    QCOMPARE(orders.session.statements, QStringList{u"SET @who = 'dbeaver'"_qs});
    QCOMPARE(orders.environment, Environment::Production);
    QCOMPARE(orders.colour, u"#c0392b"_qs);
    QCOMPARE(orders.tags, (QStringList{u"eu"_qs, u"team=shop"_qs}));
    QCOMPARE(orders.notes, u"Ask the shop team\nbefore writing"_qs);
    QVERIFY(orders.readOnly);
    QCOMPARE(named(content, u"localhost"_qs).authentication, Authentication::Password);
    QCOMPARE(named(content, u"localhost"_qs).colour, QString());
    QCOMPARE(content.folders.size(), 1);
    QCOMPARE(content.folders.first().settings.notes, u"Clusters in Frankfurt"_qs);
}

void DBeaverTest::otherDatabasesAreCounted()
{
    const Content content = contentOf(fixture("dbeaver-data-sources.json"));
    QCOMPARE(content.skipped, 1);
    const auto isTold = [](const Remark &remark) {
        return remark.place.contains(u"another database"_qs) && remark.message.contains(u"MySQL"_qs);
    };
    QVERIFY(std::any_of(content.remarks.begin(), content.remarks.end(), isTold));
}

void DBeaverTest::aUrlAloneIsEnough()
{
    const Content content = contentOf(fixture("dbeaver-data-sources.json"));
    const Profile &lab = named(content, u"by URL"_qs);
    QCOMPARE(lab.host, u"lab.example.com"_qs);
    QCOMPARE(lab.port, std::uint16_t(3308));
    QCOMPARE(lab.schema, u"test"_qs);
    QCOMPARE(lab.account, u"bob"_qs);
    QCOMPARE(lab.authentication, Authentication::Gssapi);
    QCOMPARE(lab.environment, Environment::Test);
    QCOMPARE(lab.colour, u"#0a141e"_qs);
}

void DBeaverTest::noPasswordIsKept()
{
    const QByteArray text = fixture("dbeaver-data-sources.json");
    QCOMPARE(text.count("MARKER"), 4);
    const Content content = contentOf(text);
    for (const Profile &profile : content.profiles)
        QVERIFY(!QJsonDocument(profile.foreign).toJson().contains("MARKER"));
    for (const Remark &remark : content.remarks)
        QVERIFY(!remark.message.contains(u"MARKER"_qs));
    QVERIFY(!written({content.folders, content.profiles, {}}).contains("MARKER"));
    Profile careless = content.profiles.first();
    careless.foreign = {
        {u"dbeaver"_qs, QJsonObject{{u"authentication"_qs, QJsonObject{{u"password"_qs, u"MARKER"_qs}}}}}};
    QVERIFY(!written({{}, {careless}, {}}).contains("MARKER"));
}

void DBeaverTest::goingRoundKeepsKerberosAndWhatIsNotUnderstood()
{
    Content content = contentOf(fixture("dbeaver-data-sources.json"));
    for (Profile &profile : content.profiles) { // as without consent
        profile.kerberosConfig.clear();
        profile.identity.keytab.clear();
    }
    const QByteArray again = written({content.folders, content.profiles, {}});
    const QJsonObject before = connectionIn(fixture("dbeaver-data-sources.json"), ordersId);
    const QJsonObject after = connectionIn(again, ordersId);
    const QJsonObject configuration = after.value(u"configuration").toObject();
    QJsonObject authentication =
        before.value(u"configuration").toObject().value(u"auth-properties").toObject();
    authentication.remove(u"password"_qs);
    QCOMPARE(configuration.value(u"auth-properties").toObject(), authentication);
    QCOMPARE(after.value(u"custom-properties"), before.value(u"custom-properties"));
    QCOMPARE(after.value(u"save-password"), before.value(u"save-password"));
    QCOMPARE(configuration.value(u"closeIdleConnection"), QJsonValue(false));
    QCOMPARE(configuration.value(u"properties").toObject().value(u"useCompression"), QJsonValue(u"true"_qs));
    QCOMPARE(configuration.value(u"bootstrap").toObject().value(u"autocommit"), QJsonValue(true));
    const QJsonObject handlers = configuration.value(u"handlers").toObject();
    QVERIFY(handlers.value(u"ssh_tunnel").toObject().contains(u"properties"_qs));
    QCOMPARE(
        handlers.value(u"mysql_ssl").toObject().value(u"properties").toObject().value(u"ssl.cipher.suites"),
        QJsonValue(u"TLS_AES_256_GCM_SHA384"_qs));
    const QJsonObject types = QJsonDocument::fromJson(again).object().value(u"connection-types").toObject();
    QCOMPARE(types.value(u"qa-test").toObject().value(u"name"), QJsonValue(u"Quality assurance"_qs));
    const Content third = contentOf(again);
    QCOMPARE(third.folders, content.folders);
    QCOMPARE(third.profiles.size(), content.profiles.size());
    QCOMPARE(written({third.folders, third.profiles, {}}), again);
}

void DBeaverTest::generatedProfilesComeBack()
{
    GeneratedProfiles generated(13);
    QList<Profile> profiles;
    for (int count = 0; count < 500; ++count)
        profiles.append(generated.profile());
    const Content content = contentOf(written({{}, profiles, {}}));
    QCOMPARE(content.profiles.size(), profiles.size());
    for (const Profile &before : profiles) {
        Profile after = named(content, before.name);
        QCOMPARE(after.origin, QStringLiteral("dbeaver:mysql8-") + before.id.toString(QUuid::WithoutBraces));
        QCOMPARE(after.folder, before.folder);
        QStringList tags = before.tags;
        tags.sort();
        QCOMPARE(after.tags, tags);
        after.id = before.id;
        after.tags = before.tags;
        after.origin = before.origin;
        after.foreign = before.foreign;
        QCOMPARE(after, before);
    }
}

/// As JSON can hold it.
QString inJson(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

QStringList inJson(QStringList texts)
{
    for (QString &text : texts)
        text = inJson(text);
    return texts;
}

/// Profiles in nested folders, and notes on some of these.
ProfileDocument hostileDocument(quint32 seed)
{
    GeneratedProfiles generated(seed);
    ProfileDocument document;
    QSet<QStringList> known;
    for (int count = 0; count < 6; ++count) {
        Profile profile = generated.profile();
        profile.name = QString::number(count) + generated.hostileText();
        profile.folder.clear();
        for (int depth = generated.below(4); depth > 0; --depth)
            profile.folder.append(generated.hostileText());
        document.profiles.append(profile);
        const QStringList place = inJson(profile.folder);
        if (place.isEmpty() || known.contains(place))
            continue;
        known.insert(place);
        Folder folder;
        folder.settings.name = profile.folder.last();
        folder.settings.folder = profile.folder.first(profile.folder.size() - 1);
        folder.settings.notes = u"notes "_qs + QString::number(count);
        document.folders.append(folder);
    }
    return document;
}

void DBeaverTest::hostileNamesComeBack()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        const ProfileDocument document = hostileDocument(seed);
        QList<Remark> remarks;
        const auto content = dbeaver.read(dbeaver.write(document, remarks), QString());
        QVERIFY2(content, content ? "" : qPrintable(content.error().message));
        QCOMPARE(content->profiles.size(), document.profiles.size());
        for (const Profile &before : document.profiles) {
            const Profile &after = named(*content, inJson(before.name));
            QCOMPARE(after.host, before.host);
            QCOMPARE(after.folder, inJson(before.folder));
            const bool isSame = after.folder == before.folder && after.name == before.name;
            QVERIFY2(isSame || !remarks.isEmpty(), qPrintable(QString::number(seed)));
        }
        QHash<QStringList, QString> notes;
        for (const Folder &folder : content->folders)
            notes.insert(folder.fullPath(), folder.settings.notes);
        QCOMPARE(notes.size(), document.folders.size());
        for (const Folder &folder : document.folders)
            QCOMPARE(notes.value(inJson(folder.fullPath())), folder.settings.notes);
    }
}

void DBeaverTest::foldersStayApartInDBeaver()
{
    QList<Profile> profiles(3);
    profiles[0].folder = {u"a/b"_qs, u"c"_qs};
    profiles[1].folder = {u"a∕b"_qs, u"c"_qs};
    profiles[2].folder = {u"a"_qs, u"b"_qs};
    for (Profile &profile : profiles) {
        profile.host = u"h"_qs;
        profile.name = profile.folder.first();
    }
    const QJsonObject file = QJsonDocument::fromJson(written({{}, profiles, {}})).object();
    QCOMPARE(file.value(u"folders").toObject().keys(),
             (QStringList{u"a"_qs, u"a/b"_qs, u"a∕b"_qs, u"a∕b (2)"_qs, u"a∕b (2)/c"_qs, u"a∕b/c"_qs}));
    const QJsonObject folders = file.value(u"folders").toObject();
    for (const QJsonValue &folder : folders) // the keys are whole paths
        QVERIFY(!folder.toObject().contains(u"parent"));
    QSet<QString> places;
    const QJsonObject connections = file.value(u"connections").toObject();
    for (const QJsonValue &connection : connections)
        places.insert(connection.toObject().value(u"folder").toString());
    QCOMPARE(places, (QSet<QString>{u"a∕b/c"_qs, u"a∕b (2)/c"_qs, u"a/b"_qs}));
}

void DBeaverTest::whatDBeaverHasMovedIsWhereItIsNow()
{
    Profile profile;
    profile.name = u"orders"_qs;
    profile.host = u"h"_qs;
    profile.folder = {u"a/b"_qs};
    const QByteArray text = written({{}, {profile}, {}});
    QCOMPARE(named(contentOf(text), u"orders"_qs).folder, profile.folder);
    QByteArray moved = text;
    moved.replace("\"folder\": \"a∕b\"", "\"folder\": \"x/y\"");
    QVERIFY(moved != text);
    const Content content = contentOf(moved);
    QCOMPARE(named(content, u"orders"_qs).folder, (QStringList{u"x"_qs, u"y"_qs}));
    QVERIFY(!written({{}, content.profiles, {}}).contains("a/b"));
}

void DBeaverTest::foldersOfOneNameAreReadAsDBeaverWritesThem()
{
    const Content content = contentOf(R"({"folders": {
        "EU": {"parent": "Production", "description": "one"},
        "EU": {"parent": "Test", "description": "two"},
        "Test/US": {"parent": "Test", "description": "of an older Latchkey"}},
        "connections": {"a": {"provider": "mysql", "name": "a", "folder": "Test/EU",
                              "configuration": {"host": "h"}}}})");
    QCOMPARE(content.profiles.size(), 1);
    QCOMPARE(content.folders.size(), 3);
    QCOMPARE(content.folders.at(0).fullPath(), (QStringList{u"Production"_qs, u"EU"_qs}));
    QCOMPARE(content.folders.at(1).fullPath(), (QStringList{u"Test"_qs, u"EU"_qs}));
    QCOMPARE(content.folders.at(1).settings.notes, u"two"_qs);
    QCOMPARE(content.folders.at(2).fullPath(), (QStringList{u"Test"_qs, u"US"_qs}));
}

void DBeaverTest::hundredsOfConnectionsAreRead()
{
    GeneratedProfiles generated(17);
    QList<Profile> profiles;
    for (int count = 0; count < 3000; ++count)
        profiles.append(generated.profile());
    QCOMPARE(contentOf(written({{}, profiles, {}})).profiles.size(), 3000);
}

void DBeaverTest::oneBadValueIsARemark()
{
    const Content content = contentOf(R"({"connections": {
        "a": {"provider": "mysql", "name": "bad", "configuration": {"host": "h", "port": "many"}},
        "b": {"provider": "mysql", "name": "no host", "configuration": {}},
        "c": {"provider": "mysql", "name": "good", "configuration": {"host": "h", "port": 3310}}}})");
    QCOMPARE(content.profiles.size(), 2);
    QCOMPARE(named(content, u"bad"_qs).port, std::uint16_t(3306));
    QCOMPARE(named(content, u"good"_qs).port, std::uint16_t(3310));
    QCOMPARE(content.remarks.size(), 2);
    QVERIFY(content.remarks.first().place.contains(u"bad"_qs));
}

void DBeaverTest::brokenJsonNamesItsLine()
{
    const QByteArray text = fixture("dbeaver-data-sources.json");
    const auto twice = dbeaver.read(
        QByteArray(text).replace("\"driver\": \"mysql8\"", "\"provider\": \"mysql\""), QString());
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, Error::Code::InvalidInput);
    QVERIFY2(twice.error().message.contains(u"provider"_qs), qPrintable(twice.error().message));
    for (qsizetype size = 0; size < text.size() - 3; size += 41) {
        const auto part = dbeaver.read(text.first(size), QString());
        QVERIFY(!part && !part.error().message.isEmpty());
    }
}

void DBeaverTest::hostileFilesEndQuickly_data()
{
    constexpr qsizetype size = 16 << 20;
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("deep") << R"({"connections":)" + QByteArray("{\"a\":").repeated(size / 5);
    QTest::newRow("deep lists") << R"({"connections":{"a":{"x":)" + QByteArray(size, '[');
    QTest::newRow("long list") << R"({"connections":{"a":{"x":[1)" + QByteArray(",1").repeated(size / 2)
                                      + "]}}}";
    QTest::newRow("unknown list") << R"({"unknown":[1)" + QByteArray(",1").repeated(size / 2) + "]}";
    QTest::newRow("long text") << R"({"connections":{"a":{"name":")" + QByteArray(size, 'x') + "\"}}}";
    QByteArray members;
    QByteArray connections;
    QByteArray types;
    for (int number = 0; members.size() < size; ++number)
        members += ",\"" + QByteArray::number(number) + "\":0";
    for (int number = 0; number < 150'000 / slowness; ++number)
        connections += ",\"" + QByteArray::number(number)
                       + R"(":{"provider":"mysql","configuration":{"host":"h","port":"x"}})";
    for (int number = 0; types.size() < size / slowness; ++number)
        types += ",\"" + QByteArray::number(number) + R"(":{})";
    QTest::newRow("many members") << R"({"connections":{"a":{"x":0)" + members + "}}}";
    QTest::newRow("many connections") << R"({"connections":{"a":{"x":0})" + connections + "}}";
    QTest::newRow("many types") << R"({"connection-types":{"a":{})" + types + "}}";
}

void DBeaverTest::hostileFilesEndQuickly()
{
    QFETCH(QByteArray, text);
    const Effort effort;
    const auto content = dbeaver.read(text, QString());
    const int time = effort.milliseconds();
    qInfo("%d ms, %.0f MB", time, effort.megabytes());
    QVERIFY(content || !content.error().message.isEmpty());
    // What can all be imported may take longer than what is refused.
    const bool isUseful = content && content->profiles.size() > 10'000;
    QVERIFY2(time < (isUseful ? 10 : 1) * hostileMilliseconds * slowness, qPrintable(QString::number(time)));
    if (slowness == 1 && !isUseful)
        QVERIFY2(effort.megabytes() < hostileMegabytes, qPrintable(QString::number(effort.megabytes())));
}

void DBeaverTest::otherFilesAreNotRecognised()
{
    QVERIFY(!dbeaver.recognises(fixture("workbench-connections.xml")));
    QVERIFY(!dbeaver.recognises(R"({"format": "latchkey-profiles", "version": 1, "folders": []})"));
    QVERIFY(!dbeaver.recognises(R"({"DBClusters": []})"));
    QVERIFY(dbeaver.recognises(R"({"folders": {}, "connections": {}})"));
}

QTEST_GUILESS_MAIN(DBeaverTest)
#include "dbeavertest.moc"
