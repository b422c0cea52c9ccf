// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/cellselection.h"
#include "core/result/clipboardtext.h"
#include "tests/support/resultvalues.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::result;
using namespace latchkey::test;

namespace {

using Ranges = std::vector<CellSelection::Range>;

/// "a0 b0", "a1 b1" …; NULL in the second row's second column.
ShownRows someRows(int count, std::size_t budget = 1 << 30, const QString &folder = {})
{
    auto store = std::make_shared<ResultStore>(QList<sql::Column>{column("a"), column("b\tb")},
                                               MemoryBudget::make(budget), folder);
    std::vector<Field> fields;
    for (int row = 0; row < count; ++row) {
        const std::string number = std::to_string(row);
        fields.emplace_back("a" + number);
        fields.push_back(row == 1 ? std::nullopt : Field("b" + number));
    }
    const bool isTaken = static_cast<bool>(store->append(batchOf(2, fields)));
    return {isTaken ? store : nullptr, nullptr, count};
}

QString pasted(const CellSelection &selection, bool withNames = false)
{
    ClipboardText text({});
    const auto written = writeForSpreadsheets(selection, withNames, text);
    return written ? text.text() : written.error().message;
}

} // namespace

class CellSelectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRangeIsCopiedInLinesAndTabs();
    void betweenRangesNothingIsCopied();
    void whatSpreadsheetsWouldTakeApartIsQuoted();
    void theOrderThatIsShownIsCopied();
    void rowsThatCameLaterAreNotInIt();
    void writersGetItsCells();
    void fewSmallCellsAreQuick();
    void cellsThatMustBeReadBackAreNotQuick();
    void aTextBeyondTheLimitPointsToExporting();
    void aStoppedTextIsCancelled();
};

void CellSelectionTest::aRangeIsCopiedInLinesAndTabs()
{
    const CellSelection all(someRows(3), {{0, 2, 0, 1}});
    QCOMPARE(pasted(all), QStringLiteral("a0\tb0\na1\tNULL\na2\tb2\n"));
    QCOMPARE(pasted(all, true), QStringLiteral("a\t\"b\tb\"\na0\tb0\na1\tNULL\na2\tb2\n"));
    QCOMPARE(all.size(), 6);
    QVERIFY(!all.isSingle());
    QVERIFY(CellSelection(someRows(3), {{1, 1, 1, 1}}).isSingle());
}

void CellSelectionTest::betweenRangesNothingIsCopied()
{
    const CellSelection two(someRows(5), Ranges{{4, 4, 1, 1}, {0, 1, 0, 0}, {1, 1, 0, 0}});
    QCOMPARE(pasted(two), QStringLiteral("a0\t\na1\t\n\tb4\n"));
    QCOMPARE(two.rows(), (std::vector<int>{0, 1, 4}));
    QCOMPARE(two.columns(), (std::vector<int>{0, 1}));
}

void CellSelectionTest::whatSpreadsheetsWouldTakeApartIsQuoted()
{
    const auto store =
        std::make_shared<ResultStore>(QList<sql::Column>{column("a")}, MemoryBudget::make(1 << 20));
    QVERIFY(store->append(batchOf(1, {"two\nlines", "a\ttab", "say \"hi\"", "plain, ä"})));
    QCOMPARE(pasted({{store, nullptr, 4}, {{0, 3, 0, 0}}}),
             QString::fromUtf8("\"two\nlines\"\n\"a\ttab\"\n\"say \"\"hi\"\"\"\nplain, ä\n"));
}

void CellSelectionTest::theOrderThatIsShownIsCopied()
{
    ShownRows shown = someRows(5);
    shown.numbers = std::make_shared<const std::vector<std::uint32_t>>(std::vector<std::uint32_t>{4, 0, 2});
    shown.rows = 3;
    QCOMPARE(pasted({shown, {{0, 2, 0, 0}}}), QStringLiteral("a4\na0\na2\n"));
}

void CellSelectionTest::rowsThatCameLaterAreNotInIt()
{
    const auto store =
        std::make_shared<ResultStore>(QList<sql::Column>{column("a")}, MemoryBudget::make(1 << 20));
    QVERIFY(store->append(batchOf(1, {"1"})));
    const CellSelection selection({store, nullptr, 1}, {{0, 0, 0, 0}});
    QVERIFY(store->append(batchOf(1, {"2"})));
    QCOMPARE(pasted(selection), QStringLiteral("1\n"));
}

void CellSelectionTest::writersGetItsCells()
{
    const CellSelection two(someRows(3), Ranges{{0, 0, 0, 0}, {2, 2, 1, 1}});
    QCOMPARE(*copyText(two.cells(), RowFormat::Tsv), QStringLiteral("a\tb\\tb\na0\tNULL\nNULL\tb2\n"));
}

void CellSelectionTest::fewSmallCellsAreQuick()
{
    QVERIFY(CellSelection(someRows(5'000), {{0, 4'999, 0, 1}}).isQuick());
    QVERIFY(!CellSelection(someRows(5'001), {{0, 5'000, 0, 1}}).isQuick());
    const auto large =
        std::make_shared<ResultStore>(QList<sql::Column>{column("a")}, MemoryBudget::make(1 << 24));
    QVERIFY(large->append(batchOf(1, {std::string(2'000'000, 'x')})));
    QVERIFY(!CellSelection({large, nullptr, 1}, {{0, 0, 0, 0}}).isQuick());
}

void CellSelectionTest::cellsThatMustBeReadBackAreNotQuick()
{
    const QTemporaryDir folder;
    const ShownRows spilled = someRows(20'000, 0, folder.path());
    QVERIFY(spilled.store->spilled() > 0);
    const CellSelection first(spilled, {{0, 10, 0, 1}});
    QVERIFY(!first.isQuick());
    QVERIFY(!spilled.cellAtHand(0, 0));
    QCOMPARE(pasted(first).left(6), QStringLiteral("a0\tb0\n"));
    QVERIFY2(first.isQuick(), "its page has been read");
    QCOMPARE(spilled.cellAtHand(2, 1)->value(), std::optional<std::string_view>("b2"));
}

void CellSelectionTest::aTextBeyondTheLimitPointsToExporting()
{
    ClipboardText text({}, 9);
    const auto written = writeForSpreadsheets({someRows(3), {{0, 2, 0, 0}}}, false, text);
    QVERIFY2(written, "nine bytes fit");
    const auto refused = text.write("x");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidInput);
    QVERIFY2(refused.error().message.contains(QStringLiteral("Export…")),
             qPrintable(refused.error().message));
    QVERIFY2(ClipboardText::tooLarge().message.contains(QStringLiteral("64 MiB")),
             qPrintable(ClipboardText::tooLarge().message));
}

void CellSelectionTest::aStoppedTextIsCancelled()
{
    std::stop_source stop;
    ClipboardText text(stop.get_token());
    stop.request_stop();
    const auto written = writeForSpreadsheets({someRows(3), {{0, 2, 0, 0}}}, false, text);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::Cancelled);
    QCOMPARE(text.size(), 0U);
}

QTEST_GUILESS_MAIN(CellSelectionTest)
#include "cellselectiontest.moc"
