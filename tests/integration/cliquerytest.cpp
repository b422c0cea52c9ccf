// SPDX-License-Identifier: GPL-2.0-or-later
// What "latchkey-cli query" does with scripts, formats, limits, files and many profiles, on real servers.
#include "tests/integration/clientvalues.h"
#include "tests/integration/clirunner.h"
#include "tests/integration/pseudoterminal.h"
#include "tests/support/sandbox.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace latchkey::test;

namespace {

const QString writer = QStringLiteral("Sandbox/orders/writer");
const QString reader = QStringLiteral("Sandbox/orders/reader");

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CliQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void scriptsComeFromOptionsFilesAndStandardInput();
    void aScriptThatIsNotUtf8IsRefused();
    void everyFormatStreams_data();
    void everyFormatStreams();
    void valuesAreThoseOfTheMariaDbClient();
    void insertsMakeTheSameTableAgain();
    void csvIsGuardedUnlessAskedNotTo();
    void maxRowsEndsAResultWell();
    void aStatementThatTakesTooLongIsKilled();
    void whatIsInterruptedIsStoppedOnTheServerToo_data();
    void whatIsInterruptedIsStoppedOnTheServerToo();
    void theServerWaitsForWhoReadsSlowly();
    void aReadOnlyRunSendsNothingThatWrites();
    void aFileIsThereOnlyWhenItIsComplete();
    void aFullDiskLeavesNoFile();
    void anInterruptedExportLeavesNoFile();
    void manyProfilesAnswerInTheirOrder();
    void statementsOfManyProfilesStayApart();
    void oneFailingProfileStopsNoOther();
    void patternsAndOptionsThatMeanNothingAreExplained();
    void thePasswordComesBeforeTheScript();

private:
    Ended query(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_cli->run(QStringList{QStringLiteral("query")} + arguments, input);
    }
    QByteArray client(const QStringList &options, const QByteArray &sql)
    {
        return clientOutput(m_sandbox, options, sql);
    }
    int running(const QByteArray &mark);

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
};

void CliQueryTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    QByteArray output;
    QVERIFY2(m_sandbox.execute(u"writer"_qs, everyTypeTable, &output), output.constData());
}

void CliQueryTest::init()
{
    m_cli = std::make_unique<CliRunner>();
    const QString name = u"profiles.json"_qs;
    QVERIFY(QFile::copy(QDir(m_sandbox.description().configDir).filePath(name),
                        m_cli->file(u"config/"_qs + name)));
    const auto signedIn =
        m_cli->run({u"sign-in"_qs, m_sandbox.principal(u"alice"_qs), u"--password-stdin"_qs},
                   m_sandbox.password(u"alice"_qs).toUtf8() + '\n');
    QVERIFY2(signedIn.code == 0, signedIn.errors.constData());
    QCOMPARE(query({writer, u"-e"_qs, u"select 1"_qs}).code, 0); // which pins the server's name, and says so
    QCOMPARE(query({reader, u"-e"_qs, u"select 1"_qs}).code, 0);
}

int CliQueryTest::running(const QByteArray &mark)
{
    QByteArray count;
    m_sandbox.execute(u"writer"_qs,
                      "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%" + mark
                          + "%' AND id <> CONNECTION_ID()",
                      &count);
    return count.trimmed().toInt();
}

