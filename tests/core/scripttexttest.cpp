// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/lexer.h"
#include "core/script/parameters.h"
#include "core/script/redact.h"

#include <QTest>

#include <ctime>
#include <random>

using namespace latchkey::script;

class ScriptTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokensJoinedAreTheText();
    void placeholdersAreFound_data();
    void placeholdersAreFound();
    void placeholdersOfALongInsertAreFoundQuickly();
    void valuesBecomeLiterals_data();
    void valuesBecomeLiterals();
    void valuesStandWhereThePlaceholdersWere();
    void passwordsAreTakenOut_data();
    void passwordsAreTakenOut();
    void whatHoldsNoPasswordStays_data();
    void whatHoldsNoPasswordStays();
    void redactingTwiceChangesNothing();
    void redactingTakesLinearTime_data();
    void redactingTakesLinearTime();
    void theModeSaysWhereAStringEnds();
    void blanksAreWhatServersTakeForBlanks();
};

namespace {

/// Texts of pieces that mean something to the lexer, strung together.
QStringList madeUpTexts(int count)
{
    const QStringList parts{
        u"'"_qs,       u"\""_qs,    u"`"_qs,       u"\\"_qs,      u"-- x\n"_qs,     u"#"_qs,        u"/*"_qs,
        u"*/"_qs,      u"/*!5"_qs,  u"\n"_qs,      u"select "_qs, u"a"_qs,          u","_qs,        u"("_qs,
        u")"_qs,       u" "_qs,     u" from t"_qs, u" and "_qs,   u":n"_qs,         u":="_qs,       u"@v"_qs,
        u"'it''s'"_qs, u"case "_qs, u" end"_qs,    u" by 'x'"_qs, u"identified"_qs, u" join u "_qs, u"é"_qs};
    std::mt19937 random(20240712);
    std::uniform_int_distribution<qsizetype> part(0, parts.size() - 1);
    QStringList texts;
    for (int run = 0; run < count; ++run) {
        QString text = run % 2 ? u"select "_qs : QString();
        for (int i = 0; i < 16; ++i)
            text += parts[part(random)];
        texts.append(text);
    }
    return texts;
}

} // namespace

void ScriptTextTest::tokensJoinedAreTheText()
{
    for (const QString &text : madeUpTexts(10'000)) {
        QString joined;
        for (const Token &token : tokens(text)) {
            QVERIFY(token.end > token.begin && token.begin == joined.size());
            joined += token.text(text);
        }
        QCOMPARE(joined, text);
    }
}

void ScriptTextTest::placeholdersAreFound_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *statement, const QStringList &expected = {}) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << expected;
    };
    row("select :a", {u"a"_qs});
    row("select :a, :b, :a", {u"a"_qs, u"b"_qs});
    row("where x=:id_2 and y in (:a,:B)", {u"id_2"_qs, u"a"_qs, u"B"_qs});
    row("limit :n", {u"n"_qs});
    row("select -:a", {u"a"_qs});
    row("select ':a', \":b\", `:c`");
    row("select 1 -- :a\n /* :b */ # :c");
    row("set @a :=b");
    row("set @a:=b");
    row("select a::b");
    row("select '12:30:00', 12:30");
    row("here:LOOP");
    row("select : a");
    row("select :1");
    row("select a:b");
    row("select 'x':b");
    row("create procedure p() begin x :loop end loop; end");
    row("begin not atomic x :loop end loop; end");
    row("create table t as select :a", {u"a"_qs});
    row("/*!50000 select :a */", {u"a"_qs});
    row("select :ä");
}

void ScriptTextTest::placeholdersAreFound()
{
    QFETCH(QString, statement);
    QFETCH(QStringList, expected);
    QCOMPARE(parameters(statement), expected);
}

void ScriptTextTest::placeholdersOfALongInsertAreFoundQuickly()
{
    const QString statement = u"insert into t values "_qs + u"(1, '12:30:00'),"_qs.repeated(1'000'000);
    const std::clock_t begin = std::clock();
    for (int time = 0; time < 20; ++time)
        QVERIFY(parameters(statement).isEmpty());
    QVERIFY2(std::clock() - begin < 10 * CLOCKS_PER_SEC, "the whole statement was cut into tokens each time");
}

