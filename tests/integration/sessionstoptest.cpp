// SPDX-License-Identifier: GPL-2.0-or-later
// What a stopped statement is said to have come to, and what becomes of its session.
#include "core/base/worker.h"
#include "core/sql/session.h"
#include "core/sql/sessionstate.h"
#include "tests/bench/delayrelay.h"
#include "tests/support/adminoptions.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/sessionvalues.h"
#include "tests/support/slowness.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <semaphore>

using namespace latchkey;
using namespace latchkey::sql;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server that has just carried out a statement with the comment "wait" when it is told to stop it.
class LateServer
{
public:
    std::uint16_t port() const { return m_server.port(); }
    bool isWaiting() const { return m_isWaiting; }

private:
    void serve(Conversation &client)
    {
        client.greet("8.0.36", "mysql_native_password");
        if (!client.answer())
            return;
        client.switchTo("mysql_native_password", Bytes("abcdefghijklmnopqrst\0", 21));
        if (!client.read())
            return;
        client.sendOk();
        while (const auto command = client.read()) {
            if (command->find("/* wait */") != Bytes::npos) {
                m_isWaiting = true;
                (void)m_killed.try_acquire_for(10s);
                client.sendOk();
            } else if (command->find("KILL QUERY") != Bytes::npos) {
                client.sendOk();
                m_killed.release();
            } else {
                client.answerStatement(*command);
            }
        }
    }

    std::atomic<bool> m_isWaiting = false;
    std::counting_semaphore<> m_killed{0};
    ScriptedServer m_server{[this](Conversation &client) { serve(client); }};
};

const QString hourOfWriting = u"update mysql.stopped set value = value + 1 + sleep(3600)"_s;

} // namespace

class SessionStopTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<Session> opened(std::uint16_t port = 0, Session::Hooks hooks = {}) const
    {
        return openSession(adminOptions(m_sandbox, port), std::move(hooks));
    }
    /// Whether the server still runs something for that session.
    QByteArray running(quint64 connectionId) const
    {
        return rowOf(
            *m_other,
            u"select count(*) from information_schema.processlist where command = 'Query' and id = %1"_s.arg(
                connectionId));
    }
    QByteArray value() const { return rowOf(*m_other, u"select value from mysql.stopped"_s); }
    Sandbox m_sandbox;
    std::uint16_t m_port = 0;
    std::shared_ptr<Session> m_other;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_port = m_sandbox.server(u"writer"_s).port;
        m_other = opened();
        QVERIFY(m_other);
        QCOMPARE(rowOf(*m_other, u"create table mysql.stopped (value int) engine = InnoDB"_s), QByteArray());
        QCOMPARE(rowOf(*m_other, u"insert into mysql.stopped values (7)"_s), QByteArray());
    }
    void cleanupTestCase()
    {
        m_other.reset();
        QVERIFY(Worker::waitForAll(20s));
    }

    void aStoppedWriteIsUndoneAndSaysSo()
    {
        const auto session = opened();
        QVERIFY(session);
        std::stop_source stop;
        auto answer = session->run(hourOfWriting, {}, {}, stop.get_token());
        QTRY_COMPARE(running(session->info().connectionId), QByteArray("1"));
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        const auto result = answer.result();
        QVERIFY2(timer.elapsed() < 1000 * slowness, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(codeOf(result), u"Cancelled"_s);
        QVERIFY2(result.error().message.contains(u"undone"_s), qPrintable(result.error().message));
        QCOMPARE(value(), QByteArray("7"));
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("1"));
    }

    void whatWasFasterThanItsStopIsASuccess_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *statement : {"insert into t values (1)", "commit", "rollback", "start transaction",
                                      "unlock tables", "set autocommit = 1", "select stored_function(1)"})
            QTest::newRow(statement) << QString::fromLatin1(statement) + u" /* wait */"_s;
    }

    void whatWasFasterThanItsStopIsASuccess()
    {
        QFETCH(const QString, statement);
        LateServer server;
        auto options = adminOptions(m_sandbox, server.port());
        options.host = u"127.0.0.1"_s;
        options.tls = TlsPolicy::Off;
        const auto session = openSession(options);
        QVERIFY(session);
        std::stop_source stop;
        auto answer = session->run(statement, {}, {}, stop.get_token());
        QTRY_VERIFY(server.isWaiting());
        stop.request_stop();
        QCOMPARE(codeOf(answer.result()), u"no error"_s);
        QVERIFY(session->isOpen());
    }

    void nobodyKnowsWhatAWriteDidWhoseServerFellSilent()
    {
        DelayRelay relay(m_port, 0ms);
        const auto session = opened(relay.port());
        QVERIFY(session);
        std::stop_source stop;
        auto answer = session->run(hourOfWriting, {}, {}, stop.get_token());
        QTRY_COMPARE(running(session->info().connectionId), QByteArray("1"));
        relay.goSilent();
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        const auto result = answer.result();
        QCOMPARE(codeOf(result), u"SessionLost"_s);
        QVERIFY2(timer.elapsed() < 2000 * slowness, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(result.error().message.contains(u"not known"_s), qPrintable(result.error().message));
        QCOMPARE(rowOf(*m_other, u"kill %1"_s.arg(session->info().connectionId)), QByteArray());
        QTRY_COMPARE(running(session->info().connectionId), QByteArray("0"));
        QCOMPARE(value(), QByteArray("7"));
    }

    // A second login takes longer than the second that the server is given.
    void aWriteThatIsCutOffIsStillStopped()
    {
        DelayRelay relay(m_port, 500ms);
        ConnectOptions options = adminOptions(m_sandbox, relay.port());
        options.stopPatience = 1s;
        const auto session = openSession(options);
        QVERIFY(session);
        std::stop_source stop;
        auto answer = session->run(hourOfWriting, {}, {}, stop.get_token());
        QTRY_COMPARE(running(session->info().connectionId), QByteArray("1"));
        stop.request_stop();
        QCOMPARE(codeOf(answer.result()), u"SessionLost"_s);
        QTRY_COMPARE_WITH_TIMEOUT(running(session->info().connectionId), QByteArray("0"), 10'000 * slowness);
        QCOMPARE(value(), QByteArray("7"));
    }

    void theEndOfASessionIsToldAlsoAfterAStopWasAnswered()
    {
        DelayRelay relay(m_port, 0ms);
        std::atomic<int> ends = 0;
        Session::Hooks hooks;
        hooks.onEnd = [&](const Error &) { ++ends; };
        const auto session = opened(relay.port(), hooks);
        QVERIFY(session);
        std::stop_source stop;
        auto answer = session->run(u"select sleep(3600)"_s, {}, {}, stop.get_token());
        QTRY_COMPARE(running(session->info().connectionId), QByteArray("1"));
        relay.goSilent();
        stop.request_stop();
        QCOMPARE(codeOf(answer.result()), u"Cancelled"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ends.load(), 1, 5000 * slowness);
        QVERIFY(!session->isOpen());
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("SessionLost"));
        QCOMPARE(ends.load(), 1);
    }

    // Where no second login is possible, the rows beyond a limit cannot be called off.
    void whoWaitsForRowsThatNobodyWantsCanStopThat()
    {
        QCOMPARE(rowOf(*m_other, u"create user lonely identified by 'lonely' with max_user_connections 1"_s),
                 QByteArray());
        QCOMPARE(rowOf(*m_other, u"grant select on mysql.* to lonely"_s), QByteArray());
        auto options = adminOptions(m_sandbox);
        options.user = u"lonely"_s;
        options.password = std::make_shared<Secret>("lonely");
        std::atomic<int> ends = 0;
        Session::Hooks hooks;
        hooks.onEnd = [&](const Error &) { ++ends; };
        const auto session = openSession(options, hooks);
        QVERIFY(session);
        QCOMPARE(rowOf(*session, u"start transaction"_s), QByteArray()); // which is not given up for the rows
        const auto first = session->run(u"select seq from mysql.seq_1_to_1000000000"_s, {}, {10}).result();
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
        QVERIFY(first->truncated);
        std::stop_source stop;
        auto next = session->run(u"select 1"_s, {}, {}, stop.get_token());
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(codeOf(next.result()), u"Cancelled"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ends.load(), 1, 20'000 * slowness);
        QVERIFY(!session->isOpen());
        QCOMPARE(rowOf(*m_other, u"drop user lonely"_s), QByteArray());
    }

    void aServerIsKnownAgain()
    {
        const auto session = opened();
        const auto elsewhere = opened(m_sandbox.server(u"reader"_s).port);
        QVERIFY(session && elsewhere);
        QVERIFY(session->sharesServerWith(*m_other));
        QVERIFY(!session->sharesServerWith(*elsewhere));
    }

    void textsStayUnicodeWhateverIsChosen()
    {
        const auto session = opened();
        QVERIFY(session);
        const auto chosen = session->run(u"set names latin1"_s, {}).result();
        QVERIFY(chosen);
        QVERIFY(chosen->keptUnicode);
        QVERIFY(!unicodeKept().isEmpty());
        QCOMPARE(rowOf(*session, u"select 'é', hex(convert('é' using utf8mb4))"_s), QByteArray("é C3A9"));
        const auto fine = session->run(u"set names utf8mb4"_s, {}).result();
        QVERIFY(fine);
        QVERIFY(!fine->keptUnicode);
    }

    // Each setting back would be a statement between the person's own.
    void unicodeIsSetBackOnlyOnce()
    {
        const auto session = opened();
        QVERIFY(session);
        QVERIFY(session->run(u"set names latin1"_s, {}).result());
        for (const QString &sql : {u"create temporary table mysql.kept (a int) engine = InnoDB"_s,
                                   u"insert into mysql.kept values (1), (2), (3)"_s}) {
            const auto done = session->run(sql, {}).result();
            QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
            QVERIFY2(!done->keptUnicode, qPrintable(sql));
        }
        QCOMPARE(rowOf(*session, u"select row_count()"_s), QByteArray("3"));
        const auto warned = session->run(u"select cast('x' as signed)"_s, {}).result();
        QVERIFY(warned);
        QVERIFY(!warned->keptUnicode);
        QVERIFY(rowOf(*session, u"show warnings"_s).startsWith("Warning"));
        QCOMPARE(rowOf(*session, u"select 'é', hex(convert('é' using utf8mb4))"_s), QByteArray("é C3A9"));
    }
};

QTEST_GUILESS_MAIN(SessionStopTest)
#include "sessionstoptest.moc"
