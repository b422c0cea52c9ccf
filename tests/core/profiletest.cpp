// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/worker.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilestore.h"
#include "core/profile/sortkey.h"
#include "core/profile/validation.h"
#include "core/profile/words.h"
#include "tests/support/slowness.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString rightToLeft = QStringLiteral("قاعدة البيانات");
const QString emoji = QStringLiteral("🐬 prod ✓");

Profile named(const QString &path)
{
    Profile profile;
    profile.folder = splitPath(path);
    profile.name = profile.folder.takeLast();
    profile.host = QStringLiteral("db1.example.com");
    return profile;
}

/// A profile in which no field has its default.
Profile fullProfile()
{
    Profile profile = named(QStringLiteral("Production / orders / writer"));
    profile.port = 3307;
    profile.account = QStringLiteral("alice");
    profile.schema = QStringLiteral("shop");
    profile.authentication = Authentication::Gssapi;
    profile.identity = {QStringLiteral("alice@CORP.EXAMPLE.COM"), QStringLiteral("/etc/alice.keytab"),
                        CachePolicy::Private};
    profile.pinnedSpn = QStringLiteral("mysql/db1.example.com@EXAMPLE.COM");
    profile.tls = TlsPolicy::VerifyCa;
    profile.tlsFiles.authorities = QStringLiteral("/etc/ssl/own.pem");
    profile.endpoint = Endpoint::Writer;
    profile.kerberosConfig = QStringLiteral("/etc/krb5-aws.conf");
    profile.minimumTls = TlsVersion::Tls13;
    profile.tlsFiles.certificate = QStringLiteral("/etc/ssl/alice.pem");
    profile.tlsFiles.key = QStringLiteral("/etc/ssl/alice.key");
    profile.timeouts = {5s, 60s, 30s, 3600s};
    profile.session = {QStringLiteral("latin1"),
                       QStringLiteral("+01:00"),
                       {{QStringLiteral("sql_mode"), QStringLiteral("ANSI")}},
                       {QStringLiteral("SET @a = 1"), QStringLiteral("CALL begin()")}};
    profile.environment = Environment::Production;
    profile.guard = Guard::Off;
    profile.readOnly = true;
    profile.favourite = true;
    profile.tags = {QStringLiteral("eu"), QStringLiteral("🐬 tag")};
    profile.origin = QStringLiteral("workbench:647AEE55");
    profile.foreign = {{QStringLiteral("workbench"), QJsonObject{{QStringLiteral("kerberosMode"), 1}}}};
    profile.colour = QStringLiteral("#c0392b");
    profile.notes = QStringLiteral("first\nsecond \"quoted\" \\ \t");
    profile.unknown = {{QStringLiteral("futureSetting"),
                        QJsonObject{{QStringLiteral("depth"), QJsonArray{1, 2.5, QJsonValue::Null, true}}}}};
    return profile;
}

/// An edit's answer, once its store has adopted it.
template <typename T>
Result<T> settled(const QFuture<Result<T>> &edit)
{
    const Result<T> result = edit.result();
    QCoreApplication::sendPostedEvents();
    return result;
}

QByteArray contentOf(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

void writeFile(const QString &file, const QByteArray &content)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(content), content.size());
}

QByteArray document(const QByteArray &profiles)
{
    return R"({"format": "latchkey-profiles", "version": 1, "profiles": [)" + profiles + "]}";
}

QStringList paths(const ProfileStore &store)
{
    QStringList all;
    for (const Profile &profile : store.profiles())
        all.append(profile.path());
    return all;
}

