// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/resultgrid.h"
#include "core/result/resultstore.h"
#include "ui/result/copyformat.h"
#include "ui/result/valueviewer.h"
#include "ui/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace latchkey;
using sql::Column;
using sql::ColumnType;
using sql::RowBatch;

namespace {

using Value = std::optional<std::string>;

Column column(const QString &name, ColumnType type)
{
    return {name, u"t"_qs, type, u"TYPE"_qs, true};
}

RowBatch batchOf(int columns, const std::vector<Value> &values)
{
    RowBatch batch(columns);
    for (const Value &value : values)
        batch.append(value ? std::optional<std::string_view>(*value) : std::nullopt);
    return batch;
}

std::shared_ptr<result::ResultStore> storeOf(const QList<Column> &columns)
{
    return std::make_shared<result::ResultStore>(columns, result::MemoryBudget::make(1 << 30));
}

/// "3 Bern", "20 Zürich", …
std::shared_ptr<result::ResultStore> towns()
{
    auto store = storeOf({column(u"id"_qs, ColumnType::Integer), column(u"town"_qs, ColumnType::Text)});
    const auto taken = store->append(
        batchOf(2, {"20", "Zürich", "3", "Bern", "100", std::nullopt, "-1", "zug", "7", "Basel"}));
    return taken ? store : nullptr;
}

} // namespace

class ResultGridTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aClickOnAHeaderSortsUpDownAndNotAtAll();
    void theRowNumbersStayThoseOfTheServer();
    void theCurrentCellStaysTheSameOne();
    void ctrlFFindsRows();
    void theFilterLooksInTheChosenColumn();
    void escapeShowsAllRowsAgain();
    void rowsThatArriveLaterAreSortedAtTheEnd();
    void rowsThatNobodySeesAreShownWhenSomebodyLooks();
    void anEarlyEndStaysMarkedWhenSorted();
    void aNewResultForgetsOrderAndFilter();
    void draggedColumnsStayOnlyWithTheirResult();
    void enterShowsTheWholeValue();
    void theValueFollowsTheCurrentCell();
    void nullIsSaidToBeNull();
    void jsonIsSetInLines();
    void bytesAreShownInHexadecimal();
    void aPictureIsDrawn();
    void whatOnlyBeginsLikeAPictureIsSaidToBeNone();
    void ofALongValueTheBeginningIsShownFirst();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_grid->findChild<Widget *>(QString::fromLatin1(name));
    }
    QTableView *table() const { return child<QTableView>("resultTable"); }
    ResultModel &model() const { return m_grid->model(); }
    QStringList shown(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts << model().index(row, column).data().toString();
        return texts;
    }
    void click(int column) const
    {
        const QHeaderView *names = table()->horizontalHeader();
        QTest::mouseClick(names->viewport(), Qt::LeftButton, {},
                          {names->sectionViewportPosition(column) + 10, names->height() / 2});
    }
    void finish() { m_grid->finish({.hasRows = true, .rowCount = 5}, false); }
    void showOnly(ColumnType type, const Value &value);
    QString valueText() const { return child<QPlainTextEdit>("valueText")->toPlainText(); }

    std::unique_ptr<ResultGrid> m_grid;
};

void ResultGridTest::init()
{
    m_grid = std::make_unique<ResultGrid>();
    new QAbstractItemModelTester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest, &model());
    m_grid->resize(700, 400);
    m_grid->show();
    m_grid->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    m_grid->begin(towns());
    finish();
}

void ResultGridTest::cleanup()
{
    m_grid.reset();
}

void ResultGridTest::showOnly(ColumnType type, const Value &value)
{
    const auto store = storeOf({column(u"a"_qs, type)});
    QVERIFY(store->append(batchOf(1, {value})));
    m_grid->begin(store);
    table()->setCurrentIndex(model().index(0, 0));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
}

void ResultGridTest::aClickOnAHeaderSortsUpDownAndNotAtAll()
{
    click(0);
    QTRY_COMPARE(shown(0), QStringList({u"-1"_qs, u"3"_qs, u"7"_qs, u"20"_qs, u"100"_qs}));
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    click(0);
    QTRY_COMPARE(shown(0), QStringList({u"100"_qs, u"20"_qs, u"7"_qs, u"3"_qs, u"-1"_qs}));
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    click(0);
    QTRY_COMPARE(shown(0), QStringList({u"20"_qs, u"3"_qs, u"100"_qs, u"-1"_qs, u"7"_qs}));
    click(1);
    QTRY_COMPARE(shown(1), QStringList({u"NULL"_qs, u"Basel"_qs, u"Bern"_qs, u"zug"_qs, u"Zürich"_qs}));
    QVERIFY2(table()->selectionModel()->selection().isEmpty(), "sorting selects no column");
}

