// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilejson.h"
#include "core/profile/profilefields.h"
#include "tests/support/profilevalues.h"
#include "tests/support/slowness.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

class ProfileJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyFieldSurvivesTheFile();
    void defaultsAreNotWritten();
    void theSameProfilesGiveTheSameText();
    void hostileNamesSurvive_data();
    void hostileNamesSurvive();
    void damagedFilesNameThePlace_data();
    void damagedFilesNameThePlace();
    void jsonIsReadAsTheStandardHasIt_data();
    void jsonIsReadAsTheStandardHasIt();
    void tenThousandProfilesAreReadInTime();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("config/profiles.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProfileJsonTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ProfileJsonTest::everyFieldSurvivesTheFile()
{
    const ProfileDocument before{{}, {fullProfile(), named(u"plain"_qs)}, {{u"topLevel"_qs, u"kept"_qs}}};
    const auto after = readProfiles(writeProfiles(before), u"f"_qs);
    QVERIFY2(after, qPrintable(after ? QString() : after.error().message));
    QCOMPARE(*after, before);
}

void ProfileJsonTest::defaultsAreNotWritten()
{
    const QJsonObject written = toJson(named(u"Folder/plain"_qs));
    QCOMPARE(written.keys(), (QStringList{u"folder"_qs, u"host"_qs, u"id"_qs, u"name"_qs}));
    QCOMPARE(toWholeJson(named(u"plain"_qs)).size(), static_cast<qsizetype>(profileFields().size()));
}

void ProfileJsonTest::theSameProfilesGiveTheSameText()
{
    Profile profile = named(u"Folder/plain"_qs);
    profile.id = QUuid::fromString(u"4f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11"_qs);
    profile.tls = TlsPolicy::Required;
    QCOMPARE(QString::fromUtf8(writeProfiles({{}, {profile}, {}})), uR"({
    "format": "latchkey-profiles",
    "version": 1,
    "profiles": [
        {
            "folder": [
                "Folder"
            ],
            "host": "db1.example.com",
            "id": "4f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11",
            "name": "plain",
            "tls": "required"
        }
    ]
}
)"_qs);
    QCOMPARE(writeProfiles({}), QByteArray("{\n    \"format\": \"latchkey-profiles\",\n    \"version\": 1,\n"
                                           "    \"profiles\": []\n}\n"));
}

void ProfileJsonTest::hostileNamesSurvive_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("slashes") << u"a/b\\/c\\"_qs;
    QTest::newRow("quotes and braces") << u"\"},{\"name\":\"x"_qs;
    QTest::newRow("emoji") << emoji;
    QTest::newRow("right to left") << rightToLeft;
    QTest::newRow("right-to-left override") << u"a\u202Eb"_qs;
    QTest::newRow("controls") << u"a\n\t\u0001\u007Fb"_qs;
    QTest::newRow("line separators") << u"a\u2028\u2029b"_qs;
    QTest::newRow("byte order marks") << u"\uFEFF\uFEFFname"_qs;
    QTest::newRow("percent places") << u"%1 %2 %n %s"_qs;
    QTest::newRow("ten kilobytes") << QString(10'240, u'ü');
}

void ProfileJsonTest::hostileNamesSurvive()
{
    QFETCH(QString, name);
    Profile profile = named(u"x"_qs);
    profile.name = name;
    profile.folder = {name, name};
    const ProfileDocument before{{}, {profile}, {}};
    const auto after = readProfiles(writeProfiles(before), u"f"_qs);
    QVERIFY(after);
    QCOMPARE(*after, before);
    QCOMPARE(splitPath(profile.path()).size(), 3);
}

