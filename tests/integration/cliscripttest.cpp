// SPDX-License-Identifier: GPL-2.0-or-later
// What "latchkey-cli query" does with a script's parameters, failures and warnings, on a real server.
#include "tests/integration/clirunner.h"
#include "tests/support/sandbox.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace latchkey::test;

class CliScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aParameterIsATextWhateverItHolds_data();
    void aParameterIsATextWhateverItHolds();
    void parametersThatDoNotFitSendNothing_data();
    void parametersThatDoNotFitSendNothing();
    void withoutValuesAColonStays();
    void keepingGoingRunsWhatStandsBehindAFailure();
    void keepingGoingEndsWithTheTransaction_data();
    void keepingGoingEndsWithTheTransaction();
    void keepingGoingEndsWithTheSession();
    void keepingGoingEndsWithAResultThatBrokeOff();
    void keepingGoingSaysWhichProfileFailed();
    void warningsAreSaidIfWanted();

private:
    Ended query(const QString &script, const QStringList &options = {})
    {
        return m_cli->run(
            QStringList{u"query"_qs, u"Sandbox/orders/writer"_qs, u"--no-header"_qs, u"-e"_qs, script}
            + options);
    }

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
};

void CliScriptTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    m_cli = std::make_unique<CliRunner>();
    const QString name = u"profiles.json"_qs;
    QVERIFY(QFile::copy(QDir(m_sandbox.description().configDir).filePath(name),
                        m_cli->file(u"config/"_qs + name)));
    const auto signedIn =
        m_cli->run({u"sign-in"_qs, m_sandbox.principal(u"alice"_qs), u"--password-stdin"_qs},
                   m_sandbox.password(u"alice"_qs).toUtf8() + '\n');
    QVERIFY2(signedIn.code == 0, signedIn.errors.constData());
    QCOMPARE(query(u"select 1"_qs).code, 0); // which pins the server's name, and says so
}

void CliScriptTest::aParameterIsATextWhateverItHolds_data()
{
    QTest::addColumn<QString>("value");
    for (const QString &value :
         {u"x"_qs, QString(), u"it's"_qs, u"''"_qs, u"a=b"_qs, u"\"q\" `r`"_qs, u"back\\slash"_qs,
          u"\\'; select 'y"_qs, u"-- "_qs, u":a"_qs, u"5"_qs, u"Grüße 😀"_qs})
        QTest::newRow(qPrintable(u'<' + value + u'>')) << value;
}

void CliScriptTest::aParameterIsATextWhateverItHolds()
{
    QFETCH(QString, value);
    for (const QString &mode :
         {QString(), u"NO_BACKSLASH_ESCAPES"_qs, u"ANSI_QUOTES,NO_BACKSLASH_ESCAPES"_qs}) {
        const auto ran = query(u"set sql_mode = '%1'; select hex(:a), ':a'"_qs.arg(mode),
                               {u"--param"_qs, u"a="_qs + value});
        QVERIFY2(ran.code == 0, ran.errors.constData());
        QCOMPARE(ran.output, value.toUtf8().toHex().toUpper() + "\t:a\n");
    }
}

void CliScriptTest::parametersThatDoNotFitSendNothing_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("one is missing") << QStringList{u"a=1"_qs} << QByteArray("no value for “:b”");
    QTest::newRow("one too many") << QStringList{u"a=1"_qs, u"b=2"_qs, u"c=3"_qs} << QByteArray("“:c”");
    QTest::newRow("no value") << QStringList{u"a"_qs} << QByteArray("NAME=TEXT");
    QTest::newRow("no name") << QStringList{u"=1"_qs} << QByteArray("NAME=TEXT");
    QTest::newRow("no such name") << QStringList{u"a b=1"_qs} << QByteArray("NAME=TEXT");
}

void CliScriptTest::parametersThatDoNotFitSendNothing()
{
    QFETCH(QStringList, given);
    QFETCH(QByteArray, said);
    QStringList options;
    for (const QString &one : given)
        options << u"--param"_qs << one;
    const auto refused = query(u"select 1; select :a, :b"_qs, options);
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.output, QByteArray());
    QVERIFY2(refused.errors.contains(said), refused.errors.constData());
}