void CliQueryTest::scriptsComeFromOptionsFilesAndStandardInput()
{
    QFile file(m_cli->file(u"script.sql"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBFselect 3 as n; -- a comment\nselect '\xC3\xA4' as n;\n");
    file.close();
    const QByteArray both = "n\n1\nn\n2\nn\n3\nn\n\xC3\xA4\n";
    const auto mixed = query({writer, u"-e"_qs, u"select 1 as n"_qs, u"-e"_qs, u"select 2 as n;"_qs,
                              u"--file"_qs, file.fileName()});
    QVERIFY2(mixed.code == 0, mixed.errors.constData());
    QCOMPARE(mixed.output, both);
    QCOMPARE(query({writer}, "select 5 as n").output, QByteArray("n\n5\n"));
    QCOMPARE(query({writer, u"-e"_qs, u"select 4 as n"_qs, u"-"_qs}, "select 5 as n").output,
             QByteArray("n\n4\nn\n5\n"));
    QCOMPARE(query({writer, u"--file"_qs, u"-"_qs}, "delimiter //\nselect 6 as n//").output,
             QByteArray("n\n6\n"));
    QCOMPARE(query({writer}).code, 2);
    const auto missing = query({writer, u"--file"_qs, u"/nonexistent.sql"_qs});
    QCOMPARE(missing.code, 7);
    QVERIFY(missing.errors.contains("nonexistent.sql"));
}

void CliQueryTest::aScriptThatIsNotUtf8IsRefused()
{
    const auto refused = query({writer}, "select '\xE4'");
    QCOMPARE(refused.code, 7);
    QVERIFY2(refused.errors.contains("UTF-8"), refused.errors.constData());
}

void CliQueryTest::everyFormatStreams_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"table", "tsv", "csv", "json", "jsonl", "markdown", "insert"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void CliQueryTest::everyFormatStreams()
{
    QFETCH(QString, format);
    const auto process = m_cli->start({u"query"_qs, writer, u"--format"_qs, format, u"-e"_qs,
                                       u"select seq, repeat('x', 100) from seq_1_to_100000000"_qs});
    process->setReadChannel(QProcess::StandardOutput);
    QTRY_VERIFY(process->bytesAvailable() > 100'000 || process->state() == QProcess::NotRunning);
    QVERIFY(process->state() == QProcess::Running); // long before the end
    process->kill();
    m_cli->finish(*process);
}

void CliQueryTest::valuesAreThoseOfTheMariaDbClient()
{
    for (const QString &table : {u"edges"_qs, u"every_type"_qs, u"customers"_qs, u"items"_qs}) {
        const QString sql = u"select * from %1 order by 1, 2"_qs.arg(table);
        const auto ours = query({writer, u"-e"_qs, sql, u"--format"_qs, u"tsv"_qs});
        QVERIFY2(ours.code == 0, ours.errors.constData());
        const QByteArray escaped = client({u"--batch"_qs}, sql.toUtf8());
        QVERIFY(!escaped.isEmpty());
        QVERIFY2(ours.output == escaped, qPrintable(table));
        QVERIFY2(unescaped(ours.output) == client({u"--batch"_qs, u"--raw"_qs}, sql.toUtf8()),
                 qPrintable(table));
    }
}

void CliQueryTest::insertsMakeTheSameTableAgain()
{
    for (const QByteArray &mode : {QByteArray("ALLOW_INVALID_DATES"),
                                   QByteArray("ALLOW_INVALID_DATES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES")}) {
        const auto sql = query({writer, u"-e"_qs, u"select * from edges"_qs, u"--format"_qs, u"insert"_qs,
                                u"--table"_qs, u"edges2"_qs});
        QVERIFY2(sql.code == 0, sql.errors.constData());
        const QByteArray outcome =
            client({u"--batch"_qs}, "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'; DROP TABLE IF EXISTS edges2; "
                                    "CREATE TABLE edges2 LIKE edges;"
                                    "SET sql_mode = '"
                                        + mode + "';\n" + sql.output + "SELECT 'done';");
        QVERIFY(outcome.contains("done"));
        const auto again = client({u"--batch"_qs}, "SELECT * FROM edges2 ORDER BY id");
        QVERIFY(again == client({u"--batch"_qs}, "SELECT * FROM edges ORDER BY id"));
    }
}

void CliQueryTest::csvIsGuardedUnlessAskedNotTo()
{
    const QStringList csv{writer,         u"-e"_qs,  u"select '=1+1' as a, -1 as b, null as c"_qs,
                          u"--format"_qs, u"csv"_qs, u"--no-header"_qs};
    QCOMPARE(query(csv).output, QByteArray("'=1+1,-1,\r\n"));
    QCOMPARE(query(csv + QStringList{u"--no-formula-guard"_qs, u"--null"_qs, u"\\N"_qs, u"--bom"_qs}).output,
             QByteArray("\xEF\xBB\xBF=1+1,-1,\\N\r\n"));
}

void CliQueryTest::maxRowsEndsAResultWell()
{
    const auto ended = query({writer, u"--json"_qs, u"--max-rows"_qs, u"3"_qs, u"-e"_qs,
                              u"select seq from seq_1_to_100000; select 7 as seq"_qs});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output,
             QByteArray("[\n{\"seq\": 1},\n{\"seq\": 2},\n{\"seq\": 3}\n]\n[\n{\"seq\": 7}\n]\n"));
    QVERIFY2(ended.errors.contains("more"), ended.errors.constData());
    QVERIFY(!query({writer, u"--max-rows"_qs, u"3"_qs, u"-e"_qs, u"select 1"_qs}).errors.contains("more"));
}

void CliQueryTest::aStatementThatTakesTooLongIsKilled()
{
    const auto ended = query({writer, u"--timeout"_qs, u"1"_qs, u"-e"_qs,
                              u"select 1 as a; select sleep(60) as too_long_for_this; select 2 as b"_qs});
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.output, QByteArray("a\n1\n"));
    QVERIFY2(ended.errors.contains("too_long_for_this") && ended.errors.contains("--timeout"),
             ended.errors.constData());
    QVERIFY2(ended.milliseconds < 8'000, qPrintable(QString::number(ended.milliseconds)));
    QCOMPARE(running("too_long_for_this"), 0);
    QCOMPARE(query({writer, u"--timeout"_qs, u"60"_qs, u"-e"_qs, u"select 1"_qs}).code, 0);
}

void CliQueryTest::whatIsInterruptedIsStoppedOnTheServerToo_data()
{
    QTest::addColumn<QStringList>("where");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("code");
    const QString mark = u"interrupted_from_outside"_qs;
    QTest::newRow("read") << QStringList{writer} << u"select sleep(60) as "_qs + mark << 130;
    QTest::newRow("what may write") << QStringList{writer} << u"do sleep(60), '%1'"_qs.arg(mark)
                                    << 0; // a shorter sleep, for the server
    QTest::newRow("many profiles") << QStringList{u"--profiles"_qs, writer}
                                   << u"select sleep(60) as "_qs + mark << 130;
}

void CliQueryTest::whatIsInterruptedIsStoppedOnTheServerToo()
{
    QFETCH(const QStringList, where);
    QFETCH(const QString, statement);
    QFETCH(const int, code);
    const auto process = m_cli->start(QStringList{u"query"_qs} + where + QStringList{u"-e"_qs, statement});
    QTRY_COMPARE_WITH_TIMEOUT(running("interrupted_from_outside"), 1, 20'000);
    kill(static_cast<pid_t>(process->processId()), SIGINT);
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(running("interrupted_from_outside"), 0);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.errors.contains("Ctrl+C again"), ended.errors.constData());
}

void CliQueryTest::theServerWaitsForWhoReadsSlowly()
{
    const QString asked = u"select @@session.net_write_timeout as seconds"_qs;
    QCOMPARE(query({writer, u"-e"_qs, asked}).output, QByteArray("seconds\n31536000\n"));
    QCOMPARE(query({u"--profiles"_qs, writer, u"-e"_qs, asked}).lines().value(1), writer + u"\t31536000"_qs);
}

void CliQueryTest::aReadOnlyRunSendsNothingThatWrites()
{
    const auto refused = query({writer, u"--read-only"_qs, u"-e"_qs, u"select 1; delete from edges"_qs});
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.output, QByteArray());
    QVERIFY2(refused.errors.contains("delete from edges"), refused.errors.constData());
    const auto onServer =
        query({writer, u"--read-only"_qs, u"-e"_qs, u"select @@session.transaction_read_only as x"_qs});
    QVERIFY2(onServer.output == "x\n1\n" || onServer.output.isEmpty(), onServer.output.constData());
    const auto hidden = query({writer, u"--read-only"_qs, u"-e"_qs, u"select nextval(nothing)"_qs});
    QVERIFY(hidden.code != 0);
}

void CliQueryTest::aFileIsThereOnlyWhenItIsComplete()
{
    const QString file = m_cli->file(u"rows.csv"_qs);
    const QStringList to{writer, u"--format"_qs, u"csv"_qs, u"--output"_qs, file, u"-e"_qs};
    QCOMPARE(query(to + QStringList{u"select 1 as a"_qs}).code, 0);
    QCOMPARE(contentOf(file), QByteArray("a\r\n1\r\n"));
    const auto failed = query(to + QStringList{u"select 2 as a; select nonsense"_qs});
    QCOMPARE(failed.code, 1);
    QVERIFY2(failed.errors.contains("rows.csv.partial"), failed.errors.constData());
    QCOMPARE(contentOf(file), QByteArray("a\r\n1\r\n"));
    QCOMPARE(contentOf(file + u".partial"_qs), QByteArray("a\r\n2\r\n"));
    QCOMPARE(QDir(m_cli->folder()).entryList({u"rows*"_qs}, QDir::Files).size(), 2);
    const auto noFolder = query({writer, u"--output"_qs, m_cli->file(u"no/x"_qs), u"-e"_qs, u"select 1"_qs});
    QCOMPARE(noFolder.code, 7);
    QVERIFY(noFolder.errors.contains("no/x"));
}

void CliQueryTest::aFullDiskLeavesNoFile()
{
    const auto process =
        m_cli->start({u"query"_qs, writer, u"--output"_qs, u"/dev/full"_qs, u"-e"_qs, u"select 1"_qs});
    const auto ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 7);
    QVERIFY2(ended.errors.contains("could not be written"), ended.errors.constData());
    const auto standard =
        m_cli->start({u"query"_qs, writer, u"-e"_qs, u"select seq from seq_1_to_100000000"_qs}, {}, [] {
            const int full = open("/dev/full", O_WRONLY);
            dup2(full, STDOUT_FILENO);
        });
    const auto said = m_cli->finish(*standard);
    QCOMPARE(said.code, 1);
    QVERIFY2(said.errors.contains("could not be written"), said.errors.constData());
}