/// No file of this process can grow beyond `bytes` while this lives: a full disk for one process.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void pathsComeApartAndTogether_data();
    void pathsComeApartAndTogether();

    void everyFieldSurvivesTheFile();
    void defaultsAreNotWritten();
    void theSameProfilesGiveTheSameText();
    void keysOfANewerVersionSurviveAnEdit();
    void hostileNamesSurvive_data();
    void hostileNamesSurvive();
    void noFieldCanHoldASecret();
    void damagedFilesNameThePlace_data();
    void damagedFilesNameThePlace();
    void jsonIsReadAsTheStandardHasIt_data();
    void jsonIsReadAsTheStandardHasIt();
    void aFileOfANewerVersionIsLeftAlone();
    void tenThousandProfilesAreReadInTime();

    void goodProfilesHaveNoProblem_data();
    void goodProfilesHaveNoProblem();
    void eachWrongFieldIsNamed_data();
    void eachWrongFieldIsNamed();

    void profilesAreSortedAsPeopleSort();
    void aMissingFileIsNoProfile();
    void aProfileIsFoundByPathOrByItsOnlyName();
    void aWrongNameBringsSuggestions();
    void anInvalidProfileIsNotSaved();
    void twoProfilesCannotShareAPath();
    void removingWhatIsGoneSaysSo();
    void theFileIsForItsOwnerOnly();
    void aLinkStaysALink();
    void aDamagedFileIsSetAsideAndNotOverwritten();
    void aFullDiskKeepsTheOldFile();
    void everyPointOfAFullDiskKeepsTheOldFile();
    void aNoteTooLongToReadAgainIsRefused();
    void twoStoresEditingInTurnsLoseNothing();
    void aLockedFileKeepsNobodyWaitingAndLosesNoEdit();
    void anEditUnderWayOutlivesItsStore();
    void aChangeKeepsWhatAnotherProgramHasChanged();
    void anAddressInBracketsIsSavedWithoutThem();
    void editsOfAnotherProgramAreNoticed();
    void aFileWrittenInPlaceIsNoticed();
    void aFolderMadeLaterIsNoticed();

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

void ProfileTest::everyFieldSurvivesTheFile()
{
    const ProfileDocument before{{}, {fullProfile(), named(u"plain"_qs)}, {{u"topLevel"_qs, u"kept"_qs}}};
    const auto after = readProfiles(writeProfiles(before), u"f"_qs);
    QVERIFY2(after, qPrintable(after ? QString() : after.error().message));
    QCOMPARE(*after, before);
}

void ProfileTest::defaultsAreNotWritten()
{
    const QJsonObject written = toJson(named(u"Folder/plain"_qs));
    QCOMPARE(written.keys(), (QStringList{u"folder"_qs, u"host"_qs, u"id"_qs, u"name"_qs}));
    QCOMPARE(toWholeJson(named(u"plain"_qs)).size(), static_cast<qsizetype>(profileFields().size()));
}

void ProfileTest::theSameProfilesGiveTheSameText()
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

void ProfileTest::keysOfANewerVersionSurviveAnEdit()
{
    QDir().mkpath(QFileInfo(file()).path());
    writeFile(file(),
              R"({"format": "latchkey-profiles", "version": 1, "later": {"a": [1, "two"]}, "profiles": [
        {"id": "4f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11", "name": "old", "proxy": {"port": 9007199254740993}}]})");
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"new"_qs))));
    const QJsonObject root = QJsonDocument::fromJson(contentOf(file())).object();
    QCOMPARE(root.value(u"later").toObject().value(u"a").toArray(), (QJsonArray{1, u"two"_qs}));
    const QJsonArray all = root.value(u"profiles").toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(1).toObject().value(u"proxy").toObject().value(u"port").toInteger(), 9007199254740993);
}

void ProfileTest::hostileNamesSurvive_data()
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

void ProfileTest::hostileNamesSurvive()
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

void ProfileTest::damagedFilesNameThePlace_data()
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

void ProfileTest::damagedFilesNameThePlace()
{
    QFETCH(QByteArray, content);
    QFETCH(int, line);
    const auto read = readProfiles(content, u"/somewhere/profiles.json"_qs);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::FileDamaged);
    const QString expected = u"“/somewhere/profiles.json” is damaged at line %1: "_qs.arg(line);
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

void ProfileTest::jsonIsReadAsTheStandardHasIt_data()
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

void ProfileTest::jsonIsReadAsTheStandardHasIt()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, isGood);
    const QByteArray text = R"({"format": "latchkey-profiles", "version": 1, "x": )" + value + "}";
    const auto read = readProfiles(text, u"f"_qs);
    QCOMPARE(bool(read), isGood);
    if (isGood)
        QCOMPARE(read->unknown.value(u"x"), QJsonDocument::fromJson('[' + value + ']').array().at(0));
}

