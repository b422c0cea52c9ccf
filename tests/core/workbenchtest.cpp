// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/workbench.h"
#include "core/profile/formats/workbenchxml.h"
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

const QStringList kerberosKeys{QStringLiteral("kerberosMode"), QStringLiteral("krb5"),
                               QStringLiteral("krb5cache"), QStringLiteral("mysqlplugindir")};

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(LATCHKEY_FORMATS "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Content contentOf(const QByteArray &text)
{
    const auto content = workbench.read(text, QString());
    return content ? *content : Content();
}

QList<WorkbenchConnection> connectionsOf(const QByteArray &text)
{
    Remarks remarks;
    const auto connections = readWorkbenchXml(text, remarks);
    return connections ? *connections : QList<WorkbenchConnection>();
}

QByteArray written(const QList<Profile> &profiles)
{
    QList<Remark> remarks;
    return workbench.write({{}, profiles, {}}, remarks);
}

QString allOf(const QList<Remark> &remarks)
{
    QStringList texts;
    for (const Remark &remark : remarks)
        texts.append(remark.place + QStringLiteral(": ") + remark.message);
    return texts.join(QLatin1Char('\n'));
}

QByteArray connection(const QByteArray &name, const QByteArray &parameters)
{
    return R"(<value type="object" struct-name="db.mgmt.Connection" id=")" + name
           + R"("><link key="driver">com.mysql.rdbms.mysql.driver.native</link><value type="dict" key="parameterValues">)"
           + R"(<value type="string" key="hostName">h</value>)" + parameters
           + R"(</value><value type="string" key="name">)" + name + "</value></value>";
}

QByteArray file(const QByteArray &connections)
{
    return R"(<?xml version="1.0"?><data grt_format="2.0"><value type="list">)" + connections
           + "</value></data>";
}

} // namespace

class WorkbenchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWorkbenchWritesIsRead();
    void olderKeysAreRead();
    void whatCannotBeUsedIsToldAndLeftOut();
    void noPasswordIsKept();
    void goingRoundKeepsEveryKerberosKeyAndUnknownOnes();
    void goingRoundKeepsHostileValues();
    void generatedProfilesComeBack();
    void hostileNamesComeBackOrAreToldOf();
    void groupsHaveOneLevelAndNamesAreUnique();
    void aBrokenEndLosesNothingBeforeIt();
    void hostileFilesAreRefusedQuickly_data();
    void hostileFilesAreRefusedQuickly();
    void otherFilesAreNotRecognised();
};

