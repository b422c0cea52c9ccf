// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/format.h"
#include "core/script/lexer.h"
#include "tests/support/sqlmeaning.h"

#include <QTest>

#include <random>

using namespace latchkey::script;
using latchkey::test::meaning;

class FormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStatementIsFormatted_data();
    void aStatementIsFormatted();
    void formattingKeepsTheTokens();
};

namespace {

/// Statements of words, comments and what stands next to them, with blanks and without; some with what is left open.
QStringList statementSoups(int count)
{
    const QStringList starts{u"select "_qs,       u"with "_qs,   u"insert "_qs,  u"update "_qs,
                             u"(select "_qs,      u"delete "_qs, u"explain "_qs, u"create table t ("_qs,
                             u"-- c\nselect "_qs, QString()};
    const QStringList whole{u"a"_qs,        u"t.b"_qs,       u"1"_qs,        u"'x'"_qs,   u"'it''s'"_qs,
                            u"`z`"_qs,      u"@v"_qs,        u":n"_qs,       u":="_qs,    u"é"_qs,
                            u"-- c\n"_qs,   u"--\n"_qs,      u"-- c\r\n"_qs, u"# c\n"_qs, u"/* c */"_qs,
                            u"/*+ h */"_qs, u"/*!5 d */"_qs, u"("_qs,        u")"_qs,     u","_qs,
                            u";"_qs,        u"."_qs,         u"="_qs,        u"-"_qs,     u"--"_qs,
                            u"*"_qs,        u"select"_qs,    u"from"_qs,     u"where"_qs, u"and"_qs,
                            u"join"_qs,     u"values"_qs,    u"set"_qs,      u"case"_qs,  u"end"_qs,
                            u"on"_qs,       u"between"_qs,   u"order"_qs,    u"by"_qs,    u"\n"_qs,
                            u"\t"_qs,       u"\u00a0"_qs,    u"\u2028"_qs};
    const QStringList open{u"'"_qs, u"\""_qs, u"`"_qs, u"\\"_qs, u"/*"_qs, u"*/"_qs, u"/*!5"_qs, u"#"_qs};
    std::mt19937 random(20241127);
    const auto oneOf = [&random](const QStringList &texts) {
        return texts[std::uniform_int_distribution<qsizetype>(0, texts.size() - 1)(random)];
    };
    QStringList texts;
    for (int run = 0; run < count; ++run) {
        QString text = oneOf(starts);
        for (int i = run % 16; i >= 0; --i)
            text += oneOf(run % 4 ? whole : whole + open) + oneOf({u" "_qs, QString()});
        texts.append(text);
    }
    return texts;
}

} // namespace

void FormatTest::aStatementIsFormatted_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *statement, const char *expected) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << QString::fromUtf8(expected);
    };
    row("select a,b from t where x=1 and y between 2 and 3 order by a , b limit 5",
        "SELECT a,\n    b\nFROM t\nWHERE x=1\n    AND y BETWEEN 2 AND 3\nORDER BY a, b\nLIMIT 5");
    row("select count( * ), max(a) from t left outer join u on t.id = u.id inner join v using (id)",
        "SELECT count(*),\n    max(a)\nFROM t\nLEFT OUTER JOIN u ON t.id = u.id\nINNER JOIN v USING (id)");
    row("select * from (select a from t where b) x",
        "SELECT *\nFROM (\n    SELECT a\n    FROM t\n    WHERE b\n) x");
    row("select a from t where b in (1,2,3) or c in (select d from e)",
        "SELECT a\nFROM t\nWHERE b IN (1, 2, 3)\n    OR c IN (\n        SELECT d\n        FROM e\n    )");
    row("select case when a and b then 1 else 2 end c from t",
        "SELECT CASE WHEN a AND b THEN 1 ELSE 2 END c\nFROM t");
    row("select extract(year from d), left(a, 2) from t",
        "SELECT extract(year FROM d),\n    LEFT(a, 2)\nFROM t");
    row("update t set a=1,b=2 where c", "UPDATE t\nSET a=1,\n    b=2\nWHERE c");
    row("delete from t where a", "DELETE FROM t\nWHERE a");
    row("insert into t (a,b) values (1,2),(3,4) on duplicate key update a=values(a)",
        "INSERT INTO t (a, b)\nVALUES (1, 2),\n    (3, 4)\nON DUPLICATE KEY UPDATE a=VALUES(a)");
    row("select 1 union all select 2", "SELECT 1\nUNION ALL\nSELECT 2");
    row("with x as (select 1) select * from x", "WITH x AS (\n    SELECT 1\n)\nSELECT *\nFROM x");
    row("select a -- first\n, b /* second */ from t", "SELECT a -- first\n    , b /* second */\nFROM t");
    row("select 'a  b', `select`, t.from from t", "SELECT 'a  b',\n    `select`,\n    t.from\nFROM t");
    row("select /*!40001 sql_no_cache */ a from t", "SELECT /*!40001 sql_no_cache */ a\nFROM t");
    row("create table t (a int, b decimal(5,2), primary key (a,b)) engine=innodb",
        "CREATE TABLE t (\n    a int,\n    b decimal(5, 2),\n    PRIMARY KEY (a, b)\n) engine=innodb");
    row("grant  all on *.* to x", "grant  all on *.* to x");
    row("select 'open", "select 'open");
    row("create procedure p() select  1", "create procedure p() select  1");
}

void FormatTest::aStatementIsFormatted()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    QCOMPARE(formatted(statement), expected);
    QCOMPARE(formatted(expected), expected);
    QCOMPARE(meaning(formatted(statement, KeywordCase::Kept)), meaning(statement));
}

void FormatTest::formattingKeepsTheTokens()
{
    QStringList texts = statementSoups(40'000);
    texts += {u"(select --)"_qs, u"create table t (a --)"_qs, u"select --\u00a0"_qs};
    for (const QString &text : texts) {
        const QString once = formatted(text, KeywordCase::Kept);
        QVERIFY2(meaning(once) == meaning(text), qPrintable(text + u"\nbecame\n"_qs + once));
        QCOMPARE(formatted(once, KeywordCase::Kept), once);
        QCOMPARE(meaning(formatted(text).toLower()), meaning(text.toLower()));
    }
}

QTEST_APPLESS_MAIN(FormatTest)
#include "formattest.moc"
