// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/sandbox.h"
#include "tests/support/bareclient.h"
#include "tests/support/kdcdoubles.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

#include <cerrno>
#include <csignal>

#include <unistd.h>

using namespace latchkey;
using test::Sandbox;

namespace {

constexpr int limit = 60'000; ///< ms; the machine may be busy with other tests

struct Outcome
{
    int code = -1;
    QString output;
};

Outcome runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(limit) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromLocal8Bit(process.readAll())};
}

QString sandboxProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/latchkey-sandbox");
}

/// Dead, or a zombie that nobody has buried yet.
bool isGone(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = status.readAll();
    return text.isEmpty() || text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

QList<qint64> processesOf(const Sandbox &sandbox)
{
    QList<qint64> pids;
    for (const auto &kdc : sandbox.description().kdcs)
        pids.append(kdc.pid);
    for (const auto &server : sandbox.description().servers)
        pids.append(server.pid);
    return pids;
}

bool areGone(const QList<qint64> &pids)
{
    return std::all_of(pids.begin(), pids.end(), isGone);
}

} // namespace

class SandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sandboxJsonHasWhatIsPromised();
    void nobodyElseCanReadTheFolder();
    void theStateOfAPersonShowsAtSignIn_data();
    void theStateOfAPersonShowsAtSignIn();
    void anExpiredPasswordCanBeChanged();
    void anyClientOfTheProtocolLogsIn_data();
    void anyClientOfTheProtocolLogsIn();
    void aTicketOfSomebodyElseIsDenied();
    void garbageOfAnySizeIsDenied();
    void theServicePrincipalCanBeChanged();
    void aRotatedKeyIsUsedAtOnce();
    void theMariadbClientLogsInWithTheTicketAlone();
    void theWriterIsReplicatedToAReadOnlyReader();
    void theShopHasTheValuesProgramsGetWrong();
    void aSilentKdcCanStandIn();
    void nothingIsLeftAfterTheEnd();
    void noProcessSurvivesAKilledSandbox();
    void aCommandRunsInsideAndGivesItsExitCode_data();
    void aCommandRunsInsideAndGivesItsExitCode();
    void aPasswordCanBePipedIntoASignIn();
    void aSignalIsForwardedToTheCommand();
    void anOrdinaryUserCanRunIt();

private:
    QByteArray signIn(const QString &user);

    Sandbox m_sandbox;
};

void SandboxTest::initTestCase()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    qInfo("ready in %.1f s", double(timer.elapsed()) / 1000);
}

/// Signs in into a cache of its own, which becomes the default one.
QByteArray SandboxTest::signIn(const QString &user)
{
    const QByteArray cache =
        QFile::encodeName(QStringLiteral("FILE:%1/test-%2").arg(m_sandbox.folder(), user));
    qputenv("KRB5CCNAME", cache);
    const auto done = runProgram(QStringLiteral("kinit"), {m_sandbox.principal(user)},
                                 m_sandbox.password(user).toUtf8() + '\n');
    return done.code == 0 ? QByteArray() : done.output.toUtf8();
}

