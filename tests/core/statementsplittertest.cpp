// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/statementsplitter.h"

#include "casefile.h"

#include <QTest>

#include <random>

using namespace latchkey::script;

class StatementSplitterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aScriptFallsIntoStatements_data();
    void aScriptFallsIntoStatements();
    void piecesJoinedAreTheScript();
    void aLongScriptTakesLinearTime();
    void aBackslashIsWhatTheModeSays();
    void aSelectionBeginsWithTheDelimiterInForce_data();
    void aSelectionBeginsWithTheDelimiterInForce();
    void theCursorFindsItsStatement_data();
    void theCursorFindsItsStatement();
};

namespace {

/// The file's signs for characters that cannot be seen.
QString written(const QString &text)
{
    return text.trimmed().replace(u'␊', u'\n').replace(u'␍', u'\r').replace(u'␉', u'\t').replace(u'␠', u' ');
}

QStringList statements(const QString &script, SqlMode mode)
{
    QStringList found;
    for (const ScriptPiece &piece : splitScript(script, u";"_qs, mode))
        if (!piece.isBlank())
            found.append(piece.sql(script).toString());
    return found;
}

QString joined(const QString &script)
{
    QString whole;
    qsizetype expected = 0;
    for (const ScriptPiece &piece : splitScript(script)) {
        if (piece.begin != expected || piece.end <= piece.begin || piece.sqlBegin < piece.begin
            || piece.sqlEnd > piece.end || piece.sqlBegin > piece.sqlEnd)
            return QStringLiteral("piece out of order");
        whole += script.mid(piece.begin, piece.end - piece.begin);
        expected = piece.end;
    }
    return whole;
}

} // namespace

void StatementSplitterTest::aScriptFallsIntoStatements_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<SqlMode>("mode");
    const QList<Case> cases = casesOf(QStringLiteral(LATCHKEY_CASES "/splitter.txt"));
    QVERIFY(cases.size() > 200);
    for (const auto &[heading, line] : cases) {
        const QStringList sides = line.split(u'⇒');
        const QStringList found = written(sides.value(1)).split(u'¦', Qt::SkipEmptyParts);
        QStringList expected;
        for (const QString &statement : found)
            expected.append(statement.trimmed());
        const SqlMode mode{heading.contains(u"NO_BACKSLASH_ESCAPES"), heading.contains(u"ANSI_QUOTES")};
        QTest::addRow("%s: %s", qPrintable(heading), qPrintable(line))
            << written(sides.first()) << expected << mode;
    }
}

void StatementSplitterTest::aScriptFallsIntoStatements()
{
    QFETCH(QString, script);
    QFETCH(QStringList, expected);
    QFETCH(SqlMode, mode);
    QCOMPARE(statements(script, mode), expected);
    QCOMPARE(joined(script), script);
}

void StatementSplitterTest::piecesJoinedAreTheScript()
{
    const QStringList parts{u"'"_qs,      u"\""_qs, u"`"_qs,  u";"_qs,   u"\\"_qs, u"-- "_qs,
                            u"#"_qs,      u"/*"_qs, u"*/"_qs, u"/*!"_qs, u"\n"_qs, u"delimiter "_qs,
                            u"select"_qs, u"$$"_qs, u" "_qs,  u"é"_qs};
    std::mt19937 random(20240501);
    std::uniform_int_distribution<qsizetype> part(0, parts.size() - 1);
    for (int run = 0; run < 20'000; ++run) {
        QString script;
        for (int i = 0; i < 24; ++i)
            script += parts[part(random)];
        QCOMPARE(joined(script), script);
    }
}

