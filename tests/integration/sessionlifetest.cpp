// SPDX-License-Identifier: GPL-2.0-or-later
// How a session stands, how its end is noticed, and how fast a statement is stopped.
#include "core/base/worker.h"
#include "core/sql/serverfacts.h"
#include "core/sql/session.h"
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

constexpr auto roundTrip = 40ms;

/// A server whose only statement that takes long is "select wait", and which refuses KILL as Amazon's do.
class KillRefusingServer
{
public:
    std::uint16_t port() const { return m_server.port(); }
    bool sawProcedure() const { return m_sawProcedure; }
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
            if (command->find("select wait") != Bytes::npos) {
                m_isWaiting = true;
                (void)m_killed.try_acquire_for(10s);
                client.sendError(1317, "70100", "Query execution was interrupted");
            } else if (command->find("KILL QUERY") != Bytes::npos) {
                client.sendError(1095, "HY000", "You are not owner of thread 1");
            } else if (command->find("CALL mysql.rds_kill_query(") != Bytes::npos) {
                m_sawProcedure = true;
                client.sendOk();
                m_killed.release();
            } else {
                client.answerStatement(*command);
            }
        }
    }

    std::atomic<bool> m_sawProcedure = false;
    std::atomic<bool> m_isWaiting = false;
    std::counting_semaphore<> m_killed{0};
    ScriptedServer m_server{[this](Conversation &client) { serve(client); }};
};

} // namespace

class SessionLifeTest : public QObject
{
    Q_OBJECT

    ConnectOptions options(std::uint16_t port = 0) const { return adminOptions(m_sandbox, port); }

    std::shared_ptr<Session> opened(const ConnectOptions &options, Session::Hooks hooks = {}) const
    {
        return openSession(options, std::move(hooks));
    }
    std::shared_ptr<Session> opened() const { return opened(options()); }

    /// Whether the session's statement runs on the server.
    bool isRunning(Session &asked, const Session &session) const
    {
        return rowOf(asked, u"select count(*) from information_schema.processlist where command = 'Query' "
                            "and id = %1"_s.arg(session.info().connectionId))
               == "1";
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_server = m_sandbox.server(u"writer"_s);
        m_admin = m_sandbox.description().admin;
    }
    void cleanupTestCase() { QVERIFY(Worker::waitForAll(20s)); }

    // How the session stands

    void eachAnswerTellsHowTheSessionStands()
    {
        const auto session = opened();
        QVERIFY(session);
        QCOMPARE(session->state(), SessionState());
        QCOMPARE(session->run(u"use mysql"_s, {}).result()->state.schema, u"mysql"_s);
        rowOf(*session, u"start transaction"_s);
        const auto selected = session->run(u"select 1"_s, {}).result();
        QVERIFY(selected->state.inTransaction);
        QCOMPARE(session->state(), selected->state);
        rowOf(*session, u"selct 1"_s);
        QVERIFY(session->state().inTransaction);
        rowOf(*session, u"rollback"_s);
        QVERIFY(!session->state().inTransaction);
        rowOf(*session, u"set autocommit = 0, time_zone = '+05:00', @mine = 1"_s);
        const SessionState state = session->state();
        QVERIFY(!state.autocommit);
        QCOMPARE(state.variables, (QMap<QString, QString>{{u"time_zone"_s, u"+05:00"_s}}));
        QVERIFY(state.use.userVariables);
    }

    void aDeadlockEndsTheTransactionThatLosesIt()
    {
        const auto one = opened();
        const auto other = opened();
        QVERIFY(one && other);
        for (const char *statement :
             {"create or replace table mysql.latchkey_lock (n int primary key) engine innodb",
              "insert into mysql.latchkey_lock values (1), (2)"})
            QCOMPARE(rowOf(*one, QString::fromLatin1(statement)), QByteArray());
        for (Session *session : {one.get(), other.get()})
            rowOf(*session, u"begin"_s);
        rowOf(*one, u"select * from mysql.latchkey_lock where n = 1 for update"_s);
        rowOf(*other, u"select * from mysql.latchkey_lock where n = 2 for update"_s);
        auto waiting = one->run(u"select * from mysql.latchkey_lock where n = 2 for update"_s, {});
        const auto second =
            other->run(u"select * from mysql.latchkey_lock where n = 1 for update"_s, {}).result();
        const auto first = waiting.result();
        QVERIFY(bool(first) != bool(second));
        QCOMPARE((first ? second : first).error().native, 1213);
        QVERIFY(!(first ? other : one)->state().inTransaction);
        QVERIFY((first ? one : other)->state().inTransaction);
        rowOf(*(first ? one : other), u"rollback"_s);
        rowOf(*one, u"drop table mysql.latchkey_lock"_s);
    }

