// SPDX-License-Identifier: GPL-2.0-or-later
// Option files, URIs and command lines: what the programs of MySQL and MariaDB are told.
#include "core/profile/profilefields.h"
#include "tests/support/formatreading.h"

#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write a file of the test");
}

Content readOptionFile(const QString &path)
{
    auto content = codecNamed("optionfile")->read(bytesOf(path), path);
    return content ? *std::move(content) : Content();
}

/// Texts that formats stumble over.
QString hostileText(QRandomGenerator &random)
{
    static const QStringList pieces{
        QStringLiteral("plain"),     QStringLiteral("\""),     QStringLiteral("'"),
        QStringLiteral("\\"),        QStringLiteral("/"),      QStringLiteral("\n"),
        QStringLiteral("\t"),        QStringLiteral("#"),      QStringLiteral(";"),
        QStringLiteral("="),         QStringLiteral("]"),      QStringLiteral("[client]"),
        QStringLiteral("%41"),       QStringLiteral("%"),      QStringLiteral("&x=y"),
        QStringLiteral("?"),         QStringLiteral("@"),      QStringLiteral(":"),
        QStringLiteral("$HOME"),     QStringLiteral("`ls`"),   QStringLiteral("!include x"),
        QStringLiteral(" "),         QStringLiteral("\u00A0"), QStringLiteral("😀"),
        QStringLiteral("\u202Eabc"), QStringLiteral("שלום"),   QStringLiteral("\uFEFF"),
        QStringLiteral("\u2028"),    QStringLiteral("\\n"),    QStringLiteral("\\s"),
        QStringLiteral("--user=x"),  QStringLiteral("\b"),     QStringLiteral("(a)"),
        QStringLiteral("\x7F"),      QStringLiteral("\x01"),   QStringLiteral("{\"a\":1}")};
    QString text;
    const int count = random.bounded(1, 6);
    for (int i = 0; i < count; ++i)
        text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    switch (random.bounded(40)) {
    case 0:
        return QString(10'000, QLatin1Char('x')) + text;
    case 1:
        return text + QChar(0xD800); // half a character
    case 2:
        return text + QChar(0);
    case 3:
        return text + QStringLiteral("\r\n");
    default:
        return text;
    }
}

template <typename Choice>
Choice anyOf(QRandomGenerator &random, std::initializer_list<Choice> choices)
{
    return *(choices.begin() + random.bounded(static_cast<int>(choices.size())));
}

Profile hostileProfile(QRandomGenerator &random, int number)
{
    const auto maybe = [&random](auto make) {
        using Value = decltype(make(random));
        return random.bounded(2) ? make(random) : Value();
    };
    Profile profile = blankProfile();
    profile.name = QStringLiteral("%1 ").arg(number) + hostileText(random);
    for (int depth = random.bounded(3); depth > 0; --depth)
        profile.folder.append(hostileText(random));
    profile.host = QStringLiteral("h") + maybe(hostileText);
    profile.port = static_cast<std::uint16_t>(random.bounded(1, 65536));
    profile.account = maybe(hostileText);
    profile.schema = maybe(hostileText);
    profile.authentication =
        anyOf(random, {Authentication::Kerberos, Authentication::Gssapi, Authentication::Automatic,
                       Authentication::Password, Authentication::KeychainPassword});
    profile.tls =
        anyOf(random, {TlsPolicy::VerifyIdentity, TlsPolicy::VerifyCa, TlsPolicy::Required, TlsPolicy::Off});
    profile.minimumTls = anyOf(random, {TlsVersion::Any, TlsVersion::Tls12, TlsVersion::Tls13});
    profile.tlsFiles = {maybe(hostileText), maybe(hostileText), maybe(hostileText)};
    profile.timeouts.connect = std::chrono::seconds(random.bounded(7 * 24 * 3600 + 1));
    profile.session.characterSet = maybe(hostileText);
    for (int count = random.bounded(3); count > 0; --count)
        profile.session.statements.append(QStringLiteral("SELECT ") + hostileText(random));
    if (random.bounded(2))
        profile.foreign.insert(QLatin1String("mysql"),
                               QJsonObject{{QStringLiteral("pager"), hostileText(random)},
                                           {QStringLiteral("compress"), true},
                                           {QStringLiteral("password"), QStringLiteral("hunter2")},
                                           {QStringLiteral("ssl"), QStringLiteral("0")},
                                           {QStringLiteral("x\n[client]\nuser"), QStringLiteral("evil")}});
    return profile;
}

/// How remarks name what a field is written as.
QStringList namesOf(std::string_view key)
{
    static const QHash<QString, QStringList> names{
        {QStringLiteral("account"), {QStringLiteral("user")}},
        {QStringLiteral("schema"), {QStringLiteral("database")}},
        {QStringLiteral("authentication"), {QStringLiteral("authentication")}},
        {QStringLiteral("tls"), {QStringLiteral("tls")}},
        {QStringLiteral("caFile"), {QStringLiteral("ssl-ca")}},
        {QStringLiteral("clientCertificate"), {QStringLiteral("ssl-cert")}},
        {QStringLiteral("clientKey"), {QStringLiteral("ssl-key")}},
        {QStringLiteral("characterSet"), {QStringLiteral("default-character-set")}},
        {QStringLiteral("statements"), {QStringLiteral("init-command"), QStringLiteral("init-command-add")}}};
    return names.value(QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size())));
}

