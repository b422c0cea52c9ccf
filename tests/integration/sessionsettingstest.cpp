// SPDX-License-Identifier: GPL-2.0-or-later
// What a profile says of a session: the server's certificates and ours, what the session begins with, how long it waits.
#include "app/sandbox/certificates.h"
#include "core/base/worker.h"
#include "core/sql/sessionsetup.h"
#include "tests/integration/tlsserver.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/sessionvalues.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <semaphore>

using namespace latchkey;
using namespace latchkey::sql;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(latchkey::SessionSetup)
Q_DECLARE_METATYPE(latchkey::TlsVersion)
Q_DECLARE_METATYPE(latchkey::TlsFiles)

namespace {

using Opened = Result<std::shared_ptr<Session>>;

/// What a session said when it ended by itself.
class Ending
{
public:
    Session::Hooks hooks()
    {
        Session::Hooks hooks;
        hooks.onEnd = [this](const Error &why) {
            m_why = why;
            m_count.release();
        };
        return hooks;
    }
    std::optional<Error> within(std::chrono::seconds limit)
    {
        return m_count.try_acquire_for(limit) ? std::optional(m_why) : std::nullopt;
    }

private:
    Error m_why;
    std::counting_semaphore<> m_count{0};
};

} // namespace

class SessionSettingsTest : public QObject
{
    Q_OBJECT

    ConnectOptions options() const
    {
        ConnectOptions options;
        options.host = m_server.host;
        options.port = m_server.port;
        options.user = m_admin.user;
        options.authentication = Authentication::Password;
        options.password = std::make_shared<Secret>(m_admin.password.toStdString());
        options.tlsFiles.authorities = m_sandbox.description().caFile;
        return options;
    }

    std::shared_ptr<Session> opened(const ConnectOptions &options, Session::Hooks hooks = {}) const
    {
        Opened session = Session::open(options, std::move(hooks)).result();
        if (!session) {
            qWarning().noquote() << session.error().message << session.error().detail;
            return nullptr;
        }
        return *session;
    }

    ConnectOptions optionsFor(const TlsServer &server) const
    {
        ConnectOptions options = this->options();
        options.host = u"127.0.0.1"_s;
        options.port = server.port();
        options.tlsFiles.authorities = m_folder.filePath(u"ca.pem"_s);
        return options;
    }

    QString processesWith(quint64 id) const
    {
        return u"select count(*) from information_schema.processlist where id = %1"_s.arg(id);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_server = m_sandbox.server(u"writer"_s);
        m_admin = m_sandbox.description().admin;
        QVERIFY(m_folder.isValid());
        auto authority = sandbox::Authority::make(u"Test authority"_s);
        QVERIFY(authority && authority->writeCertificate(m_folder.filePath(u"ca.pem"_s)));
        const sandbox::CertificatePlan plan{u"server"_s, {u"127.0.0.1"_s}, -48h, 48h};
        for (const QString &name : {u"one"_s, u"other"_s})
            QVERIFY(authority->issue(plan, m_folder.filePath(name + u".pem"_s),
                                     m_folder.filePath(name + u".key"_s)));
    }

    void cleanupTestCase() { QVERIFY(Worker::waitForAll(30s)); }

    // TLS

    void aClientCertificateOpensAnAccountThatNeedsOne()
    {
        QVERIFY(m_sandbox.execute(
            u"writer"_s, "create user certified@'%' identified by 'a password of the test' require x509"));
        ConnectOptions certified = options();
        certified.user = u"certified"_s;
        certified.password = std::make_shared<Secret>("a password of the test");
        QCOMPARE(codeOf(Session::open(certified, {}).result()), u"ServerDenied"_s);
        certified.tlsFiles.certificate = m_sandbox.folder() + u"/writer/cert.pem"_s;
        certified.tlsFiles.key = m_sandbox.folder() + u"/writer/key.pem"_s;
        const auto session = opened(certified);
        QVERIFY(session);
        QCOMPARE(rowOf(*session, u"select current_user()"_s), QByteArray("certified@%"));
        QVERIFY(m_sandbox.execute(u"writer"_s, "drop user certified@'%'"));
    }