    void aDefinitionThatFailsHasCommittedNevertheless()
    {
        const auto session = opened();
        QVERIFY(session);
        rowOf(*session, u"start transaction"_s);
        rowOf(*session, u"select count(*) from mysql.innodb_table_stats"_s);
        QVERIFY(!session->run(u"create table no_such_schema.t (a int)"_s, {}).result());
        QVERIFY(!session->state().inTransaction);
        QVERIFY2(rowOf(*session, u"show warnings"_s).contains("no_such_schema"), "its message is gone");

        rowOf(*session, u"set autocommit = 0"_s);
        rowOf(*session, u"select count(*) from mysql.innodb_table_stats for update"_s);
        QVERIFY(session->state().inTransaction);
        QVERIFY(!session->run(u"alter table mysql.innodb_table_stats drop no_such_column"_s, {}).result());
        QVERIFY(!session->state().inTransaction);
    }

    void aStatementThatFailsLeavesTheTransactionOpen()
    {
        const auto session = opened();
        QVERIFY(session);
        rowOf(*session, u"start transaction"_s);
        QVERIFY(!session->run(u"select no_such_column from mysql.db"_s, {}).result());
        QVERIFY(session->state().inTransaction);
        QVERIFY2(rowOf(*session, u"show warnings"_s).contains("no_such_column"), "its message is gone");
    }

    void whatASessionHadCanBeBroughtBack()
    {
        const auto before = opened();
        const auto fresh = opened();
        QVERIFY(before && fresh);
        rowOf(*before, u"use mysql"_s);
        rowOf(*before, u"set time_zone = '+05:00', autocommit = 0"_s);
        for (const QString &statement : restoringStatements(before->state(), fresh->state()))
            QCOMPARE(rowOf(*fresh, statement), QByteArray());
        QCOMPARE(rowOf(*fresh, u"select database(), @@time_zone, @@autocommit"_s),
                 QByteArray("mysql +05:00 0"));
        QCOMPARE(fresh->state(), before->state());
    }

    void theServersFactsAreTold()
    {
        const auto session = opened();
        QVERIFY(session);
        const auto facts = askServerFacts(*session).result();
        QCOMPARE(codeOf(facts), u"no error"_s);
        QVERIFY2(facts->currentUser.startsWith(m_admin.user + u'@'), qPrintable(facts->currentUser));
        QVERIFY(facts->user.startsWith(m_admin.user + u'@'));
        QCOMPARE(facts->isolation, u"REPEATABLE-READ"_s);
        QVERIFY(!facts->host.isEmpty());
        QVERIFY(!facts->timeZone.isEmpty());
        QCOMPARE(roleOf(*facts), ServerRole::Primary);
    }

    void aReplicaIsKnownByItsFacts()
    {
        ConnectOptions replica = options(m_sandbox.server(u"reader"_s).port);
        const auto session = opened(replica);
        QVERIFY(session);
        const auto facts = askServerFacts(*session).result();
        QCOMPARE(codeOf(facts), u"no error"_s);
        QCOMPARE(roleOf(*facts), ServerRole::Replica);
        QVERIFY(unexpectedRole(Endpoint::Writer, *facts));
        QVERIFY(!session->state().refusedWrite);
    }

    // How its end is noticed

    void anIdleSessionSaysAtOnceThatTheServerHasHungUp()
    {
        std::atomic<int> ends = 0;
        Session::Hooks hooks;
        hooks.onEnd = [&](const Error &why) { ends += why.code == Error::Code::SessionLost ? 1 : 100; };
        const auto session = opened(options(), hooks);
        const auto other = opened();
        QVERIFY(session && other);
        rowOf(*session, u"start transaction"_s);
        QElapsedTimer timer;
        timer.start();
        rowOf(*other, u"kill %1"_s.arg(session->info().connectionId));
        QTRY_COMPARE(ends.load(), 1);
        QVERIFY2(timer.elapsed() < 1000 * slowness, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!session->isOpen());
        QVERIFY(session->state().inTransaction); // as it was at the end
    }

