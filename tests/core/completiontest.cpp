// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/completion.h"
#include "core/schema/sqltokens.h"
#include "tests/support/slowness.h"

#include <QTest>

#include <ctime>

using namespace latchkey::schema;

namespace {

QString word(CompletionContext::Expects expects)
{
    switch (expects) {
    case CompletionContext::Expects::Nothing:
        return u"nothing"_qs;
    case CompletionContext::Expects::Expression:
        return u"expression"_qs;
    case CompletionContext::Expects::Relations:
        return u"relations"_qs;
    case CompletionContext::Expects::Databases:
        return u"databases"_qs;
    case CompletionContext::Expects::Routines:
        return u"routines"_qs;
    case CompletionContext::Expects::Member:
        return u"member"_qs;
    }
    return {};
}

QString text(const SourceTable &table)
{
    QString name = table.database.isEmpty() ? table.relation : table.database + u'.' + table.relation;
    if (!table.columns.isEmpty())
        name += u'(' + table.columns.join(u',') + u')';
    return table.alias.isEmpty() ? name : name + u' ' + table.alias;
}

/// "relations `ord` of shop from orders o; items": what is expected, what has been typed, its qualifier, the tables.
QString text(const CompletionContext &context)
{
    QString said = word(context.expects);
    if (context.expects == CompletionContext::Expects::Nothing)
        return said;
    if (!context.typed.isEmpty() || context.isQuoted)
        said += context.isQuoted ? u" `"_qs + context.typed : u" "_qs + context.typed;
    if (!context.qualifier.isEmpty())
        said += u" of "_qs + context.qualifier.join(u'.');
    QStringList tables;
    for (const SourceTable &table : context.sources)
        tables.append(text(table));
    return tables.isEmpty() ? said : said + u" from "_qs + tables.join(u"; "_qs);
}

/// The place of the cursor is marked by |.
CompletionContext contextOf(QString marked)
{
    const qsizetype cursor = marked.indexOf(u'|');
    return completionAt(marked.remove(cursor, 1), cursor);
}

const QHash<Branch, QList<Entry>> &shop()
{
    using enum Branch::Kind;
    static const QHash<Branch, QList<Entry>> known{
        {{Databases, {}, {}},
         {{EntryKind::Database, u"shop"_qs, {}, {}, {}, {}, {}},
          {EntryKind::Database, u"other place"_qs, {}, {}, {}, {}, {}}}},
        {{Relations, u"shop"_qs, {}},
         {{EntryKind::Table, u"orders"_qs, {}, {}, {}, {}, {}},
          {EntryKind::Table, u"order"_qs, {}, {}, {}, {}, {}},
          {EntryKind::View, u"revenue"_qs, {}, {}, {}, {}, {}}}},
        {{Routines, u"shop"_qs, {}}, {{EntryKind::Procedure, u"restock"_qs, {}, {}, {}, {}, {}}}},
        {{Columns, u"shop"_qs, u"orders"_qs},
         {{EntryKind::Column, u"id"_qs, {}, {}, {}, {}, true},
          {EntryKind::Column, u"placed"_qs, {}, {}, {}, {}, {}},
          {EntryKind::Column, u"column with spaces"_qs, {}, {}, {}, {}, {}}}},
    };
    return known;
}

const QList<Entry> *known(const Branch &branch)
{
    const auto found = shop().constFind(branch);
    return found == shop().constEnd() ? nullptr : &*found;
}

QStringList offered(const QString &marked, qsizetype most = 4)
{
    QStringList texts;
    for (const Proposal &proposal : complete(contextOf(marked), known, u"shop"_qs).proposals.mid(0, most))
        texts.append(proposal.text);
    return texts;
}

} // namespace

/// What the editor may offer, as tables of statements: | marks the cursor.
class CompletionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theContextFollowsFromTheStatement_data();
    void theContextFollowsFromTheStatement();
    void everyPlaceOfAScriptHasAContext();
    void whatHasBeenTypedBeginsAtItsFirstSign();
    void aLongScriptDoesNotSlowTypingDown();
    void proposalsAreOfTheKindThatIsExpected_data();
    void proposalsAreOfTheKindThatIsExpected();
    void whatIsNotKnownIsWanted();
    void keywordsKeepTheCaseThatOneTypes();
};