void CliQueryTest::anInterruptedExportLeavesNoFile()
{
    const QString file = m_cli->file(u"rows.tsv"_qs);
    const auto process = m_cli->start(
        {u"query"_qs, writer, u"--output"_qs, file, u"-e"_qs, u"select seq from seq_1_to_100000000"_qs});
    const auto partials = [this] {
        return QDir(m_cli->folder()).entryInfoList({u"rows.tsv*"_qs}, QDir::Files);
    };
    QTRY_VERIFY(!partials().isEmpty() && partials().first().size() > 0);
    QVERIFY(!QFile::exists(file));
    kill(static_cast<pid_t>(process->processId()), SIGINT);
    QCOMPARE(m_cli->finish(*process).code, 130);
    QVERIFY(!QFile::exists(file));
}

void CliQueryTest::manyProfilesAnswerInTheirOrder()
{
    const auto both = query({u"--profiles"_qs, u"Sandbox/orders/*er"_qs, u"-e"_qs,
                             u"select if(@@server_id = 1, sleep(0.5), 0) as s, @@server_id as id"_qs,
                             u"--jobs"_qs, u"2"_qs});
    QVERIFY2(both.code == 0, both.errors.constData());
    const QStringList lines = both.lines();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), u"profile\ts\tid"_qs);
    QVERIFY(lines.at(1).startsWith(reader));
    QVERIFY(lines.at(2).startsWith(writer));
    const auto json = query({u"--profiles"_qs, writer, u"--profiles"_qs, reader, u"--json"_qs, u"--jobs"_qs,
                             u"1"_qs, u"-e"_qs, u"select seq from seq_1_to_30000"_qs});
    const QJsonArray rows = json.json().array();
    QCOMPARE(rows.size(), 60'000);
    QCOMPARE(rows.first().toObject().value(u"profile").toString(), reader);
    QCOMPARE(rows.last().toObject().value(u"profile").toString(), writer);
    const auto rowless =
        query({u"--profiles"_qs, u"Sandbox/orders/*er"_qs, u"--json"_qs, u"-e"_qs, u"set @x = 1"_qs});
    QCOMPARE(rowless.json().array().size(), 2);
}