void ProfileTest::aFileOfANewerVersionIsLeftAlone()
{
    QDir().mkpath(QFileInfo(file()).path());
    const QByteArray content = R"({"format": "latchkey-profiles", "version": 2, "profiles": "elsewhere"})";
    writeFile(file(), content);
    ProfileStore store(file());
    QCOMPARE(store.load().error().code, Error::Code::FileInaccessible);
    QCOMPARE(settled(store.put(named(u"a"_qs))).error().code, Error::Code::FileInaccessible);
    QCOMPARE(contentOf(file()), content);
}

void ProfileTest::tenThousandProfilesAreReadInTime()
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

using Field = FieldProblem::Field;
Q_DECLARE_METATYPE(Field)

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

void ProfileTest::aMissingFileIsNoProfile()
{
    ProfileStore store(file());
    QVERIFY(store.load());
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(!store.find(QUuid::createUuid()));
    QVERIFY(!QFileInfo::exists(QFileInfo(file()).path())); // reading makes nothing
}

void ProfileTest::aProfileIsFoundByPathOrByItsOnlyName()
{
    ProfileStore store(file());
    for (const QString &path : {u"A/writer"_qs, u"B/writer"_qs, u"B/reader"_qs, u"reader/x"_qs})
        QVERIFY(settled(store.put(named(path))));
    QCOMPARE(store.findByPath(u"B / writer"_qs)->path(), u"B/writer"_qs);
    QCOMPARE(store.findByPath(u"reader"_qs)->path(), u"B/reader"_qs);
    const auto several = store.findByPath(u"writer"_qs);
    QCOMPARE(several.error().code, Error::Code::NotFound);
    QVERIFY(several.error().message.contains(u"“A/writer”, “B/writer”"_qs));
}

void ProfileTest::aWrongNameBringsSuggestions()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"A/writer"_qs))));
    const auto missing = store.findByPath(u"B/Write"_qs);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QVERIFY(missing.error().message.contains(u"“A/writer”"_qs));
    QCOMPARE(store.findByPath(u" / "_qs).error().code, Error::Code::NotFound);
}

void ProfileTest::anInvalidProfileIsNotSaved()
{
    ProfileStore store(file());
    Profile profile = named(u"a"_qs);
    profile.host.clear();
    QCOMPARE(settled(store.put(profile)).error().code, Error::Code::InvalidInput);
    QVERIFY(!QFileInfo::exists(file()));
}

void ProfileTest::twoProfilesCannotShareAPath()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"F/a"_qs))));
    QCOMPARE(settled(store.put(named(u"F/ a "_qs))).error().code, Error::Code::InvalidInput);
    Profile renamed = store.profiles().first();
    renamed.name = u"b"_qs;
    QVERIFY(settled(store.put(renamed)));
    QVERIFY(settled(store.put(named(u"F/a"_qs))));
    QCOMPARE(paths(store), (QStringList{u"F/a"_qs, u"F/b"_qs}));
    QCOMPARE(store.find(renamed.id)->name, u"b"_qs);
}

void ProfileTest::removingWhatIsGoneSaysSo()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    QVERIFY(settled(store.put(named(u"b"_qs))));
    const QUuid id = store.profiles().first().id;
    QVERIFY(settled(store.remove({id})));
    QCOMPARE(paths(store), QStringList{u"b"_qs});
    QCOMPARE(settled(store.remove({id})).error().code, Error::Code::NotFound);
}

void ProfileTest::theFileIsForItsOwnerOnly()
{
    const mode_t before = umask(0);
    ProfileStore store(file());
    const auto saved = settled(store.put(named(u"a"_qs)));
    umask(before);
    QVERIFY(saved);
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(file()).permissions(), owner);
    QCOMPARE(QFileInfo(QFileInfo(file()).path()).permissions() & ~owner, QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QDir(QFileInfo(file()).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"profiles.json"_qs});
}

void ProfileTest::aLinkStaysALink()
{
    QDir().mkpath(QFileInfo(file()).path());
    const QString target = m_folder->filePath(u"dotfiles.json"_qs);
    QVERIFY(QFile::link(target, file()));
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs)))); // the target does not exist yet
    QVERIFY(settled(store.put(named(u"b"_qs))));
    QVERIFY(QFileInfo(file()).isSymLink());
    QVERIFY(contentOf(target).contains("\"b\""));
}