    void aCheckOfALivingSessionDoesNothing()
    {
        std::atomic<int> ends = 0;
        Session::Hooks hooks;
        hooks.onEnd = [&](const Error &) { ++ends; };
        const auto session = opened(options(), hooks);
        QVERIFY(session);
        session->checkAlive();
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("1"));
        QCOMPARE(ends.load(), 0);
        QVERIFY(session->isOpen());
    }

    void aCheckNoticesASilentNetwork()
    {
        DelayRelay relay(m_server.port, 0ms);
        std::atomic<int> ends = 0;
        Session::Hooks hooks;
        hooks.onEnd = [&](const Error &) { ++ends; };
        const auto session = opened(options(relay.port()), hooks);
        QVERIFY(session);
        relay.goSilent();
        session->checkAlive();
        QTRY_COMPARE_WITH_TIMEOUT(ends.load(), 1, 6000 * slowness);
        QVERIFY(!session->isOpen());
    }

    // Stopping, at a round trip of 40 ms

    void aStatementOfAnHourIsStoppedAtOnce()
    {
        DelayRelay relay(m_server.port, roundTrip);
        const auto session = opened(options(relay.port()));
        const auto other = opened();
        QVERIFY(session && other);
        std::stop_source stop;
        auto future = session->run(u"select sleep(3600)"_s, {}, {}, stop.get_token());
        QTRY_VERIFY(isRunning(*other, *session));
        stopAndMeasure(*session, stop, future);
        QVERIFY(!isRunning(*other, *session));
    }

    void aStatementIsStoppedThroughTheSecondConnection()
    {
        DelayRelay relay(m_server.port, roundTrip);
        const auto session = opened(options(relay.port()));
        const auto second = opened(options(relay.port()));
        const auto other = opened();
        QVERIFY(session && second && other);
        session->stopThrough(*second);
        std::stop_source stop;
        auto future = session->run(u"select sleep(3600)"_s, {}, {}, stop.get_token());
        QTRY_VERIFY(isRunning(*other, *session));
        const QByteArray before = connectionsOf(*other);
        const qint64 usable = stopAndMeasure(*session, stop, future);
        constexpr qint64 ofServer =
            200; // that MariaDB lets pass if the one to be killed has its lock just then
        QVERIFY2(usable < 3 * roundTrip.count() + ofServer + 100 * slowness,
                 qPrintable(QString::number(usable)));
        QCOMPARE(connectionsOf(*other), before);
        QCOMPARE(rowOf(*second, u"select 2"_s), QByteArray("2"));
    }

    void aSecondConnectionThatIsOfNoUseIsNotWaitedFor_data()
    {
        QTest::addColumn<QString>("why");
        for (const char *why : {"busy", "closed", "of another server", "lost"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void aSecondConnectionThatIsOfNoUseIsNotWaitedFor()
    {
        QFETCH(QString, why);
        DelayRelay relay(m_server.port, 0ms);
        const auto session = opened();
        auto second = why == u"of another server" ? opened(options(relay.port())) : opened();
        const auto other = opened();
        QVERIFY(session && second && other);
        session->stopThrough(*second);
        std::stop_source stop;
        std::stop_source stopSecond;
        auto future = session->run(u"select sleep(3600)"_s, {}, {}, stop.get_token());
        QFuture<Result<StatementSummary>> busy;
        QTRY_VERIFY(isRunning(*other, *session));
        if (why == u"busy") {
            busy = second->run(u"select sleep(3600)"_s, {}, {}, stopSecond.get_token());
            QTRY_VERIFY(isRunning(*other, *second));
        } else if (why == u"closed") {
            second.reset();
        } else if (why == u"lost") {
            rowOf(*other, u"kill connection %1"_s.arg(second->info().connectionId));
            QTRY_VERIFY(!second->isOpen());
        }
        const QByteArray before = connectionsOf(*other);
        stopAndMeasure(*session, stop, future);
        QVERIFY(connectionsOf(*other).toInt() > before.toInt());
        stopSecond.request_stop();
    }

    void aSessionThatIsCutForWantOfASecondConnectionSaysWhyThereIsNone_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("reading") << u"select sleep(3600)"_s;
        QTest::newRow("writing") << u"do sleep(3600)"_s;
    }

    void aSessionThatIsCutForWantOfASecondConnectionSaysWhyThereIsNone()
    {
        QFETCH(QString, statement);
        const auto admin = opened();
        QVERIFY(admin);
        rowOf(*admin,
              u"create or replace user latchkey_lonely identified by 'x' with max_user_connections 1"_s);
        ConnectOptions only = options();
        only.user = u"latchkey_lonely"_s;
        only.password = std::make_shared<Secret>(std::string("x"));
        only.stopPatience = 20s; // the refusal is what cuts
        QString why;
        std::binary_semaphore ended(0);
        Session::Hooks hooks;
        hooks.onEnd = [&](const Error &error) {
            why = error.message;
            ended.release();
        };
        const auto session = opened(only, std::move(hooks));
        QVERIFY(session);
        std::stop_source stop;
        const auto sleeping = session->run(statement, {}, {}, stop.get_token());
        QTRY_VERIFY(isRunning(*admin, *session));
        stop.request_stop();
        if (codeOf(sleeping.result()) == u"Cancelled") // at once; what became of it follows
            QVERIFY(ended.try_acquire_for(30s));
        else
            why = sleeping.result().error().message;
        QVERIFY2(why.contains(u"second connection, which could not be opened"), qPrintable(why));
        QVERIFY2(why.contains(u"has no connection left"), qPrintable(why)); // the server's reason
        rowOf(*admin, u"kill %1"_s.arg(session->info().connectionId)); // which does not know that it is alone
        rowOf(*admin, u"drop user latchkey_lonely"_s);
    }

    void aKillThroughTheSecondConnectionNeverHitsTheNextStatement()
    {
        const auto session = opened();
        const auto second = opened();
        QVERIFY(session && second);
        session->stopThrough(*second);
        for (int round = 0; round < 20; ++round) {
            std::stop_source stop;
            auto future = session->run(u"select sleep(0.002)"_s, {}, {}, stop.get_token());
            callAfter(std::chrono::milliseconds(round % 5), [&stop] { stop.request_stop(); });
            future.waitForFinished();
            QTRY_VERIFY(stop.stop_requested());
            QCOMPARE(rowOf(*session, u"select sleep(0.01)"_s), QByteArray("0"));
        }
    }

    void aMillionUnreadRowsAreNotDrained()
    {
        DelayRelay relay(m_server.port, roundTrip);
        const auto session = opened(options(relay.port()));
        QVERIFY(session);
        std::stop_source stop;
        std::atomic<quint64> rows = 0;
        RowSink sink;
        sink.rows = [&](const RowBatch &batch) { rows += static_cast<quint64>(batch.rows()); };
        auto future = session->run(u"select seq, repeat('x', 200) from mysql.seq_1_to_10000000"_s, sink, {},
                                   stop.get_token());
        QTRY_VERIFY(rows > 200);
        stopAndMeasure(*session, stop, future);
        QVERIFY2(rows < 1'000'000, qPrintable(QString::number(rows)));
    }

    void aServerThatDoesNotAnswerIsLeftAfterASecond()
    {
        DelayRelay relay(m_server.port, 0ms);
        const auto session = opened(options(relay.port()));
        QVERIFY(session);
        std::stop_source stop;
        auto future = session->run(u"select sleep(3600)"_s, {}, {}, stop.get_token());
        const auto other = opened();
        QTRY_VERIFY(isRunning(*other, *session));
        relay.goSilent();
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QVERIFY2(timer.elapsed() < 50 * slowness, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(rowOf(*session, u"select 1"_s), QByteArray("SessionLost"));
        QVERIFY2(timer.elapsed() < 1200 * slowness, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!session->isOpen());
    }

    void whereKillIsRefusedAmazonsProcedureIsCalled()
    {
        KillRefusingServer amazon;
        ConnectOptions options = this->options(amazon.port());
        options.host = u"127.0.0.1"_s;
        options.tls = TlsPolicy::Off;
        const auto session = opened(options);
        QVERIFY(session);
        std::stop_source stop;
        auto future = session->run(u"select wait"_s, {}, {}, stop.get_token());
        QTRY_VERIFY(amazon.isWaiting());
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QTRY_VERIFY(amazon.sawProcedure());
        QVERIFY(session->run(u"set @a = 1"_s, {}).result());
        QVERIFY(session->isOpen());
    }

private:
    /// How many have ever connected to the server.
    static QByteArray connectionsOf(Session &asked)
    {
        return rowOf(asked, u"select variable_value from information_schema.global_status "
                            "where variable_name = 'Connections'"_s);
    }

    /// The answer comes at once; the server obeys, and the session can be used, after the round trips of a second login. Gives
    /// the milliseconds until then.
    static qint64 stopAndMeasure(Session &session, std::stop_source &stop,
                                 QFuture<Result<StatementSummary>> &future)
    {
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        const QString code = codeOf(future.result());
        const qint64 answered = timer.elapsed();
        const QByteArray next = rowOf(session, u"select 1"_s);
        const qint64 usable = timer.elapsed();
        qInfo("cancelled after %lld ms, usable after %lld ms at a round trip of %lld ms", answered, usable,
              static_cast<long long>(roundTrip.count()));
        check(code, answered, next, usable, session.isOpen());
        return usable;
    }
    static void check(const QString &code, qint64 answered, const QByteArray &next, qint64 usable,
                      bool isOpen)
    {
        QCOMPARE(code, u"Cancelled"_s);
        QCOMPARE(next, QByteArray("1"));
        QVERIFY2(answered < roundTrip.count() + 50 * slowness, qPrintable(QString::number(answered)));
        QVERIFY2(usable < 2000 * slowness, qPrintable(QString::number(usable)));
        QVERIFY(isOpen);
    }

    Sandbox m_sandbox;
    sandbox::ServerDescription m_server;
    sandbox::AccountDescription m_admin;
};

QTEST_GUILESS_MAIN(SessionLifeTest)
#include "sessionlifetest.moc"
