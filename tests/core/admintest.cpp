// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/job.h"
#include "core/schema/accountaudit.h"
#include "core/schema/accountstatements.h"
#include "core/schema/plan.h"
#include "core/schema/principaltext.h"
#include "core/schema/processkill.h"
#include "core/schema/refusal.h"
#include "core/schema/replication.h"
#include "core/schema/selecting.h"
#include "core/schema/statuschange.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::schema;
using latchkey::sql::killStatements;
using latchkey::sql::KillTarget;

namespace {

QFuture<Result<Answer>> answered(Result<Answer> result)
{
    QPromise<Result<Answer>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

Error refused(int number)
{
    return {Error::Code::StatementFailed, u"Refused."_qs, {}, number};
}

/// A line a step, indented: "Table orders ALL 29500".
QString outline(const PlanNode &node, int depth = 0)
{
    QStringList words{node.operation, node.table, node.access, node.key};
    if (node.rows)
        words.append(QString::number(*node.rows));
    words.removeAll(QString());
    QString text = QString(depth * 2, u' ') + words.join(u' ') + u'\n';
    for (const PlanNode &step : node.steps)
        text += outline(step, depth + 1);
    return text;
}

using Weight = AccountRemark::Weight;

} // namespace

/// What the views of a server decide by themselves.
class AdminTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killingHasASecondWayOnAurora();
    void aRefusedKillIsTriedTheOtherWay();
    void withoutTheOtherWayTheFirstRefusalIsTold();
    void numbersChangeByTheirDifference();
    void aPlanOfMariaDbIsRead();
    void aPlanOfMySqlIsRead();
    void aPlanOfTheNewerFormatIsRead();
    void whatIsNoPlanIsAnError();
    void onlyStatementsWithAPlanAreExplained_data();
    void onlyStatementsWithAPlanAreExplained();
    void principalsAreSplitAtTheirRealm();
    void accountsAreJudgedByTheTicket_data();
    void accountsAreJudgedByTheTicket();
    void statementsAreWrittenForPrincipals();
    void mariaDbNamesThePrincipal();
    void aQuoteInANameStaysInside();
    void whatIsNoPrincipalIsLeftOut();
    void channelsAreTurnedIntoColumns();
    void aSelectNamesItsColumns();
};

void AdminTest::killingHasASecondWayOnAurora()
{
    QCOMPARE(killStatements(7, KillTarget::Query),
             QStringList({u"KILL QUERY 7"_qs, u"CALL mysql.rds_kill_query(7)"_qs}));
    QCOMPARE(killStatements(7, KillTarget::Connection),
             QStringList({u"KILL CONNECTION 7"_qs, u"CALL mysql.rds_kill(7)"_qs}));
}

void AdminTest::aRefusedKillIsTriedTheOtherWay()
{
    QStringList sent;
    const Ask ask = [&sent](const QString &sql) {
        sent.append(sql);
        return answered(sql.startsWith(u"KILL") ? Result<Answer>(refused(1095)) : Answer{});
    };
    const auto done = killOn(ask, 7, KillTarget::Query);
    QVERIFY(done.isFinished());
    QVERIFY(done.result());
    QCOMPARE(sent.size(), 2);
}

void AdminTest::withoutTheOtherWayTheFirstRefusalIsTold()
{
    const Ask ask = [](const QString &sql) {
        return answered(refused(sql.startsWith(u"KILL") ? 1095 : 1305));
    };
    QCOMPARE(killOn(ask, 7, KillTarget::Connection).result().error().native, 1095);
    int asked = 0;
    const Ask unknown = [&asked](const QString &) {
        ++asked;
        return answered(refused(1094)); // no such connection: the other way knows none either
    };
    QCOMPARE(killOn(unknown, 7, KillTarget::Connection).result().error().native, 1094);
    QCOMPARE(asked, 1);
}