void SandboxTest::sandboxJsonHasWhatIsPromised()
{
    QFile file(qEnvironmentVariable("LATCHKEY_SANDBOX"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto &name : {"krb5Config", "caFile", "configDir"})
        QVERIFY2(QFile::exists(json[QLatin1String(name)].toString()), name);
    QCOMPARE(json[u"realms"][u"users"].toString(), QStringLiteral("CORP.EXAMPLE.COM"));
    QCOMPARE(json[u"realms"][u"service"].toString(), QStringLiteral("AWS.EXAMPLE.COM"));
    QCOMPARE(json[u"kdcs"].toArray().size(), 2);
    QCOMPARE(json[u"principals"].toArray().size(), 5);
    QCOMPARE(json[u"keytabs"][0][u"principal"].toString(), QStringLiteral("batch@CORP.EXAMPLE.COM"));
    QVERIFY(QFile::exists(json[u"keytabs"][0][u"file"].toString()));
    QStringList names;
    for (const QJsonValue server : json[u"servers"].toArray()) {
        names.append(server[u"name"].toString());
        QVERIFY(!isGone(server[u"pid"].toInteger()));
        QVERIFY(server[u"spn"].toString().startsWith(QStringLiteral("mysql/")));
        QVERIFY(server[u"accounts"].toArray().size() >= 5);
    }
    QCOMPARE(names, (QStringList{QStringLiteral("writer"), QStringLiteral("reader")}));
    QVERIFY(QFile::exists(qEnvironmentVariable("LATCHKEY_CONFIG_DIR") + QStringLiteral("/profiles.json")));
}

void SandboxTest::nobodyElseCanReadTheFolder()
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_sandbox.folder()) & others));
    QVERIFY(!(QFile::permissions(qEnvironmentVariable("LATCHKEY_SANDBOX")) & others));
}

void SandboxTest::theStateOfAPersonShowsAtSignIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("says");
    QTest::newRow("alice") << QStringLiteral("alice") << QString();
    QTest::newRow("bob") << QStringLiteral("bob") << QString();
    QTest::newRow("carol") << QStringLiteral("carol") << QString();
    QTest::newRow("dave") << QStringLiteral("dave") << QStringLiteral("Password expired");
    QTest::newRow("erin") << QStringLiteral("erin") << QStringLiteral("credentials have been revoked");
}

void SandboxTest::theStateOfAPersonShowsAtSignIn()
{
    QFETCH(QString, user);
    QFETCH(QString, says);
    const QString said = QString::fromUtf8(signIn(user));
    QVERIFY2(says.isEmpty() ? said.isEmpty() : said.contains(says), qPrintable(said));
}

void SandboxTest::anExpiredPasswordCanBeChanged()
{
    const QByteArray old = m_sandbox.password(QStringLiteral("dave")).toUtf8();
    const auto done = runProgram(QStringLiteral("kinit"), {QStringLiteral("dave@CORP.EXAMPLE.COM")},
                                 old + "\nfresh-" + old + "\nfresh-" + old + '\n');
    QVERIFY2(done.code == 0, qPrintable(done.output));
}

void SandboxTest::anyClientOfTheProtocolLogsIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("firstPlugin");
    QTest::addColumn<bool>("mutual");
    for (const char *user : {"alice", "carol"}) {
        for (const char *plugin : {"mysql_native_password", "authentication_kerberos_client"}) {
            for (const bool mutual : {false, true}) {
                QTest::addRow("%s, %s, %s", user, plugin, mutual ? "mutual" : "no flags")
                    << QString::fromLatin1(user) << QByteArray(plugin) << mutual;
            }
        }
    }
}

void SandboxTest::anyClientOfTheProtocolLogsIn()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, firstPlugin);
    QFETCH(bool, mutual);
    QCOMPARE(signIn(user), QByteArray());
    const auto server = m_sandbox.server(QStringLiteral("writer"));
    const auto result = test::logIn({server.port, user.toLatin1(), firstPlugin, mutual, {}});
    QVERIFY2(result.isLoggedIn(), qPrintable(result.problem));
    QCOMPARE(result.plugin, QByteArray("authentication_kerberos_client"));
    QCOMPARE(QString::fromLatin1(result.spn), server.spn);
    QCOMPARE(QString::fromLatin1(result.realm), m_sandbox.principal(user).section(QLatin1Char('@'), 1));
    QCOMPARE(result.replies.size(), mutual ? 2 : 1);
}

void SandboxTest::aTicketOfSomebodyElseIsDenied()
{
    QCOMPARE(signIn(QStringLiteral("alice")), QByteArray());
    const auto port = m_sandbox.server(QStringLiteral("writer")).port;
    for (const char *user : {"bob", "Alice", "carol", "nobody"}) {
        const auto result = test::logIn({port, user, "mysql_native_password", false, {}});
        QVERIFY2(!result.isLoggedIn(), user);
        QCOMPARE(result.errorNumber(), 1045);
    }
}

