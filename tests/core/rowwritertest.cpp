// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/cells.h"
#include "core/result/fieldtext.h"
#include "tests/support/resultvalues.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::result;
using namespace latchkey::test;
using sql::ColumnType;

namespace {

using Rows = std::vector<std::vector<Field>>;

/// Reads TSV as mysql --batch writes it, NULL being \N.
Rows readTsv(const QByteArray &text)
{
    Rows rows;
    for (const QByteArray &line : text.split('\n')) {
        std::vector<Field> row;
        for (const QByteArray &field : line.split('\t')) {
            std::string value;
            for (qsizetype at = 0; at < field.size(); ++at) {
                if (field[at] != '\\') {
                    value += field[at];
                    continue;
                }
                const char letter = field[++at];
                value += letter == 't' ? '\t' : letter == 'n' ? '\n' : letter == '0' ? '\0' : letter;
            }
            row.push_back(field == "\\N" ? Field() : Field(value));
        }
        rows.push_back(row);
    }
    rows.pop_back(); // behind the last line end
    return rows;
}

/// Reads RFC 4180; a field without a character, not even quotes, is NULL.
Rows readCsv(const QByteArray &text)
{
    Rows rows(1);
    qsizetype at = 0;
    while (at < text.size()) {
        Field cell;
        if (text[at] == '"') {
            cell = std::string();
            for (++at; text[at] != '"' || (at + 1 < text.size() && text[at + 1] == '"'); ++at) {
                at += text[at] == '"' ? 1 : 0;
                *cell += text[at];
            }
            ++at;
        } else {
            const qsizetype from = at;
            while (text[at] != ',' && text[at] != '\r')
                ++at;
            if (at > from)
                cell = text.sliced(from, at - from).toStdString();
        }
        rows.back().push_back(cell);
        if (text[at] == '\r') {
            rows.emplace_back();
            ++at; // and the line feed
        }
        ++at;
    }
    rows.pop_back();
    return rows;
}

/// Texts of what hurts most.
std::string hostileText(QRandomGenerator &random)
{
    static const std::vector<std::string> parts{"a",
                                                ",",
                                                "\"",
                                                "\"\"",
                                                "\n",
                                                "\r",
                                                "\r\n",
                                                "\t",
                                                "\\",
                                                "\\N",
                                                "NULL",
                                                "'",
                                                "=1+1",
                                                "-",
                                                "+",
                                                "@x",
                                                ";",
                                                "`",
                                                "|",
                                                "\x1A",
                                                " ",
                                                "\xC3\xA4",
                                                "\x7F",
                                                "\x01",
                                                "{",
                                                "}",
                                                "[",
                                                "null",
                                                "0x",
                                                "\xF0\x9F\x94\x91",
                                                "\xE2\x80\xAE",
                                                std::string(1, '\0')};
    std::string text;
    for (int left = random.bounded(6); left > 0; --left)
        text += parts[random.bounded(static_cast<quint32>(parts.size()))];
    return text;
}

std::vector<Field> hostileCells(QRandomGenerator &random, int count)
{
    std::vector<Field> cells;
    while (static_cast<int>(cells.size()) < count)
        cells.push_back(random.bounded(8) == 0 ? Field() : Field(hostileText(random)));
    return cells;
}

Rows inRows(const std::vector<Field> &cells, std::size_t columns)
{
    Rows rows;
    for (std::size_t at = 0; at < cells.size(); at += columns)
        rows.emplace_back(cells.begin() + static_cast<std::ptrdiff_t>(at),
                          cells.begin() + static_cast<std::ptrdiff_t>(at + columns));
    return rows;
}

/// Takes some bytes and then no more.
class FullOutput final : public ByteOutput
{
public:
    Result<> write(std::string_view bytes) override
    {
        if (m_left < bytes.size())
            return Error{Error::Code::FileInaccessible, QStringLiteral("full"), {}, 0};
        m_left -= bytes.size();
        return Ok{};
    }

private:
    std::size_t m_left = 1000;
};

/// Counts what it is given.
class CountingOutput final : public ByteOutput
{
public:
    Result<> write(std::string_view bytes) override
    {
        largest = std::max(largest, bytes.size());
        return Ok{};
    }
    std::size_t largest = 0;
};

const QList<sql::Column> three{column("a"), column("b"), column("c")};

} // namespace

class RowWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tsvIsAsTheClientsWriteIt();
    void csvIsWhatRfc4180Says();
    void csvGuardsAgainstFormulas();
    void csvLeavesNumbersAndTimesUnguarded();
    void csvIsByteExactWithoutTheGuard();
    void nullCanHaveAnyText();
    void excelGetsItsByteOrderMarkOnce();
    void bytesCanBeHexOrBase64();
    void jsonKeepsEveryDigit();
    void jsonOfABrokenOffResultStaysOpen();
    void jsonLinesStandAlone();
    void jsonNamesAreUnique();
    void markdownShowsWhatIsThere();
    void insertsAreRightInEverySqlMode();
    void numbersThatAreNoneAreTexts();
    void insertsBeginAnewAtTheSizeLimit();
    void aBrokenOffInsertDoesNotRun();
    void tablesAlignAndHideControlCharacters();
    void aTableOfAnyLengthNeedsLittleMemory();
    void aBrokenOffTableHasNoFrameBelow();
    void statementsWithoutRowsSaySoInJson();
    void hostileTextsReadBackTheSame();
    void eightBytesAtATimeFindWhatOneByOneFinds();
    void aFullOutputStopsTheWriter();
    void cellsAreCopiedInEveryFormat();
    void aCellThatCannotBeReadEndsTheWriting();
    void cellsAreWrittenInPieces();
    void wordsAndFormatsBelongTogether();
};

void RowWriterTest::tsvIsAsTheClientsWriteIt()
{
    QCOMPARE(
        written(RowFormat::Tsv, three, {"x\ty", std::nullopt, std::string("\0\n\\\r", 4), "", "=1", "\xFF"}),
        QByteArray("a\tb\tc\nx\\ty\tNULL\t\\0\\n\\\\\r\n\t=1\t\xFF\n"));
}

void RowWriterTest::csvIsWhatRfc4180Says()
{
    QCOMPARE(written(RowFormat::Csv, three, {"x,y", std::nullopt, "", "\"", "a\r\nb", "plain"}),
             QByteArray("a,b,c\r\n\"x,y\",,\"\"\r\n\"\"\"\",\"a\r\nb\",plain\r\n"));
}

void RowWriterTest::csvGuardsAgainstFormulas()
{
    QCOMPARE(written(RowFormat::Csv, three, {"=cmd|' /C calc'!A0", "@SUM(1)", "-1", "+1", "\tx", "\r"}),
             QByteArray("a,b,c\r\n'=cmd|' /C calc'!A0,'@SUM(1),'-1\r\n'+1,'\tx,\"'\r\"\r\n"));
    QCOMPARE(written(RowFormat::Csv, {column("=1+1"), column("-", ColumnType::Integer)}, {}),
             QByteArray("'=1+1,'-\r\n"));
}

void RowWriterTest::csvLeavesNumbersAndTimesUnguarded()
{
    const QList<sql::Column> columns{column("i", ColumnType::Integer), column("d", ColumnType::Decimal),
                                     column("f", ColumnType::Float), column("t", ColumnType::Time)};
    QCOMPARE(written(RowFormat::Csv, columns, {"-1", "-0.5", "-1e30", "-838:59:59"}),
             QByteArray("i,d,f,t\r\n-1,-0.5,-1e30,-838:59:59\r\n"));
}

void RowWriterTest::csvIsByteExactWithoutTheGuard()
{
    RowOptions options;
    options.formulaGuard = false;
    options.header = false;
    QCOMPARE(written(RowFormat::Csv, three, {"=1", "-1", "'"}, options), QByteArray("=1,-1,'\r\n"));
}

