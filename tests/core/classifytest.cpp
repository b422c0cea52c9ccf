// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/classify.h"
#include "core/script/countedrows.h"

#include <QTest>

#include <ctime>

using namespace latchkey::script;

class ClassifyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statementsThatMayWriteAreKnown_data();
    void statementsThatMayWriteAreKnown();
    void aStatementHasAKind_data();
    void aStatementHasAKind();
    void dangersAreNamed_data();
    void dangersAreNamed();
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

void ClassifyTest::statementsThatMayWriteAreKnown_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("expected");
    const auto reads = [](const char *statement) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << false;
    };
    const auto writes = [](const char *statement) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << true;
    };
    reads("select 1");
    reads("  /* x */ SELECT update_time FROM `delete`");
    reads("(select 1) union (select 2)");
    reads("select replace(a, 'x', 'y') from t");
    reads("select 'insert into outfile'");
    reads("select \"into outfile\", `outfile` from t -- into outfile");
    reads("select * from t for update");
    reads("select a into @v from t");
    reads("with x as (select 1) select * from x");
    reads("with x as (select replace(a,'b','c') from t) select * from x for update");
    reads("with recursive x as (select 1 union all select 2) (select * from x)");
    reads("values (1)");
    reads("values(1)");
    reads("table t");
    reads("show create table t");
    reads("describe t");
    reads("explain update t set a = 1");
    reads("explain format=json delete from t");
    reads("explain analyze select 1");
    reads("analyze format=json select 1");
    reads("checksum table t");
    reads("handler t open");
    reads("handler t read first limit 3");
    reads("use shop");
    reads("set names utf8mb4");
    reads("set @a = 1, sql_mode = DEFAULT");
    reads("set @global = 1");
    reads("set session transaction read only");
    reads("set statement max_statement_time = 1 for select 1");
    reads("set role dba");
    reads("deallocate prepare s");
    reads("drop prepare s");
    reads("get diagnostics @n = number");
    reads("begin");
    reads("begin work");
    reads("start transaction");
    reads("start transaction with consistent snapshot, read only");
    reads("commit");
    reads("rollback to savepoint a");
    reads("select 1;");
    reads("select 'it\\'s'");
    reads("select 'it\\'s', \"say \\\"x\\\"\" from t where a = '\\\\'");
    reads("set @sql_log_bin = 0");
    reads("set @a = 1, @password = 2");
    reads("set @x = lastval(s)");

    writes("insert into t values (1)");
    writes("UPDATE t SET a = 1");
    writes("(delete from t)");
    writes("((delete from t))");
    writes("with x as (select 1) delete from t");
    writes("with x as (select 1) update t set a = 1");
    writes("with x as (select 1) replace into t select * from x");
    writes("select 1 into outfile '/tmp/x'");
    writes("select 1 into dumpfile '/tmp/x'");
    writes("(select 1) union (select 2 into outfile '/tmp/x')");
    writes("select nextval(s)");
    writes("select next value for s");
    writes("select setval(s, 5)");
    writes("explain analyze delete t from t join u");
    writes("desc analyze update t set a = 1");
    writes("analyze update t set a = 1");
    writes("analyze format=json delete from t");
    writes("analyze table t");
    writes("/*!50000 delete from t */");
    writes("/*M!100100 delete from t */");
    writes("select 1 /*! into outfile '/tmp/x' */");
    writes("select /*!40001 sql_no_cache */ 1");
    writes("set global read_only = 0");
    writes("set @@global.read_only = 0");
    writes("set @@GLOBAL.read_only = 0, @a = 1");
    writes("set persist max_connections = 1");
    writes("set @@persist_only.max_connections = 1");
    writes("set password = password('x')");
    writes("set default role x");
    writes("set statement max_statement_time = 1 for delete from t");
    writes("set statement sql_log_bin = 0 for select 1");
    writes("set session transaction read write");
    writes("set tx_read_only = 0");
    writes("set @@session.transaction_read_only = 0");
    writes("set @@sql_log_bin = 0");
    writes("set resource group g");
    writes("SET `transaction_read_only`=0");
    writes("SET @@session.`tx_read_only`=0");
    writes("SET @@session . `tx_read_only`=0");
    writes("SET `sql_log_bin`=0");
    writes("SET \"sql_log_bin\"=0");
    writes("set gtid_next = 'AUTOMATIC'");
    writes("set @@gtid_seq_no = 7");
    writes("set session wsrep_on = off");
    writes("SET @x = NEXTVAL(s)");
    writes("SET @x = next value for s");
    writes("SET @a=1, PASSWORD FOR u='x'");
    writes("SET @a=1, PASSWORD='x'");
    writes("SELECT '\\' INTO OUTFILE '/tmp/x' # '");
    writes("WITH x AS (SELECT '\\') DELETE FROM t # '");
    writes("SELECT \"\\\" INTO OUTFILE '/tmp/x' # \"");
    writes("select 1; delete from t");
    writes("start transaction read write");
    writes("start replica");
    writes("stop slave");
    writes("begin not atomic delete from t; end");
    writes("call p()");
    writes("do sleep(1)");
    writes("prepare s from 'delete from t'");
    writes("execute s");
    writes("execute immediate 'select 1'");
    writes("create table t (a int)");
    writes("create temporary table t (a int)");
    writes("load data infile 'x' into table t");
    writes("load data local infile 'x' into table t");
    writes("load xml infile 'x' into table t");
    writes("kill 1");
    writes("grant all on *.* to x");
    writes("lock tables t write");
    writes("xa commit 'x'");
    writes("binlog 'x'");
    writes("check table t");
    writes("optimize table t");
    writes("install plugin x soname 'x.so'");
    writes("flush privileges");
    writes("reset master");
    writes("no statement at all");
    writes("");
    writes("-- only a comment");
    writes("(");
    writes("'");
}