/// Two statements whose columns look alike are not one answer.
void CliQueryTest::statementsOfManyProfilesStayApart()
{
    const auto tables = query({u"--profiles"_qs, u"Sandbox/orders/*er"_qs, u"-e"_qs,
                               u"select 'first' as a; select 'second' as a"_qs});
    QVERIFY2(tables.code == 0, tables.errors.constData());
    const QString head = u"profile\ta"_qs;
    QCOMPARE(tables.lines(), (QStringList{head, reader + u"\tfirst"_qs, head, reader + u"\tsecond"_qs, head,
                                          writer + u"\tfirst"_qs, head, writer + u"\tsecond"_qs}));
}

void CliQueryTest::oneFailingProfileStopsNoOther()
{
    QCOMPARE(m_cli
                 ->run({u"profiles"_qs, u"add"_qs, u"Sandbox/orders/deader"_qs, u"--host"_qs, u"127.0.0.1"_qs,
                        u"--port"_qs, u"1"_qs})
                 .code,
             0);
    const QString file = m_cli->file(u"all.tsv"_qs);
    const QStringList some{u"--profiles"_qs, u"Sandbox/orders/*er"_qs, u"-e"_qs, u"select 1 as a"_qs};
    const auto ended = query(some);
    QCOMPARE(ended.code, 8);
    QCOMPARE(ended.lines().size(), 3);
    QVERIFY2(ended.errors.contains("deader"), ended.errors.constData());
    QCOMPARE(query(some + QStringList{u"--output"_qs, file}).code, 8);
    QVERIFY(!QFile::exists(file));
    QVERIFY(contentOf(file + u".partial"_qs).contains(writer.toUtf8()));
    const auto allFailed = query({u"--profiles"_qs, u"*/deader"_qs, u"-e"_qs, u"select 1"_qs});
    QCOMPARE(allFailed.code, 5);
    const auto broken = query({u"--profiles"_qs, u"Sandbox/orders/*iter"_qs, u"--json"_qs, u"-e"_qs,
                               u"select 1 as a; select nonsense"_qs});
    QCOMPARE(broken.code, 1);
}