void RowWriterTest::nullCanHaveAnyText()
{
    RowOptions options;
    options.header = false;
    options.null = QStringLiteral("\\N");
    QCOMPARE(written(RowFormat::Tsv, three, {std::nullopt, "\\N", ""}, options),
             QByteArray("\\N\t\\\\N\t\n"));
    QCOMPARE(written(RowFormat::Csv, three, {std::nullopt, "\\N", ""}, options),
             QByteArray("\\N,\"\\N\",\"\"\r\n"));
}

void RowWriterTest::excelGetsItsByteOrderMarkOnce()
{
    RowOptions options;
    options.byteOrderMark = true;
    TextOutput output;
    const auto writer = makeRowWriter(RowFormat::Csv, options, output);
    for (int result = 0; result < 2; ++result) {
        QVERIFY(writer->begin({column("a")}));
        QVERIFY(writer->finish(Ending::Complete));
    }
    QCOMPARE(output.text(), std::string("\xEF\xBB\xBF"
                                        "a\r\na\r\n"));
}

void RowWriterTest::bytesCanBeHexOrBase64()
{
    const QList<sql::Column> columns{column("b", ColumnType::Binary), column("g", ColumnType::Geometry)};
    const std::vector<Field> cells{std::string("\0\xC3(", 3), ""};
    RowOptions options;
    options.header = false;
    QCOMPARE(written(RowFormat::Csv, columns, cells, options), QByteArray("\0\xC3(,\"\"\r\n", 8));
    options.binary = BinaryText::Hex;
    QCOMPARE(written(RowFormat::Csv, columns, cells, options), QByteArray("0x00C328,\"\"\r\n"));
    QCOMPARE(written(RowFormat::JsonLines, columns, cells, options),
             QByteArray("{\"b\": \"0x00C328\", \"g\": \"\"}\n"));
    options.binary = BinaryText::Base64;
    QCOMPARE(written(RowFormat::Tsv, columns, cells, options), QByteArray("AMMo\t\n"));
}

void RowWriterTest::jsonKeepsEveryDigit()
{
    const QList<sql::Column> columns{column("u", ColumnType::Integer), column("d", ColumnType::Decimal),
                                     column("z", ColumnType::Integer), column("y", ColumnType::Year)};
    QCOMPARE(written(RowFormat::Json, columns,
                     {"18446744073709551615",
                      "-12345678901234567890123456789012345.123456789012345678901234567890", "007", "0000"}),
             QByteArray("[\n{\"u\": 18446744073709551615, "
                        "\"d\": -12345678901234567890123456789012345.123456789012345678901234567890, "
                        "\"z\": \"007\", \"y\": \"0000\"}\n]\n"));
    QCOMPARE(written(RowFormat::Json, columns, {}), QByteArray("[]\n"));
}

void RowWriterTest::jsonOfABrokenOffResultStaysOpen()
{
    const QByteArray json = written(RowFormat::Json, {column("a")}, {"x"}, {}, Ending::BrokenOff);
    QCOMPARE(json, QByteArray("[\n{\"a\": \"x\"}\n"));
    QVERIFY(QJsonDocument::fromJson(json).isNull());
}

void RowWriterTest::jsonLinesStandAlone()
{
    QCOMPARE(written(RowFormat::JsonLines, {column("a")}, {"x\n", std::nullopt}),
             QByteArray("{\"a\": \"x\\n\"}\n{\"a\": null}\n"));
}

void RowWriterTest::jsonNamesAreUnique()
{
    QCOMPARE(written(RowFormat::JsonLines, {column("a"), column("a"), column("a_2"), column("\"")},
                     {"1", "2", "3", "4"}),
             QByteArray("{\"a\": \"1\", \"a_2\": \"2\", \"a_2_2\": \"3\", \"\\\"\": \"4\"}\n"));
}

void RowWriterTest::markdownShowsWhatIsThere()
{
    const QList<sql::Column> columns{column("a|b"), column("n", ColumnType::Integer),
                                     column("x", ColumnType::Binary)};
    QCOMPARE(written(RowFormat::Markdown, columns,
                     {"<b>|*x*`\n&", "-1", "\xFF", std::nullopt, std::nullopt, std::nullopt, "\x1B[31m", "2",
                      "a"}),
             QByteArray("| a\\|b | n | x |\n| --- | ---: | --- |\n"
                        "| \\<b\\>\\|\\*x\\*\\`<br>&amp; | -1 | 0xFF |\n| NULL | NULL | NULL |\n"
                        "| \\\\x1b\\[31m | 2 | 0x61 |\n"));
    QVERIFY(written(RowFormat::Markdown, columns, {}, {}, Ending::BrokenOff).contains("broke off"));
}

