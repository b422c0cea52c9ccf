// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/celltext.h"
#include "core/result/resultstore.h"
#include "ui/result/copyformat.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/sessionlog.h"
#include "ui/sqleditor.h"
#include "ui/sqltheme.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace latchkey;
using sql::Column;
using sql::ColumnType;
using sql::RowBatch;

namespace {

Column column(const QString &name, ColumnType type, const QString &typeName = {})
{
    return {name, u"t"_qs, type, typeName, true};
}

RowBatch oneRow(std::initializer_list<std::optional<std::string_view>> values)
{
    RowBatch batch(static_cast<int>(values.size()));
    for (const auto &value : values)
        batch.append(value);
    return batch;
}

RowBatch numbered(int from, int rows)
{
    RowBatch batch(2);
    for (int row = from; row < from + rows; ++row) {
        batch.append(std::to_string(row));
        batch.append("row " + std::to_string(row));
    }
    return batch;
}

QList<Column> numberAndText()
{
    return {column(u"id"_qs, ColumnType::Integer, u"BIGINT"_qs),
            column(u"name"_qs, ColumnType::Text, u"VARCHAR(20)"_qs)};
}

/// A result whose rows come when the test wants them to.
class Arriving
{
public:
    explicit Arriving(const QList<Column> &columns)
        : m_store(std::make_shared<result::ResultStore>(columns, result::MemoryBudget::make(1 << 30)))
    { }
    const std::shared_ptr<result::ResultStore> &store() const { return m_store; }
    bool append(const RowBatch &batch) { return bool(m_store->append(batch)); }

private:
    std::shared_ptr<result::ResultStore> m_store;
};

/// All rows at once.
std::shared_ptr<result::ResultStore> storeOf(const QList<Column> &columns,
                                             std::initializer_list<RowBatch> batches)
{
    Arriving result(columns);
    for (const RowBatch &batch : batches)
        result.append(batch);
    return result.store();
}

} // namespace

class SessionResultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValueIsShownAsItsTypeWants_data();
    void aValueIsShownAsItsTypeWants();
    void nullIsNoString();
    void longValuesAreCutInTheGridAndWholeInTheCopy();
    void markupInAValueStaysText();
    void batchesBecomeRowsInOrder();
    void theGridSaysHowManyRowsThereAreSoFar();
    void cutOffRowsCanBeFetched();
    void selectedCellsAreCopiedForSpreadsheets();
    void insertsAreMadeOfRectanglesOnly();
    void aSingleCellIsCopiedAsItIs();
    void fittingColumnsLooksAtTheFirstRowsOnly();
    void commentsAreToggled_data();
    void commentsAreToggled();
    void theEditorCountsAsQStringDoes();
    void sqlIsReadableInLightAndDark_data();
    void sqlIsReadableInLightAndDark();
    void aSyntaxErrorNamesItsLine();
};

void SessionResultTest::aValueIsShownAsItsTypeWants_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("typeName");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("right");
    const auto row = [](const char *name, ColumnType type, const QString &typeName, const QByteArray &value,
                        const QString &shown, bool right = false) {
        QTest::newRow(name) << type << typeName << value << shown << right;
    };
    row("integer", ColumnType::Integer, u"BIGINT UNSIGNED"_qs, "18446744073709551615",
        u"18446744073709551615"_qs, true);
    row("decimal", ColumnType::Decimal, u"DECIMAL"_qs, "12.50", u"12.50"_qs, true);
    row("float", ColumnType::Float, u"DOUBLE"_qs, "1e100", u"1e100"_qs, true);
    row("year", ColumnType::Year, u"YEAR"_qs, "1999", u"1999"_qs, true);
    row("empty text", ColumnType::Text, u"VARCHAR"_qs, "", QString());
    row("the word NULL", ColumnType::Text, u"VARCHAR"_qs, "NULL", u"NULL"_qs);
    row("emoji", ColumnType::Text, u"TEXT"_qs, "caf\xC3\xA9 \xF0\x9F\x98\x80", u"café 😀"_qs);
    row("lines", ColumnType::Text, u"TEXT"_qs, "a\r\nb\nc\td", u"a↵b↵c→d"_qs);
    row("broken UTF-8", ColumnType::Text, u"TEXT"_qs, "a\xFF", u"a\uFFFD"_qs);
    row("json", ColumnType::Json, u"JSON"_qs, "{\"a\": [1, 2]}", u"{\"a\": [1, 2]}"_qs);
    row("short binary", ColumnType::Binary, u"BLOB"_qs, QByteArray("\x00\x9F", 2), u"0x009F"_qs);
    row("long binary", ColumnType::Binary, u"BLOB"_qs, QByteArray(2048, '\x41'),
        u"0x41414141414141414141414141414141…  (2.00 KiB)"_qs);
    row("bits", ColumnType::Bit, u"BIT(4)"_qs, QByteArray("\x05", 1), u"b'0101'"_qs);
    row("bits of unknown width", ColumnType::Bit, u"BIT"_qs, QByteArray("\x05", 1), u"b'00000101'"_qs);
    row("zero date", ColumnType::Date, u"DATE"_qs, "0000-00-00", u"0000-00-00"_qs);
    row("date and time", ColumnType::DateTime, u"DATETIME"_qs, "2024-02-29 23:59:59.123456",
        u"2024-02-29 23:59:59.123456"_qs);
    row("negative time", ColumnType::Time, u"TIME"_qs, "-838:59:59", u"-838:59:59"_qs);
}