void CliScriptTest::withoutValuesAColonStays()
{
    const auto failed = query(u"select :a"_qs);
    QCOMPARE(failed.code, 1);
    QVERIFY2(failed.errors.contains(":a"), failed.errors.constData());
}

void CliScriptTest::keepingGoingRunsWhatStandsBehindAFailure()
{
    const QString script = u"select 1; selct 2; select 3; select no_such_column; select 5"_qs;
    QCOMPARE(query(script).output, QByteArray("1\n"));
    const auto ran = query(script, {u"--keep-going"_qs});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.output, QByteArray("1\n3\n5\n"));
    QVERIFY2(ran.errors.contains("“selct 2” failed"), ran.errors.constData());
    QVERIFY2(ran.errors.contains("“select no_such_column” failed"), ran.errors.constData());
    QVERIFY2(ran.errors.contains("2 statement"), ran.errors.constData());
    QCOMPARE(query(u"select 1"_qs, {u"--keep-going"_qs}).code, 0);
}

void CliScriptTest::keepingGoingEndsWithTheTransaction_data()
{
    QTest::addColumn<QString>("begin");
    QTest::newRow("begun") << u"start transaction"_qs;
    QTest::newRow("without autocommit") << u"set autocommit = 0; select count(*) from shop.items limit 0"_qs;
}

void CliScriptTest::keepingGoingEndsWithTheTransaction()
{
    QFETCH(QString, begin);
    const auto within = query(begin + u"; selct 1; select 2"_qs, {u"--keep-going"_qs});
    QCOMPARE(within.output, QByteArray("2\n"));
    const auto ended =
        query(begin + u"; create table no_such_schema.t (a int); select 2"_qs, {u"--keep-going"_qs});
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.output, QByteArray());
    QVERIFY2(ended.errors.contains("The transaction has ended with it"), ended.errors.constData());
}

void CliScriptTest::keepingGoingEndsWithTheSession()
{
    const auto lost = query(u"select 1; kill connection_id(); select 3"_qs, {u"--keep-going"_qs});
    QVERIFY(lost.code != 0);
    QCOMPARE(lost.output, QByteArray("1\n"));
}

void CliScriptTest::keepingGoingEndsWithAResultThatBrokeOff()
{
    const QString broken = u"select seq, (select 1 union all select 2 limit 1, 1) + if(seq = 90000, "
                           "(select 1 union all select 2), 0) from seq_1_to_100000; select 'behind'"_qs;
    const auto ended = query(broken, {u"--keep-going"_qs});
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.output.startsWith("1\t"));
    QVERIFY(!ended.output.contains("behind"));
    QVERIFY2(ended.errors.contains("Its result has broken off"), ended.errors.constData());
}

void CliScriptTest::keepingGoingSaysWhichProfileFailed()
{
    const auto ran = m_cli->run({u"query"_qs, u"--profiles"_qs, u"Sandbox/orders/writer"_qs,
                                 u"--no-header"_qs, u"--keep-going"_qs, u"-e"_qs, u"selct 1; select 2"_qs});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.output, QByteArray("Sandbox/orders/writer\t2\n"));
    QVERIFY2(ran.errors.contains("Sandbox/orders/writer: “selct 1” failed"), ran.errors.constData());
    QVERIFY2(ran.errors.contains("Sandbox/orders/writer: 1 statement"), ran.errors.constData());
}

void CliScriptTest::warningsAreSaidIfWanted()
{
    const QString script = u"select cast('x1' as int); select 2"_qs;
    QCOMPARE(query(script).errors, QByteArray());
    const auto said = query(script, {u"--show-warnings"_qs});
    QCOMPARE(said.code, 0);
    QCOMPARE(said.output, QByteArray("0\n2\n"));
    QVERIFY2(said.errors.contains("Warning 1292: Truncated incorrect"), said.errors.constData());
    const auto named = query(u"create temporary table w (error_count char(1)); set sql_mode = ''; "
                             "insert into w (error_count) values ('long')"_qs,
                             {u"--show-warnings"_qs});
    QVERIFY2(named.errors.contains("Data truncated"), named.errors.constData()); // a name, no question
    const auto asked = query(u"select cast('x1' as int); show count(*) warnings"_qs, {u"--show-warnings"_qs});
    QCOMPARE(asked.output, QByteArray("0\n1\n"));
}

QTEST_GUILESS_MAIN(CliScriptTest)
#include "cliscripttest.moc"