void ResultGridTest::theRowNumbersStayThoseOfTheServer()
{
    click(0);
    QTRY_COMPARE(model().headerData(0, Qt::Vertical).toInt(), 4);
}

void ResultGridTest::theCurrentCellStaysTheSameOne()
{
    table()->setCurrentIndex(model().index(1, 1));
    click(0);
    QTRY_COMPARE(shown(0).first(), u"-1"_qs);
    QCOMPARE(table()->currentIndex().data().toString(), u"Bern"_qs);
}

void ResultGridTest::ctrlFFindsRows()
{
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = child<QLineEdit>("resultFilter");
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"zu"_qs);
    QTRY_COMPARE(shown(1), QStringList({u"Zürich"_qs, u"zug"_qs}));
    QTRY_VERIFY2(m_grid->footer().startsWith(u"2 of 5"), qPrintable(m_grid->footer()));
    click(0);
    QTRY_COMPARE(shown(1), QStringList({u"zug"_qs, u"Zürich"_qs}));
}

void ResultGridTest::theFilterLooksInTheChosenColumn()
{
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(child<QLineEdit>("resultFilter"), u"0"_qs);
    auto *columns = child<QComboBox>("resultFilterColumn");
    columns->setCurrentIndex(2);
    QTest::keyClick(child<QLineEdit>("resultFilter"), Qt::Key_Return);
    QTRY_COMPARE(model().rowCount(), 0);
    columns->setCurrentIndex(1);
    QTest::keyClick(child<QLineEdit>("resultFilter"), Qt::Key_Return);
    QTRY_COMPARE(shown(0), QStringList({u"20"_qs, u"100"_qs}));
}

void ResultGridTest::escapeShowsAllRowsAgain()
{
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = child<QLineEdit>("resultFilter");
    QTest::keyClicks(filter, u"zu"_qs);
    QTRY_COMPARE(model().rowCount(), 2);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(model().rowCount(), 5);
    QVERIFY(!filter->isVisible());
    QVERIFY(table()->hasFocus());
}

void ResultGridTest::rowsThatArriveLaterAreSortedAtTheEnd()
{
    const auto store = towns();
    m_grid->begin(store);
    click(0);
    QTRY_COMPARE(shown(0).first(), u"-1"_qs);
    QVERIFY(store->append(batchOf(2, {"-5", "Uri"})));
    m_grid->rowsArrived();
    QCOMPARE(model().rowCount(), 5);
    m_grid->finish({.hasRows = true, .rowCount = 6}, false);
    QTRY_COMPARE(shown(0).first(), u"-5"_qs);
    QCOMPARE(model().rowCount(), 6);
}

void ResultGridTest::rowsThatNobodySeesAreShownWhenSomebodyLooks()
{
    const auto store = storeOf({column(u"a"_qs, ColumnType::Text)});
    m_grid->hide();
    m_grid->begin(store);
    QVERIFY(store->append(batchOf(1, {"one", "two"})));
    m_grid->rowsArrived();
    QCOMPARE(model().rowCount(), 0);
    m_grid->show();
    QTRY_COMPARE(model().rowCount(), 2);
    m_grid->hide();
    QVERIFY(store->append(batchOf(1, {"three"})));
    m_grid->rowsArrived();
    finish();
    QCOMPARE(model().rowCount(), 3);
}

void ResultGridTest::anEarlyEndStaysMarkedWhenSorted()
{
    m_grid->begin(towns());
    m_grid->breakOff();
    QVERIFY2(m_grid->footer().contains(u"incomplete"), qPrintable(m_grid->footer()));
    click(0);
    QTRY_COMPARE(shown(0).first(), u"-1"_qs);
    QVERIFY2(m_grid->footer().contains(u"incomplete"), qPrintable(m_grid->footer()));
}