/// Whether a remark is about one of the names; about anything if there are none.
bool isRemarked(const QList<Remark> &remarks, const QStringList &names)
{
    return std::any_of(remarks.begin(), remarks.end(), [&names](const Remark &remark) {
        const auto isAbout = [&remark](const QString &name) {
            return remark.place.endsWith(QLatin1String(", ") + name);
        };
        return names.isEmpty() || std::any_of(names.begin(), names.end(), isAbout);
    });
}

} // namespace

class FormatsOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsOfAnOptionFileAreConnections();
    void commonGroupsSayWhatAllHave();
    void kerberosSettingsOfAnOptionFileAreKept();
    void valuesAreReadAsTheProgramsReadThem();
    void whatIsNotUnderstoodIsRemarkedOnWithItsPlace();
    void onlyTheCommonGroupIsOneConnection();
    void includesStayBelowTheFile();
    void includesAreLimitedInDepth();
    void includesAreLimitedInNumber();
    void includesThatLeadInCirclesEnd();
    void aTextWithoutAFileIncludesNothing();
    void urisOfAllKindsAreRead();
    void whatIsWrongWithAUriIsRemarkedOn();
    void commandLinesAreReadAsAShellDoes();
    void commandLinesAreNeverRun();
    void everyFileIsRecognisedByItsCodecAlone();
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void theProgramsReadWhatIsWritten();
    void whatRunsOrReachesFilesIsNeverWritten_data();
    void whatRunsOrReachesFilesIsNeverWritten();
    void secretsAreNeverWritten_data();
    void secretsAreNeverWritten();
};