void RowWriterTest::insertsAreRightInEverySqlMode()
{
    const QList<sql::Column> columns{column("a`b"), column("n", ColumnType::Decimal),
                                     column("x", ColumnType::Binary), column("d", ColumnType::Date)};
    QCOMPARE(written(RowFormat::Insert, columns,
                     {"it's", "-1.50", std::string("\0'", 2), "0000-00-00", "a\\b", std::nullopt, "",
                      std::nullopt}),
             QByteArray("INSERT INTO `t` (`a``b`, `n`, `x`, `d`) VALUES\n"
                        "('it''s', -1.50, 0x0027, '0000-00-00'),\n"
                        "(_utf8mb4 0x615C62, NULL, '', NULL);\n"));
    QCOMPARE(written(RowFormat::Insert, {column("a"), column("b", ColumnType::Text, "u")}, {"1", "2"}),
             QByteArray("INSERT INTO `result` (`a`, `b`) VALUES\n('1', '2');\n"));
    RowOptions options;
    options.table = QStringLiteral("x`y");
    QCOMPARE(written(RowFormat::Insert, {column("a")}, {"\r"}, options),
             QByteArray("INSERT INTO `x``y` (`a`) VALUES\n(_utf8mb4 0x0D);\n"));
    QCOMPARE(written(RowFormat::Insert, {column("a")}, {}), QByteArray());
}

/// A server, or a proxy before it, says what it likes of its columns.
void RowWriterTest::numbersThatAreNoneAreTexts()
{
    const QList<sql::Column> numbers{column("a", ColumnType::Integer), column("b", ColumnType::Decimal)};
    QCOMPARE(written(RowFormat::Insert, numbers, {"0);DROP TABLE x;-- ", "1 or 1"}),
             QByteArray("INSERT INTO `t` (`a`, `b`) VALUES\n('0);DROP TABLE x;-- ', '1 or 1');\n"));
    QCOMPARE(written(RowFormat::Insert, numbers, {"-007", "+.5e-3"}),
             QByteArray("INSERT INTO `t` (`a`, `b`) VALUES\n(-007, +.5e-3);\n"));
    const QList<sql::Column> plain{column("a", ColumnType::Integer), column("b", ColumnType::DateTime)};
    QCOMPARE(written(RowFormat::Csv, plain, {"=cmd|' /C calc'!A0", "-1+2", "1,2", "2024-05-01 12:00:00.5"}),
             QByteArray("a,b\r\n'=cmd|' /C calc'!A0,'-1+2\r\n\"1,2\",2024-05-01 12:00:00.5\r\n"));
    QCOMPARE(written(RowFormat::Csv, plain, {"-1", "-12:30:00"}), QByteArray("a,b\r\n-1,-12:30:00\r\n"));
    QCOMPARE(written(RowFormat::Tsv, plain, {"1\t2", "3\n4"}), QByteArray("a\tb\n1\\t2\t3\\n4\n"));
    for (const char *text : {"", "-", "-x", "-1+2", "+1:2", "1,2", "12345678,", "1\t", "2024-05-01\n", "1\"",
                             "-1-2", "1\xC3\xA4", "1234567\x80", "1234567;", "=1"})
        QVERIFY2(!isPlainText(text), text);
    for (const char *text :
         {"0", "-1.5", "1e5", "+1", "2024-05-01 12:00:00.000001", "-838:59:59", "0000-00-00"})
        QVERIFY2(isPlainText(text), text);
    for (const char *text : {"", "-", ".", "e5", "1e", "1e+", "1x", "--1", "1 ", "0x1F", "1.2.3", "nan"})
        QVERIFY2(!isNumberText(text), text);
    for (const char *text : {"0", "-1", "1.", ".5", "1e5", "1.5E-3", "18446744073709551615"})
        QVERIFY2(isNumberText(text), text);
}

