// SPDX-License-Identifier: GPL-2.0-or-later
// What a core dump would tell: nothing of a password, once it has been used.
#include "app/sandbox/certificates.h"
#include "app/sandbox/password.h"
#include "core/profile/profilestore.h"
#include "tests/integration/tlsserver.h"
#include "tests/support/coredump.h"
#include "tests/support/sandbox.h"

#include <QProcess>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

constexpr int patience = 20'000; // ms

// Principals
const QString marker = QStringLiteral("marker@CORP.EXAMPLE.COM");
const QString late = QStringLiteral("late@CORP.EXAMPLE.COM"); ///< the password has expired

// Profiles and their accounts, one for each way to give a password
const QString native = QStringLiteral("native");
const QString ed25519 = QStringLiteral("ed25519");
const QString sha2 = QStringLiteral("sha2");

/// Longer than what freed memory loses at its beginning.
QString longPassword()
{
    QByteArray password;
    for (int part = 0; part < 4; ++part)
        password += sandbox::randomPassword();
    return QString::fromLatin1(password);
}

/// A program that has read its password and goes on running.
class Running
{
public:
    Running(const QString &program, const QStringList &arguments, const QString &password)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments);
        m_process.write(password.toUtf8() + '\n');
    }
    ~Running()
    {
        m_process.closeWriteChannel();
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    bool waitFor(const QByteArray &text)
    {
        while (!m_output.contains(text) && m_process.waitForReadyRead(patience))
            m_output += m_process.readAll();
        return m_output.contains(text);
    }
    const QByteArray &output() const { return m_output; }
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

// Packets of MySQL's protocol

QByteArray okPacket()
{
    return QByteArray::fromHex("00 00 00 0200 0000");
}

void answerStatements(QSslSocket &client)
{
    for (QByteArray command = TlsServer::read(client); !command.isEmpty();
         command = TlsServer::read(client)) {
        if (!command.contains("SHOW")) {
            TlsServer::send(client, 1, okPacket());
            continue;
        }
        const QByteArray column =
            QByteArray::fromHex("03 646566 00 00 00 01 61 00 0c 2d00 00010000 fd 0000 00 0000");
        const QByteArray end = QByteArray::fromHex("fe 0000 0200");
        int sequence = 0;
        for (const QByteArray &packet :
             {QByteArray::fromHex("02"), column, column, end, QByteArray::fromHex("01 61 01 30"), end})
            TlsServer::send(client, ++sequence, packet);
    }
}

/// Has the client give the password itself, as MySQL does when it does not know the user yet.
QByteArray demandPassword(QSslSocket &client)
{
    TlsServer::read(client);
    TlsServer::send(
        client, 3, '\xFE' + QByteArray("caching_sha2_password", 22) + QByteArray("abcdefghijklmnopqrst", 21));
    TlsServer::read(client);
    TlsServer::send(client, 5, QByteArray::fromHex("01 04")); // AuthMoreData: full authentication
    return TlsServer::read(client);
}

} // namespace

class SecretDumpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aKeptPasswordWouldBeFound();
    void signingInLeavesNothing_data();
    void signingInLeavesNothing();
    void aLoginWithAPasswordLeavesNothing_data();
    void aLoginWithAPasswordLeavesNothing();
    void theCommandLineKeepsNothingAfterSigningIn();
    void theCommandLineKeepsNothingDuringASession();

private:
    void addAccounts();
    void addProfiles();
    bool put(const QString &name, const QString &account, std::uint16_t port, const QString &caFile);
    /// Runs stayingclient, and looks for the password in its memory once it has said `outcome`.
    void look(const QStringList &arguments, const QString &password, const QByteArray &outcome);

    Sandbox m_sandbox;
    QTemporaryDir m_folder;
    QString m_password = longPassword();
    std::unique_ptr<TlsServer> m_sha2Server;
    bool m_hasEd25519 = false;
};

#define VERIFY_DUMPED(dump)                                                                                  \
    if ((dump).isForbidden())                                                                                \
        QSKIP("gdb may not look at other processes here");                                                   \
    QVERIFY2((dump).isThere(), (dump).output().constData())

void SecretDumpTest::initTestCase()
{
#ifdef LATCHKEY_SANITIZED
    QSKIP("sanitizers keep freed memory");
#endif
    if (QStandardPaths::findExecutable(u"gdb"_qs).isEmpty())
        QSKIP("gdb is not installed");
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    addAccounts();
    addProfiles();
}

void SecretDumpTest::addAccounts()
{
    const QByteArray password = m_password.toUtf8();
    QVERIFY(m_sandbox.administer(m_sandbox.description().usersRealm,
                                 "addprinc -pw " + password
                                     + " marker\n"
                                       "addprinc -pwexpire \"2020-01-01 00:00:00\" -pw "
                                     + password + " late\n"));
    QVERIFY(m_sandbox.execute(u"writer"_qs, "CREATE USER native IDENTIFIED BY '" + password + "'"));
    // A file that the sandbox does not load by itself.
    QFile::link(u"/usr/lib/mysql/plugin/auth_ed25519.so"_qs,
                m_sandbox.folder() + u"/plugins/auth_ed25519.so"_qs);
    m_hasEd25519 = m_sandbox.execute(
        u"writer"_qs, "INSTALL SONAME 'auth_ed25519'; CREATE USER ed25519 IDENTIFIED VIA ed25519 "
                      "USING PASSWORD('"
                          + password + "')");
}