void SandboxTest::garbageOfAnySizeIsDenied()
{
    const auto port = m_sandbox.server(QStringLiteral("writer")).port;
    for (const int size : {1, 600, 65'535}) {
        const auto result =
            test::logIn({port, "alice", "mysql_native_password", false, QByteArray(size, '\x60')});
        QVERIFY(!result.isLoggedIn());
        QCOMPARE(result.errorNumber(), 1045);
    }
}

void SandboxTest::theServicePrincipalCanBeChanged()
{
    QCOMPARE(signIn(QStringLiteral("alice")), QByteArray());
    const auto server = m_sandbox.server(QStringLiteral("reader"));
    const QByteArray other = "mysql/writer.orders.sandbox@AWS.EXAMPLE.COM";
    QVERIFY(m_sandbox.execute(QStringLiteral("reader"),
                              "SET GLOBAL authentication_kerberos_service_principal = '" + other + "'"));
    const auto result = test::logIn({server.port, "alice", "mysql_native_password", true, {}});
    QCOMPARE(result.spn, other);
    QVERIFY(!result.isLoggedIn()); // the reader does not hold that key
    QVERIFY(
        m_sandbox.execute(QStringLiteral("reader"), "SET GLOBAL authentication_kerberos_service_principal = '"
                                                        + server.spn.toLatin1() + "'"));
    QVERIFY(test::logIn({server.port, "alice", "mysql_native_password", true, {}}).isLoggedIn());
}

void SandboxTest::aRotatedKeyIsUsedAtOnce()
{
    QCOMPARE(signIn(QStringLiteral("alice")), QByteArray());
    const auto server = m_sandbox.server(QStringLiteral("reader"));
    const test::BareLogin login{server.port, "alice", "mysql_native_password", true, {}};
    QVERIFY(test::logIn(login).isLoggedIn());
    const QByteArray keytab = QFile::encodeName(m_sandbox.folder() + QStringLiteral("/reader.keytab"));
    QVERIFY(QFile::remove(QFile::decodeName(keytab)));
    QVERIFY(m_sandbox.administer(QStringLiteral("AWS.EXAMPLE.COM"),
                                 "ktadd -k " + keytab + ' ' + server.spn.toLatin1() + '\n'));
    QCOMPARE(test::logIn(login).errorNumber(), 1045); // the ticket in the cache is for the old key
    QCOMPARE(signIn(QStringLiteral("alice")), QByteArray());
    QVERIFY(test::logIn(login).isLoggedIn());
}

void SandboxTest::theMariadbClientLogsInWithTheTicketAlone()
{
#ifdef LATCHKEY_SANITIZED
    QSKIP("a program without the sanitizer cannot load a plugin that has it");
#endif
    const QString plugins =
        QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/latchkey/plugin");
    if (!QFile::exists(plugins + QStringLiteral("/authentication_kerberos_client.so")))
        QSKIP("authentication_kerberos_client.so is not built");
    QCOMPARE(signIn(QStringLiteral("alice")), QByteArray());
    const auto server = m_sandbox.server(QStringLiteral("writer"));
    const auto done = runProgram(
        QStringLiteral("mariadb"),
        {QStringLiteral("--no-defaults"), QStringLiteral("--batch"), QStringLiteral("--skip-column-names"),
         QStringLiteral("--plugin-dir=") + plugins, QStringLiteral("--host=127.0.0.1"),
         QStringLiteral("--port=%1").arg(server.port), QStringLiteral("--user=alice"),
         QStringLiteral("--ssl-ca=") + m_sandbox.description().caFile,
         QStringLiteral("--ssl-verify-server-cert"), QStringLiteral("--execute=SELECT CURRENT_USER()")});
    QVERIFY2(done.code == 0, qPrintable(done.output));
    QCOMPARE(done.output.trimmed(), QStringLiteral("alice@%"));
}

void SandboxTest::theWriterIsReplicatedToAReadOnlyReader()
{
    QVERIFY(m_sandbox.execute(QStringLiteral("writer"),
                              "INSERT INTO shop.products (sku, name, category, labels, price) "
                              "VALUES ('NEW', 'replicated', 'tea', '', 1)"));
    QByteArray rows;
    QTRY_VERIFY_WITH_TIMEOUT(
        m_sandbox.execute(QStringLiteral("reader"), "SELECT name FROM shop.products WHERE sku = 'NEW'", &rows)
            && rows.trimmed() == "replicated",
        limit);
    QVERIFY(m_sandbox.execute(QStringLiteral("reader"), "SELECT @@read_only", &rows));
    QCOMPARE(rows.trimmed(), QByteArray("1"));
}

void SandboxTest::theShopHasTheValuesProgramsGetWrong()
{
    QByteArray rows;
    QVERIFY(m_sandbox.execute(
        QStringLiteral("writer"),
        "SELECT (SELECT COUNT(*) FROM shop.customers) + (SELECT COUNT(*) FROM shop.orders) + "
        "(SELECT COUNT(*) FROM shop.items) + (SELECT COUNT(*) FROM shop.products), "
        "(SELECT COUNT(*) FROM shop.orders WHERE delivered = 0) > 0, "
        "(SELECT COUNT(*) FROM shop.customers WHERE born IS NULL) > 0, "
        "(SELECT HEX(name) FROM shop.products WHERE id = 5) LIKE '%F09F8DB5%', "
        "(SELECT COUNT(*) FROM shop.orders WHERE total = 0), "
        "(SELECT COUNT(*) FROM shop.every_type)",
        &rows));
    const QList<QByteArray> values = rows.trimmed().split('\t');
    QVERIFY(values.at(0).toInt() >= 99'000);
    QCOMPARE(values.mid(1), (QList<QByteArray>{"1", "1", "1", "0", "6"}));
}

void SandboxTest::aSilentKdcCanStandIn()
{
    const test::SilentKdc silent;
    const QString config = m_sandbox.folder() + QStringLiteral("/silent.conf");
    const QString address = QStringLiteral("127.0.0.1:%1").arg(silent.port());
    QVERIFY(test::writeConfigWithKdcs(m_sandbox.description().krb5Config, QStringLiteral("CORP.EXAMPLE.COM"),
                                      {address}, config));
    QFile file(config);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("  kdc = "), 2);
    QVERIFY(text.contains("  kdc = " + address.toLatin1()));
}

void SandboxTest::nothingIsLeftAfterTheEnd()
{
    Sandbox other; // at the same time as the first
    const auto environment = qgetenv("KRB5_CONFIG");
    QVERIFY2(other.start(), qPrintable(other.problem()));
    QVERIFY(other.folder() != m_sandbox.folder());
    QVERIFY(other.server(QStringLiteral("writer")).port != m_sandbox.server(QStringLiteral("writer")).port);
    const auto pids = processesOf(other);
    other.stop();
    QVERIFY(!QDir(other.folder()).exists());
    QVERIFY(areGone(pids));
    QVERIFY(!areGone(processesOf(m_sandbox)));
    qputenv("KRB5_CONFIG", environment);
}

void SandboxTest::noProcessSurvivesAKilledSandbox()
{
    Sandbox killed;
    const auto environment = qgetenv("KRB5_CONFIG");
    QVERIFY2(killed.start(), qPrintable(killed.problem()));
    const auto pids = processesOf(killed);
    QCOMPARE(pids.size(), 4);
    kill(static_cast<pid_t>(killed.processId()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(areGone(pids), limit);
    QVERIFY(QDir(killed.folder()).exists());
    Sandbox next;
    QVERIFY2(next.start(Sandbox::Parts::RealmsOnly), qPrintable(next.problem()));
    QVERIFY(!QDir(killed.folder()).exists());
    qputenv("KRB5_CONFIG", environment);
}

void SandboxTest::aCommandRunsInsideAndGivesItsExitCode_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    const auto shell = [](const char *script) {
        return QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(script)};
    };
    QTest::newRow("its own code") << shell("exit 42") << 42;
    QTest::newRow("a signal") << shell("kill -9 $$") << 128 + SIGKILL;
    QTest::newRow("not found") << QStringList{QStringLiteral("no-such-program")} << 127;
    QTest::newRow("environment") << shell("test -s \"$KRB5_CONFIG\" && test -s \"$LATCHKEY_SANDBOX\" && "
                                          "test -d \"$LATCHKEY_CONFIG_DIR\" && test -n \"$KRB5CCNAME\"")
                                 << 0;
}

void SandboxTest::aCommandRunsInsideAndGivesItsExitCode()
{
    QFETCH(QStringList, command);
    QFETCH(int, code);
    const QStringList arguments{QStringLiteral("run"), QStringLiteral("--realms-only"), QStringLiteral("--")};
    const auto done = runProgram(sandboxProgram(), arguments + command);
    QVERIFY2(done.code == code, qPrintable(done.output));
    QCOMPARE(done.output.isEmpty(), code != 127);
}

void SandboxTest::aPasswordCanBePipedIntoASignIn()
{
    const auto done =
        runProgram(sandboxProgram(),
                   {QStringLiteral("run"), QStringLiteral("--realms-only"), QStringLiteral("--"),
                    QStringLiteral("sh"), QStringLiteral("-c"),
                    QStringLiteral("latchkey-sandbox password bob | kinit bob@CORP.EXAMPLE.COM && klist")});
    QVERIFY2(done.code == 0, qPrintable(done.output));
    QVERIFY2(done.output.contains(QStringLiteral("Default principal: bob@CORP.EXAMPLE.COM")),
             qPrintable(done.output));

    const auto unknown =
        runProgram(sandboxProgram(),
                   {QStringLiteral("run"), QStringLiteral("--realms-only"), QStringLiteral("--"),
                    QStringLiteral("latchkey-sandbox"), QStringLiteral("password"), QStringLiteral("x@Y")});
    QCOMPARE(unknown.code, 1);
}

void SandboxTest::aSignalIsForwardedToTheCommand()
{
    QProcess process;
    process.start(sandboxProgram(), {QStringLiteral("run"), QStringLiteral("--realms-only"),
                                     QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                                     QStringLiteral("trap 'exit 5' TERM; echo $LATCHKEY_SANDBOX; "
                                                    "while :; do sleep 0.1; done")});
    QVERIFY(process.waitForReadyRead(limit));
    const QString file = QString::fromLocal8Bit(process.readLine()).trimmed();
    QVERIFY(QFile::exists(file));
    process.terminate();
    QVERIFY(process.waitForFinished(limit));
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(!QFile::exists(file));
}

void SandboxTest::anOrdinaryUserCanRunIt()
{
    if (geteuid() != 0)
        QSKIP("this is an ordinary user already");
    const QStringList asNobody{QStringLiteral("--reuid=nobody"), QStringLiteral("--regid=nogroup"),
                               QStringLiteral("--clear-groups")};
    if (runProgram(QStringLiteral("setpriv"),
                   asNobody + QStringList{sandboxProgram(), QStringLiteral("--help")})
            .code
        != 0)
        QSKIP("setpriv is missing, or the user nobody cannot read the build");
    const auto done =
        runProgram(QStringLiteral("setpriv"),
                   asNobody
                       + QStringList{sandboxProgram(), QStringLiteral("run"), QStringLiteral("--"),
                                     QStringLiteral("id"), QStringLiteral("-un")});
    QVERIFY2(done.code == 0, qPrintable(done.output));
    QCOMPARE(done.output.trimmed(), QStringLiteral("nobody"));
}

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandboxtest.moc"