void ScriptTextTest::valuesBecomeLiterals_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    using enum ParameterValue::Kind;
    const auto row = [](ParameterValue::Kind kind, const char *text, const char *expected) {
        QTest::addRow("%d %s", static_cast<int>(kind), text)
            << static_cast<int>(kind) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row(Null, "x", "NULL");
    row(Number, "42", "42");
    row(Number, " 1.5e3 ", "1.5e3");
    row(Number, "-1", "(-1)");
    row(Number, "1 or 1=1", "'1 or 1=1'");
    row(Number, "0x41", "'0x41'");
    row(Number, "1\n", "1");
    row(Number, "", "''");
    row(Text, "42", "'42'");
    row(Text, "it's", "'it''s'");
    row(Text, "'; drop table t; --", "'''; drop table t; --'");
    row(Text, "\"x\" `y`", "'\"x\" `y`'");
    row(Text, "a\\", "_utf8mb4 X'615C'");
    row(Text, "\\' or 1=1 -- ", "_utf8mb4 X'5C27206F7220313D31202D2D20'");
    row(Text, "a\nb", "_utf8mb4 X'610A62'");
    row(Text, "ü\\", "_utf8mb4 X'C3BC5C'");
    row(Text, "", "''");
}

void ScriptTextTest::valuesBecomeLiterals()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(literal({static_cast<ParameterValue::Kind>(kind), text}), expected);
}

void ScriptTextTest::valuesStandWhereThePlaceholdersWere()
{
    using enum ParameterValue::Kind;
    const QHash<QString, ParameterValue> values{
        {u"a"_qs, {Text, u":b"_qs}}, {u"b"_qs, {Number, u"7"_qs}}, {u"c"_qs, {Null, {}}}};
    QCOMPARE(withParameters(u"select ':a', :a, :b+:b, :c, :d -- :a", values),
             u"select ':a', ':b', 7+7, NULL, :d -- :a"_qs);
}