bool SecretDumpTest::put(const QString &name, const QString &account, std::uint16_t port,
                         const QString &caFile)
{
    Profile profile;
    profile.name = name;
    profile.host = u"127.0.0.1"_qs;
    profile.port = port;
    profile.authentication = Authentication::Password;
    profile.account = account;
    profile.tlsFiles.authorities = caFile;
    ProfileStore profiles(defaultProfileFile());
    return bool(profiles.put(profile).result());
}

void SecretDumpTest::addProfiles()
{
    const std::uint16_t writer = m_sandbox.server(u"writer"_qs).port;
    const QString certificate = m_folder.filePath(u"server.pem"_qs),
                  key = m_folder.filePath(u"server.key"_qs), ca = m_folder.filePath(u"ca.pem"_qs);
    const auto authority = sandbox::Authority::make(u"Test authority"_qs);
    QVERIFY(authority && authority->writeCertificate(ca)
            && authority->issue({u"server"_qs, {u"127.0.0.1"_qs}}, certificate, key));
    m_sha2Server =
        std::make_unique<TlsServer>(certificate, key, [right = m_password.toUtf8()](QSslSocket &client) {
            if (demandPassword(client) != right + '\0')
                return TlsServer::deny(client);
            TlsServer::send(client, 7, okPacket());
            answerStatements(client);
        });
    QVERIFY(put(native, native, writer, m_sandbox.description().caFile));
    QVERIFY(put(ed25519, ed25519, writer, m_sandbox.description().caFile));
    QVERIFY(put(sha2, u"anybody"_qs, m_sha2Server->port(), ca));
}

void SecretDumpTest::look(const QStringList &arguments, const QString &password, const QByteArray &outcome)
{
    Running client(QStringLiteral(LATCHKEY_STAYING_CLIENT), arguments, password);
    QVERIFY2(client.waitFor("done"), client.output().constData());
    QVERIFY2(client.output().contains("done " + outcome + '\n'), client.output().constData());
    const auto dump = CoreDump::ofProcess(client.pid(), m_folder.path());
    VERIFY_DUMPED(dump);
    QVERIFY(dump.holds(arguments.last())); // such things can be found
    QCOMPARE(dump.partOf(password), QString());
}

void SecretDumpTest::aKeptPasswordWouldBeFound()
{
    Running client(QStringLiteral(LATCHKEY_STAYING_CLIENT), {u"keep"_qs}, m_password);
    QVERIFY2(client.waitFor("done"), client.output().constData());
    const auto dump = CoreDump::ofProcess(client.pid(), m_folder.path());
    VERIFY_DUMPED(dump);
    QVERIFY(dump.holds(m_password));
    QVERIFY(!dump.partOf(m_password).isEmpty());
}

void SecretDumpTest::signingInLeavesNothing_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("isRight");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("signed in") << u"sign-in"_qs << marker << true << QByteArray();
    QTest::newRow("a wrong password") << u"sign-in"_qs << marker << false << QByteArray("BadPassword");
    QTest::newRow("an expired password") << u"sign-in"_qs << late << true << QByteArray("PasswordExpired");
    QTest::newRow("signed in, asked") << u"answer"_qs << marker << true << QByteArray();
    QTest::newRow("a wrong password, asked") << u"answer"_qs << marker << false << QByteArray("BadPassword");
    QTest::newRow("an expired password, asked and changed") << u"answer"_qs << late << true << QByteArray();
}

void SecretDumpTest::signingInLeavesNothing()
{
    QFETCH(QString, way);
    QFETCH(QString, user);
    QFETCH(bool, isRight);
    QFETCH(QByteArray, outcome);
    look({way, user}, isRight ? m_password : longPassword(), outcome);
}

void SecretDumpTest::aLoginWithAPasswordLeavesNothing_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("isRight");
    for (const QString &account : {native, ed25519, sha2}) {
        QTest::addRow("%s, logged in", qPrintable(account)) << account << true;
        QTest::addRow("%s, denied", qPrintable(account)) << account << false;
    }
}

void SecretDumpTest::aLoginWithAPasswordLeavesNothing()
{
    QFETCH(QString, account);
    QFETCH(bool, isRight);
    if (account == ed25519 && !m_hasEd25519)
        QSKIP("the server has no ed25519");
    look({u"connect"_qs, account}, isRight ? m_password : longPassword(), isRight ? "" : "ServerDenied");
}

void SecretDumpTest::theCommandLineKeepsNothingAfterSigningIn()
{
    const auto dump = CoreDump::atTheEnd(QStringLiteral(LATCHKEY_CLI_PROGRAM),
                                         {u"sign-in"_qs, marker, u"--password-stdin"_qs},
                                         m_password.toUtf8() + '\n', m_folder.path());
    VERIFY_DUMPED(dump);
    QVERIFY2(dump.output().contains("exit_group"), dump.output().constData());
    QVERIFY(dump.holds(marker));
    QCOMPARE(dump.partOf(m_password), QString());
    QCOMPARE(QProcess::execute(u"klist"_qs, {u"-s"_qs}), 0);
}

void SecretDumpTest::theCommandLineKeepsNothingDuringASession()
{
    Running query(
        QStringLiteral(LATCHKEY_CLI_PROGRAM),
        {u"query"_qs, native, u"--password-stdin"_qs, u"-e"_qs, u"select 'here'; select sleep(30)"_qs},
        m_password);
    QVERIFY2(query.waitFor("here\nhere\n"), query.output().constData());
    const auto dump = CoreDump::ofProcess(query.pid(), m_folder.path());
    VERIFY_DUMPED(dump);
    QVERIFY(dump.holds(u"select sleep(30)"_qs));
    QCOMPARE(dump.partOf(m_password), QString());
}

QTEST_GUILESS_MAIN(SecretDumpTest)
#include "secretdumptest.moc"
