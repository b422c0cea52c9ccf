// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilejson.h"
#include "core/profile/validation.h"
#include "tests/support/profilevalues.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

using Field = FieldProblem::Field;
Q_DECLARE_METATYPE(Field)

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void pathsComeApartAndTogether_data();
    void pathsComeApartAndTogether();
    void noFieldCanHoldASecret();
    void goodProfilesHaveNoProblem_data();
    void goodProfilesHaveNoProblem();
    void eachWrongFieldIsNamed_data();
    void eachWrongFieldIsNamed();
    void profilesAreSortedAsPeopleSort();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("config/profiles.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProfileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ProfileTest::pathsComeApartAndTogether_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("path");

    QTest::newRow("spaces around slashes")
        << u" Sandbox / orders/writer "_qs << QStringList{u"Sandbox"_qs, u"orders"_qs, u"writer"_qs}
        << u"Sandbox/orders/writer"_qs;
    QTest::newRow("a slash in a name")
        << uR"(A\/B/c)"_qs << QStringList{u"A/B"_qs, u"c"_qs} << uR"(A\/B/c)"_qs;
    QTest::newRow("a backslash at a part's end")
        << uR"(A\\/c)"_qs << QStringList{uR"(A\)"_qs, u"c"_qs} << uR"(A\\/c)"_qs;
    QTest::newRow("any other backslash")
        << uR"(CORP\db)"_qs << QStringList{uR"(CORP\db)"_qs} << uR"(CORP\\db)"_qs;
    QTest::newRow("empty parts") << u"//a// /b/"_qs << QStringList{u"a"_qs, u"b"_qs} << u"a/b"_qs;
}

void ProfileTest::pathsComeApartAndTogether()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, parts);
    QFETCH(QString, path);
    QCOMPARE(splitPath(typed), parts);
    QCOMPARE(named(typed).path(), path);
    QCOMPARE(splitPath(path), parts);
}

void ProfileTest::noFieldCanHoldASecret()
{
    const QStringList keys = toWholeJson(fullProfile()).keys();
    QCOMPARE(keys, (QStringList{u"account"_qs,
                                u"answerTimeout"_qs,
                                u"authentication"_qs,
                                u"caFile"_qs,
                                u"cache"_qs,
                                u"characterSet"_qs,
                                u"clientCertificate"_qs,
                                u"clientKey"_qs,
                                u"colour"_qs,
                                u"connectTimeout"_qs,
                                u"endpoint"_qs,
                                u"environment"_qs,
                                u"favourite"_qs,
                                u"folder"_qs,
                                u"foreign"_qs,
                                u"futureSetting"_qs,
                                u"guard"_qs,
                                u"host"_qs,
                                u"id"_qs,
                                u"idleClose"_qs,
                                u"keepAlive"_qs,
                                u"kerberosConfig"_qs,
                                u"keytab"_qs,
                                u"minimumTls"_qs,
                                u"name"_qs,
                                u"notes"_qs,
                                u"origin"_qs,
                                u"port"_qs,
                                u"principal"_qs,
                                u"readOnly"_qs,
                                u"schema"_qs,
                                u"spn"_qs,
                                u"statements"_qs,
                                u"tags"_qs,
                                u"timeZone"_qs,
                                u"tls"_qs,
                                u"variables"_qs}));
}

void ProfileTest::goodProfilesHaveNoProblem_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("name") << u"db1.example.com"_qs;
    QTest::newRow("IPv4") << u"127.0.0.1"_qs;
    QTest::newRow("IPv6") << u"::1"_qs;
    QTest::newRow("IPv6 with brackets and scope") << u"[fe80::1%eth0]"_qs;
    QTest::newRow("international") << u"datenbänke.example"_qs;
    QTest::newRow("underscore") << u"my_cluster.cluster-abc.eu-west-1.rds.amazonaws.com"_qs;
}

void ProfileTest::goodProfilesHaveNoProblem()
{
    QFETCH(QString, host);
    Profile profile = fullProfile();
    profile.host = host;
    QCOMPARE(validate(profile).size(), 0);
    profile = named(rightToLeft + emoji);
    profile.host = host;
    QCOMPARE(validate(profile).size(), 0);
}