void ScriptTextTest::passwordsAreTakenOut_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected"); // empty: only the secret must be gone
    const auto row = [](const char *statement, const char *expected = "") {
        QTest::newRow(statement) << QString::fromUtf8(statement) << QString::fromUtf8(expected);
    };
    row("create user u identified by 'geheim'", "create user u identified by '***'");
    row("create user u@'%' IDENTIFIED BY \"geheim\" REQUIRE SSL",
        "create user u@'%' IDENTIFIED BY '***' REQUIRE SSL");
    row("create user u identified by password '*geheim'", "create user u identified by password '***'");
    row("create user u identified with mysql_native_password by 'geheim'",
        "create user u identified with mysql_native_password by '***'");
    row("create user u identified with 'caching_sha2_password' as 'geheim'",
        "create user u identified with 'caching_sha2_password' as '***'");
    row("create user u identified via ed25519 using 'geheim' or unix_socket",
        "create user u identified via ed25519 using '***' or unix_socket");
    row("create user u identified via ed25519 using password('geheim')",
        "create user u identified via ed25519 using password('***')");
    row("create user u identified by 'geheim1', v identified by 'geheim2'",
        "create user u identified by '***', v identified by '***'");
    row("alter user u identified by 'geheim' replace 'geheim2' retain current password",
        "alter user u identified by '***' replace '***' retain current password");
    row("grant all on *.* to u identified by 'geheim' with grant option",
        "grant all on *.* to u identified by '***' with grant option");
    row("alter user u identified by/* x */'geheim'", "alter user u identified by/* x */'***'");
    row("/*!50706 alter user u identified by 'geheim' */", "/*!50706 alter user u identified by '***' */");
    row("alter user u identified by /*!50706 'geheim' */");
    row("alter user u identified by 'geheim''s; geheim'", "alter user u identified by '***'");
    row("alter user u identified by 'a\\'geheim'", "alter user u identified by '***'");
    row("alter user u identified by 'ge' 'heim'", "alter user u identified by '***'");
    row("alter user u identified by 'a'\n'geheim'", "alter user u identified by '***'");
    row("alter user u identified by n'geheim'", "alter user u identified by '***'");
    row("alter user u identified by _utf8mb4 'geheim'", "alter user u identified by '***'");
    row("alter user u identified by geheim", "alter user u identified by '***'");
    row("alter user u identified by `geheim`", "alter user u identified by '***'");
    row("alter user u identified by 'it's geheim' account lock", "alter user u identified by '***'");
    row("alter user u identified by 'geheim");
    row("alter user u identified by 'a\\', v identified by 'geheim'");
    row("alter user u identified with p as 0x67656865696d2d676568656d",
        "alter user u identified with p as '***'");
    row("set password = 'geheim'", "set password = '***'");
    row("set password for u@localhost = 'geheim'", "set password for u@localhost = '***'");
    row("set password for 'a=b'@'%' = password('geheim')", "set password for 'a=b'@'%' = password('***')");
    row("SET PASSWORD = OLD_PASSWORD(\"geheim\")", "SET PASSWORD = OLD_PASSWORD('***')");
    row("set password = 'geheim' replace 'geheim2'");
    row("select password('geheim'), old_password( 'geheim' )",
        "select password('***'), old_password( '***' )");
    row("change master to master_user='u', master_password='geheim', master_port=1",
        "change master to master_user='u', master_password='***', master_port=1");
    row("CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = 'geheim'",
        "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = '***'");
    row("start replica user='u' password='geheim'", "start replica user='u' password='***'");
    row("start group_replication user='u', password='geheim'");
    row("create server s foreign data wrapper mysql options (user 'u', password 'geheim', port 1)",
        "create server s foreign data wrapper mysql options (user 'u', password '***', port 1)");
    row("alter server s options (password \"geheim\")", "alter server s options (password '***')");
    row("create table t (a int) engine=federated connection='mysql://u:geheim@h:1/d/t'",
        "create table t (a int) engine=federated connection='mysql://u:***@h:1/d/t'");
    row("create table t (a int) connection='mysql://u:ge@heim@h/d'");
    row("update users set password = 'geheim' where id = 1",
        "update users set password = '***' where id = 1");
    row("update users set `password`='geheim'", "update users set `password`='***'");
    row("update users set u.user_password = sha2('geheim', 256)");
    row("select * from users where passwd = md5('geheim')");
    row("select aes_decrypt(a, 'geheim') from t", "select aes_decrypt(a, '***') from t");
    row("insert into users (name, password) values ('bob', 'geheim')");
    row("insert into users (password, name) select 'geheim', 'x'");
    row("set @password := 'geheim'", "set @password := '***'");
    row("set @root_password='geheim'");
    row("set global wsrep_sst_auth = 'u:geheim'", "set global wsrep_sst_auth = '***'");
    row("prepare s from 'create user u identified by ''geheim'''", "prepare s from '***'");
    row("execute immediate \"set password = 'geheim'\"", "execute immediate '***'");
    row("set @sql = concat('alter user u identified by ', '\\'geheim\\'')");
    row("clone instance from 'u'@'h':3306 identified by 'geheim'",
        "clone instance from 'u'@'h':3306 identified by '***'");
    row("set password = geheim", "set password = '***'");
    row("update u set password = _utf8mb4 X'67656865696D5C'", "update u set password = '***'");
    row("alter user u identified by _utf8mb4 x'67656865696d5c' account lock",
        "alter user u identified by '***' account lock");
    row("select password(_utf8mb4 0x67656865696d)", "select password('***')");
    row("update u set password = BINARY 'geheim' where id = 'a'",
        "update u set password = '***' where id = 'a'");
    row("update u set password = ('geheim'), a = 'b'", "update u set password = ('***'), a = 'b'");
    row("select 1 from u where password <> 'geheim' and a = 'b'",
        "select 1 from u where password <> '***' and a = 'b'");
    row("select 1 from u where password in ('geheim', 'geheim2') or a = 'b'",
        "select 1 from u where password in ('***', '***') or a = 'b'");
    row("select 1 from u where lower(password) not like 'geheim%'");
    row("select 1 from u where password between 'geheim' and 'geheim2'");
    row("select 1 from u where 'geheim' = u.password", "select 1 from u where '***' = u.password");
    row("update u set password = 'a' || 'geheim' where b", "update u set password = '***' || '***' where b");
    row("update u set password = case when a then 'geheim' else 'geheim2' end where b = 'c'",
        "update u set password = case when a then '***' else '***' end where b = 'c'");
    row("update u set password = concat(a, 'geheim')", "update u set password = concat(a, '***')");
    row("SET @s = CONCAT('CREATE USER u IDENTIFIED BY ''', 'geheim', '''')");
    row("set @s = concat('create user u identified by \"', 'geheim', '\"')");
    row("select validate_password_strength('geheim')", "select validate_password_strength('***')");
    row("call mysql.rds_set_external_master('h',3306,'repl','geheim','mysql-bin.1',120,0)");
    row("CALL `mysql`.`rds_set_external_source` ('h', 3306, 'repl', 'geheim', 'f', 1, 0)");
    row("call rds_import_binlog_ssl_material('{\"ssl_key\":\"-----BEGIN PRIVATE KEY----- geheim\"}')");
    row("set persist authentication_ldap_simple_bind_root_pwd='geheim'",
        "set persist authentication_ldap_simple_bind_root_pwd='***'");
    row("create table t (a int) engine=connect connection='DSN=x;UID=u;PWD=geheim'");
    row("create table t (a int) engine=connect connection='DSN=x;UID=u;PWD={ge;heim}'");
    row("explain insert into u (name, password) values ('bob', 'geheim')");
    row("set statement max_statement_time=1 for insert into u (password) values ('geheim')");
    row("create procedure p() begin insert into u(password) values('geheim'); end");
    row("update u set \"password\"='geheim'", "update u set \"password\"='***'");
    row("insert into u (\"name\", \"password\") values ('bob', 'geheim')");
    row("insert into t values ('{\"password\": \"geheim\"}')", "insert into t values ('***')");
    row("SET @a='\\', @password='geheim'");
    row("select 'x\\', password('geheim'), 'y'");
}