void CompletionTest::theContextFollowsFromTheStatement_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *marked, const char *expected) {
        QTest::newRow(marked) << QString::fromUtf8(marked) << QString::fromUtf8(expected);
    };
    row("|", "expression");
    row("sel|", "expression sel");
    row("SELECT |", "expression");
    row("SELECT a, |", "expression");
    row("SELECT | FROM orders", "expression from orders");
    row("SELECT o.| FROM orders o", "member of o from orders o");
    row("SELECT o.pl| FROM orders o", "member pl of o from orders o");
    row("SELECT o.pl|aced FROM orders AS o WHERE 1", "member pl of o from orders o");
    row("SELECT * FROM orders o WHERE o.|", "member of o from orders o");
    row("SELECT * FROM orders o\nJOIN items AS i ON i.order_id = o.|", "member of o from orders o; items i");
    row("SELECT * FROM orders o, items i WHERE |", "expression from orders o; items i");
    row("SELECT * FROM shop.orders o WHERE o.|", "member of o from shop.orders o");
    row("SELECT * FROM `shop`.`odd name` o WHERE |", "expression from shop.odd name o");
    row("SELECT * FROM |", "relations");
    row("SELECT * FROM or|", "relations or");
    row("SELECT * FROM `or|", "relations `or");
    row("SELECT * FROM `or|` WHERE 1", "relations `or");
    row("SELECT `na| FROM orders", "expression `na from orders");
    row("SELECT * FROM shop.|", "member of shop");
    row("SELECT * FROM shop.or|", "member or of shop");
    row("SELECT * FROM `shop`.`or|", "member `or of shop");
    row("SELECT shop.orders.| FROM shop.orders", "member of shop.orders from shop.orders");
    row("SELECT * FROM orders, |", "relations from orders");
    row("SELECT * FROM orders JOIN |", "relations from orders");
    row("SELECT * FROM orders LEFT JOIN it|", "relations it from orders");
    row("SELECT * FROM orders o |", "expression from orders o");
    row("SELECT * FROM orders o WHERE id IN (SELECT order_id FROM items WHERE |)",
        "expression from items; orders o");
    row("SELECT * FROM orders o WHERE id IN (SELECT order_id FROM items) AND |", "expression from orders o");
    row("SELECT | FROM (SELECT id, total AS sum FROM orders) d", "expression from (id,sum) d");
    row("SELECT d.| FROM (SELECT o.id, total sum FROM orders o) AS d", "member of d from (id,sum) d");
    row("SELECT * FROM (SELECT | FROM items) d", "expression from items");
    row("SELECT * FROM (orders o JOIN |)", "relations from orders o");
    row("WITH w AS (SELECT id, total FROM orders) SELECT | FROM w", "expression from w(id,total)");
    row("WITH RECURSIVE w AS (SELECT 1 AS n UNION SELECT n + 1 FROM w) SELECT w.| FROM w x JOIN w",
        "member of w from w(n) x; w(n)");
    row("SELECT a FROM orders UNION SELECT | FROM items", "expression from items");
    row("SELECT | FROM orders UNION SELECT b FROM items", "expression from orders");
    row("SELECT TRIM(BOTH 'x' FROM |) FROM orders", "expression from orders");
    row("SELECT EXTRACT(YEAR FROM pl|) FROM orders", "expression pl from orders");
    row("SELECT f(a, |) FROM orders", "expression from orders");
    row("SELECT * FROM orders WHERE a = 1 ORDER BY a, |", "expression from orders");
    row("SELECT * FROM orders FOR UPDATE |", "expression from orders");
    row("UPDATE |", "relations");
    row("UPDATE orders o SET |", "expression from orders o");
    row("UPDATE orders SET a = 1, |", "expression from orders");
    row("UPDATE LOW_PRIORITY |", "relations");
    row("DELETE FROM |", "relations");
    row("DELETE FROM orders WHERE |", "expression from orders");
    row("INSERT INTO |", "relations");
    row("INSERT INTO orders (|", "expression from orders");
    row("INSERT INTO orders (id, |) VALUES (1)", "expression from orders");
    row("INSERT INTO orders VALUES (1) ON DUPLICATE KEY UPDATE |", "expression from orders");
    row("INSERT INTO orders VALUES (1) ON DUPLICATE KEY UPDATE a = 1, |", "expression from orders");
    row("INSERT INTO orders SELECT * FROM |", "relations from orders");
    row("REPLACE INTO |", "relations");
    row("ALTER TABLE |", "relations");
    row("DROP TABLE IF EXISTS |", "relations");
    row("DROP TABLE a, |", "relations from a");
    row("TRUNCATE |", "relations");
    row("TRUNCATE TABLE |", "relations");
    row("DESCRIBE |", "relations");
    row("desc or|", "relations or");
    row("EXPLAIN SELECT * FROM |", "relations");
    row("CREATE INDEX i ON |", "relations");
    row("CREATE TABLE t (a INT REFERENCES |", "relations from t");
    row("GRANT SELECT ON |", "relations");
    row("SHOW CREATE TABLE |", "relations");
    row("SHOW COLUMNS FROM |", "relations");
    row("SHOW TABLES FROM |", "databases");
    row("USE |", "databases");
    row("use sh|", "databases sh");
    row("DROP DATABASE |", "databases");
    row("CALL |", "routines");
    row("DROP PROCEDURE |", "routines");
    row("SELECT 'it|", "nothing");
    row("SELECT \"it|", "nothing");
    row("SELECT 'a\\' |", "nothing");
    row("SELECT 'a''|", "nothing");
    row("SELECT 1 -- no|", "nothing");
    row("SELECT 1 # no|", "nothing");
    row("SELECT /* no|", "nothing");
    row("SELECT 1 -- yes\n|", "expression");
    row("SELECT /*!50000 yes| */ 1", "expression yes");
    row("SELECT 12|", "nothing");
    row("SELECT 1.|", "nothing");
    row("SELECT @a|", "nothing");
    row("SELECT @@a|", "nothing");
    row(".|", "nothing");
    row("SELECT 1; SELECT | FROM b; SELECT 2 FROM c", "expression from b");
    row("SELECT 1 FROM a;|", "expression");
    row("SELECT 1 FROM a|; SELECT 2", "relations a");
    row("DELIMITER //\nSELECT 1; SELECT | FROM b //", "expression from b");
    row("SELECT * FROM 注文 o WHERE o.|", "member of o from 注文 o");
    row("SELECT * FROM 注|", "relations 注");
    row(")|", "expression");
    row("SELECT (((|", "expression");
}