void AdminTest::numbersChangeByTheirDifference()
{
    const Answer before{{u"Variable_name"_qs, u"Value"_qs},
                        {{u"Questions"_qs, u"10"_qs}, {u"Threads"_qs, u"5"_qs}, {u"Mode"_qs, u"ON"_qs}}};
    const Answer now{{u"Variable_name"_qs, u"Value"_qs},
                     {{u"Questions"_qs, u"22"_qs},
                      {u"Threads"_qs, u"2"_qs},
                      {u"Mode"_qs, u"OFF"_qs},
                      {u"New"_qs, u"1"_qs}}};
    const Answer changed = withChanges(now, before);
    QStringList changes;
    for (const QStringList &row : changed.rows)
        changes.append(row[2]);
    QCOMPARE(changes, QStringList({u"+12"_qs, u"−3"_qs, u"ON"_qs, u""_qs}));
    QCOMPARE(withChanges(now, {}).rows[0][2], u""_qs);
}

void AdminTest::aPlanOfMariaDbIsRead()
{
    const Result<PlanNode> plan = readPlan(R"({"query_block": {"select_id": 1, "cost": 1.5,
        "filesort": {"sort_key": "o.placed", "temporary_table": {"nested_loop": [
            {"table": {"table_name": "o", "access_type": "ALL", "rows": 29500, "filtered": 100,
                       "attached_condition": "o.total > 1"}},
            {"table": {"table_name": "c", "access_type": "eq_ref", "possible_keys": ["PRIMARY"], "key": "PRIMARY",
                       "rows": 1}}]}}}})");
    QVERIFY(plan);
    QCOMPARE(outline(*plan), u"Query block\n  Filesort\n    Temporary table\n      Nested loop\n"
                             "        Table o ALL 29500\n        Table c eq_ref PRIMARY 1\n"_qs);
    QCOMPARE(plan->cost, std::optional(1.5));
    QVERIFY(plan->steps[0].steps[0].steps[0].steps[0].readsWholeTable());
    QCOMPARE(plan->steps[0].steps[0].steps[0].steps[0].condition, u"o.total > 1"_qs);
}

void AdminTest::aPlanOfMySqlIsRead()
{
    const Result<PlanNode> plan =
        readPlan(R"({"query_block": {"select_id": 1, "cost_info": {"query_cost": "10.25"},
        "ordering_operation": {"using_filesort": true,
            "table": {"table_name": "orders", "access_type": "range", "key": "by_time", "rows_examined_per_scan": 12,
                      "filtered": "50.00", "cost_info": {"prefix_cost": "4.10"}, "used_columns": ["id"]}}}})");
    QVERIFY(plan);
    QCOMPARE(outline(*plan), u"Query block\n  Ordering operation\n    Table orders range by_time 12\n"_qs);
    QCOMPARE(plan->cost, std::optional(10.25));
    QCOMPARE(plan->steps[0].steps[0].filtered, std::optional(50.0));
    QCOMPARE(plan->steps[0].steps[0].cost, std::optional(4.1));
}

void AdminTest::aPlanOfTheNewerFormatIsRead()
{
    const Result<PlanNode> plan =
        readPlan(R"({"query": "…", "query_plan": {"operation": "Nested loop inner join",
        "estimated_rows": 3.0, "inputs": [
            {"operation": "Table scan on o", "table_name": "o", "access_type": "table", "estimated_rows": 3.0},
            {"operation": "Index lookup on i", "table_name": "i", "access_type": "index", "index_name": "PRIMARY"}]}})");
    QVERIFY(plan);
    QCOMPARE(outline(*plan), u"Nested loop inner join 3\n  Table scan on o o table 3\n"
                             "  Index lookup on i i index PRIMARY\n"_qs);
}