void ProfileTest::aDamagedFileIsSetAsideAndNotOverwritten()
{
    QDir().mkpath(QFileInfo(file()).path());
    for (const char *number : {"1", "2"}) {
        const QByteArray content = QByteArray("{ broken ") + number;
        writeFile(file(), content);
        ProfileStore store(file());
        QCOMPARE(store.load().error().code, Error::Code::FileDamaged);
        QVERIFY(store.profiles().isEmpty());
        QCOMPARE(contentOf(file()), content); // reading leaves it where it is
        const auto refused = settled(store.put(named(u"a"_qs)));
        QCOMPARE(refused.error().code, Error::Code::FileDamaged);
        const QString aside = file() + u".damaged-"_qs + QLatin1String(number);
        QVERIFY(refused.error().message.contains(aside));
        QCOMPARE(contentOf(aside), content);
        QVERIFY(settled(store.put(named(u"a"_qs))));
        QCOMPARE(paths(store), QStringList{u"a"_qs});
    }
}

void ProfileTest::aFullDiskKeepsTheOldFile()
{
    const QString mountPoint = m_folder->filePath(u"full"_qs);
    QDir().mkpath(mountPoint);
    const QByteArray at = QFile::encodeName(mountPoint);
    if (mount("tmpfs", at.constData(), "tmpfs", 0, "size=16k") != 0)
        QSKIP("mounting a small file system needs root; the limit of file sizes is tested in its place");
    const auto unmount = qScopeGuard([&at] { umount2(at.constData(), MNT_DETACH); });
    const QString full = mountPoint + u"/profiles.json"_qs;
    {
        ProfileStore store(full);
        QVERIFY(settled(store.put(named(u"a"_qs))));
        const QByteArray before = contentOf(full);
        Profile large = named(u"b"_qs);
        large.notes = QString(100'000, u'x');
        const auto refused = settled(store.put(large));
        QCOMPARE(refused.error().code, Error::Code::FileInaccessible);
        QCOMPARE(refused.error().native, ENOSPC);
        QCOMPARE(contentOf(full), before);
        QCOMPARE(paths(store), QStringList{u"a"_qs});
        QCOMPARE(QDir(mountPoint).entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_qs});
    }
}

void ProfileTest::everyPointOfAFullDiskKeepsTheOldFile()
{
    QDir().mkpath(QFileInfo(file()).path());
    QVERIFY(writeAtomically(file(), QByteArrayView("old")));
    const QByteArray content(4'000, 'n');
    for (rlim_t bytes = 0; bytes < 4'000; bytes += 500) {
        const FileSizeLimit limit(bytes);
        const auto refused = writeAtomically(file(), content);
        QCOMPARE(refused.error().code, Error::Code::FileInaccessible);
        QCOMPARE(contentOf(file()), QByteArray("old"));
    }
    QVERIFY(writeAtomically(file(), content));
    QCOMPARE(contentOf(file()), content);
    QCOMPARE(QDir(QFileInfo(file()).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"profiles.json"_qs});
}

void ProfileTest::aNoteTooLongToReadAgainIsRefused()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    const QByteArray before = contentOf(file());
    Profile long_ = named(u"b"_qs);
    long_.notes = QString(2 << 20, u'x');
    QCOMPARE(settled(store.put(long_)).error().code, Error::Code::InvalidInput);
    QCOMPARE(contentOf(file()), before);
}

void ProfileTest::twoStoresEditingInTurnsLoseNothing()
{
    ProfileStore first(file());
    ProfileStore second(file());
    QVERIFY(first.load());
    QVERIFY(second.load());
    for (int at = 0; at < 40; ++at) {
        ProfileStore &store = at % 2 ? first : second;
        QVERIFY(settled(store.put(named(u"p%1"_qs.arg(at)))));
    }
    QVERIFY(first.load());
    QVERIFY(second.load());
    QCOMPARE(first.profiles().size(), 40);
    QCOMPARE(first.profiles(), second.profiles());
}