void SessionResultTest::aValueIsShownAsItsTypeWants()
{
    QFETCH(ColumnType, type);
    QFETCH(QString, typeName);
    QFETCH(QByteArray, value);
    QFETCH(QString, shown);
    QFETCH(bool, right);
    ResultModel model;
    model.setStore(
        storeOf({column(u"a"_qs, type, typeName)},
                {oneRow({std::string_view(value.constData(), static_cast<std::size_t>(value.size()))})}));
    const QModelIndex cell = model.index(0, 0);
    QCOMPARE(cell.data().toString(), shown);
    QCOMPARE(bool(cell.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight), right);
    QCOMPARE(cell.data(ResultModel::NullRole).toBool(), false);
    QVERIFY(model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString().contains(typeName));
}

void SessionResultTest::nullIsNoString()
{
    ResultModel model;
    model.setStore(storeOf({column(u"a"_qs, ColumnType::Text), column(u"b"_qs, ColumnType::Text)},
                           {oneRow({std::nullopt, "NULL"})}));
    const QModelIndex null = model.index(0, 0);
    const QModelIndex word = model.index(0, 1);
    QCOMPARE(null.data(), word.data());
    QVERIFY(null.data(ResultModel::NullRole).toBool());
    QVERIFY(!word.data(ResultModel::NullRole).toBool());
    QVERIFY(null.data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(!word.data(Qt::FontRole).isValid());
    QVERIFY(null.data(Qt::ForegroundRole).isValid());
    QVERIFY(null.data(ResultModel::FullTextRole).toString().isNull());
}

void SessionResultTest::longValuesAreCutInTheGridAndWholeInTheCopy()
{
    const std::string umlauts = [] {
        std::string text = "x";
        for (int i = 0; i < 5000; ++i)
            text += "\xC3\xA4";
        return text;
    }();
    ResultModel model;
    model.setStore(storeOf({column(u"a"_qs, ColumnType::Text)}, {oneRow({umlauts})}));
    const QString shown = model.index(0, 0).data().toString();
    QVERIFY(shown.size() < 600);
    QVERIFY(shown.endsWith(u'…'));
    QVERIFY(!shown.contains(QChar::ReplacementCharacter));
    QCOMPARE(model.index(0, 0).data(ResultModel::FullTextRole).toString().size(), 5001);
}

void SessionResultTest::markupInAValueStaysText()
{
    ResultModel model;
    model.setStore(storeOf({column(u"a"_qs, ColumnType::Text)},
                           {oneRow({"<b>bold</b> and long enough to be cut off"})}));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;bold"));
}

void SessionResultTest::batchesBecomeRowsInOrder()
{
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Arriving result(numberAndText());
    model.setStore(result.store());
    int rows = 0;
    for (const int size : {1, 7, 1, 500, 3}) {
        QVERIFY(result.append(numbered(rows, size)));
        rows += size;
        model.rowsArrived();
        QVERIFY2(rows > 1 || model.rowCount() == 1, "the first row waits for nothing");
    }
    QTRY_COMPARE(model.rowCount(), rows);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(model.index(row, 0).data().toString(), QString::number(row));
    QVERIFY(result.append(numbered(rows, 5)));
    model.rowsArrived();
    model.complete();
    QCOMPARE(model.rowCount(), rows + 5);
    model.setStore(storeOf(numberAndText(), {}));
    QCOMPARE(model.rowCount(), 0);
}

void SessionResultTest::theGridSaysHowManyRowsThereAreSoFar()
{
    ResultGrid grid;
    grid.resize(600, 400);
    grid.show();
    QVERIFY(grid.findChild<QWidget *>(u"emptyResult"_qs)->isVisible());
    Arriving result(numberAndText());
    grid.begin(result.store());
    QVERIFY(!grid.findChild<QWidget *>(u"emptyResult"_qs)->isVisible());
    QVERIFY(result.append(numbered(0, 1)));
    grid.rowsArrived();
    QVERIFY2(grid.footer().contains(u"so far"), qPrintable(grid.footer()));
    QVERIFY(result.append(numbered(1, 12'399)));
    grid.finish({.hasRows = true, .rowCount = 12'400}, true);
    QVERIFY2(!grid.footer().contains(u"so far"), qPrintable(grid.footer()));
    QVERIFY2(grid.footer().contains(QLocale().toString(12'400)), qPrintable(grid.footer()));
    QVERIFY(!grid.findChild<QPushButton *>(u"fetchAll"_qs)->isVisible());
}

void SessionResultTest::cutOffRowsCanBeFetched()
{
    ResultGrid grid;
    grid.show();
    QSignalSpy wanted(&grid, &ResultGrid::fetchAllRequested);
    grid.begin(storeOf(numberAndText(), {numbered(0, 10)}));
    grid.finish({.hasRows = true, .rowCount = 10, .truncated = true}, true);
    auto *fetchAll = grid.findChild<QPushButton *>(u"fetchAll"_qs);
    QVERIFY(fetchAll->isVisible());
    QTest::mouseClick(fetchAll, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    grid.finish({.hasRows = true, .rowCount = 10, .truncated = true}, false);
    QVERIFY2(!fetchAll->isVisible(), "a statement that writes must not be offered to run again");
}

void SessionResultTest::selectedCellsAreCopiedForSpreadsheets()
{
    ResultGrid grid;
    grid.show();
    grid.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&grid));
    grid.begin(storeOf({column(u"a"_qs, ColumnType::Text), column(u"b\tb"_qs, ColumnType::Text)},
                       {oneRow({"plain", "two\nlines"}), oneRow({"say \"hi\"", std::nullopt})}));
    auto *table = grid.findChild<QTableView *>(u"resultTable"_qs);
    table->selectAll();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"plain\t\"two\nlines\"\n\"say \"\"hi\"\"\"\tNULL\n"_qs);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"a\t\"b\tb\"\n"));

    table->clearSelection();
    table->selectionModel()->select(grid.model().index(0, 0), QItemSelectionModel::Select);
    table->selectionModel()->select(grid.model().index(1, 1), QItemSelectionModel::Select);
    grid.copy(copyFormats().first());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"plain\t\n\tNULL\n"_qs);
}

/// Cells that nobody selected would be written as NULL.
void SessionResultTest::insertsAreMadeOfRectanglesOnly()
{
    ResultGrid grid;
    grid.begin(storeOf({column(u"a"_qs, ColumnType::Text), column(u"b"_qs, ColumnType::Text)},
                       {oneRow({"1", "2"}), oneRow({"3", "4"}), oneRow({"5", "6"})}));
    const auto select = [&](std::initializer_list<std::pair<int, int>> cells) {
        auto *selection = grid.findChild<QTableView *>(u"resultTable"_qs)->selectionModel();
        selection->clear();
        for (const auto &[row, at] : cells)
            selection->select(grid.model().index(row, at), QItemSelectionModel::Select);
        grid.copy(copyFormats().last());
    };
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(u"before"_qs);
    select({{0, 0}, {1, 1}});
    QCOMPARE(clipboard->text(), u"before"_qs);
    select({{0, 1}, {2, 1}});
    QVERIFY2(clipboard->text().contains(u"('2'),\n('6')"), qPrintable(clipboard->text()));
}

void SessionResultTest::aSingleCellIsCopiedAsItIs()
{
    ResultGrid grid;
    grid.begin(storeOf({column(u"a"_qs, ColumnType::Text)}, {oneRow({"two\nlines \"quoted\""})}));
    grid.findChild<QTableView *>(u"resultTable"_qs)->setCurrentIndex(grid.model().index(0, 0));
    grid.copy(copyFormats().first());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"two\nlines \"quoted\""_qs);
}

void SessionResultTest::fittingColumnsLooksAtTheFirstRowsOnly()
{
    const auto nanosecondsFor = [](int rows) {
        constexpr int columns = 50;
        QList<Column> wide;
        RowBatch batch(columns);
        for (int i = 0; i < columns; ++i)
            wide.append(column(u"column_%1"_qs.arg(i), ColumnType::Text));
        for (int cell = 0; cell < columns * rows; ++cell)
            batch.append("some value of ordinary length");
        ResultGrid grid;
        grid.show();
        const auto store = storeOf(wide, {batch});
        QElapsedTimer timer;
        timer.start();
        grid.begin(store);
        return timer.nsecsElapsed();
    };
    const qint64 few = nanosecondsFor(200);
    const qint64 many = nanosecondsFor(20'000);
    QVERIFY2(many < few * 20, "a hundred times the rows took more than twenty times as long");
}

void SessionResultTest::commentsAreToggled_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one") << QStringList{u"select 1"_qs} << QStringList{u"-- select 1"_qs};
    QTest::newRow("back") << QStringList{u"-- select 1"_qs} << QStringList{u"select 1"_qs};
    QTest::newRow("without blank") << QStringList{u"--select 1"_qs} << QStringList{u"select 1"_qs};
    QTest::newRow("least indentation")
        << QStringList{u"  a"_qs, u"    b"_qs} << QStringList{u"  -- a"_qs, u"  --   b"_qs};
    QTest::newRow("blank lines stay")
        << QStringList{u"a"_qs, QString(), u"b"_qs} << QStringList{u"-- a"_qs, QString(), u"-- b"_qs};
    QTest::newRow("mixed gains one more")
        << QStringList{u"-- a"_qs, u"b"_qs} << QStringList{u"-- -- a"_qs, u"-- b"_qs};
}

void SessionResultTest::commentsAreToggled()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, expected);
    QCOMPARE(toggledComment(lines), expected);
}

void SessionResultTest::theEditorCountsAsQStringDoes()
{
    SqlEditor editor;
    const QString script = u"select '😀é';\nselect 2;\n"_qs;
    editor.setText(script);
    QCOMPARE(editor.text(), script);
    const qsizetype second = script.indexOf(u"select 2");
    editor.setCursor(second);
    QCOMPARE(editor.cursor(), second);
    editor.select(second, second + 8);
    QCOMPARE(editor.selectedText(), u"select 2"_qs);
    QCOMPARE(editor.selectionBegin(), second);
    editor.setCursor(second);
    editor.toggleComment();
    QVERIFY(editor.text().contains(u"\n-- select 2;"));
    editor.toggleComment();
    QCOMPARE(editor.text(), script);
}

void SessionResultTest::sqlIsReadableInLightAndDark_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << theme::lightPalette();
    QTest::newRow("dark") << theme::darkPalette();
}

void SessionResultTest::sqlIsReadableInLightAndDark()
{
    QFETCH(QPalette, palette);
    const SqlTheme colours = SqlTheme::of(palette);
    for (const QColor &ink : {colours.text, colours.keyword, colours.string, colours.number, colours.comment,
                              colours.identifier, colours.lineNumber, colours.loneBrace}) {
        QVERIFY2(theme::contrast(ink, colours.paper) >= 4.5, qPrintable(ink.name()));
        QVERIFY2(theme::contrast(ink, colours.currentLine) >= 4.5, qPrintable(ink.name()));
    }
    QVERIFY(theme::contrast(colours.text, colours.brace) >= 4.5);
    QVERIFY(theme::contrast(colours.selectedText, colours.selection) >= 4.5);
}

void SessionResultTest::aSyntaxErrorNamesItsLine()
{
    Error error{Error::Code::StatementFailed, u"The server refused the statement."_qs,
                u"You have an error in your SQL syntax; … near 'fro t' at line 3"_qs, 1064};
    QCOMPARE(errorLine(error), 3);
    error.native = 1146;
    QCOMPARE(errorLine(error), 0);
}

QTEST_MAIN(SessionResultTest)
#include "sessionresulttest.moc"
