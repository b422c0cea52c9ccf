// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/classify.h"
#include "core/script/countedrows.h"

#include "casefile.h"

#include <QTest>

#include <ctime>

using namespace latchkey::script;

class ClassifyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableSaysWhatAStatementIs_data();
    void theTableSaysWhatAStatementIs();
    void lockingReadsAreKnown();
    void callsOfUnknownFunctionsAreKnown_data();
    void callsOfUnknownFunctionsAreKnown();
    void whatOnlyReadsIsKnown();
    void whatTheModeIsDecides();
    void aLongInsertIsKnownByItsBeginning();
    void aLongStatementTakesLinearTime();
    void rowsOfASimpleStatementCanBeCounted_data();
    void rowsOfASimpleStatementCanBeCounted();
    void aTimeLimitIsReadByBothServers();
};

namespace {

/// As the file's headings have it.
QString described(const Classification &found)
{
    static const QStringList kinds{u"Nothing"_qs,   u"Read"_qs,    u"Write"_qs,       u"Definition"_qs,
                                   u"Privilege"_qs, u"Session"_qs, u"Transaction"_qs, u"Administration"_qs,
                                   u"Call"_qs,      u"Unknown"_qs};
    static const QStringList dangers{
        u"AllRows"_qs,     u"DropDatabase"_qs, u"DropTable"_qs, u"DropColumn"_qs,      u"DropPartition"_qs,
        u"DropAccount"_qs, u"Truncate"_qs,     u"SetGlobal"_qs, u"Flush"_qs,           u"Kill"_qs,
        u"Shutdown"_qs,    u"GrantAll"_qs,     u"PurgeLogs"_qs, u"StopReplication"_qs, u"Unlogged"_qs};
    QStringList words{kinds[static_cast<int>(found.kind)]};
    if (found.mayWrite)
        words.append(u"writes"_qs);
    for (const Danger danger : found.dangers)
        words.append(dangers[static_cast<int>(danger)]);
    return words.join(u' ');
}

} // namespace

void ClassifyTest::theTableSaysWhatAStatementIs_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");
    const QList<Case> cases = casesOf(QStringLiteral(LATCHKEY_CASES "/statements.txt"));
    QVERIFY(cases.size() > 200);
    for (const auto &[heading, line] : cases)
        QTest::newRow(qPrintable(line)) << line << heading;
    for (const QString &nothing : {u""_qs, u" \n"_qs, u"-- x\n\t/* y\n */"_qs})
        QTest::newRow(qPrintable(nothing)) << nothing << u"Nothing writes"_qs;
}

void ClassifyTest::theTableSaysWhatAStatementIs()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    QCOMPARE(described(classify(statement)), expected);
}

void ClassifyTest::lockingReadsAreKnown()
{
    for (const char *statement : {"select 1 from t for update", "select 1 from t for share skip locked",
                                  "select 1 from t lock in share mode", "(select 1 from t for update)"}) {
        const Classification found = classify(QString::fromUtf8(statement));
        QVERIFY2(found.locksRows && !found.mayWrite, statement);
    }
    QVERIFY(!classify(u"select 'for update'").locksRows);
}