void ResultGridTest::aNewResultForgetsOrderAndFilter()
{
    click(0);
    QTRY_COMPARE(shown(0).first(), u"-1"_qs);
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(child<QLineEdit>("resultFilter"), u"zu"_qs);
    QTRY_COMPARE(model().rowCount(), 2);
    m_grid->begin(towns());
    finish();
    QCOMPARE(shown(0).first(), u"20"_qs);
    QCOMPARE(model().rowCount(), 5);
    QVERIFY(child<QLineEdit>("resultFilter")->text().isEmpty());
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), -1);
}

void ResultGridTest::draggedColumnsStayOnlyWithTheirResult()
{
    const QHeaderView *names = table()->horizontalHeader();
    table()->horizontalHeader()->moveSection(1, 0);
    m_grid->begin(towns()); // as “Fetch all” does
    QCOMPARE(names->visualIndex(1), 0);
    m_grid->begin(std::make_shared<result::ResultStore>(QList<sql::Column>(2)));
    QCOMPARE(names->visualIndex(1), 1);
}

void ResultGridTest::enterShowsTheWholeValue()
{
    QVERIFY(!child<ValueViewer>("valueViewer")->isVisible());
    table()->setCurrentIndex(model().index(0, 1));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(child<ValueViewer>("valueViewer")->isVisible());
    QCOMPARE(valueText(), u"Zürich"_qs);
    child<QToolButton>("closeValue")->click();
    QVERIFY(!child<ValueViewer>("valueViewer")->isVisible());
}

void ResultGridTest::theValueFollowsTheCurrentCell()
{
    table()->setCurrentIndex(model().index(0, 1));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(valueText(), u"Bern"_qs);
    m_grid->begin(storeOf({column(u"a"_qs, ColumnType::Text)}));
    QVERIFY(child<QLabel>("valueSentence")->isVisible());
}

void ResultGridTest::nullIsSaidToBeNull()
{
    showOnly(ColumnType::Text, std::nullopt);
    QVERIFY(child<QLabel>("valueSentence")->isVisible());
    QVERIFY(child<QLabel>("valueSentence")->text().contains(u"NULL"));
}

void ResultGridTest::jsonIsSetInLines()
{
    showOnly(ColumnType::Json, R"({"b": [1, 20000000000000000001], "a": {}, "c": "x, {\"y\"}"})");
    QCOMPARE(valueText(), uR"({
  "b": [
    1,
    20000000000000000001
  ],
  "a": {},
  "c": "x, {\"y\"}"
})"_qs);
    child<QTabBar>("valueForms")->setCurrentIndex(1);
    QVERIFY(valueText().startsWith(u"{\"b\": [1, 2"));
}

void ResultGridTest::bytesAreShownInHexadecimal()
{
    showOnly(ColumnType::Binary, std::string("Latchkey\0\xFF and more", 19));
    QCOMPARE(valueText(), u"00000000  4c 61 74 63 68 6b 65 79  00 ff 20 61 6e 64 20 6d  |Latchkey.. and m|\n"
                          u"00000010  6f 72 65                                          |ore|\n"_qs);
}

void ResultGridTest::aPictureIsDrawn()
{
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    showOnly(ColumnType::Binary, buffer.data().toStdString());
    auto *picture = child<QLabel>("valuePicture");
    QTRY_VERIFY(picture->isVisible());
    QCOMPARE(picture->pixmap().size(), QSize(30, 20));
    QCOMPARE(picture->pixmap().toImage().pixelColor(5, 5), QColor(Qt::red));
}

void ResultGridTest::whatOnlyBeginsLikeAPictureIsSaidToBeNone()
{
    showOnly(ColumnType::Binary, "\x89PNG\r\n\x1A\nand then nothing of the kind");
    QTRY_VERIFY(child<QLabel>("valueSentence")->text().contains(u"cannot be read"));
    child<QTabBar>("valueForms")->setCurrentIndex(1);
    QVERIFY(valueText().startsWith(u"00000000  89 50 4e 47"));
}

void ResultGridTest::ofALongValueTheBeginningIsShownFirst()
{
    showOnly(ColumnType::Text, std::string(200'000, 'x'));
    QVERIFY(valueText().size() < 100'000);
    auto *more = child<QPushButton>("moreOfValue");
    QVERIFY(more->isVisible());
    more->click();
    QCOMPARE(valueText().size(), 200'000);
    QVERIFY(!more->isVisible());
}

QTEST_MAIN(ResultGridTest)
#include "resultgridtest.moc"
