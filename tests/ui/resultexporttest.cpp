// SPDX-License-Identifier: GPL-2.0-or-later
// A result's way into a file, in the dialog.
#include "core/base/job.h"
#include "tests/support/resultvalues.h"
#include "ui/errorbanner.h"
#include "ui/result/offerexport.h"
#include "ui/result/resultexportdialog.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

using namespace latchkey;
using namespace latchkey::result;
using namespace latchkey::test;

namespace {

Cells cellsOf(qint64 rows)
{
    return {{column("a"), column("n", sql::ColumnType::Integer)},
            rows,
            [](qint64, int at) -> std::optional<std::string_view> { return at == 0 ? "=x" : "-1"; }};
}

/// A statement that gives rows when the test says so.
struct SlowStatement
{
    QPromise<Result<sql::StatementSummary>> promise;
    QString sql;
    sql::RowSink sink;
    std::stop_token stop;

    ResultExport::Run run()
    {
        return [this](QString statement, sql::RowSink into, sql::RunLimits, std::stop_token token) {
            sql = std::move(statement);
            sink = std::move(into);
            stop = std::move(token);
            promise = {};
            promise.start();
            return promise.future();
        };
    }
    void giveRows(int rows)
    {
        sink.columns({column("a")});
        sink.rows(batchOf(1, std::vector<Field>(static_cast<std::size_t>(rows), "again")));
    }
    void answer(Result<sql::StatementSummary> answer)
    {
        promise.addResult(std::move(answer));
        promise.finish();
    }
};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

void choose(const QWidget &dialog, const char *box, const QString &text)
{
    auto *combo = child<QComboBox>(dialog, box);
    combo->setCurrentIndex(combo->findText(text));
}

} // namespace

class ResultExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void rowsThatAreHereAreWritten();
    void theOptionsAreThoseOfTheFormat();
    void theGuardCanBeSwitchedOff();
    void aManyTimesLargerResultLeavesTheWindowAlive();
    void theStatementRunsAgainForAllRows();
    void cancellingLeavesNoFile();
    void aResultThatBreaksOffIsKeptAside();
    void aFolderThatIsNotThereIsSaid();
    void aPipeThatNobodyReadsHoldsNothingUp();
    void closingTheDialogCancels();
    void whatIsNotTheWholeResultIsSaidToBeSo();
    void aGridOffersIt();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("rows")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    static QString said(const ResultExportDialog &dialog)
    {
        return dialog.findChild<ErrorBanner *>()->text();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ResultExportTest::rowsThatAreHereAreWritten()
{
    ResultExportDialog dialog({cellsOf(2), {}, {}, {}});
    QCOMPARE(child<QComboBox>(dialog, "what")->count(), 1);
    dialog.writeTo(file());
    QTRY_VERIFY(!dialog.isExporting());
    QCOMPARE(contentOf(file()), QByteArray("a,n\r\n'=x,-1\r\n'=x,-1\r\n"));
    QVERIFY(said(dialog).contains(file()));
    QVERIFY(said(dialog).contains(QLatin1Char('2')));
}

void ResultExportTest::theOptionsAreThoseOfTheFormat()
{
    ResultExportDialog dialog({cellsOf(1), {}, {}, {}});
    QVERIFY(child<QCheckBox>(dialog, "guard")->isVisibleTo(&dialog));
    QVERIFY(child<QCheckBox>(dialog, "guard")->isChecked());
    QVERIFY(!child<QLineEdit>(dialog, "table")->isVisibleTo(&dialog));
    choose(dialog, "format", QStringLiteral("INSERT statements"));
    QVERIFY(!child<QCheckBox>(dialog, "guard")->isVisibleTo(&dialog));
    QVERIFY(child<QLineEdit>(dialog, "table")->isVisibleTo(&dialog));
    child<QLineEdit>(dialog, "table")->setText(QStringLiteral("copy"));
    QCOMPARE(dialog.target(file()).options.table, QStringLiteral("copy"));
    choose(dialog, "format", QStringLiteral("JSON lines"));
    QVERIFY(!child<QLineEdit>(dialog, "null")->isVisibleTo(&dialog));
    QVERIFY(dialog.target(file()).format == RowFormat::JsonLines);
}

void ResultExportTest::theGuardCanBeSwitchedOff()
{
    ResultExportDialog dialog({cellsOf(1), {}, {}, {}});
    child<QCheckBox>(dialog, "guard")->setChecked(false);
    child<QCheckBox>(dialog, "header")->setChecked(false);
    child<QComboBox>(dialog, "encoding")->setCurrentIndex(1);
    dialog.writeTo(file());
    QTRY_VERIFY(!dialog.isExporting());
    QCOMPARE(contentOf(file()), QByteArray("\xEF\xBB\xBF=x,-1\r\n"));
}

void ResultExportTest::aManyTimesLargerResultLeavesTheWindowAlive()
{
    ResultExportDialog dialog({cellsOf(300'000), {}, {}, {}});
    dialog.show();
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
    timer.start(0);
    dialog.writeTo(file());
    QTRY_VERIFY(!dialog.isExporting());
    QVERIFY2(turns > 3, qPrintable(QString::number(turns)));
    QCOMPARE(contentOf(file()).count('\n'), 300'001);
}

void ResultExportTest::theStatementRunsAgainForAllRows()
{
    SlowStatement statement;
    ResultExportDialog dialog(
        {cellsOf(2), QStringLiteral("There are more."), QStringLiteral("select 1"), statement.run()});
    QVERIFY(child<QComboBox>(dialog, "what")->currentData().toBool());
    dialog.writeTo(file());
    QTRY_COMPARE(statement.sql, QStringLiteral("select 1"));
    QVERIFY(!child<QPushButton>(dialog, "save")->isEnabled());
    statement.giveRows(3);
    QTRY_VERIFY(child<QLabel>(dialog, "amount")->text().contains(QLatin1Char('3')));
    QVERIFY(!QFile::exists(file()));
    statement.answer(sql::StatementSummary{.hasRows = true, .rowCount = 3});
    QTRY_VERIFY(!dialog.isExporting());
    QCOMPARE(contentOf(file()), QByteArray("a\r\nagain\r\nagain\r\nagain\r\n"));
}

void ResultExportTest::cancellingLeavesNoFile()
{
    SlowStatement statement;
    ResultExportDialog dialog(
        {cellsOf(2), QStringLiteral("There are more."), QStringLiteral("select 1"), statement.run()});
    dialog.show();
    dialog.writeTo(file());
    QTRY_VERIFY(!statement.sql.isEmpty());
    statement.giveRows(3);
    QTest::mouseClick(child<QPushButton>(dialog, "close"), Qt::LeftButton);
    QVERIFY(!dialog.isExporting());
    QVERIFY(dialog.isVisible());
    QVERIFY(statement.stop.stop_requested());
    QCOMPARE(files(), QStringList());
    QVERIFY(said(dialog).contains(QStringLiteral("cancelled")));
    statement.answer(cancelledError());
    QTest::mouseClick(child<QPushButton>(dialog, "close"), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(files(), QStringList());
}

void ResultExportTest::aResultThatBreaksOffIsKeptAside()
{
    SlowStatement statement;
    ResultExportDialog dialog(
        {cellsOf(2), QStringLiteral("There are more."), QStringLiteral("select 1"), statement.run()});
    choose(dialog, "format", QStringLiteral("JSON array"));
    dialog.writeTo(file());
    QTRY_VERIFY(!statement.sql.isEmpty());
    statement.giveRows(1);
    statement.answer(Error{Error::Code::SessionLost, QStringLiteral("The server went away."), {}, 0});
    QTRY_VERIFY(!dialog.isExporting());
    QCOMPARE(files(), QStringList(QStringLiteral("rows.partial")));
    QVERIFY(said(dialog).startsWith(QLatin1String("The server went away.")));
    QVERIFY(said(dialog).contains(QLatin1String("rows.partial")));
    QCOMPARE(contentOf(file() + QLatin1String(".partial")), QByteArray("[\n{\"a\": \"again\"}\n"));
}

void ResultExportTest::aFolderThatIsNotThereIsSaid()
{
    ResultExportDialog dialog({cellsOf(2), {}, {}, {}});
    dialog.writeTo(m_folder->filePath(QStringLiteral("no/rows")));
    QTRY_VERIFY(!dialog.isExporting());
    QVERIFY(said(dialog).contains(QLatin1String("no/rows")));
}

void ResultExportTest::aPipeThatNobodyReadsHoldsNothingUp()
{
    QVERIFY(mkfifo(QFile::encodeName(file()).constData(), 0600) == 0);
    ResultExportDialog dialog({cellsOf(2), {}, {}, {}});
    dialog.writeTo(file());
    QVERIFY(dialog.isExporting()); // the file is opened elsewhere
    QTRY_VERIFY(!dialog.isExporting());
    QVERIFY2(said(dialog).contains(QLatin1String("nobody reads")), qPrintable(said(dialog)));
    dialog.writeTo(file());
    QTest::mouseClick(child<QPushButton>(dialog, "close"), Qt::LeftButton);
    QVERIFY(!dialog.isExporting());
    QVERIFY2(said(dialog).contains(QLatin1String("cancelled")), qPrintable(said(dialog)));
}

void ResultExportTest::closingTheDialogCancels()
{
    SlowStatement statement;
    {
        ResultExportDialog dialog(
            {cellsOf(2), QStringLiteral("There are more."), QStringLiteral("select 1"), statement.run()});
        dialog.writeTo(file());
        QTRY_VERIFY(!statement.sql.isEmpty());
        statement.giveRows(3);
        QCOMPARE(files().size(), 1);
    }
    QVERIFY(statement.stop.stop_requested());
    QCOMPARE(files(), QStringList());
    statement.answer(cancelledError());
}

void ResultExportTest::whatIsNotTheWholeResultIsSaidToBeSo()
{
    ResultGrid grid;
    const auto store = std::make_shared<ResultStore>(QList<sql::Column>{column("a")});
    QVERIFY(store->append(batchOf(1, {"x", std::nullopt})));
    grid.begin(store);
    grid.rowsArrived();
    grid.breakOff();
    offerExport(grid, {QStringLiteral("select 1"), 0, {}}, {}, &grid);
    auto *dialog = grid.findChild<ResultExportDialog *>();
    dialog->writeTo(file());
    QTRY_VERIFY(!dialog->isExporting());
    QVERIFY2(said(*dialog).contains(QStringLiteral("not the whole result")), qPrintable(said(*dialog)));
    QVERIFY2(said(*dialog).contains(QStringLiteral("rows are missing")), qPrintable(said(*dialog)));
}

void ResultExportTest::aGridOffersIt()
{
    SlowStatement statement;
    ResultGrid grid;
    const auto store = std::make_shared<ResultStore>(QList<sql::Column>{column("a")});
    QVERIFY(store->append(batchOf(1, {"x", std::nullopt})));
    grid.begin(store);
    grid.rowsArrived();
    const auto offered = [&grid](const QString &sql, const ResultExport::Run &run) {
        offerExport(grid, {sql, 0, {}}, run, &grid);
        auto *dialog = grid.findChild<ResultExportDialog *>();
        const auto *what = child<QComboBox>(*dialog, "what");
        const std::pair choices(what->count(), what->currentData().toBool());
        delete dialog;
        return choices;
    };
    QCOMPARE(offered(QStringLiteral("select 1"), statement.run()), std::pair(2, true)); // still arriving
    grid.finish({.hasRows = true, .rowCount = 2, .truncated = true}, true);
    QCOMPARE(offered(QStringLiteral("select 1"), statement.run()), std::pair(2, true));
    QCOMPARE(offered(QStringLiteral("delete from t"), statement.run()), std::pair(1, false));
    QCOMPARE(offered(QStringLiteral("select 1"), {}), std::pair(1, false));
    grid.finish({.hasRows = true, .rowCount = 2}, true);
    QCOMPARE(offered(QStringLiteral("select 1"), statement.run()), std::pair(2, false));
    QCOMPARE(*copyText(cellsOf(grid.model()), RowFormat::Tsv), QStringLiteral("a\nx\nNULL\n"));
}

QTEST_MAIN(ResultExportTest)
#include "resultexporttest.moc"