void ClassifyTest::callsOfUnknownFunctionsAreKnown_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("expected");
    const auto row = [](bool expected, std::initializer_list<const char *> statements) {
        for (const char *statement : statements)
            QTest::newRow(statement) << QString::fromUtf8(statement) << expected;
    };
    row(false, {"select count(*), max(a) from t where b in (1, 2) and (c or d) group by (e)",
                "select 1 from t join (select 2) u using (a) where exists (select 3)",
                "with x (a, b) as (select 1, 2), y (c) as (select 3) select * from x, y",
                "select * from (values row(1, 2)) as t (a, b)", "select last_insert_id()",
                "select cast(a as decimal(10, 2)), row_number() over (partition by b) from t",
                "select a from t partition (p0) use index (i) where not (b) limit 1",
                "select * from json_table(a, '$' columns (b int path '$.b')) as j",
                "select match (a) against ('x') from t", "select 'f(x)', `f`, \"g(\" -- h(x)",
                "(select 1) union (select 2)", "show tables"});
    row(true,
        {"select archive_row(id) from t", "select d.f(1)", "select `f`(1)", "select \"f\"(1)", "select f (1)",
         "select f/* x */(1)", "select d.count(1)", "select count (a) from t", "select get_lock('a', 1)",
         "select sleep(1)", "select benchmark(1, 2)", "select last_insert_id(a) from t",
         "select 1 from t where a = f(b)", "with x as (select f(1)) select * from x", "set @a = f(1)",
         "select release_lock('a')", "select abs(f(1))", "select 1, f(a) from t"});
}

void ClassifyTest::whatOnlyReadsIsKnown()
{
    for (const QStringView sql : {u"select 1", u"select a from t for update", u"select sleep(1)",
                                  u"show tables", u"select get_lock('a', 1), benchmark(1, md5(a)) from t"})
        QVERIFY2(classify(sql).onlyReads(), qPrintable(sql.toString()));
    for (const QStringView sql : {u"commit", u"rollback", u"start transaction", u"set autocommit = 1",
                                  u"unlock tables", u"use d", u"select f(1)", u"select d.sleep(1)",
                                  u"select sleep(f(1))", u"select sleep (1)", u"insert into t values (1)"})
        QVERIFY2(!classify(sql).onlyReads(), qPrintable(sql.toString()));
}

void ClassifyTest::callsOfUnknownFunctionsAreKnown()
{
    QFETCH(QString, statement);
    QFETCH(bool, expected);
    const Classification found = classify(statement);
    QVERIFY(!found.mayWrite);
    QCOMPARE(found.callsUnknown, expected);
    QCOMPARE(found.mustRunToItsEnd(), expected);
    QCOMPARE(found.mayBeRunAgain(), !expected);
}

/// The same text reads or writes, as the session's sql_mode has it.
void ClassifyTest::whatTheModeIsDecides()
{
    const QString statement = uR"(SELECT '\' INTO OUTFILE '/tmp/x' # ')"_qs;
    QVERIFY(!mayWrite(statement, {false, false}));
    QVERIFY(mayWrite(statement, {true, false}));
    QVERIFY(mayWrite(statement));
    QVERIFY(!countedRows(uR"(delete from t where a = 'it\'s')"_qs));
    QVERIFY(countedRows(uR"(delete from t where a = 'it\'s')"_qs, {false, {}}));
}