void StatementSplitterTest::aLongScriptTakesLinearTime()
{
    const auto nanosecondsFor = [](qsizetype lines) {
        const QString script = u"insert into t values (1, 'a;b', \"c\"); -- x\n"_qs.repeated(lines);
        QElapsedTimer timer;
        timer.start();
        const bool complete = splitScript(script).size() == lines + 1;
        return complete ? timer.nsecsElapsed() : -1;
    };
    const qint64 small = nanosecondsFor(5'000);
    const qint64 large = nanosecondsFor(50'000);
    QVERIFY(small > 0);
    QVERIFY2(large < small * 50, "ten times the script took more than fifty times as long");
}

void StatementSplitterTest::aBackslashIsWhatTheModeSays()
{
    const QString script = uR"(select '\'; delete from t; -- ')"_qs;
    QCOMPARE(splitScript(script).size(), 1);
    QCOMPARE(splitScript(script, u";"_qs, {true, {}}).size(), 3);
    const QString inDouble = uR"(select "\"; delete from t; -- ")"_qs;
    QCOMPARE(splitScript(inDouble).size(), 1);
    QCOMPARE(splitScript(inDouble, u";"_qs, {false, true}).size(), 3);
}

void StatementSplitterTest::aSelectionBeginsWithTheDelimiterInForce_data()
{
    QTest::addColumn<QString>("marked"); // | encloses the selection
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *marked, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(marked) << expected;
    };
    const QStringList procedure{u"create procedure p() begin delete from a; delete from b; end"_qs};
    row("all", "|a;b|", {u"a"_qs, u"b"_qs});
    row("in a block",
        "delimiter //\n|create procedure p() begin delete from a; delete from b; end //|\ndelimiter ;\n",
        procedure);
    row("in a block, in the middle of a line",
        "delimiter //\nx// |create procedure p() begin delete from a; delete from b; end|//", procedure);
    row("behind a block", "delimiter //\nx//\ndelimiter ;\n|a; b|;", {u"a"_qs, u"b"_qs});
    row("with the command", "x;\n|delimiter //\na;b//c|", {u"a;b"_qs, u"c"_qs});
    row("in the command", "x;\ndelimiter /|/\na;b|", {u"/\na"_qs, u"b"_qs});
    row("a command in a string", "select 'delimiter //\n';\n|a;b|", {u"a"_qs, u"b"_qs});
    row("from the middle of a statement", "delimiter //\nbegin |a; b|; end//", {u"a; b"_qs});
}

void StatementSplitterTest::aSelectionBeginsWithTheDelimiterInForce()
{
    QFETCH(QString, marked);
    QFETCH(QStringList, expected);
    const qsizetype begin = marked.indexOf(u'|');
    const qsizetype end = marked.indexOf(u'|', begin + 1) - 1;
    const QString script = QString(marked).remove(u'|');
    const QString selection = script.mid(begin, end - begin);
    QStringList found;
    for (const ScriptPiece &piece : splitScript(selection, delimiterAt(script, begin)))
        if (!piece.isBlank())
            found.append(piece.sql(selection).toString());
    QCOMPARE(found, expected);
}

void StatementSplitterTest::theCursorFindsItsStatement_data()
{
    QTest::addColumn<QString>("marked"); // | is the cursor
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *marked, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(marked) << QString::fromUtf8(expected);
    };
    row("nothing", "|", "");
    row("only a comment", "-- x|", "");
    row("start", "|select 1; select 2", "select 1");
    row("end of the only one", "select 1|", "select 1");
    row("inside the first", "sel|ect 1;\nselect 2", "select 1");
    row("before the delimiter", "select 1|;select 2", "select 1");
    row("behind the delimiter", "select 1;|\nselect 2", "select 1");
    row("behind the delimiter, with a neighbour", "select 1;| select 2", "select 1");
    row("in blanks on the same line", "select 1;  |  \nselect 2", "select 1");
    row("on the next line", "select 1;\n|select 2", "select 2");
    row("on the comment above", "select 1;\n-- about| two\nselect 2", "select 2");
    row("between", "select 1;\n|\nselect 2", "select 2");
    row("below the last", "select 1;\nselect 2;\n\n|", "select 2");
    row("in a client command", "select 1;\ndelim|iter //\nselect 2//", "select 2");
    row("in a string with a delimiter", "select 'a;|b'; select 2", "select 'a;b'");
}

void StatementSplitterTest::theCursorFindsItsStatement()
{
    QFETCH(QString, marked);
    QFETCH(QString, expected);
    const qsizetype cursor = marked.indexOf(u'|');
    const QString script = QString(marked).remove(cursor, 1);
    const auto found = statementAt(script, cursor);
    QCOMPARE(found ? found->sql(script).toString() : QString(), expected);
}

QTEST_APPLESS_MAIN(StatementSplitterTest)
#include "statementsplittertest.moc"