void FormatsOptionsTest::groupsOfAnOptionFileAreConnections()
{
    const Content content = readFormat("optionfile", QStringLiteral("my.cnf"));
    QCOMPARE(pathsOf(content),
             QStringList({QStringLiteral("orders"), QStringLiteral("plain"), QStringLiteral("maria"),
                          QStringLiteral("reports"), QStringLiteral("deeper")}));
    const Profile orders = profileAt(content, QStringLiteral("orders"));
    QCOMPARE(orders.host, QStringLiteral("orders.example.com"));
    QCOMPARE(orders.port, 3307);
    QCOMPARE(orders.schema, QStringLiteral("orders # 1"));
    QCOMPARE(orders.tls, TlsPolicy::VerifyCa);
    QCOMPARE(orders.timeouts.connect, std::chrono::seconds(5));
    QCOMPARE(orders.session.statements, QStringList{QStringLiteral("SET time_zone = '+00:00'")});
    const Profile maria = profileAt(content, QStringLiteral("maria"));
    QCOMPARE(maria.authentication, Authentication::Gssapi);
    QCOMPARE(maria.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(maria.minimumTls, TlsVersion::Tls12);
    QCOMPARE(profileAt(content, QStringLiteral("reports")).tls, TlsPolicy::Off);
    QVERIFY(!showsSecret(content));
}

void FormatsOptionsTest::commonGroupsSayWhatAllHave()
{
    const Content content = readFormat("optionfile", QStringLiteral("my.cnf"));
    QCOMPARE(profileAt(content, QStringLiteral("orders")).account, QStringLiteral("alice"));
    const Profile plain = profileAt(content, QStringLiteral("plain"));
    QCOMPARE(plain.account, QStringLiteral("o'brien"));
    QCOMPARE(plain.tls, TlsPolicy::Off);
    QCOMPARE(plain.authentication, Authentication::Password);
    QCOMPARE(plain.tlsFiles.authorities, QStringLiteral("/etc/ssl/my certificates/ca.pem"));
    QCOMPARE(plain.session.characterSet, QStringLiteral("utf8mb4"));
}

void FormatsOptionsTest::kerberosSettingsOfAnOptionFileAreKept()
{
    const Content content = readFormat("optionfile", QStringLiteral("my.cnf"));
    const Profile orders = profileAt(content, QStringLiteral("orders"));
    QCOMPARE(orders.authentication, Authentication::Kerberos);
    const QJsonObject kept = orders.foreign.value(QLatin1String("mysql")).toObject();
    QCOMPARE(kept.value(QLatin1String("plugin-authentication-kerberos-client-mode")).toString(),
             QStringLiteral("SSPI"));
    QCOMPARE(kept.value(QLatin1String("plugin-dir")).toString(), QStringLiteral("/opt/evil/plugins"));
    QCOMPARE(kept.value(QLatin1String("pager")).toString(), QStringLiteral("less -n"));
    QVERIFY(!kept.contains(QLatin1String("default-auth")));
    QList<Remark> remarks;
    const QByteArray again = codecNamed("optionfile")->write({{}, {orders}, {}}, remarks);
    QVERIFY(again.contains("plugin-authentication-kerberos-client-mode = SSPI\n"));
    QVERIFY(again.contains("default-auth = authentication_kerberos_client\n"));
}

void FormatsOptionsTest::valuesAreReadAsTheProgramsReadThem()
{
    const char *const values[][2] = {{"a", "a"},        {"  a b  ", "a b"},     {"\"a # b\" # c", "a # b"},
                                     {"a # b", "a"},    {"'a\"b'", "a\"b"},     {"\"a\\\"b\"", "a\"b"},
                                     {"a\\nb", "a\nb"}, {"a\\sb\\\\", "a b\\"}, {"\\q", "\\q"},
                                     {"\"", "\""},      {"'a' 'b'", "a' 'b"},   {"\"it's # x\"", "it's # x"}};
    for (const auto &[written, meant] : values) {
        const QByteArray text = QByteArray("[client-x]\nhost=h\nuser=") + written + "\n";
        const auto content = codecNamed("optionfile")->read(text, QString());
        QVERIFY(content);
        QCOMPARE(content->profiles.first().account, QString::fromUtf8(meant));
    }
}

void FormatsOptionsTest::whatIsNotUnderstoodIsRemarkedOnWithItsPlace()
{
    const Content content = readFormat("optionfile", QStringLiteral("my.cnf"));
    const QList<Remark> &remarks = content.remarks;
    QVERIFY2(hasRemark(remarks, "line 2", "before the first group"), qUtf8Printable(remarksOf(remarks)));
    QVERIFY(hasRemark(remarks, "line 9", "password"));
    QVERIFY(hasRemark(remarks, "line 30", "port"));
    QVERIFY(hasRemark(remarks, "line 31", "password"));
    QVERIFY(hasRemark(remarks, "line 40", "no host"));
    QVERIFY(hasRemark(remarks, "line 41", "bracket"));
    QVERIFY(hasRemark(remarks, "line 45", "not below the folder"));
    QVERIFY(hasRemark(remarks, "line 46", "does not exist"));
    QVERIFY(hasRemark(remarks, "line 47", "neither !include"));
    QVERIFY(hasRemark(remarks, "line 18", "“plugin-dir” has no equal"));
    QVERIFY(hasRemark(remarks, "conf.d/", "ten deep"));
}

void FormatsOptionsTest::onlyTheCommonGroupIsOneConnection()
{
    const auto content = codecNamed("optionfile")
                             ->read("[client]\nhost=db.example.com\nuser=alice\n[mysql]\ndatabase=d\n",
                                    QStringLiteral("/home/alice/.my.cnf"));
    QVERIFY(content);
    QCOMPARE(pathsOf(*content), QStringList{QStringLiteral("db.example.com")});
    QCOMPARE(content->profiles.first().schema, QStringLiteral("d"));
    QCOMPARE(content->profiles.first().origin, QStringLiteral("optionfile:/home/alice/.my.cnf#client"));
    QVERIFY(!codecNamed("optionfile")->read("[mysqld]\nport=1\n", QString()));
}

void FormatsOptionsTest::includesStayBelowTheFile()
{
    QTemporaryDir folder;
    const QString outside = folder.filePath(QStringLiteral("outside/secret.cnf"));
    const QString file = folder.filePath(QStringLiteral("inside/my.cnf"));
    writeFile(outside, "[client-outside]\nhost=outside\n");
    writeFile(
        file,
        "[client-a]\nhost=a\n!include link.cnf\n!include " + outside.toUtf8()
            + "\n!include ../outside/secret.cnf\n!includedir linked\n!includedir ..\n!include /dev/zero\n"
              "!include good/b.cnf\n");
    writeFile(folder.filePath(QStringLiteral("inside/good/b.cnf")), "[client-b]\nhost=b\n");
    QVERIFY(QFile::link(outside, folder.filePath(QStringLiteral("inside/link.cnf"))));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("outside")),
                        folder.filePath(QStringLiteral("inside/linked"))));
    const Content content = readOptionFile(file);
    QCOMPARE(pathsOf(content), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    for (int line = 3; line <= 8; ++line) {
        const QByteArray place = "line " + QByteArray::number(line);
        QVERIFY2(hasRemark(content.remarks, place.constData(), "not been read"), place.constData());
    }
}