    void aClientFileThatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<TlsFiles>("files");
        QTest::addColumn<QString>("named");
        const QString good = m_folder.filePath(u"one.pem"_s);
        QTest::newRow("certificate") << TlsFiles{{}, u"/nonexistent/c.pem"_s, good}
                                     << u"/nonexistent/c.pem"_s;
        QTest::newRow("key") << TlsFiles{{}, good, u"/nonexistent/k.pem"_s} << u"/nonexistent/k.pem"_s;
        QTest::newRow("folder") << TlsFiles{{}, m_folder.path(), good} << m_folder.path();
    }
    void aClientFileThatCannotBeReadIsNamed()
    {
        QFETCH(TlsFiles, files);
        QFETCH(QString, named);
        ConnectOptions wrong = options();
        wrong.tlsFiles.certificate = files.certificate;
        wrong.tlsFiles.key = files.key;
        const auto result = Session::open(wrong, {}).result();
        QCOMPARE(codeOf(result), u"FileInaccessible"_s);
        QVERIFY(result.error().message.contains(named));
    }

    void aKeyOfAnotherCertificateIsSaidToBe()
    {
        ConnectOptions wrong = options();
        wrong.tlsFiles.certificate = m_folder.filePath(u"one.pem"_s);
        wrong.tlsFiles.key = m_folder.filePath(u"other.key"_s);
        const auto result = Session::open(wrong, {}).result();
        QCOMPARE(codeOf(result), u"TlsUntrusted"_s);
        QVERIFY2(result.error().message.contains(wrong.tlsFiles.certificate),
                 qPrintable(result.error().message));
    }

    void aServerWithOldTlsIsAcceptedAsTheProfileSays_data()
    {
        QTest::addColumn<TlsVersion>("minimum");
        QTest::addColumn<QString>("code");
        // The server denies everybody once it has got through TLS.
        QTest::newRow("any") << TlsVersion::Any << u"ServerDenied"_s;
        QTest::newRow("1.2") << TlsVersion::Tls12 << u"ServerDenied"_s;
        QTest::newRow("1.3") << TlsVersion::Tls13 << u"TlsMissing"_s;
    }
    void aServerWithOldTlsIsAcceptedAsTheProfileSays()
    {
        QFETCH(TlsVersion, minimum);
        QFETCH(QString, code);
        const TlsServer server(m_folder.filePath(u"one.pem"_s), m_folder.filePath(u"one.key"_s),
                               TlsServer::deny, QSsl::TlsV1_2);
        ConnectOptions wanted = optionsFor(server);
        wanted.minimumTls = minimum;
        const auto result = Session::open(wanted, {}).result();
        QCOMPARE(codeOf(result), code);
        QCOMPARE(server.sawLogin(), code == u"ServerDenied");
        QVERIFY2(code == u"ServerDenied" || result.error().message.contains(u"1.3"),
                 qPrintable(result.error().message));
    }

    void theNewestTlsIsUsedWhateverIsDemanded()
    {
        for (const TlsVersion minimum : {TlsVersion::Any, TlsVersion::Tls12, TlsVersion::Tls13}) {
            ConnectOptions wanted = options();
            wanted.minimumTls = minimum;
            const auto session = opened(wanted);
            QVERIFY(session);
            QCOMPARE(session->info().tlsVersion, u"TLSv1.3"_s);
        }
    }

    // What a session begins with

    void theServersDefaultsAreKept()
    {
        QVERIFY(
            m_sandbox.execute(u"reader"_s, "set global tx_isolation='READ-COMMITTED', global autocommit=0"));
        ConnectOptions reader = options();
        reader.port = m_sandbox.server(u"reader"_s).port;
        const auto session = opened(reader);
        QVERIFY(session);
        QCOMPARE(rowOf(*session, u"select @@tx_isolation, @@autocommit"_s), QByteArray("READ-COMMITTED 0"));
        QVERIFY(m_sandbox.execute(u"reader"_s, "set global tx_isolation=DEFAULT, global autocommit=1"));
    }

    void mySqlIsSpokenToInItsOwnWords()
    {
        ScriptedServer mySql([](Conversation &conversation) {
            conversation.greet("8.0.36");
            conversation.answer();
            conversation.switchTo("mysql_native_password", Bytes("abcdefghijklmnopqrst\0", 21));
            conversation.read();
            conversation.sendOk();
            while (const auto command = conversation.read())
                conversation.sendOk();
        });
        ConnectOptions wanted = options();
        wanted.host = u"127.0.0.1"_s;
        wanted.port = mySql.port();
        wanted.tls = TlsPolicy::Off;
        (void)Session::open(wanted, {}).result();
        const Bytes sent = mySql.received();
        QVERIFY(sent.find("SET SESSION transaction_isolation=DEFAULT") != Bytes::npos);
        QVERIFY(sent.find("SET SESSION autocommit=DEFAULT") != Bytes::npos);
        QVERIFY(sent.find("REPEATABLE READ") == Bytes::npos);
    }

    void whatIsSetForASessionTakesOneRoundTrip()
    {
        ConnectOptions wanted = options();
        wanted.session.characterSet = u"latin1"_s;
        wanted.session.timeZone = u"+03:00"_s;
        wanted.session.variables = {{u"sql_mode"_s, u"ANSI_QUOTES"_s}, {u"lock_wait_timeout"_s, u"7"_s}};
        wanted.readOnly = true;
        const auto session = opened(wanted);
        QVERIFY(session);
        const auto questions = rowOf(*session, u"show session status like 'Questions'"_s);
        QCOMPARE(questions, QByteArray("Questions 5")); // Connector/C++’s three, ours, and this one
        QCOMPARE(rowOf(*session, u"select @@character_set_connection, @@character_set_client, @@time_zone, "
                                 "@@sql_mode, @@lock_wait_timeout, @@tx_read_only"_s),
                 QByteArray("latin1 utf8mb4 +03:00 ANSI_QUOTES 7 1"));
        QCOMPARE(rowOf(*session, u"select '€ä'"_s), QByteArray("€ä"));
    }

    void statementsRunInTheirOrderAndTheirRowsAreDropped()
    {
        ConnectOptions wanted = options();
        wanted.session.statements = {u"set @trail = 'a'"_s, u"select seq from mysql.seq_1_to_3000"_s,
                                     u"set @trail = concat(@trail, 'b')"_s,
                                     u"set session transaction read write"_s};
        wanted.readOnly = true;
        const auto session = opened(wanted);
        QVERIFY(session);
        QCOMPARE(rowOf(*session, u"select @trail, @@tx_read_only"_s), QByteArray("ab 1"));
    }

    void aTextStaysATextWhateverIsInIt_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("quote") << u"a'b"_s;
        QTest::newRow("quotes") << u"''"_s;
        QTest::newRow("statement") << u"x', @@session.sql_mode='ANSI"_s;
        QTest::newRow("backslash") << u"a\\b"_s;
        QTest::newRow("backslash at the end") << u"a\\"_s;
        QTest::newRow("backslash and quote") << u"\\', @@session.sql_mode='ANSI"_s;
        QTest::newRow("lines") << u"a\nb\r\tc"_s;
        QTest::newRow("other letters") << u"€ä😀"_s;
        QTest::newRow("nearly a number") << u"1 or 1"_s;
        QTest::newRow("number in two lines") << u"1\n2"_s;
    }
    void aTextStaysATextWhateverIsInIt()
    {
        QFETCH(QString, value);
        for (const QString &mode : {u""_s, u"NO_BACKSLASH_ESCAPES"_s, u"ANSI_QUOTES"_s}) {
            ConnectOptions wanted = options();
            wanted.session.variables = {{u"sql_mode"_s, mode}};
            const auto session = opened(wanted);
            QVERIFY(session);
            QCOMPARE(rowOf(*session, u"select "_s + sqlValue(value)), value.toUtf8());
        }
    }

    void whatTheServerRefusesIsNamed_data()
    {
        QTest::addColumn<SessionSetup>("setup");
        QTest::addColumn<QString>("named");
        const auto variable = [](const QString &name, const QString &value) {
            SessionSetup setup;
            setup.variables = {{u"lock_wait_timeout"_s, u"7"_s}, {name, value}};
            return setup;
        };
        QTest::newRow("character set") << SessionSetup{u"klingon"_s, {}, {}, {}} << u"klingon"_s;
        QTest::newRow("time zone") << SessionSetup{u"latin1"_s, u"Mars/Olympus"_s, {}, {}}
                                   << u"Mars/Olympus"_s;
        QTest::newRow("unknown variable") << variable(u"no_such_thing"_s, u"1"_s) << u"no_such_thing"_s;
        QTest::newRow("bad value") << variable(u"sql_mode"_s, u"MAD"_s) << u"sql_mode"_s;
        QTest::newRow("global variable") << variable(u"max_connections"_s, u"5"_s) << u"max_connections"_s;
        QTest::newRow("value with a quote")
            << variable(u"lc_time_names"_s, u"en_US', @@session.sql_mode='ANSI"_s) << u"lc_time_names"_s;
        QTest::newRow("statement") << SessionSetup{{}, {}, {}, {u"select 1"_s, u"selct 2"_s}} << u"selct 2"_s;
    }
    void whatTheServerRefusesIsNamed()
    {
        QFETCH(SessionSetup, setup);
        QFETCH(QString, named);
        ConnectOptions wrong = options();
        wrong.session = setup;
        const auto result = Session::open(wrong, {}).result();
        QCOMPARE(codeOf(result), u"StatementFailed"_s);
        QVERIFY2(result.error().message.contains(named), qPrintable(result.error().message));
        QVERIFY(!result.error().message.contains(u"lock_wait_timeout"));
        QVERIFY(!result.error().detail.isEmpty());
    }

    void aSessionsKillIsNotDelayedByWhatItBeginsWith()
    {
        ConnectOptions slow = options();
        slow.session.statements = {u"do sleep(2)"_s};
        const auto session = opened(slow);
        const auto other = opened(options());
        QVERIFY(session && other);
        std::stop_source stop;
        const auto sleeping = session->run(u"select sleep(100)"_s, {}, {}, stop.get_token());
        QTRY_COMPARE(
            rowOf(*other, processesWith(session->info().connectionId) + u" and info like '%sleep(100)'"_s),
            QByteArray("1"));
        stop.request_stop();
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("1")); // killed, not cut off after a second
    }

    // How long it waits

    void aServerThatDoesNotAnswerInTimeEndsTheSession()
    {
        ConnectOptions impatient = options();
        impatient.timeouts.answer = 1s;
        const auto session = opened(impatient);
        const auto other = opened(options());
        QVERIFY(session && other);
        QElapsedTimer timer;
        timer.start();
        const auto result = session->run(u"select sleep(100)"_s, {}).result();
        QCOMPARE(codeOf(result), u"SessionLost"_s);
        QVERIFY2(timer.elapsed() >= 1000 && timer.elapsed() < 4000,
                 qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(result.error().message.contains(u'1'), qPrintable(result.error().message));
        QVERIFY(!session->isOpen());
        QTRY_COMPARE(rowOf(*other, processesWith(session->info().connectionId)), QByteArray("0"));
        QCOMPARE(session->run(u"select 1"_s, {}).result().error(), result.error());
    }

    void rowsThatStopComingEndTheSessionToo()
    {
        ConnectOptions impatient = options();
        impatient.timeouts.answer = 1s;
        const auto session = opened(impatient);
        QVERIFY(session);
        quint64 rows = 0;
        RowSink sink;
        sink.rows = [&](const RowBatch &batch) { rows += static_cast<quint64>(batch.rows()); };
        const auto result =
            session
                ->run(u"select repeat('x', 1000), if(seq = 1000, sleep(100), 0) from mysql.seq_1_to_2000"_s,
                      sink)
                .result();
        QCOMPARE(codeOf(result), u"SessionLost"_s);
        QVERIFY(rows > 0);
        QVERIFY(!session->isOpen());
    }

    void aReaderWhoTakesTimeIsNotTheServersFault()
    {
        ConnectOptions impatient = options();
        impatient.timeouts.answer = 1s;
        const auto session = opened(impatient);
        QVERIFY(session);
        std::binary_semaphore goOn{0};
        bool isFirst = true;
        RowSink sink;
        sink.rows = [&](const RowBatch &) {
            if (std::exchange(isFirst, false))
                goOn.acquire();
        };
        const auto running = session->run(u"select seq from mysql.seq_1_to_3000"_s, sink);
        callAfter(1500ms, [&goOn] { goOn.release(); });
        QCOMPARE(codeOf(running.result()), u"no error"_s);
        QVERIFY(session->isOpen());
    }

    void anIdleSessionIsClosedAndSaysSo()
    {
        Ending ending;
        ConnectOptions brief = options();
        brief.timeouts.idleClose = 1s;
        const auto session = opened(brief, ending.hooks());
        const auto other = opened(options());
        QVERIFY(session && other);
        QCOMPARE(rowOf(*session, u"select sleep(1.5)"_s), QByteArray("0")); // not idle
        QVERIFY(session->isOpen());
        const auto why = ending.within(5s);
        QVERIFY(why);
        QCOMPARE(why->code, Error::Code::SessionLost);
        QVERIFY(!session->isOpen());
        QTRY_COMPARE(rowOf(*other, processesWith(session->info().connectionId)), QByteArray("0"));
        QCOMPARE(session->run(u"select 1"_s, {}).result().error(), *why);
    }

    void anIdleSessionAsksForASignOfLife()
    {
        const auto other = opened(options());
        QVERIFY(other);
        const auto pings = [&other] {
            return rowOf(*other, u"show global status like 'Com_admin_commands'"_s).split(' ').last().toInt();
        };
        const int before = pings();
        ConnectOptions alive = options();
        alive.timeouts.keepAlive = 1s;
        const auto session = opened(alive);
        QVERIFY(session);
        QTRY_VERIFY_WITH_TIMEOUT(pings() >= before + 2, 6000);
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("1"));
    }

    void aSessionThatDiedIsNoticedWithoutAStatement()
    {
        Ending ending;
        ConnectOptions alive = options();
        alive.timeouts.keepAlive = 1s;
        const auto session = opened(alive, ending.hooks());
        QVERIFY(session);
        QVERIFY(m_sandbox.execute(u"writer"_s, "kill " + QByteArray::number(session->info().connectionId)));
        const auto why = ending.within(5s);
        QVERIFY(why);
        QCOMPARE(why->code, Error::Code::SessionLost);
        QVERIFY(!session->isOpen());
    }

    void noLimitForConnectingIsNone()
    {
        ConnectOptions patient = options();
        patient.timeouts.connect = 0s;
        const auto session = opened(patient);
        QVERIFY(session);
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("1"));
    }

private:
    Sandbox m_sandbox;
    sandbox::ServerDescription m_server;
    sandbox::AccountDescription m_admin;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SessionSettingsTest)
#include "sessionsettingstest.moc"
