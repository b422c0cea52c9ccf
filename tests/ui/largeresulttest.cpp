// SPDX-License-Identifier: GPL-2.0-or-later
// Results that are too large to be handled while the window waits: rows in a file, and selections of many rows.
#include "core/base/worker.h"
#include "core/result/clipboardtext.h"
#include "tests/support/slowness.h"
#include "tests/support/stallmeter.h"
#include "ui/result/copyrow.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // milliseconds
constexpr int manyRows = 300'000;

/// "0", "row 0"; "1", "row 1" …
std::shared_ptr<result::ResultStore> numberedRows(int rows, std::size_t budget)
{
    const QList<sql::Column> columns{{u"id"_qs, u"t"_qs, sql::ColumnType::Integer, u"INT"_qs, false},
                                     {u"name"_qs, u"t"_qs, sql::ColumnType::Text, u"TEXT"_qs, true}};
    auto store = std::make_shared<result::ResultStore>(columns, result::MemoryBudget::make(budget));
    for (int row = 0; row < rows;) {
        sql::RowBatch batch(2);
        for (int end = std::min(row + 1000, rows); row < end; ++row) {
            batch.append(std::to_string(row));
            batch.append("row " + std::to_string(row));
        }
        if (!store->append(batch))
            return nullptr;
    }
    return store;
}

} // namespace

class LargeResultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSpilledRowIsReadOnAnotherThread();
    void scrollingASpilledResultDoesNotHoldUpTheWindow();
    void aSortedSpilledResultIsShown();
    void theRowsBesideAScreenAreReadAhead();
    void theValueOfASpilledCellIsShownWhenItIsThere();
    void manyCellsAreCopiedWhileTheWindowGoesOn();
    void copyingCanBeCancelled();
    void aSelectionTooLargeForTheClipboardPointsToExporting();
    void aFewCellsAreCopiedAtOnce();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_grid->findChild<Widget *>(QString::fromLatin1(name));
    }
    QTableView *table() const { return child<QTableView>("resultTable"); }
    QString text(int row, int column = 1) const
    {
        return m_grid->model().index(row, column).data().toString();
    }
    void show(const std::shared_ptr<result::ResultStore> &store)
    {
        QVERIFY(store);
        m_grid->begin(store);
        m_grid->finish({.hasRows = true, .rowCount = static_cast<quint64>(store->rows())}, false);
    }
    QString copySaid() const { return m_grid->findChild<CopyRow *>()->text(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<ResultGrid> m_grid;
};

void LargeResultTest::init()
{
    QGuiApplication::clipboard()->setText(u"before"_qs);
    m_grid = std::make_unique<ResultGrid>();
    m_grid->resize(500, 400);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

void LargeResultTest::cleanup()
{
    m_grid.reset();
    QVERIFY(Worker::waitForAll(10s));
}

void LargeResultTest::aSpilledRowIsReadOnAnotherThread()
{
    new QAbstractItemModelTester(&m_grid->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 &m_grid->model());
    show(numberedRows(manyRows, 0));
    QSignalSpy changes(&m_grid->model(), &QAbstractItemModel::dataChanged);
    QCOMPARE(text(150'000), u"…"_qs);
    QVERIFY(!m_grid->model().index(150'000, 1).data(ResultModel::NullRole).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(text(150'000), u"row 150000"_qs, patience);
    QTRY_VERIFY(!changes.isEmpty());
    QCOMPARE(m_grid->model().index(200'000, 1).data(ResultModel::FullTextRole).toString(), u"row 200000"_qs);
}

void LargeResultTest::scrollingASpilledResultDoesNotHoldUpTheWindow()
{
    show(numberedRows(manyRows, 0));
    test::StallMeter meter;
    for (int step = 1; step <= 20; ++step) {
        const int row = manyRows * step / 20 - 1;
        meter.perform([&] { table()->scrollTo(m_grid->model().index(row, 0)); });
        const QString wanted = u"row "_qs + QString::number(row);
        QVERIFY2(meter.runUntil([&] { return text(row) == wanted; }, 20s), qPrintable(wanted));
    }
    QVERIFY2(meter.longestOwnStall() <= 50ms * test::slowness + meter.longestPause(),
             qPrintable(QString::number(meter.longestOwnStall().count())));
}

void LargeResultTest::aSortedSpilledResultIsShown()
{
    show(numberedRows(manyRows, 0));
    QSignalSpy shown(&m_grid->model(), &ResultModel::orderShown);
    m_grid->model().setOrder({0, true, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
    for (const int row : {0, 1, manyRows / 2, manyRows - 1})
        QTRY_COMPARE_WITH_TIMEOUT(text(row, 0), QString::number(manyRows - 1 - row), patience);
}

/// In an order of their own, each row lies in another page.
void LargeResultTest::theRowsBesideAScreenAreReadAhead()
{
    show(numberedRows(manyRows, 0));
    QSignalSpy shown(&m_grid->model(), &ResultModel::orderShown);
    m_grid->model().setOrder({{}, false, u"7777"_qs, {}});
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
    const int row = m_grid->model().rowCount() / 2;
    table()->scrollTo(m_grid->model().index(row, 0), QAbstractItemView::PositionAtTop);
    const int screen = table()->viewport()->height() / table()->rowHeight(row);
    QVERIFY(screen > 5);
    QTRY_VERIFY_WITH_TIMEOUT(m_grid->model().shownRows().cellAtHand(row, 0), patience);
    const int behind = std::min(row + 2 * screen - 2, m_grid->model().rowCount() - 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_grid->model().shownRows().cellAtHand(behind, 0), patience);
}

void LargeResultTest::theValueOfASpilledCellIsShownWhenItIsThere()
{
    show(numberedRows(manyRows, 0));
    table()->setCurrentIndex(m_grid->model().index(123'456, 1));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
    QTRY_COMPARE_WITH_TIMEOUT(child<QPlainTextEdit>("valueText")->toPlainText(), u"row 123456"_qs, patience);
}

void LargeResultTest::manyCellsAreCopiedWhileTheWindowGoesOn()
{
    show(numberedRows(manyRows, 1'000'000));
    table()->selectAll();
    const auto formats = copyFormats();
    test::StallMeter meter;
    meter.perform([&] { m_grid->copy(formats.first()); });
    QVERIFY(m_grid->findChild<CopyRow *>()->isCopying());
    QVERIFY(meter.runUntil([] { return clipboard() != u"before"_qs; }, 20s));
    QCOMPARE(clipboard().count(u'\n'), manyRows);
    QVERIFY(clipboard().endsWith(u"299999\trow 299999\n"));
    QVERIFY2(meter.longestOwnStall() <= 50ms * test::slowness + meter.longestPause(),
             qPrintable(QString::number(meter.longestOwnStall().count())));
}

void LargeResultTest::copyingCanBeCancelled()
{
    show(numberedRows(manyRows, 0));
    table()->selectAll();
    auto *row = m_grid->findChild<CopyRow *>();
    // A writer that has no end, so that the test and not the machine says when copying is over.
    const CopyFormat endless{u"x"_qs, {}, [](const result::CellSelection &, result::ByteOutput &output) {
                                 Result<> last = Ok{};
                                 while ((last = output.write({})))
                                     ;
                                 return last;
                             }};
    m_grid->copy(endless);
    QTRY_VERIFY_WITH_TIMEOUT(copySaid().contains(u"so far"), patience);
    QTest::mouseClick(child<QPushButton>("cancelCopying"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!row->isCopying(), patience);
    QVERIFY2(copySaid().contains(u"cancelled"), qPrintable(copySaid()));
    QCOMPARE(clipboard(), u"before"_qs);
}

void LargeResultTest::aSelectionTooLargeForTheClipboardPointsToExporting()
{
    const auto store = std::make_shared<result::ResultStore>(
        QList<sql::Column>{{u"a"_qs, u"t"_qs, sql::ColumnType::Text, u"TEXT"_qs, true}},
        result::MemoryBudget::make(0));
    const std::string megabyte(1 << 20, 'x');
    for (int row = 0; row < 66; ++row) {
        sql::RowBatch batch(1);
        batch.append(megabyte);
        QVERIFY(store->append(batch));
    }
    show(store);
    table()->selectAll();
    m_grid->copy(copyFormats().first());
    QTRY_VERIFY_WITH_TIMEOUT(copySaid().contains(u"Export…"), patience);
    QCOMPARE(clipboard(), u"before"_qs);
    QSignalSpy wanted(m_grid.get(), &ResultGrid::exportRequested);
    QTest::mouseClick(child<QPushButton>("exportInstead"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(copySaid().isEmpty());
}

void LargeResultTest::aFewCellsAreCopiedAtOnce()
{
    show(numberedRows(1000, 1 << 20));
    table()->selectAll();
    m_grid->copy(copyFormats().first());
    QVERIFY(clipboard().startsWith(u"0\trow 0\n1\trow 1\n"));
    QVERIFY(copySaid().isEmpty());
}

QTEST_MAIN(LargeResultTest)
#include "largeresulttest.moc"