void FormatsOptionsTest::includesAreLimitedInDepth()
{
    QTemporaryDir folder;
    for (int number = 0; number < 13; ++number) {
        const QByteArray own = QByteArray::number(number);
        writeFile(folder.filePath(QStringLiteral("%1.cnf").arg(number)),
                  "[client-" + own + "]\nhost=h" + own + "\n!include " + QByteArray::number(number + 1)
                      + ".cnf\n");
    }
    const Content content = readOptionFile(folder.filePath(QStringLiteral("0.cnf")));
    QCOMPARE(content.profiles.size(), 11);
    QVERIFY(hasRemark(content.remarks, "10.cnf, line 3", "ten deep"));
}

void FormatsOptionsTest::includesAreLimitedInNumber()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("my.cnf"));
    writeFile(file, "!includedir more\n");
    for (int number = 0; number < 150; ++number)
        writeFile(folder.filePath(QStringLiteral("more/%1.cnf").arg(number)),
                  "[client-" + QByteArray::number(number) + "]\nhost=h\n");
    // Two folders that include each other would be 2 to the power of 10.
    const Content content = readOptionFile(file);
    QCOMPARE(content.profiles.size(), 100);
    QVERIFY(hasRemark(content.remarks, "line 1", "a hundred files"));
}

void FormatsOptionsTest::includesThatLeadInCirclesEnd()
{
    QTemporaryDir folder;
    const auto at = [&folder](const char *name) { return folder.filePath(QLatin1String(name)); };
    writeFile(at("my.cnf"), "[client-a]\nhost=a\n!include one.cnf\n!include itself.cnf\n!includedir more\n"
                            "[client-z]\nhost=z\n");
    QVERIFY(QFile::link(at("two.cnf"), at("one.cnf"))); // links to each other: no file at all
    QVERIFY(QFile::link(at("one.cnf"), at("two.cnf")));
    QVERIFY(QFile::link(at("my.cnf"), at("itself.cnf"))); // includes what includes it
    writeFile(at("more/b.cnf"), "[client-b]\nhost=b\n!includedir again\n");
    QVERIFY(QFile::link(at("more"), at("more/again"))); // a folder that is in itself
    const Content content = readOptionFile(at("my.cnf"));
    const QStringList paths = pathsOf(content);
    for (const char *name : {"a", "b", "z"})
        QVERIFY2(paths.contains(QLatin1String(name)), qUtf8Printable(paths.join(QLatin1Char(' '))));
    QVERIFY(hasRemark(content.remarks, "line 3", "does not exist"));
    QVERIFY2(hasRemark(content.remarks, "", "ten deep") || hasRemark(content.remarks, "", "a hundred files"),
             qUtf8Printable(remarksOf(content.remarks)));
    QVERIFY(content.profiles.size() <= 100);
}

void FormatsOptionsTest::aTextWithoutAFileIncludesNothing()
{
    const auto content =
        codecNamed("optionfile")->read("!include /etc/passwd\n[client-a]\nhost=a\n", QString());
    QVERIFY(content);
    QCOMPARE(content->profiles.size(), 1);
    QVERIFY(hasRemark(content->remarks, "line 1", "comes from no file"));
}