void WorkbenchTest::whatWorkbenchWritesIsRead()
{
    const QByteArray text = fixture("workbench-connections.xml");
    QVERIFY(workbench.recognises(text));
    const Content content = contentOf(text);
    QCOMPARE(content.profiles.size(), 5);
    const Profile &local = content.profiles.at(0);
    QCOMPARE(local.name, u"Local instance 3306"_qs);
    QCOMPARE(local.authentication, Authentication::Password);
    QCOMPARE(local.tls, TlsPolicy::Required); // "if available"
    QCOMPARE(local.id, idFor(u"workbench:647AEE55-8D1D-4B0F-9B5E-0F1B7C6A1B10"_qs));
    const Profile &orders = content.profiles.at(1);
    QCOMPARE(orders.folder, QStringList{u"Production"_qs});
    QCOMPARE(orders.name, u"orders writer"_qs);
    QCOMPARE(orders.host, u"orders.cluster-cnpexample.us-east-1.rds.amazonaws.com"_qs);
    QCOMPARE(orders.port, std::uint16_t(3307));
    QCOMPARE(orders.account, u"alice"_qs);
    QCOMPARE(orders.schema, u"shop"_qs);
    QCOMPARE(orders.authentication, Authentication::Kerberos);
    QCOMPARE(orders.kerberosConfig, u"/etc/krb5-aws.conf"_qs);
    QCOMPARE(orders.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(orders.tlsFiles.authorities, u"/etc/ssl/rds-bundle.pem"_qs);
    QCOMPARE(orders.timeouts.connect, 30s);
    QCOMPARE(orders.session.variables.value(u"sql_mode"_qs), u"ANSI,STRICT_TRANS_TABLES"_qs);
    QCOMPARE(content.profiles.at(2).name, u"orders / reader & more"_qs);
    QCOMPARE(content.profiles.at(2).tls, TlsPolicy::VerifyCa);
    QCOMPARE(content.profiles.at(3).tls, TlsPolicy::Off);
}

void WorkbenchTest::olderKeysAreRead()
{
    const Content content = contentOf(fixture("workbench-old.xml"));
    QCOMPARE(content.profiles.size(), 2);
    QCOMPARE(content.profiles.at(0).host, u"old.example.com"_qs);
    QCOMPARE(content.profiles.at(0).account, u"veteran"_qs);
    QCOMPARE(content.profiles.at(0).port, std::uint16_t(3399));
    QCOMPARE(content.profiles.at(1).port, std::uint16_t(3306));
    QVERIFY(allOf(content.remarks).contains(u"“Bad port”, port"_qs));
    const QByteArray again = written(content.profiles);
    QVERIFY(again.contains("hostName") && again.contains("userName") && !again.contains("username"));
    QVERIFY(!again.contains("key=\"host\""));
}

void WorkbenchTest::whatCannotBeUsedIsToldAndLeftOut()
{
    const Content content = contentOf(fixture("workbench-connections.xml"));
    QCOMPARE(content.skipped, 1);
    const QString remarks = allOf(content.remarks);
    for (const char *says : {"By the socket", "SSH tunnels", "not over LDAP", "there twice"})
        QVERIFY2(remarks.contains(QLatin1String(says)), qPrintable(remarks));
}

void WorkbenchTest::noPasswordIsKept()
{
    const QByteArray text = fixture("workbench-connections.xml");
    QVERIFY(text.contains("MARKERsecret"));
    const Content content = contentOf(text);
    QVERIFY(allOf(content.remarks).contains(u"Passwords are not imported"_qs));
    QVERIFY(!allOf(content.remarks).contains(u"MARKER"_qs));
    for (const Profile &profile : content.profiles)
        QVERIFY(!QJsonDocument(profile.foreign).toJson().contains("MARKER"));
    QVERIFY(!written(content.profiles).contains("MARKER"));
    Profile careless = content.profiles.first(); // from a file of Latchkey's that somebody has edited
    careless.foreign = {
        {u"workbench"_qs, QJsonObject{{u"parameters"_qs, QJsonObject{{u"password"_qs, u"MARKER"_qs}}}}}};
    QVERIFY(!written({careless}).contains("MARKER"));
}

void WorkbenchTest::goingRoundKeepsEveryKerberosKeyAndUnknownOnes()
{
    const QByteArray text = fixture("workbench-connections.xml");
    QList<Profile> profiles = contentOf(text).profiles;
    for (Profile &profile : profiles)
        profile.kerberosConfig.clear(); // as without consent
    const auto before = connectionsOf(text);
    const auto after = connectionsOf(written(profiles));
    QCOMPARE(after.size(), 5);
    for (const WorkbenchConnection &connection : after) {
        const auto original = std::find_if(before.begin(), before.end(),
                                           [&](const auto &other) { return other.id == connection.id; });
        QVERIFY(original != before.end());
        QCOMPARE(connection.driver, original->driver);
        QCOMPARE(connection.values, original->values.isEmpty() ? QJsonObject() : connection.values);
        QCOMPARE(connection.values.value(u"isDefault"), original->values.value(u"isDefault"));
        for (auto setting = original->parameters.begin(); setting != original->parameters.end(); ++setting) {
            const bool isChosen = setting.key() == u"useSSL" || setting.key() == u"timeout";
            if (!isChosen && setting.value() != QJsonValue(QString()))
                QCOMPARE(connection.parameters.value(setting.key()), setting.value());
        }
    }
    for (const QString &key : kerberosKeys)
        QVERIFY(after.at(1).parameters.contains(key));
}

void WorkbenchTest::goingRoundKeepsHostileValues()
{
    GeneratedProfiles generated(7);
    for (int round = 0; round < 300; ++round) {
        QJsonObject parameters{{u"kerberosMode"_qs, generated.below(2)}};
        for (const QString &key : kerberosKeys.mid(1))
            parameters.insert(key, generated.text(5));
        parameters.insert(generated.text(3), generated.text(3) + QStringLiteral("\n \t\r end "));
        const WorkbenchConnection connection{generated.text(2),
                                             u"com.mysql.rdbms.mysql.driver.ldap_kerberos"_qs,
                                             generated.text(2),
                                             {{u"isDefault"_qs, 1}},
                                             parameters};
        QJsonObject withHost = parameters;
        withHost.insert(u"hostName"_qs, u"h.example.com"_qs);
        auto first = connection;
        first.parameters = withHost;
        const Content content = contentOf(writeWorkbenchXml({first}));
        QCOMPARE(content.profiles.size(), 1);
        const auto last = connectionsOf(written(content.profiles));
        QCOMPARE(last.size(), 1);
        QCOMPARE(last.first().id, connection.id);
        for (auto setting = parameters.begin(); setting != parameters.end(); ++setting)
            QCOMPARE(last.first().parameters.value(setting.key()), setting.value());
    }
}

void WorkbenchTest::generatedProfilesComeBack()
{
    GeneratedProfiles generated(11);
    QList<Profile> profiles;
    for (int count = 0; count < 500; ++count)
        profiles.append(generated.profile());
    const Content content = contentOf(written(profiles));
    QCOMPARE(content.profiles.size(), profiles.size());
    for (qsizetype at = 0; at < profiles.size(); ++at) {
        const Profile &before = profiles.at(at);
        const Profile &after = content.profiles.at(at);
        QCOMPARE(after.host, before.host);
        QCOMPARE(after.port, before.port);
        QCOMPARE(after.account, before.account);
        QCOMPARE(after.schema, before.schema);
        QCOMPARE(after.authentication, before.authentication);
        QCOMPARE(after.kerberosConfig, before.kerberosConfig);
        QCOMPARE(after.tls, before.tls);
        QCOMPARE(after.tlsFiles, before.tlsFiles);
        QCOMPARE(after.timeouts.connect, before.timeouts.connect);
        QCOMPARE(after.origin,
                 QStringLiteral("workbench:") + before.id.toString(QUuid::WithoutBraces).toUpper());
    }
}

void WorkbenchTest::hostileNamesComeBackOrAreToldOf()
{
    GeneratedProfiles generated(29);
    const QStringList extremes{u"two\nlines"_qs, u"\u202eturned"_qs, QString(10'000, u'x'), u"/"_qs,
                               u"a/"_qs};
    const auto hostile = [&] {
        return generated.chance() ? generated.text(4) : extremes.at(generated.below(int(extremes.size())));
    };
    int told = 0;
    for (int round = 0; round < 500; ++round) {
        Profile profile = generated.profile();
        profile.name = hostile();
        profile.folder.clear();
        for (int depth = generated.below(3); depth > 0; --depth)
            profile.folder.append(hostile());
        QList<Remark> remarks;
        const Content content = contentOf(workbench.write({{}, {profile}, {}}, remarks));
        QCOMPARE(content.profiles.size(), 1);
        QCOMPARE(content.profiles.first().host, profile.host);
        const bool isSame = content.profiles.first().name == profile.name
                            && content.profiles.first().folder == profile.folder;
        const QString said = allOf(remarks);
        const bool isTold =
            said.contains(u"they are written as"_qs) || said.contains(u"one level of groups"_qs);
        QCOMPARE(isTold, !isSame);
        told += isTold;
    }
    QVERIFY(told > 50 && told < 450);
}

void WorkbenchTest::groupsHaveOneLevelAndNamesAreUnique()
{
    Profile deep;
    deep.name = u"writer"_qs;
    deep.folder = {u"Production"_qs, u"or/ders"_qs};
    deep.host = u"h"_qs;
    Profile same = deep;
    same.id = QUuid::createUuid();
    Profile root = deep;
    root.id = QUuid::createUuid();
    root.folder.clear();
    root.name = u"a/b"_qs;
    QList<Remark> remarks;
    const auto connections = connectionsOf(workbench.write({{}, {deep, same, root}, {}}, remarks));
    QCOMPARE(connections.at(0).name, u"Production - or∕ders/writer"_qs);
    QCOMPARE(connections.at(1).name, u"Production - or∕ders/writer (2)"_qs);
    QCOMPARE(connections.at(2).name, u"a∕b"_qs);
    QVERIFY(allOf(remarks).contains(u"one level of groups"_qs));
}

void WorkbenchTest::aBrokenEndLosesNothingBeforeIt()
{
    const QByteArray text = fixture("workbench-connections.xml");
    const Content content = contentOf(text.first(text.indexOf("native_sshtun")));
    QCOMPARE(content.profiles.size(), 3);
    QVERIFY(allOf(content.remarks).contains(u"damaged from here on"_qs));
    for (qsizetype size = 0; size < text.size(); size += 37) {
        const auto part = workbench.read(text.first(size), QString());
        QVERIFY(part || (part.error().code == Error::Code::InvalidInput && !part.error().message.isEmpty()));
    }
}

void WorkbenchTest::hostileFilesAreRefusedQuickly_data()
{
    constexpr qsizetype size = 16 << 20;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRefused");
    QByteArray laughs = R"(<?xml version="1.0"?><!DOCTYPE data [<!ENTITY a "lol">)";
    for (char name = 'b'; name < 'l'; ++name) {
        const QByteArray inner = QByteArray("&") + static_cast<char>(name - 1) + ';';
        laughs += QByteArray("<!ENTITY ") + name + " \"" + inner.repeated(10) + "\">";
    }
    QTest::newRow("billion laughs") << laughs + "]><data grt_format=\"2.0\">&k;</data>" << true;
    QTest::newRow("quadratic entities")
        << R"(<!DOCTYPE data [<!ENTITY a ")" + QByteArray(400'000, 'a') + R"(">]><data>)"
               + QByteArray("&a;").repeated(100'000) + "</data>"
        << true;
    QTest::newRow("external entity") << QByteArray(
        R"(<!DOCTYPE data [<!ENTITY a SYSTEM "file:///etc/passwd">]><data grt_format="2.0">&a;</data>)")
                                     << true;
    QTest::newRow("empty document type") << QByteArray("<!DOCTYPE data><data grt_format=\"2.0\"/>") << true;
    QTest::newRow("deep") << "<data grt_format=\"2.0\">" + QByteArray("<value>").repeated(size / 7) << true;
    QTest::newRow("deep connection") << file(connection("a", QByteArray("<value>").repeated(size / 7)))
                                     << true;
    QTest::newRow("one long text") << file(
        connection("a", "<value type=\"string\" key=\"x\">" + QByteArray(size, 'x') + "</value>"))
                                   << true;
    QTest::newRow("long attribute") << file("<value x=\"" + QByteArray(size, 'x') + "\"/>") << true;
    QTest::newRow("many keys") << file(
        connection("a", QByteArray("<value type=\"int\" key=\"x\">1</value>").repeated(size / 37)))
                               << false;
    QByteArray many;
    for (int number = 0; many.size() < size; ++number)
        many += connection(QByteArray::number(number), "<value type=\"string\" key=\"port\">x</value>");
    QTest::newRow("many connections") << file(many) << false;
}

void WorkbenchTest::hostileFilesAreRefusedQuickly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRefused);
    const Effort effort;
    const auto content = workbench.read(text, QString());
    const int time = effort.milliseconds();
    qInfo("%d ms, %.0f MB", time, effort.megabytes());
    QCOMPARE(!content, isRefused);
    // What can all be imported may take longer than what is refused.
    const bool isUseful = content && content->profiles.size() > 10'000;
    const int times = isUseful ? 10 : content ? 2 : 1;
    QVERIFY2(time < times * hostileMilliseconds * slowness, qPrintable(QString::number(time)));
    if (slowness == 1 && !isUseful)
        QVERIFY2(effort.megabytes() < hostileMegabytes, qPrintable(QString::number(effort.megabytes())));
}

void WorkbenchTest::otherFilesAreNotRecognised()
{
    QVERIFY(!workbench.recognises(fixture("dbeaver-data-sources.json")));
    QVERIFY(!workbench.recognises("<plist version=\"1.0\"><dict/></plist>"));
    QVERIFY(!workbench.recognises(""));
}

QTEST_GUILESS_MAIN(WorkbenchTest)
#include "workbenchtest.moc"