void CliQueryTest::patternsAndOptionsThatMeanNothingAreExplained()
{
    const QString sql = u"select 1"_qs;
    const auto none = query({u"--profiles"_qs, u"nowhere/*"_qs, u"-e"_qs, sql});
    QCOMPARE(none.code, 1);
    QVERIFY(none.errors.contains("nowhere/*"));
    const QList<QStringList> wrong{{writer, u"--profiles"_qs, u"*"_qs, u"-e"_qs, sql},
                                   {u"-e"_qs, sql},
                                   {writer, reader, u"-e"_qs, sql},
                                   {writer, u"-e"_qs, sql, u"--max-rows"_qs, u"0"_qs},
                                   {writer, u"-e"_qs, sql, u"--timeout"_qs, u"soon"_qs},
                                   {writer, u"-e"_qs, sql, u"--jobs"_qs, u"-1"_qs},
                                   {writer, u"-e"_qs, sql, u"--binary"_qs, u"octal"_qs},
                                   {writer, u"-e"_qs, sql, u"--binary"_qs, u"raw"_qs, u"--json"_qs},
                                   {u"--profiles"_qs, u"*"_qs, u"--password-stdin"_qs, u"-e"_qs, sql}};
    for (const QStringList &arguments : wrong)
        QVERIFY2(query(arguments).code == 2, qPrintable(arguments.join(u' ')));
}

void CliQueryTest::thePasswordComesBeforeTheScript()
{
    QByteArray password;
    for (const auto &account : m_sandbox.server(u"writer"_qs).accounts)
        password = account.password.isEmpty() ? password : account.password.toUtf8();
    const QStringList arguments{u"Sandbox/orders/password"_qs, u"--password-stdin"_qs};
    const auto ended = query(arguments, password + "\nselect 7 as a;\nselect 8 as a");
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output, QByteArray("a\n7\na\n8\n"));
    QCOMPARE(query(arguments, password + "\n").code, 2);
}

QTEST_GUILESS_MAIN(CliQueryTest)
#include "cliquerytest.moc"