void ScriptTextTest::passwordsAreTakenOut()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    const QString redacted = redact(statement);
    if (!expected.isEmpty())
        QCOMPARE(redacted, expected);
    QVERIFY2(!redacted.contains(u"geheim"), qPrintable(redacted));
    QVERIFY2(!redacted.contains(u"heim'"), qPrintable(redacted));
    QVERIFY2(!redacted.contains(u"67656865"), qPrintable(redacted));
    QCOMPARE(redact(redacted), redacted);
}

void ScriptTextTest::whatHoldsNoPasswordStays_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *statement : {"",
                                  "select 1",
                                  "select 'identified by' from t",
                                  "select 'it''s', \"x\" from t where a = 'b'",
                                  "create user u identified by random password",
                                  "alter user u password expire interval 90 day",
                                  "alter user u identified with auth_gssapi",
                                  "select password from users",
                                  "select u.password, v.name from users u",
                                  "select * from a join b on a.password = b.password",
                                  "select 'https://example.com/a@b'",
                                  "create user u require subject '/CN=x'",
                                  "select replace(a, 'b', 'c')",
                                  "select password_expired from mysql.user",
                                  "insert into t values ('a', 'b')",
                                  "select group_concat(a order by 'b')",
                                  "alter user u discard old password",
                                  "set password to random",
                                  "select \"password\", 'x'",
                                  "select replace(password, a, b), 'x' from u",
                                  "select 'it\\'s', 'a'",
                                  "update u set password = null, a = 'b'",
                                  "call shop.archive('a', 1)",
                                  "select a.password = b.password or c = 'x'",
                                  "select 'http://example.com:8080/x' from t"})
        QTest::newRow(statement) << QString::fromUtf8(statement);
}