void CompletionTest::theContextFollowsFromTheStatement()
{
    QFETCH(QString, marked);
    QFETCH(QString, expected);
    QCOMPARE(text(contextOf(marked)), expected);
}

void CompletionTest::everyPlaceOfAScriptHasAContext()
{
    const QString script =
        u"WITH w AS (SELECT '(' FROM (a JOIN b)), v(x) AS (TABLE `q``) SELECT /* ( */ w.* FROM w, (SELECT 1) "
        u"d "
        "WHERE )) ,,. @@x.`é` IN (UPDATE ON DUPLICATE KEY; DELIMITER $\nINSERT INTO a.b.c.d VALUES (\"\\"_qs;
    for (qsizetype cursor = -1; cursor <= script.size() + 1; ++cursor) {
        const CompletionContext context = completionAt(script, cursor);
        QVERIFY(context.begin >= 0 && context.begin <= script.size());
        complete(context, known, u"shop"_qs);
    }
}

void CompletionTest::whatHasBeenTypedBeginsAtItsFirstSign()
{
    QCOMPARE(contextOf(u"SELECT 1; SELECT * FROM `or|"_qs).begin, 24);
    QCOMPARE(contextOf(u"SELECT 1;\n  SELECT pl|"_qs).begin, 19);
    QCOMPARE(contextOf(u"SELECT o.|"_qs).begin, 9);
}

void CompletionTest::aLongScriptDoesNotSlowTypingDown()
{
    const QString rows = u"insert into t values (1, 'a', 'b');\n"_qs.repeated(450'000);
    const QString script = rows + u"SELECT o. FROM orders o"_qs;
    const std::clock_t begin = std::clock();
    for (int key = 0; key < 50; ++key) {
        const CompletionContext context = completionAt(script, rows.size() + 9);
        QCOMPARE(text(context), u"member of o from orders o"_qs);
        QCOMPARE(context.begin, rows.size() + 9);
    }
    QVERIFY2(std::clock() - begin < 5 * latchkey::test::slowness * CLOCKS_PER_SEC,
             "the whole script was read at each key");
}

void CompletionTest::proposalsAreOfTheKindThatIsExpected_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *marked, const QStringList &expected) {
        QTest::newRow(marked) << QString::fromUtf8(marked) << expected;
    };
    row("SELECT o.| FROM orders o", {u"id"_qs, u"placed"_qs, u"`column with spaces`"_qs});
    row("SELECT O.PL| FROM orders o", {u"placed"_qs});
    row("SELECT `col| FROM orders", {u"`column with spaces`"_qs});
    row("SELECT * FROM |", {u"orders"_qs, u"`order`"_qs, u"revenue"_qs, u"shop"_qs});
    row("SELECT * FROM oth|", {u"`other place`"_qs});
    row("SELECT * FROM shop.|", {u"orders"_qs, u"`order`"_qs, u"revenue"_qs, u"restock"_qs});
    row("SELECT orders.|", {u"id"_qs, u"placed"_qs, u"`column with spaces`"_qs});
    row("SELECT * FROM (SELECT id AS number FROM orders) d WHERE d.|", {u"number"_qs});
    row("CALL |", {u"restock"_qs, u"shop"_qs, u"`other place`"_qs});
    row("USE |", {u"shop"_qs, u"`other place`"_qs});
    row("SELECT date_f|", {u"date_format"_qs});
    row("SELECT pla| FROM orders", {u"placed"_qs});
    row("SELECT 'pla| FROM orders", {});
}

void CompletionTest::proposalsAreOfTheKindThatIsExpected()
{
    QFETCH(QString, marked);
    QFETCH(QStringList, expected);
    QCOMPARE(offered(marked), expected);
}

void CompletionTest::whatIsNotKnownIsWanted()
{
    const Completion completion = complete(contextOf(u"SELECT i.| FROM items i"_qs), known, u"shop"_qs);
    QVERIFY(completion.proposals.isEmpty());
    QCOMPARE(completion.wanted, (QList<Branch>{{Branch::Kind::Columns, u"shop"_qs, u"items"_qs}}));
}

void CompletionTest::keywordsKeepTheCaseThatOneTypes()
{
    QVERIFY(offered(u"SEL|"_qs).contains(u"SELECT"_qs));
    QVERIFY(offered(u"sel|"_qs).contains(u"select"_qs));
}

QTEST_APPLESS_MAIN(CompletionTest)
#include "completiontest.moc"