void FormatsOptionsTest::urisOfAllKindsAreRead()
{
    const Content content = readFormat("uri", QStringLiteral("uris.txt"));
    QStringList hosts;
    for (const Profile &profile : content.profiles)
        hosts.append(profile.host);
    QCOMPARE(hosts, QStringList({QStringLiteral("orders.example.com"), QStringLiteral("2001:db8::1"),
                                 QStringLiteral("maria.example.com"), QStringLiteral("one.example.com"),
                                 QStringLiteral("maria2.example.com"), QStringLiteral("plug.example.com")}));
    QCOMPARE(content.skipped, 1);
    const Profile &orders = content.profiles.at(0);
    QCOMPARE(orders.port, 3307);
    QCOMPARE(orders.account, QStringLiteral("alice"));
    QCOMPARE(orders.schema, QStringLiteral("orders"));
    QCOMPARE(orders.authentication, Authentication::Kerberos);
    QCOMPARE(orders.tls, TlsPolicy::VerifyIdentity);
    QCOMPARE(orders.tlsFiles.authorities, QStringLiteral("/etc/ssl/ca.pem"));
    QCOMPARE(orders.timeouts.connect, std::chrono::seconds(3));
    QCOMPARE(content.profiles.at(1).tls, TlsPolicy::Off);
    QCOMPARE(content.profiles.at(1).schema, QStringLiteral("a/b"));
    QCOMPARE(content.profiles.at(2).authentication, Authentication::Gssapi);
    QCOMPARE(content.profiles.at(2).tlsFiles.authorities, QStringLiteral("/etc/ssl/my ca.pem"));
    QCOMPARE(content.profiles.at(3).port, 3308);
    QCOMPARE(content.profiles.at(3).account, QStringLiteral("dave"));
    QCOMPARE(content.profiles.at(3).tls, TlsPolicy::Required);
    QCOMPARE(content.profiles.at(3).timeouts.connect, std::chrono::seconds(30));
    QCOMPARE(content.profiles.at(4).authentication, Authentication::Gssapi);
    QCOMPARE(content.profiles.at(5).foreign.value(QLatin1String("mysql")).toObject(),
             QJsonObject({{QStringLiteral("plugin-dir"), QStringLiteral("/tmp/evil")}}));
}

void FormatsOptionsTest::whatIsWrongWithAUriIsRemarkedOn()
{
    const Content content = readFormat("uri", QStringLiteral("uris.txt"));
    QVERIFY(!showsSecret(content));
    QVERIFY2(hasRemark(content.remarks, "line 3", "password"), qUtf8Printable(remarksOf(content.remarks)));
    QVERIFY(hasRemark(content.remarks, "line 5", "password"));
    QVERIFY(hasRemark(content.remarks, "line 5", "several hosts"));
    QVERIFY(hasRemark(content.remarks, "line 5", "useUnicode"));
    QVERIFY(hasRemark(content.remarks, "line 7", "percent-encoded"));
    QVERIFY(hasRemark(content.remarks, "line 8", "no host"));
}

void FormatsOptionsTest::commandLinesAreReadAsAShellDoes()
{
    const Content content = readFormat("commandline", QStringLiteral("commands.txt"));
    QStringList hosts;
    for (const Profile &profile : content.profiles)
        hosts.append(profile.host);
    QCOMPARE(hosts, QStringList({QStringLiteral("orders.example.com"), QStringLiteral("short.example.com"),
                                 QStringLiteral("maria.example.com"), QStringLiteral("two.example.com"),
                                 QStringLiteral("file.example.com")}));
    const Profile &orders = content.profiles.at(0);
    QCOMPARE(orders.port, 3307);
    QCOMPARE(orders.schema, QStringLiteral("orders"));
    QCOMPARE(orders.authentication, Authentication::Kerberos);
    QCOMPARE(orders.tlsFiles.authorities, QStringLiteral("/etc/ssl/ca.pem"));
    QCOMPARE(content.profiles.at(1).port, 3310);
    QCOMPARE(content.profiles.at(1).account, QStringLiteral("bob"));
    QCOMPARE(content.profiles.at(1).schema, QStringLiteral("shop"));
    QCOMPARE(content.profiles.at(1).tls, TlsPolicy::Required);
    QCOMPARE(content.profiles.at(2).account, QStringLiteral("o'brien"));
    QCOMPARE(content.profiles.at(2).schema, QStringLiteral("my db"));
    QCOMPARE(content.profiles.at(3).timeouts.connect, std::chrono::seconds(5));
}