void ProfileTest::aLockedFileKeepsNobodyWaitingAndLosesNoEdit()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    QLockFile another(file() + u".lock"_qs);
    QVERIFY(another.lock());
    QElapsedTimer timer;
    timer.start();
    const auto added = store.put(named(u"b"_qs));
    const auto removed = store.remove({store.profiles().first().id});
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!added.isFinished());
    QCOMPARE(paths(store), QStringList{u"a"_qs});
    another.unlock();
    QTRY_VERIFY(added.isFinished() && removed.isFinished());
    QVERIFY(added.result() && removed.result());
    QTRY_COMPARE(paths(store), QStringList{u"b"_qs});
}

void ProfileTest::anEditUnderWayOutlivesItsStore()
{
    QDir().mkpath(QFileInfo(file()).path());
    QLockFile another(file() + u".lock"_qs);
    QVERIFY(another.lock());
    Worker worker;
    {
        ProfileStore store(file());
        store.put(named(u"a"_qs));
        worker.post([&another] { another.unlock(); });
    }
    ProfileStore store(file());
    QVERIFY(store.load());
    QCOMPARE(paths(store), QStringList{u"a"_qs});
}

void ProfileTest::aChangeKeepsWhatAnotherProgramHasChanged()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"profiles.json"_qs);
    ProfileStore stale(file);
    Profile profile = named(u"a"_qs);
    QVERIFY(settled(stale.put(profile)));
    ProfileStore other(file);
    QVERIFY(other.load());
    profile.notes = u"written by another program"_qs;
    QVERIFY(settled(other.put(profile)));

    const auto pin = [](Profile &stored) { stored.pinnedSpn = u"mysql/db1@CORP"_qs; };
    QVERIFY(settled(stale.change(profile.id, pin)));
    QCOMPARE(stale.find(profile.id)->notes, profile.notes);
    QCOMPARE(stale.find(profile.id)->pinnedSpn, u"mysql/db1@CORP"_qs);
    const auto spoil = [](Profile &stored) { stored.name.clear(); };
    QCOMPARE(settled(stale.change(profile.id, spoil)).error().code, Error::Code::InvalidInput);
    QVERIFY(settled(other.remove({profile.id})));
    QCOMPARE(settled(stale.change(profile.id, pin)).error().code, Error::Code::NotFound);
}

void ProfileTest::anAddressInBracketsIsSavedWithoutThem()
{
    const QTemporaryDir dir;
    ProfileStore store(dir.filePath(u"profiles.json"_qs));
    Profile profile = named(u"a"_qs);
    profile.host = u" [::1] "_qs;
    QVERIFY(settled(store.put(profile)));
    QCOMPARE(store.find(profile.id)->host, u"::1"_qs);
}

void ProfileTest::editsOfAnotherProgramAreNoticed()
{
    ProfileStore watching(file());
    QVERIFY(watching.load());
    QSignalSpy changed(&watching, &ProfileStore::changed);
    ProfileStore other(file());
    for (const char *name : {"a", "b", "c"}) {
        QVERIFY(settled(other.put(named(QString::fromLatin1(name)))));
        QTRY_COMPARE(watching.profiles(), other.profiles());
    }
    QCOMPARE(changed.size(), 3);
    writeFile(file(), "{ just being writ");
    QVERIFY(!changed.wait(150)); // longer than a burst
    QCOMPARE(watching.profiles().size(), 3);
}

void ProfileTest::aFileWrittenInPlaceIsNoticed()
{
    ProfileStore watching(file());
    QVERIFY(settled(watching.put(named(u"a"_qs))));
    QVERIFY(watching.load());
    const QByteArray one = contentOf(file());
    writeFile(file(), writeProfiles({}));
    QTRY_COMPARE(watching.profiles().size(), 0);
    writeFile(file(), one);
    QTRY_COMPARE(watching.profiles().size(), 1);
    QVERIFY(QFile::remove(file()));
    QTRY_COMPARE(watching.profiles().size(), 0);
}

void ProfileTest::aFolderMadeLaterIsNoticed()
{
    const QString deep = m_folder->filePath(u"a/b/profiles.json"_qs);
    ProfileStore watching(deep);
    QVERIFY(watching.load());
    ProfileStore other(deep);
    QVERIFY(settled(other.put(named(u"x"_qs))));
    QTRY_COMPARE(watching.profiles().size(), 1);
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "profiletest.moc"