void AdminTest::whatIsNoPlanIsAnError()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray(100'000, '[')})
        QVERIFY(!readPlan(text));
}

void AdminTest::onlyStatementsWithAPlanAreExplained_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("explained");
    const auto row = [](const char *statement, const char *explained) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << QString::fromUtf8(explained);
    };
    row("SELECT 1", "SELECT 1");
    row("/* why */ select 1", "select 1");
    row("EXPLAIN SELECT 1", "SELECT 1");
    row("desc UPDATE t SET a = 1", "UPDATE t SET a = 1");
    row("(SELECT 1) UNION (SELECT 2)", "(SELECT 1) UNION (SELECT 2)");
    row("WITH w AS (SELECT 1) SELECT * FROM w", "WITH w AS (SELECT 1) SELECT * FROM w");
    row("ANALYZE SELECT 1", "");
    row("EXPLAIN ANALYZE SELECT 1", "");
    row("DROP TABLE t", "");
    row("", "");
}

void AdminTest::onlyStatementsWithAPlanAreExplained()
{
    QFETCH(QString, statement);
    QFETCH(QString, explained);
    QCOMPARE(explainable(statement).value_or(QString()), explained);
}

void AdminTest::principalsAreSplitAtTheirRealm()
{
    QCOMPARE(splitPrincipal(u"alice@CORP"_qs), (PrincipalText{u"alice"_qs, u"CORP"_qs}));
    QCOMPARE(splitPrincipal(u"a\\@b@CORP"_qs), (PrincipalText{u"a@b"_qs, u"CORP"_qs}));
    QCOMPARE(splitPrincipal(u"alice"_qs), (PrincipalText{u"alice"_qs, {}}));
    QCOMPARE(splitPrincipal({}), PrincipalText{});
}

void AdminTest::accountsAreJudgedByTheTicket_data()
{
    QTest::addColumn<Account>("account");
    QTest::addColumn<Weight>("weight");
    const auto row = [](const char *name, const Account &account, Weight weight) {
        QTest::newRow(name) << account << weight;
    };
    const QString kerberos = u"authentication_kerberos"_qs;
    row("mine", {u"alice"_qs, u"%"_qs, kerberos, u"CORP"_qs, false}, Weight::Good);
    row("another's", {u"bob"_qs, u"%"_qs, kerberos, u"CORP"_qs, false}, Weight::Good);
    row("other case", {u"Alice"_qs, u"%"_qs, kerberos, u"CORP"_qs, false}, Weight::Warning);
    row("other realm", {u"alice"_qs, u"%"_qs, kerberos, u"AWS"_qs, false}, Weight::Warning);
    row("small realm", {u"bob"_qs, u"%"_qs, kerberos, u"corp"_qs, false}, Weight::Warning);
    row("no realm", {u"bob"_qs, u"%"_qs, kerberos, {}, false}, Weight::Warning);
    row("gssapi, mine", {u"alice"_qs, u"%"_qs, u"gssapi"_qs, u"alice@CORP"_qs, false}, Weight::Good);
    row("gssapi, other case", {u"x"_qs, u"%"_qs, u"gssapi"_qs, u"Alice@CORP"_qs, false}, Weight::Warning);
    row("gssapi, no realm", {u"x"_qs, u"%"_qs, u"gssapi"_qs, u"bob"_qs, false}, Weight::Warning);
    row("gssapi, any realm", {u"alice"_qs, u"%"_qs, u"gssapi"_qs, {}, false}, Weight::Good);
    row("pam", {u"bob"_qs, u"%"_qs, u"auth_pam"_qs, {}, false}, Weight::Warning);
    row("iam", {u"bob"_qs, u"%"_qs, u"AWSAuthenticationPlugin"_qs, {}, false}, Weight::None);
    row("password", {u"bob"_qs, u"%"_qs, u"caching_sha2_password"_qs, {}, false}, Weight::None);
    row("expired", {u"bob"_qs, u"%"_qs, u"caching_sha2_password"_qs, {}, true}, Weight::Warning);
}

void AdminTest::accountsAreJudgedByTheTicket()
{
    QFETCH(Account, account);
    QFETCH(Weight, weight);
    const AccountRemark remark = remarkOn(account, u"alice@CORP"_qs);
    QCOMPARE(remark.weight, weight);
    QCOMPARE(remark.sentence.isEmpty(),
             weight == Weight::None && account.plugin != u"AWSAuthenticationPlugin");
}