void ScriptTextTest::whatHoldsNoPasswordStays()
{
    QFETCH(QString, statement);
    QCOMPARE(redact(statement), statement);
}

void ScriptTextTest::redactingTwiceChangesNothing()
{
    for (const QString &text : madeUpTexts(5'000)) {
        const QString once = redact(text);
        QCOMPARE(redact(once), once);
    }
}

void ScriptTextTest::redactingTakesLinearTime_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("end");
    QTest::newRow("addresses in JSON") << u"{\"u\":\"http://h:8080/a\"},"_qs << QString();
    QTest::newRow("addresses with a sign") << u"http://h:8080/a,"_qs << u"@"_qs;
    QTest::newRow("hexadecimal digits") << u"0123456789abcdef"_qs << u"://"_qs;
    QTest::newRow("schemes") << u"a://"_qs << QString();
    QTest::newRow("rows") << u"', 1), (2, 'x"_qs << QString();
    QTest::newRow("parentheses") << u"', (password(("_qs << QString();
}

void ScriptTextTest::redactingTakesLinearTime()
{
    QFETCH(QString, part);
    QFETCH(QString, end);
    const auto processorTimeFor = [&](qsizetype size) {
        const QString statement =
            u"insert into t values ('"_qs + part.repeated(size / part.size()) + end + u"')"_qs;
        const std::clock_t begin = std::clock();
        const bool isDone = !redact(statement).isEmpty();
        return isDone ? std::clock() - begin : -1;
    };
    constexpr std::clock_t least = CLOCKS_PER_SEC / 10; // less can be anything else
    const std::clock_t small = processorTimeFor(40'000);
    const std::clock_t large = processorTimeFor(400'000);
    QVERIFY(small >= 0 && large >= 0);
    QVERIFY2(large < std::max(small, least) * 50,
             "ten times the statement took more than fifty times as long");
}

void ScriptTextTest::theModeSaysWhereAStringEnds()
{
    const auto texts = [](const QString &statement, SqlMode mode) {
        QStringList found;
        for (const Token &token : tokens(statement, mode))
            if (token.kind == TokenKind::String)
                found.append(token.text(statement).toString());
        return found;
    };
    const SqlMode plain{true, {}};
    const SqlMode ansi{false, true};
    QCOMPARE(texts(uR"('a\'b' "c\"d")"_qs, {}), (QStringList{uR"('a\'b')"_qs, uR"("c\"d")"_qs}));
    QCOMPARE(texts(uR"('a\'||'b')"_qs, plain), (QStringList{uR"('a\')"_qs, u"'b'"_qs}));
    QCOMPARE(texts(uR"('a\'b' "c\")"_qs, ansi), QStringList{uR"('a\'b')"_qs});
    QCOMPARE(readings(u"select 'it''s', 'a\\b'"_qs, {}).size(), 1);
    QCOMPARE(readings(uR"(select 'it\'s')"_qs, {}).size(), 2);
    QCOMPARE(readings(uR"(select "it\"s")"_qs, {}).size(), 3);
    QCOMPARE(readings(uR"(select "it\"s")"_qs, {false, false}).size(), 1);
}

void ScriptTextTest::blanksAreWhatServersTakeForBlanks()
{
    const auto kinds = [](const QString &text) {
        QList<TokenKind> found;
        for (const Token &token : tokens(text))
            found.append(token.kind);
        return found;
    };
    using enum TokenKind;
    QCOMPARE(kinds(u"a\u00a0b\u2003c"_qs), QList{Word});
    QCOMPARE(kinds(u"a \t\r\n\v\fb"_qs), (QList{Word, Blank, Word}));
    QCOMPARE(kinds(u"--\u00a0a"_qs), (QList{Symbol, Symbol, Word}));
    QCOMPARE(kinds(u"--\va"_qs), QList{Comment});
}

QTEST_APPLESS_MAIN(ScriptTextTest)
#include "scripttexttest.moc"