void ProfileTest::eachWrongFieldIsNamed_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<Field>("field");
    const auto row = [](const char *name, Field field, const std::function<void(Profile &)> &spoil) {
        Profile profile = fullProfile();
        spoil(profile);
        QTest::newRow(name) << profile << field;
    };
    row("no name", Field::Name, [](Profile &profile) { profile.name.clear(); });
    row("blank name", Field::Name, [](Profile &profile) { profile.name = u"  "_qs; });
    row("name of two lines", Field::Name, [](Profile &profile) { profile.name = u"a\nb"_qs; });
    row("name turned around", Field::Name, [](Profile &profile) { profile.name = u"a\u202Eb"_qs; });
    row("name with half a character", Field::Name, [](Profile &profile) { profile.name = QChar(0xD800); });
    row("name of ten kilobytes", Field::Name, [](Profile &profile) { profile.name = QString(10'240, u'a'); });
    row("empty folder", Field::Folder, [](Profile &profile) { profile.folder = {u"a"_qs, QString()}; });
    row("no host", Field::Host, [](Profile &profile) { profile.host.clear(); });
    row("host with port", Field::Host, [](Profile &profile) { profile.host = u"db1:3306"_qs; });
    row("host as URL", Field::Host, [](Profile &profile) { profile.host = u"tcp://db1"_qs; });
    row("host as option", Field::Host, [](Profile &profile) { profile.host = u"-oProxy"_qs; });
    row("host with space", Field::Host, [](Profile &profile) { profile.host = u"db 1"_qs; });
    row("host with NUL", Field::Host, [](Profile &profile) { profile.host = u"db1\0.evil"_qs; });
    row("long host", Field::Host, [](Profile &profile) { profile.host = QString(254, u'a'); });
    row("port 0", Field::Port, [](Profile &profile) { profile.port = 0; });
    row("long account", Field::Account, [](Profile &profile) { profile.account = QString(129, u'a'); });
    row("realm alone", Field::Principal, [](Profile &profile) { profile.identity.principal = u"@R"_qs; });
    row("empty realm", Field::Principal, [](Profile &profile) { profile.identity.principal = u"a@"_qs; });
    row("two realms", Field::Principal, [](Profile &profile) { profile.identity.principal = u"a@B@C"_qs; });
    row("keytab alone", Field::Principal, [](Profile &profile) { profile.identity.principal.clear(); });
    row("relative keytab", Field::Keytab, [](Profile &profile) { profile.identity.keytab = u"a.keytab"_qs; });
    row("SPN with space", Field::Spn, [](Profile &profile) { profile.pinnedSpn = u"mysql /db1"_qs; });
    row("relative CA", Field::CaFile, [](Profile &profile) { profile.tlsFiles.authorities = u"ca.pem"_qs; });
    row("colour word", Field::Colour, [](Profile &profile) { profile.colour = u"red"_qs; });
    row("no colour", Field::Colour, [](Profile &profile) { profile.colour = u"#c0392g"_qs; });
}

void ProfileTest::eachWrongFieldIsNamed()
{
    QFETCH(Profile, profile);
    QFETCH(Field, field);
    const auto problems = validate(profile);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, field);
    QVERIFY(problems.first().message.endsWith(u'.'));
}

void ProfileTest::profilesAreSortedAsPeopleSort()
{
    ProfileStore store(file());
    for (const char *path :
         {"b", "a10", "A9", "a", "Z/1", "a/z", "é", "f", "a10/x", "a-1", "node 007", "node 7b"})
        QVERIFY(settled(store.put(named(QString::fromUtf8(path)))));
    QCOMPARE(paths(store),
             (QStringList{u"a"_qs, u"a/z"_qs, u"a-1"_qs, u"A9"_qs, u"a10"_qs, u"a10/x"_qs, u"b"_qs, u"é"_qs,
                          u"f"_qs, u"node 007"_qs, u"node 7b"_qs, u"Z/1"_qs}));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "profiletest.moc"