void RowWriterTest::insertsBeginAnewAtTheSizeLimit()
{
    RowOptions options;
    options.statementBytes = 60;
    const std::string long50(50, 'x');
    const QByteArray sql =
        written(RowFormat::Insert, {column("a")}, {"1", "2", "3", long50, long50}, options);
    for (const QByteArray &statement : sql.split(';'))
        QVERIFY2(statement.size() <= 60 || statement.contains(long50.c_str()), statement.constData());
    QCOMPARE(sql.count("INSERT INTO"), 3);
    QCOMPARE(sql.count(';'), 3);
}

void RowWriterTest::aBrokenOffInsertDoesNotRun()
{
    const QByteArray sql = written(RowFormat::Insert, {column("a")}, {"1"}, {}, Ending::BrokenOff);
    QVERIFY(!sql.contains(';') || sql.indexOf("\n-- ") < sql.indexOf(';'));
    QVERIFY(sql.contains("\n-- "));
}

void RowWriterTest::tablesAlignAndHideControlCharacters()
{
    const QList<sql::Column> columns{column("name"), column("n", ColumnType::Integer),
                                     column("b", ColumnType::Binary)};
    QCOMPARE(written(RowFormat::Table, columns, {"a\nb\x1B", "7", "\x01", std::nullopt, "10", ""}),
             QByteArray("+----------+----+------+\n"
                        "| name     | n  | b    |\n"
                        "+----------+----+------+\n"
                        "| a\\nb\\x1b |  7 | 0x01 |\n"
                        "| NULL     | 10 |      |\n"
                        "+----------+----+------+\n"));
}