void ClassifyTest::statementsThatMayWriteAreKnown()
{
    QFETCH(QString, statement);
    QFETCH(bool, expected);
    QCOMPARE(mayWrite(statement), expected);
}

void ClassifyTest::aStatementHasAKind_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("expected");
    using enum StatementKind;
    const auto row = [](StatementKind kind, std::initializer_list<const char *> statements) {
        for (const char *statement : statements)
            QTest::newRow(statement) << QString::fromUtf8(statement) << static_cast<int>(kind);
    };
    row(Nothing, {"", " \n", "-- x", "/* x */ # y"});
    row(Read, {"select 1", "((select 1))", "with a as (select 1) select 2", "show tables", "desc t",
               "explain delete from t", "table t", "values row(1)", "handler t close", "select a into @b",
               "help 'x'", "select * from t lock in share mode", "checksum table a"});
    row(Write, {"insert t values (1)", "replace t values (1)", "update t set a=1 where b", "delete from t",
                "load data infile 'x' into table t", "select 1 into outfile 'x'", "import table from 'x'",
                "with a as (select 1) delete from t where b", "explain analyze update t set a=1",
                "analyze delete from t", "/*!1 delete from t */", "set statement a=1 for update t set b=1"});
    row(Definition,
        {"create table t (a int)", "create or replace view v as select 1", "alter table t add a int",
         "drop index i on t", "rename table a to b", "truncate t", "create procedure p() delete from t",
         "drop view v", "alter database d character set utf8mb4", "create sequence s"});
    row(Privilege, {"grant select on *.* to x", "revoke all on *.* from x", "create user x",
                    "alter user x account lock", "drop role r", "create role r", "set password = 'x'",
                    "set default role all to x", "create or replace user x", "drop user if exists x"});
    row(Session, {"use a", "set names utf8mb4", "set @a=1", "lock tables t read", "unlock tables",
                  "set role none", "get diagnostics @a = number", "deallocate prepare s"});
    row(Transaction, {"begin", "start transaction", "commit", "rollback", "savepoint a",
                      "release savepoint a", "xa start 'x'"});
    row(Administration, {"set global a=1", "flush logs", "kill 5", "shutdown", "restart", "optimize table t",
                         "reset replica", "change master to master_host='x'", "purge binary logs to 'x'",
                         "install component 'x'", "analyze table t", "start replica", "stop replica",
                         "alter instance rotate innodb master key", "analyze local table t"});
    row(Call,
        {"call p()", "execute s", "prepare s from @x", "do release_lock('a')",
         "begin not atomic select 1; end", "execute immediate 'select 1'", "if 1 then select 1; end if"});
    row(Unknown, {"nonsense", "selectt 1", "'a'", "1", ":a", "explain analyze nonsense"});
}