void FormatsOptionsTest::commandLinesAreNeverRun()
{
    const Content content = readFormat("commandline", QStringLiteral("commands.txt"));
    QVERIFY2(hasRemark(content.remarks, "line 6", "runs nothing")
                 || hasRemark(content.remarks, "line 7", "runs nothing"),
             qUtf8Printable(remarksOf(content.remarks)));
    QVERIFY(hasRemark(content.remarks, "line 8", "runs nothing"));
    QVERIFY(hasRemark(content.remarks, "line 10", "not closed"));
    QVERIFY(hasRemark(content.remarks, "line 10", "option file"));
    QVERIFY(hasRemark(content.remarks, "line 3", "statements to execute"));
    // "--password hunter2" makes the program ask, and the word a database: it stays visible as such, as in any shell.
    QCOMPARE(content.profiles.at(3).schema, QStringLiteral("hunter2"));
    QVERIFY(!remarksOf(content.remarks).contains(QLatin1String("hunter2")));
}

void FormatsOptionsTest::everyFileIsRecognisedByItsCodecAlone()
{
    const QHash<QString, QString> files{
        {QStringLiteral("heidisql.txt"), QStringLiteral("heidisql")},
        {QStringLiteral("heidisql-utf16.txt"), QStringLiteral("heidisql")},
        {QStringLiteral("dbgate.jsonl"), QStringLiteral("dbgate")},
        {QStringLiteral("sequelace.plist"), QStringLiteral("sequelace")},
        {QStringLiteral("sequelace-export.plist"), QStringLiteral("sequelace")},
        {QStringLiteral("my.cnf"), QStringLiteral("optionfile")},
        {QStringLiteral("uris.txt"), QStringLiteral("uri")},
        {QStringLiteral("commands.txt"), QStringLiteral("commandline")},
        {QStringLiteral("aws-clusters.json"), QStringLiteral("aws")},
        {QStringLiteral("aws-instances.json"), QStringLiteral("aws")},
        {QStringLiteral("aws-endpoints.json"), QStringLiteral("aws")},
        {QStringLiteral("aws-globals.json"), QStringLiteral("aws")}};
    for (auto file = files.begin(); file != files.end(); ++file) {
        QStringList recognised;
        for (const Codec *codec : codecs()) {
            if (codec->recognises(bytesOf(formatFile(file.key()))))
                recognised.append(QLatin1String(codec->word));
        }
        QVERIFY2(recognised == QStringList{file.value()},
                 qUtf8Printable(file.key() + QLatin1String(": ") + recognised.join(QLatin1Char(' '))));
    }
}

void FormatsOptionsTest::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<QByteArray>("codec");
    for (const char *codec : {"optionfile", "uri", "commandline"})
        QTest::newRow(codec) << QByteArray(codec);
}

void FormatsOptionsTest::whatIsWrittenIsReadAgain()
{
    QFETCH(const QByteArray, codec);
    const Codec *format =
        codecNamed(std::string_view(codec.constData(), static_cast<std::size_t>(codec.size())));
    QVERIFY(format);
    for (quint32 seed = 1; seed <= 400; ++seed) {
        QRandomGenerator random(seed);
        const Profile profile = hostileProfile(random, static_cast<int>(seed));
        QList<Remark> remarks;
        const QByteArray text = format->write({{}, {profile}, {}}, remarks);
        const auto content = format->read(text, QString());
        const QByteArray context =
            "seed " + QByteArray::number(seed) + '\n' + text.left(2000) + '\n' + remarksOf(remarks).toUtf8();
        if (!content || content->profiles.isEmpty()) {
            QVERIFY2(!remarks.isEmpty(), context.constData());
            continue;
        }
        QVERIFY2(format->recognises(text), context.constData());
        QCOMPARE(content->profiles.size(), 1);
        const Profile &again = content->profiles.first();
        const bool isSamePlace =
            again.name == profile.name && again.folder == profile.folder && again.host == profile.host;
        QVERIFY2(isSamePlace || !remarks.isEmpty(), context.constData());
        for (const std::string_view key : format->held) {
            const bool isSame = profileField(key)->same(profile, again);
            QVERIFY2(isSame || isRemarked(remarks, namesOf(key)),
                     (QByteArray(key.data()) + ' ' + context).constData());
        }
        if (codec != "uri" && profile.foreign.contains(QLatin1String("mysql"))) {
            const QJsonObject kept = again.foreign.value(QLatin1String("mysql")).toObject();
            const QJsonObject meant = profile.foreign.value(QLatin1String("mysql")).toObject();
            QCOMPARE(kept.value(QLatin1String("compress")), QJsonValue(true));
            QVERIFY2(kept.value(QLatin1String("pager")) == meant.value(QLatin1String("pager"))
                         || isRemarked(remarks, {QStringLiteral("pager")}),
                     context.constData());
        }
    }
}

