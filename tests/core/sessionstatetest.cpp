// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/sessionstate.h"
#include "core/sql/serverfacts.h"
#include "core/sql/sessionsetup.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::sql;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(latchkey::sql::SessionUse)

/// How a session stands, what is lost with it, what its server is: all pure.
class SessionStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStatementTellsWhatTheServerWillForget_data();
    void aStatementTellsWhatTheServerWillForget();
    void whatIsGivenBackIsNotLost();
    void aSessionWithNothingLosesNothing();
    void eachThingLostHasItsSentence();
    void onlyWhatDiffersIsRestored();
    void namesAndValuesAreQuoted();
    void theRoleFollowsFromWhatTheServerRefuses();
    void aWriterThatIsAReaderIsSaid();
    void nothingIsPromisedByOtherEndpoints();
    void theIsolationIsAskedByTheServersName_data();
    void theIsolationIsAskedByTheServersName();
    void factsAreReadFromTheRow();
    void onlyRefusalsToWriteAreSuch();
};

void SessionStateTest::aStatementTellsWhatTheServerWillForget_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<SessionUse>("use");
    const auto row = [](const char *statement, SessionUse use) {
        QTest::newRow(statement) << QString::fromLatin1(statement) << use;
    };
    row("select 1", {});
    row("create temporary table t (n int)", {.temporaryTables = true});
    row("/* mine */ CREATE OR REPLACE\nTEMPORARY TABLE t (n int)", {.temporaryTables = true});
    row("create table t (n int) comment 'create temporary table'", {});
    row("set @a = 1", {.userVariables = true});
    row("select n into @a from t", {.userVariables = true});
    row("select @a := 1", {.userVariables = true});
    row("call p(1, @a)", {.userVariables = true});
    row("select 'x@y', `@z`, \"@w := 1\" -- @v := 1", {});
    row("select @@version", {});
    row("set sql_mode = ''", {.settings = true});
    row("set session sql_mode = ''", {.settings = true});
    row("set @@sql_mode = ''", {.settings = true});
    row("set names utf8mb4", {.settings = true});
    row("set sql_mode = '', @b = 1", {.userVariables = true, .settings = true});
    row("set autocommit = 0", {});
    row("set global sql_mode = ''", {});
    row("set @@global.sql_mode = ''", {});
    row("set transaction isolation level serializable", {.nextTransaction = true});
    row("lock tables t write", {.tableLocks = true});
    row("flush tables with read lock", {.tableLocks = true});
    row("select get_lock('a', 1)", {.namedLocks = true});
    row("prepare s from 'select 1'", {.preparedStatements = true});
}

void SessionStateTest::aStatementTellsWhatTheServerWillForget()
{
    QFETCH(const QString, statement);
    QFETCH(const SessionUse, use);
    SessionUse noted;
    noteUse(noted, statement);
    QCOMPARE(noted.temporaryTables, use.temporaryTables);
    QCOMPARE(noted.userVariables, use.userVariables);
    QCOMPARE(noted.settings, use.settings);
    QCOMPARE(noted.tableLocks, use.tableLocks);
    QCOMPARE(noted.namedLocks, use.namedLocks);
    QCOMPARE(noted.preparedStatements, use.preparedStatements);
    QCOMPARE(noted.nextTransaction, use.nextTransaction);
}

void SessionStateTest::whatIsGivenBackIsNotLost()
{
    SessionUse use;
    noteUse(use, u"lock tables t read");
    noteUse(use, u"select 1");
    QVERIFY(use.tableLocks);
    noteUse(use, u"unlock tables");
    QVERIFY(!use.tableLocks);
    for (const QStringView kept : {u"set transaction read only", u"set @a = 1", u"show warnings"}) {
        noteUse(use, kept);
        QVERIFY(use.nextTransaction);
    }
    noteUse(use, u"select 1");
    QVERIFY(!use.nextTransaction);
}

void SessionStateTest::aSessionWithNothingLosesNothing()
{
    SessionState state;
    QCOMPARE(lostState(state), QStringList());
    state.schema = u"orders"_s; // is chosen again
    state.variables.insert(u"time_zone"_s, u"+01:00"_s);
    QCOMPARE(lostState(state), QStringList());
}

void SessionStateTest::eachThingLostHasItsSentence()
{
    SessionState state;
    state.inTransaction = true;
    QCOMPARE(lostState(state),
             QStringList{u"The open transaction is over: the server rolls back what was not "
                         "committed."_s});
    state.use = {true, true, true, true, true, true, true};
    const QStringList sentences = lostState(state);
    QCOMPARE(sentences.size(), 8);
    for (const QString &sentence : sentences)
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    QCOMPARE(QSet<QString>(sentences.begin(), sentences.end()).size(), 8);
}

void SessionStateTest::onlyWhatDiffersIsRestored()
{
    SessionState before;
    before.schema = u"orders"_s;
    SessionState fresh = before;
    QCOMPARE(restoringStatements(before, fresh), QStringList());
    fresh.schema = u"start"_s;
    QCOMPARE(restoringStatements(before, fresh), QStringList{u"USE `orders`"_s});
    before.autocommit = false;
    before.variables = {{u"time_zone"_s, u"+05:00"_s}};
    QCOMPARE(restoringStatements(before, fresh),
             (QStringList{u"USE `orders`"_s, u"SET autocommit=0, time_zone='+05:00'"_s}));
    before = {}; // no schema was chosen, and none can be unchosen
    QCOMPARE(restoringStatements(before, fresh), QStringList());
}