void ClassifyTest::aStatementHasAKind()
{
    QFETCH(QString, statement);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(classify(statement).kind), expected);
}

void ClassifyTest::dangersAreNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QList<Danger>>("expected");
    using enum Danger;
    const auto row = [](const QList<Danger> &dangers, std::initializer_list<const char *> statements) {
        for (const char *statement : statements)
            QTest::newRow(statement) << QString::fromUtf8(statement) << dangers;
    };
    row({AllRows}, {"delete from t",
                    "update t set a = 1",
                    "DELETE FROM t -- where a",
                    "delete from t /* where */",
                    "update t set a = (select b from u where c)",
                    "delete from t where 1",
                    "delete from t where true",
                    "delete from t where 1 = 1",
                    "update t set a = 'where'",
                    "delete t from t join u on t.a = u.a",
                    "with x as (select 1 from y where z) delete from t",
                    "(delete from t)",
                    "analyze delete from t",
                    "explain analyze delete from t",
                    "/*!50000 delete from t */",
                    "prepare s from 'delete from t'",
                    "execute immediate 'update t set a=''where'''",
                    "update `where` set a = 1",
                    "delete from t order by a",
                    "delete from t where 1 returning a",
                    "set statement a=1 for delete from t"});
    row({}, {"delete from t where a = 1", "update t set a = 1 where b", "delete from t limit 5",
             "update t set a=1 order by b limit 1",
             "with x as (select 1) delete from t where a in (select * from x)", "delete from t where 0",
             "delete from t where a", "explain delete from t", "prepare s from 'delete from t where a = 1'",
             "(delete from t where a)", "select 1", "insert into t values (1)",
             "update t join u on t.a=u.a set t.b=1 where u.c=1", "delete from t where 1 = 2",
             "delete from t where a = a and b = 2"});
    row({DropDatabase}, {"drop database d", "drop schema if exists d", "create or replace database d"});
    row({DropTable},
        {"drop table t", "drop table if exists a, b", "alter table t discard tablespace",
         "create or replace table t (a int)", "execute immediate \"drop table t\"", "drop tablespace t"});
    row({}, {"drop temporary table t", "drop view v", "drop index i on t", "create table t (a int)"});
    row({DropColumn}, {"alter table t drop a", "alter table t drop column a, add b int",
                       "ALTER TABLE t ADD x int, DROP y"});
    row({},
        {"alter table t drop index i", "alter table t drop primary key", "alter table t alter a drop default",
         "alter table t drop foreign key f", "alter table t add a int"});
    row({DropPartition}, {"alter table t drop partition p0"});
    row({Truncate}, {"truncate t", "truncate table t", "alter table t truncate partition p0"});
    row({DropAccount}, {"drop user x", "drop role r"});
    row({SetGlobal}, {"set global a = 1", "set @@global.a = 1", "set a = 1, global b = 2",
                      "set persist a = 1", "set @@PERSIST.a = 1", "set global transaction read only"});
    row({}, {"set a = 1", "set @@session.a = 1", "set @global = 1", "set local a = 1"});
    row({Unlogged}, {"set sql_log_bin = 0", "set session sql_log_bin = 0", "set @@sql_log_bin = off",
                     "set wsrep_on = 0", "set `sql_log_bin` = 0"});
    row({AllRows}, {"WITH x AS (SELECT '\\') DELETE FROM t # '"});
    row({AllRows, Unlogged}, {"set statement sql_log_bin = 0 for delete from t"});
    row({Flush}, {"flush tables with read lock", "flush privileges"});
    row({Kill}, {"kill 1", "kill query 1", "/* x */ kill connection 2"});
    row({Shutdown}, {"shutdown", "restart"});
    row({GrantAll}, {"grant all on *.* to x", "grant all privileges on d.* to x with grant option"});
    row({}, {"grant select on d.* to x", "revoke all on *.* from x"});
    row({PurgeLogs},
        {"reset master", "reset replica all", "purge binary logs to 'x'", "reset binary logs and gtids"});
    row({StopReplication}, {"stop replica", "stop slave sql_thread", "stop group_replication"});
}

void ClassifyTest::dangersAreNamed()
{
    QFETCH(QString, statement);
    QFETCH(QList<Danger>, expected);
    QCOMPARE(classify(statement).dangers, expected);
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