void FormatsOptionsTest::theProgramsReadWhatIsWritten()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("my_print_defaults"));
    if (program.isEmpty())
        QSKIP("my_print_defaults of MySQL or MariaDB is not installed");
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("my.cnf"));
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QRandomGenerator random(seed);
        Profile profile = hostileProfile(random, 1);
        profile.name = QStringLiteral("x");
        profile.folder.clear();
        profile.account = hostileText(random);
        // One line a value, as it prints them; and no longer ones than it reads.
        if (profile.account.contains(QLatin1Char('\n')) || profile.account.size() > 4000)
            continue;
        QList<Remark> remarks;
        writeFile(file, codecNamed("optionfile")->write({{}, {profile}, {}}, remarks));
        QProcess printing;
        printing.start(program, {QLatin1String("--defaults-file=") + file, QStringLiteral("client-x")});
        QVERIFY(printing.waitForFinished());
        const QByteArray expected = "--user=" + profile.account.toUtf8() + '\n';
        const bool isWritten = !hasRemark(remarks, ", user", "cannot hold");
        const QByteArray printed = printing.readAllStandardOutput();
        QVERIFY2(printed.contains(expected) == isWritten, (expected + printed.left(2000)).constData());
    }
}

void FormatsOptionsTest::whatRunsOrReachesFilesIsNeverWritten_data()
{
    whatIsWrittenIsReadAgain_data();
}

void FormatsOptionsTest::whatRunsOrReachesFilesIsNeverWritten()
{
    QFETCH(const QByteArray, codec);
    const Codec *format =
        codecNamed(std::string_view(codec.constData(), static_cast<std::size_t>(codec.size())));
    Profile profile = blankProfile();
    profile.name = QStringLiteral("orders");
    profile.host = QStringLiteral("db1.example.com");
    QJsonObject options{{QStringLiteral("compress"), true}};
    for (const char *name : {"plugin-dir", "plugin-di", "loose-plugin-dir", "loose-enable-local-infile",
                             "defaults-file", "defaults-extra-file", "login-path", "tee", "pager", "PAGER",
                             "load-data-local-dir", "execute", "init-command", "init-command-add"})
        options.insert(QLatin1String(name), QStringLiteral("/tmp/evil"));
    profile.foreign.insert(QLatin1String("mysql"), options);
    QList<Remark> remarks;
    const QByteArray text = format->write({{}, {profile}, {}}, remarks);
    QVERIFY2(!text.contains("evil"), text.constData());
    if (codec != "uri") { // whose programs know nothing of the client's other options
        QVERIFY2(text.contains("compress"), text.constData());
        QVERIFY2(hasRemark(remarks, "pager", "has not been written"), qUtf8Printable(remarksOf(remarks)));
    }
}

void FormatsOptionsTest::secretsAreNeverWritten_data()
{
    whatIsWrittenIsReadAgain_data();
}

void FormatsOptionsTest::secretsAreNeverWritten()
{
    QFETCH(const QByteArray, codec);
    const Codec *format =
        codecNamed(std::string_view(codec.constData(), static_cast<std::size_t>(codec.size())));
    Profile profile;
    profile.name = QStringLiteral("a");
    profile.host = QStringLiteral("h");
    profile.foreign.insert(QLatin1String("mysql"),
                           QJsonObject{{QStringLiteral("password"), QStringLiteral("hunter2")},
                                       {QStringLiteral("pass"), QStringLiteral("hunter2")},
                                       {QStringLiteral("password2"), QStringLiteral("hunter2")}});
    profile.foreign.insert(QLatin1String("heidisql"),
                           QJsonObject{{QStringLiteral("x"), QStringLiteral("hunter2")}});
    QList<Remark> remarks;
    QVERIFY(!format->write({{}, {profile}, {}}, remarks).contains("hunter2"));
}

QTEST_APPLESS_MAIN(FormatsOptionsTest)
#include "formatsoptionstest.moc"