void RowWriterTest::aTableOfAnyLengthNeedsLittleMemory()
{
    CountingOutput output;
    const auto writer = makeRowWriter(RowFormat::Table, {}, output);
    QVERIFY(writer->begin({column("a")}));
    const auto batch = batchOf(1, std::vector<Field>(500, "x"));
    for (int repeat = 0; repeat < 100; ++repeat)
        QVERIFY(writer->rows(batch));
    QVERIFY(writer->finish(Ending::Complete));
    QVERIFY2(output.largest < 20'000, qPrintable(QString::number(output.largest)));
}

void RowWriterTest::aBrokenOffTableHasNoFrameBelow()
{
    QCOMPARE(written(RowFormat::Table, {column("a")}, {"x"}, {}, Ending::BrokenOff),
             QByteArray("+---+\n| a |\n+---+\n| x |\n"));
}

void RowWriterTest::statementsWithoutRowsSaySoInJson()
{
    for (const RowFormat format : {RowFormat::Json, RowFormat::JsonLines, RowFormat::Tsv}) {
        TextOutput output;
        QVERIFY(makeRowWriter(format, {}, output)->withoutRows(3, 1));
        QCOMPARE(output.text(),
                 std::string(format == RowFormat::Tsv ? "" : "{\"affectedRows\": 3, \"warnings\": 1}\n"));
    }
}

void RowWriterTest::hostileTextsReadBackTheSame()
{
    QRandomGenerator random(20261126);
    RowOptions tsv;
    tsv.header = false;
    tsv.null = QStringLiteral("\\N");
    RowOptions csv;
    csv.header = false;
    csv.formulaGuard = false;
    for (int round = 0; round < 3000; ++round) {
        const auto cells = hostileCells(random, 3 * (1 + static_cast<int>(random.bounded(4))));
        const Rows rows = inRows(cells, 3);
        QCOMPARE(readTsv(written(RowFormat::Tsv, three, cells, tsv)), rows);
        QCOMPARE(readCsv(written(RowFormat::Csv, three, cells, csv)), rows);
        const auto array = QJsonDocument::fromJson(written(RowFormat::Json, three, cells)).array();
        QCOMPARE(static_cast<std::size_t>(array.size()), rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const QJsonObject object = array.at(static_cast<qsizetype>(row)).toObject();
            for (std::size_t at = 0; at < 3; ++at) {
                const QJsonValue value = object.value(three.at(static_cast<qsizetype>(at)).name);
                QCOMPARE(value.isNull() ? Field() : Field(value.toString().toStdString()), rows[row][at]);
            }
        }
    }
}

void RowWriterTest::eightBytesAtATimeFindWhatOneByOneFinds()
{
    QRandomGenerator random(4180);
    RowOptions options;
    options.header = false;
    for (int size = 0; size < 40; ++size) {
        for (int special = 0; special < size; ++special) {
            std::string text;
            for (int at = 0; at < size; ++at)
                text += at == special ? '\t' : static_cast<char>(0x20 + random.bounded(0x3C)); // no backslash
            std::string expected = text;
            expected.replace(static_cast<std::size_t>(special), 1, "\\t");
            QCOMPARE(written(RowFormat::Tsv, {column("a")}, {text}, options).toStdString(), expected + '\n');
        }
    }
}

void RowWriterTest::aFullOutputStopsTheWriter()
{
    FullOutput output;
    const auto writer = makeRowWriter(RowFormat::Csv, {}, output);
    QVERIFY(writer->begin({column("a")}));
    const auto batch = batchOf(1, std::vector<Field>(10, std::string(20, 'x')));
    int taken = 0;
    Result<> last = Ok{};
    while ((last = writer->rows(batch)))
        ++taken;
    QCOMPARE(taken, 4);
    QCOMPARE(last.error().message, QStringLiteral("full"));
}

void RowWriterTest::cellsAreCopiedInEveryFormat()
{
    const Cells cells{{column("a"), column("n", ColumnType::Integer)},
                      2500,
                      [](qint64 row, int column) -> std::optional<std::string_view> {
                          return column == 0 ? std::nullopt
                                             : std::optional<std::string_view>(row == 0 ? "1" : "2");
                      }};
    QVERIFY(copyText(cells, RowFormat::Tsv)->startsWith(QLatin1String("a\tn\nNULL\t1\nNULL\t2\n")));
    QCOMPARE(copyText(cells, RowFormat::Csv)->count(QLatin1String("\r\n")), 2501);
    QCOMPARE(QJsonDocument::fromJson(copyText(cells, RowFormat::Json)->toUtf8()).array().size(), 2500);
    QCOMPARE(copyText(cells, RowFormat::Markdown)->count(QLatin1Char('\n')), 2502);
    QVERIFY(copyText(cells, RowFormat::Insert)->endsWith(QLatin1String("(NULL, 2);\n")));
}

void RowWriterTest::aCellThatCannotBeReadEndsTheWriting()
{
    const Cells cells{{column("a")}, 10, [](qint64 row, int) -> Result<std::optional<std::string_view>> {
                          if (row == 5)
                              return Error{Error::Code::FileInaccessible, QStringLiteral("gone"), {}, 0};
                          return std::optional<std::string_view>("x");
                      }};
    const auto copied = copyText(cells, RowFormat::Json);
    QVERIFY(!copied);
    QCOMPARE(copied.error().message, QStringLiteral("gone"));
}

void RowWriterTest::cellsAreWrittenInPieces()
{
    const Cells cells{
        {column("a")}, 2500, [](qint64, int) -> std::optional<std::string_view> { return "x"; }};
    TextOutput output;
    const auto writer = makeRowWriter(RowFormat::Json, {}, output);
    CellWriting writing(cells, *writer);
    QVERIFY(*writing.writeSome());
    QCOMPARE(writing.written(), 1000);
    QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(output.text())).isNull());
    QVERIFY(*writing.writeSome());
    QVERIFY(!*writing.writeSome());
    QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(output.text())).array().size(), 2500);
}

void RowWriterTest::wordsAndFormatsBelongTogether()
{
    for (const QString &each : formatWords())
        QCOMPARE(word(*formatFromWord(each)), each);
    QVERIFY(!formatFromWord(u"xml"));
    QCOMPARE(formatWords().size(), 7);
}

QTEST_APPLESS_MAIN(RowWriterTest)
#include "rowwritertest.moc"