void ClassifyTest::aLongInsertIsKnownByItsBeginning()
{
    const QString statement = u"insert into t values "_qs + u"(1, 'a', @x),"_qs.repeated(1'200'000);
    const std::clock_t begin = std::clock();
    for (int time = 0; time < 1'000; ++time)
        QVERIFY(classify(statement).mayWrite);
    QVERIFY2(std::clock() - begin < 5 * CLOCKS_PER_SEC, "the whole statement was read each time");
}

void ClassifyTest::aLongStatementTakesLinearTime()
{
    const auto nanosecondsFor = [](qsizetype rows) {
        const QString statement = u"update t set a = "_qs + u"(1, 'a''b', @x), "_qs.repeated(rows);
        QElapsedTimer timer;
        timer.start();
        return classify(statement).kind == StatementKind::Write ? timer.nsecsElapsed() : -1;
    };
    const qint64 small = nanosecondsFor(2'000);
    const qint64 large = nanosecondsFor(20'000);
    QVERIFY(small > 0 && large > 0);
    QVERIFY2(large < small * 50, "ten times the statement took more than fifty times as long");
}

void ClassifyTest::rowsOfASimpleStatementCanBeCounted_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected"); // empty: cannot be counted
    const auto row = [](const char *statement, const char *expected = "") {
        QTest::newRow(statement) << QString::fromUtf8(statement) << QString::fromUtf8(expected);
    };
    row("delete from t where a = 1", "SELECT COUNT(*) FROM t where a = 1");
    row("DELETE FROM t", "SELECT COUNT(*) FROM t");
    row("delete low_priority quick ignore from `a b`.t where x", "SELECT COUNT(*) FROM `a b`.t where x");
    row("delete from t partition (p0, p1) where x", "SELECT COUNT(*) FROM t partition (p0, p1) where x");
    row("delete from t as x where x.a in (select b from u where c limit 1)",
        "SELECT COUNT(*) FROM t as x where x.a in (select b from u where c limit 1)");
    row("delete from t where a order by b limit 10",
        "SELECT COUNT(*) FROM (SELECT 1 FROM t where a limit 10) AS counted");
    row("delete from t limit 10 returning a", "SELECT COUNT(*) FROM (SELECT 1 FROM t limit 10) AS counted");
    row("delete from t where a returning b", "SELECT COUNT(*) FROM t where a");
    row("delete from t where a -- all of them", "SELECT COUNT(*) FROM t where a");
    row("update t set a = 1", "SELECT COUNT(*) FROM t");
    row("UPDATE ignore t SET a = 'where', b = (select 1 from u where v) WHERE c = 2 ORDER BY d",
        "SELECT COUNT(*) FROM t WHERE c = 2");
    row("update d.t x set x.a = 1 where x.b = 'it''s' limit 5",
        "SELECT COUNT(*) FROM (SELECT 1 FROM d.t x where x.b = 'it''s' limit 5) AS counted");
    row("");
    row("select 1");
    row("delete");
    row("delete from");
    row("update t");
    row("update a, b set a.x = 1");
    row("update a join b on a.i = b.i set a.x = 1");
    row("update (select 1) t set a = 1");
    row("delete a from a join b");
    row("delete from a using a join b");
    row("delete from a, b using a");
    row("delete from t for portion of p from '1' to '2'");
    row("with x as (select 1) delete from t");
    row("/*!1 delete from t */");
    row("delete from t where @a := 1");
    row("delete from t where a = 'x");
    row("insert into t values (1)");
    row("(delete from t)");
    row("DELETE FROM jobs WHERE id = claim_next_job()");
    row("delete from t where d.f(a)");
    row("delete from t where a into outfile '/tmp/x'");
    row("delete from t where a; drop table t");
    row("delete from t where `f`(a)");
    row("delete from t where a = nextval(s)");
    row("delete from t where a = next value for s");
    row("delete from t where get_lock('a', 10)");
    row("update t set a = 1 where last_insert_id(b)");
    row("delete from t where sleep(1)");
    row("delete from t where benchmark(1000, md5('x'))");
    row("delete from t where a in (select b from u for update)");
    row("update t set a = f(b) where c = lower(d)", "SELECT COUNT(*) FROM t where c = lower(d)");
    row("delete from t where a < now() - interval 1 day and b = last_insert_id()",
        "SELECT COUNT(*) FROM t where a < now() - interval 1 day and b = last_insert_id()");
}

void ClassifyTest::rowsOfASimpleStatementCanBeCounted()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    const auto counted = countedRows(statement);
    QCOMPARE(counted.value_or(QString()), expected);
    QVERIFY(!counted || !mayWrite(*counted));
}

void ClassifyTest::aTimeLimitIsReadByBothServers()
{
    QCOMPARE(withTimeLimit(u"SELECT COUNT(*) FROM t"_qs, 2),
             u"/*M!100101 SET STATEMENT max_statement_time=2 FOR */ "
             "SELECT /*+ MAX_EXECUTION_TIME(2000) */ COUNT(*) FROM t"_qs);
}

QTEST_APPLESS_MAIN(ClassifyTest)
#include "classifytest.moc"