void ProfileJsonTest::damagedFilesNameThePlace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");
    const QByteArray id = R"("id": "4f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11", "name": "n")";
    const auto profile = [&id](const QByteArray &member) {
        return document("\n{" + id + ",\n" + member + "}");
    };

    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("nothing but space") << QByteArray("\n\n") << 3;
    QTest::newRow("cut off") << document("\n{" + id).chopped(3) << 2;
    QTest::newRow("something behind the end") << document("") + "\nx" << 2;
    QTest::newRow("no object") << QByteArray("[]") << 1;
    QTest::newRow("another format") << QByteArray(R"({"format": "other", "version": 1})") << 1;
    QTest::newRow("no format") << QByteArray(R"({"version": 1, "profiles": []})") << 1;
    QTest::newRow("no version") << QByteArray(R"({"format": "latchkey-profiles", "profiles": []})") << 1;
    QTest::newRow("version 0") << QByteArray(R"({"format": "latchkey-profiles", "version": 0})") << 1;
    QTest::newRow("profiles is no list")
        << QByteArray("{\"format\": \"latchkey-profiles\",\n\"profiles\": {}}") << 2;
    QTest::newRow("a profile is no object") << document("\n3") << 2;
    QTest::newRow("name is a number") << document("\n{\"name\": 3}") << 2;
    QTest::newRow("no name") << document("\n{\"id\": \"4f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11\"}") << 2;
    QTest::newRow("no id") << document("\n{\"name\": \"x\"}") << 2;
    QTest::newRow("id is no UUID") << document("\n{\"id\": \"1\", \"name\": \"x\"}") << 2;
    QTest::newRow("the same id twice") << document("\n{" + id + "},\n{" + id + "}") << 3;
    QTest::newRow("the same key twice") << profile(R"("host": "a", "host": "b")") << 3;
    QTest::newRow("the same key twice, one escaped") << profile(R"("host": "a", "h\u006fst": "b")") << 3;
    QTest::newRow("port 0") << profile(R"("port": 0)") << 3;
    QTest::newRow("port 65536") << profile(R"("port": 65536)") << 3;
    QTest::newRow("port as text") << profile(R"("port": "3306")") << 3;
    QTest::newRow("port with a fraction") << profile(R"("port": 3306.5)") << 3;
    QTest::newRow("unknown TLS word") << profile(R"("tls": "none")") << 3;
    QTest::newRow("TLS in capitals") << profile(R"("tls": "Off")") << 3;
    QTest::newRow("read-only as text") << profile(R"("readOnly": "yes")") << 3;
    QTest::newRow("folder as text") << profile(R"("folder": "a/b")") << 3;
    QTest::newRow("folder with a number") << profile(R"("folder": ["a", 1])") << 3;
    QTest::newRow("folder too deep") << profile("\"folder\": [" + QByteArray("\"a\",").repeated(64)
                                                + "\"a\"]")
                                     << 3;
    QTest::newRow("nested too deeply") << profile("\"x\": " + QByteArray("[").repeated(40)) << 3;
    QTest::newRow("a million brackets") << profile("\"x\": " + QByteArray("[").repeated(1'000'000)) << 3;
    QTest::newRow("not UTF-8") << profile("\"host\": \"\xC3\x28\"") << 3;
    QTest::newRow("overlong UTF-8") << profile("\"host\": \"\xC0\xAF\"") << 3;
    QTest::newRow("a surrogate in UTF-8") << profile("\"host\": \"\xED\xA0\x80\"") << 3;
    QTest::newRow("a lone surrogate") << profile(R"("host": "\ud800")") << 3;
    QTest::newRow("U+0000") << profile(R"("host": "a\u0000b")") << 3;
    QTest::newRow("a NUL byte") << profile(QByteArray("\"host\": \"a\0b\"", 13)) << 3;
    QTest::newRow("a text of two megabytes")
        << profile("\"host\": \"" + QByteArray(2 << 20, 'a') + "\"") << 3;
    QByteArray many;
    for (int at = 0; at < 300; ++at)
        many += (at ? ",\"k" : "\"k") + QByteArray::number(at) + "\":0";
    QTest::newRow("three hundred keys") << profile(many) << 3;
}

void ProfileJsonTest::damagedFilesNameThePlace()
{
    QFETCH(QByteArray, content);
    QFETCH(int, line);
    const auto read = readProfiles(content, u"/somewhere/profiles.json"_qs);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::FileDamaged);
    const QString expected = u"“/somewhere/profiles.json” is damaged at line %1: "_qs.arg(line);
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

void ProfileJsonTest::jsonIsReadAsTheStandardHasIt_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isGood");
    for (const char *good :
         {"0", "-0", "1.5", "1e5", "1E+5", "-1.25e-3", "123456789012345678901", "true", "null", "\"\"",
          R"("\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00")", "[]", "[ ]", "{}", "[[],[{}]]", "{\"\":0}", " \t\r\n0 "})
        QTest::addRow("good %s", good) << QByteArray(good) << true;
    for (const char *bad : {"",
                            "01",
                            "-",
                            "+1",
                            ".5",
                            "1.",
                            "1e",
                            "1e+",
                            "0x10",
                            "1e999",
                            "NaN",
                            "Infinity",
                            "True",
                            "nul",
                            "'a'",
                            "\"",
                            "\"\\x\"",
                            "\"\\u12\"",
                            "\"\\u12g4\"",
                            "\"\\ude00\"",
                            "\"\\ud83dx\"",
                            "\"\t\"",
                            "[1,]",
                            "[,1]",
                            "[1 2]",
                            "[",
                            "]",
                            "[1}",
                            "{\"a\"}",
                            "{\"a\":}",
                            "{a:1}",
                            "{\"a\":1,}",
                            "{\"a\":1 \"b\":2}",
                            "{\"a\":1,\"a\":2}",
                            "{1:2}",
                            "/**/0",
                            "0 0",
                            "\f0"})
        QTest::addRow("bad %s", bad) << QByteArray(bad) << false;
}

void ProfileJsonTest::jsonIsReadAsTheStandardHasIt()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, isGood);
    const QByteArray text = R"({"format": "latchkey-profiles", "version": 1, "x": )" + value + "}";
    const auto read = readProfiles(text, u"f"_qs);
    QCOMPARE(bool(read), isGood);
    if (isGood)
        QCOMPARE(read->unknown.value(u"x"), QJsonDocument::fromJson('[' + value + ']').array().at(0));
}

void ProfileJsonTest::tenThousandProfilesAreReadInTime()
{
    ProfileDocument many;
    for (int at = 0; at < 10'000; ++at) {
        Profile profile = fullProfile();
        profile.id = QUuid::createUuid();
        profile.folder = {u"Region %1"_qs.arg(at % 7), u"Cluster %1"_qs.arg(at % 500)};
        profile.name = u"node %1"_qs.arg(at);
        many.profiles.append(profile);
    }
    QDir().mkpath(QFileInfo(file()).path());
    writeFile(file(), writeProfiles(many));
    ProfileStore store(file());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(store.load());
    const qint64 elapsed = timer.elapsed();
    qInfo("10,000 full profiles read and sorted in %lld ms", elapsed);
    QCOMPARE(store.profiles().size(), 10'000);
    QVERIFY(elapsed < 2'000 * slowness); // generous: on a busy machine
}

QTEST_GUILESS_MAIN(ProfileJsonTest)
#include "profilejsontest.moc"