void AdminTest::statementsAreWrittenForPrincipals()
{
    AccountWish wish{
        {u"alice@CORP.EXAMPLE.COM"_qs, u""_qs, u" Bob@CORP.EXAMPLE.COM "_qs, u"alice@CORP.EXAMPLE.COM"_qs},
        {},
        KerberosPlugin::AuthenticationKerberos,
        false,
        false};
    QCOMPARE(
        accountScript(wish).statements,
        QStringList(
            {u"CREATE USER 'alice'@'%' IDENTIFIED WITH 'authentication_kerberos' BY 'CORP.EXAMPLE.COM'"_qs,
             u"CREATE USER 'Bob'@'%' IDENTIFIED WITH 'authentication_kerberos' BY 'CORP.EXAMPLE.COM'"_qs}));
    QVERIFY(accountScript(wish).problems.isEmpty());
    wish.changesExisting = true;
    QVERIFY(accountScript(wish).statements[0].startsWith(u"ALTER USER 'alice'"));
}

void AdminTest::mariaDbNamesThePrincipal()
{
    const AccountWish wish{{u"alice@CORP"_qs}, u"10.0.%"_qs, KerberosPlugin::Gssapi, false, true};
    QCOMPARE(accountScript(wish).statements,
             QStringList({u"CREATE USER 'alice'@'10.0.%' IDENTIFIED VIA gssapi USING 'alice@CORP'"_qs}));
}

void AdminTest::aQuoteInANameStaysInside()
{
    const AccountWish wish{{u"o'neill@CORP"_qs}, u"h'"_qs, KerberosPlugin::Gssapi, false, true};
    QCOMPARE(accountScript(wish).statements,
             QStringList({u"CREATE USER 'o''neill'@'h''' IDENTIFIED VIA gssapi USING 'o''neill@CORP'"_qs}));
}

void AdminTest::whatIsNoPrincipalIsLeftOut()
{
    const AccountWish wish{
        {u"alice"_qs, u"@CORP"_qs, QString(40, u'x') + u"@CORP"_qs, u"a\\\\b@CORP"_qs, u"bob@corp"_qs},
        {},
        KerberosPlugin::AuthenticationKerberos,
        false,
        false};
    const AccountScript script = accountScript(wish);
    QCOMPARE(script.statements.size(), 1); // bob, with a warning
    QCOMPARE(script.problems.size(), 5);
    AccountWish hostile = wish;
    hostile.host = u"\\"_qs;
    QVERIFY(accountScript(hostile).statements.isEmpty());
}

void AdminTest::channelsAreTurnedIntoColumns()
{
    const Answer one{{u"Host"_qs, u"Lag"_qs}, {{u"a"_qs, u"1"_qs}}};
    QCOMPARE(transposed(one),
             (Answer{{u"Field"_qs, u"Value"_qs}, {{u"Host"_qs, u"a"_qs}, {u"Lag"_qs, u"1"_qs}}}));
    const Answer two{{u"Host"_qs}, {{u"a"_qs}, {u"b"_qs}}};
    QCOMPARE(transposed(two), (Answer{{u"Field"_qs, u"1"_qs, u"2"_qs}, {{u"Host"_qs, u"a"_qs, u"b"_qs}}}));
}

void AdminTest::aSelectNamesItsColumns()
{
    QCOMPARE(firstRows(u"shop"_qs, u"order"_qs), u"SELECT * FROM shop.`order` LIMIT 200"_qs);
    QCOMPARE(selectStatement(u"shop"_qs, u"orders"_qs, {u"id"_qs, u"column with spaces"_qs}),
             u"SELECT id, `column with spaces`\nFROM shop.orders\nLIMIT 200"_qs);
    QCOMPARE(selectStatement(u"shop"_qs, u"orders"_qs, {}), u"SELECT *\nFROM shop.orders\nLIMIT 200"_qs);
}

QTEST_APPLESS_MAIN(AdminTest)
#include "admintest.moc"