void SessionStateTest::namesAndValuesAreQuoted()
{
    SessionState before;
    before.schema = u"odd`name"_s;
    before.variables = {{u"time_zone"_s, u"o'clock"_s}};
    QCOMPARE(restoringStatements(before, {}),
             (QStringList{u"USE `odd``name`"_s, u"SET time_zone='o''clock'"_s}));
    before = {};
    before.variables = {{u"mycache.key_buffer_size"_s, u"8"_s},
                        {u"a=1, global read_only"_s, u"0"_s},
                        {u"`x`"_s, u"0"_s},
                        {u"@a"_s, u"0"_s},
                        {u"a\n"_s, u"0"_s},
                        {QString(), u"0"_s}};
    QCOMPARE(restoringStatements(before, {}),
             QStringList{u"SET mycache.key_buffer_size="_s + sqlValue(u"8"_s)});
}

void SessionStateTest::theRoleFollowsFromWhatTheServerRefuses()
{
    ServerFacts facts;
    QCOMPARE(roleOf(facts), ServerRole::Primary);
    facts.readOnly = true;
    QCOMPARE(roleOf(facts), ServerRole::Replica);
    facts.auroraVersion = u"3.04.0"_s; // where read_only says nothing of the cluster
    QCOMPARE(roleOf(facts), ServerRole::Writer);
    facts.innodbReadOnly = true;
    QCOMPARE(roleOf(facts), ServerRole::Reader);
}

void SessionStateTest::aWriterThatIsAReaderIsSaid()
{
    ServerFacts facts;
    facts.auroraVersion = u"3.04.0"_s;
    facts.auroraServerId = u"orders-2"_s;
    QVERIFY(!unexpectedRole(Endpoint::Writer, facts));
    QVERIFY(unexpectedRole(Endpoint::Reader, facts).value_or(QString()).contains(u"orders-2 takes writes"));
    facts.innodbReadOnly = true;
    QVERIFY(
        unexpectedRole(Endpoint::Writer, facts).value_or(QString()).contains(u"orders-2 takes no writes"));
    QVERIFY(!unexpectedRole(Endpoint::Reader, facts));
}

void SessionStateTest::nothingIsPromisedByOtherEndpoints()
{
    for (const bool isReader : {false, true}) {
        ServerFacts facts;
        facts.innodbReadOnly = isReader;
        for (const Endpoint endpoint :
             {Endpoint::Other, Endpoint::Custom, Endpoint::Instance, Endpoint::Global})
            QVERIFY(!unexpectedRole(endpoint, facts));
    }
}

void SessionStateTest::theIsolationIsAskedByTheServersName_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("variable");
    QTest::newRow("MariaDB") << u"10.11.19-MariaDB-log"_s << u"@@tx_isolation"_s;
    QTest::newRow("MySQL 8") << u"8.0.36"_s << u"@@transaction_isolation"_s;
    QTest::newRow("MySQL 5.7") << u"5.7.44-log"_s << u"@@transaction_isolation"_s;
    QTest::newRow("MySQL 5.6") << u"5.6.51"_s << u"@@tx_isolation"_s;
}

void SessionStateTest::theIsolationIsAskedByTheServersName()
{
    QFETCH(const QString, version);
    QFETCH(const QString, variable);
    QVERIFY2(factsStatement(version).endsWith(variable), qPrintable(factsStatement(version)));
}

void SessionStateTest::factsAreReadFromTheRow()
{
    const auto facts = factsFromRow({u"alice@%"_s, u"alice@10.0.0.7"_s, u"db1"_s, u"MySQL Community Server"_s,
                                     u"0"_s, u"ON"_s, u"UTC"_s, u"READ-COMMITTED"_s});
    QVERIFY(facts);
    QCOMPARE(facts->currentUser, u"alice@%"_s);
    QCOMPARE(facts->host, u"db1"_s);
    QVERIFY(!facts->readOnly);
    QVERIFY(facts->innodbReadOnly);
    QCOMPARE(facts->isolation, u"READ-COMMITTED"_s);
    QVERIFY(!facts->isAurora());
    QVERIFY(!factsFromRow({u"alice@%"_s}));
}

void SessionStateTest::onlyRefusalsToWriteAreSuch()
{
    const auto refusal = [](Error::Code code, int native) {
        return isRefusalToWrite({code, QString(), QString(), native});
    };
    QVERIFY(refusal(Error::Code::StatementFailed, 1290));
    QVERIFY(refusal(Error::Code::StatementFailed, 1836));
    QVERIFY(!refusal(Error::Code::StatementFailed, 1064));
    QVERIFY(!refusal(Error::Code::SessionLost, 1290));
}

QTEST_APPLESS_MAIN(SessionStateTest)
#include "sessionstatetest.moc"
