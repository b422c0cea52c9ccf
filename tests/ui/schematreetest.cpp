// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/schematree.h"
#include "core/schema/namesearch.h"
#include "tests/ui/scriptedanswers.h"
#include "ui/query/editorpage.h"
#include "ui/query/editortabs.h"
#include "ui/querypane.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/schema/completer.h"
#include "ui/schema/definitiondialog.h"
#include "ui/schema/workbench.h"
#include "ui/sqleditor.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace latchkey;

namespace {

const QString noText;

void fill(test::ScriptedAnswers &server)
{
    const QString search = u"LIKE '%order%'"_qs;
    server.answer(search,
                  {{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs},
                   {{u"relation"_qs, u"BASE TABLE"_qs, u"shop"_qs, u""_qs, u"orders"_qs, u""_qs},
                    {u"relation"_qs, u"BASE TABLE"_qs, u"mysql"_qs, u""_qs, u"old_orders"_qs, u""_qs},
                    {u"column"_qs, u""_qs, u"shop"_qs, u"revenue"_qs, u"order_count"_qs, u"bigint(21)"_qs}}});
    server.refuse(u"LIKE '%late%'"_qs, 1969);
    server.answer(u"LIKE '%many%'"_qs,
                  {{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs},
                   QList<QStringList>(schema::mostFound + 1,
                                      {u"relation"_qs, u"VIEW"_qs, u"shop"_qs, u""_qs, u"many"_qs, u""_qs})});
    server.answer(
        u"information_schema.SCHEMATA"_qs,
        {{u"a"_qs, u"b"_qs},
         {{u"information_schema"_qs, u"utf8"_qs}, {u"mysql"_qs, u"utf8"_qs}, {u"shop"_qs, u"utf8mb4"_qs}}});
    server.answer(
        u"information_schema.TABLES"_qs,
        {{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs},
         {{u"customers"_qs, u"BASE TABLE"_qs, u"InnoDB"_qs, u"10000"_qs, u"1589248"_qs, u"Who buys"_qs},
          {u"odd`name"_qs, u"BASE TABLE"_qs, u"InnoDB"_qs, u"1"_qs, u"16384"_qs, u""_qs},
          {u"orders"_qs, u"BASE TABLE"_qs, u"InnoDB"_qs, u"29500"_qs, u"4194304"_qs, u"What was ordered"_qs},
          {u"revenue"_qs, u"VIEW"_qs, noText, noText, noText, u"VIEW"_qs}}});
    server.answer(u"information_schema.COLUMNS"_qs,
                  {{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs},
                   {{u"id"_qs, u"int(10) unsigned"_qs, u"NO"_qs, u"PRI"_qs, u"auto_increment"_qs, u""_qs},
                    {u"placed"_qs, u"datetime"_qs, u"NO"_qs, u"MUL"_qs, u""_qs, u""_qs},
                    {u"total"_qs, u"decimal(12,2)"_qs, u"NO"_qs, u""_qs, u""_qs, u""_qs}}});
    server.answer(u"SHOW CREATE TABLE"_qs,
                  {{u"Table"_qs, u"Create Table"_qs}, {{u"orders"_qs, u"CREATE TABLE `orders` (…)"_qs}}});
    server.refuse(u"information_schema.EVENTS"_qs, 1142);
}

} // namespace

/// The schema's tree and completion, with a server made of a script, by mouse and keyboard.
class SchemaTreeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void onlyWhatIsOpenedIsRead();
    void usersDatabasesStandBeforeTheServers();
    void theDefaultDatabaseIsOpenFromTheStart();
    void aTableShowsColumnsAndKeys();
    void whatCannotBeReadSaysWhy();
    void filteringKeepsWhatMatches();
    void whatIsNotOpenIsFoundOnTheServer();
    void whatIsReadMeanwhileIsNotFoundElsewhere();
    void eachChangedRowIsToldOfInItsPlace();
    void whatIsFoundCanBeUsed();
    void aSearchThatIsCutOrFailsIsSaid();
    void oneLetterAsksNothing();
    void doubleClickShowsTheFirstRows();
    void enterShowsTheFirstRows();
    void f4ShowsTheDefinition();
    void namesAreCopiedAndInserted();
    void aSelectOfKnownColumnsIsWritten();
    void f5ReadsAgainAndKeepsWhatIsOpen();
    void aChangeOfTheSchemaIsReadByItself();
    void useChangesTheDefaultDatabase();
    void aStatementIsUnderWayUntilItIsAnswered();
    void theKeyHidesThePanel();
    void aHiddenPanelAsksNothing();
    void aNarrowTabHasNoPanel();
    void aDotOffersColumns();
    void controlSpaceOffersTables();
    void typingGoesOnWhileNothingIsKnown();
    void theChosenWordReplacesWhatWasTyped();
    void everyEditorIsCompleted();
    void aClosedEditorIsNotCompletedAnyMore();
    void aListThatWasEmptyIsReadAgain();
    void placeholdersAreNotSentToBeExplained();
    void closingForgetsTheSchema();
    void rowsAreCountedOnTheSecondConnectionWhileItIsOpen();

private:
    void connectBench();
    QModelIndex find(const QString &name, const QModelIndex &below = {}) const;
    QModelIndex openTables();
    void filter(const QString &text);
    QModelIndex found() const { return find(u"Elsewhere on the server"_qs); }
    QString searchNote() const { return m_bench->findChild<QLabel *>(u"schemaSearchNote"_qs)->text(); }
    void type(const QString &text);

    test::ScriptedAnswers m_server;
    std::unique_ptr<Workbench> m_bench;
    QueryPane *m_pane = nullptr;
    QTreeView *m_view = nullptr;
};

void SchemaTreeTest::init()
{
    Workbench::lastLayout() = {};
    m_server = {};
    fill(m_server);
    m_pane = new QueryPane;
    m_bench = std::make_unique<Workbench>(m_pane);
    m_view = m_bench->findChild<QTreeView *>(u"schema"_qs);
    auto *tester = new QAbstractItemModelTester(
        m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_view);
    tester->setUseFetchMore(false); // what is read is looked at here
    m_bench->resize(1000, 640);
    m_bench->show();
    m_bench->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bench.get()));
    connectBench();
    QTRY_VERIFY(find(u"Tables"_qs, find(u"shop"_qs)).isValid());
}

void SchemaTreeTest::connectBench()
{
    const auto open = [this](std::stop_token) {
        QPromise<Result<schema::Run>> promise;
        promise.start();
        promise.addResult(m_server.run());
        promise.finish();
        return promise.future();
    };
    m_pane->setRun(m_bench->observed(m_server.run()));
    m_bench->connectTo(
        {m_server.run(), open, u"shop"_qs, u"10.11.19-MariaDB"_qs, u"alice@CORP"_qs, u"alice"_qs});
}

void SchemaTreeTest::cleanup()
{
    m_pane->setRun({});
    m_bench.reset();
}

QModelIndex SchemaTreeTest::find(const QString &name, const QModelIndex &below) const
{
    const QAbstractItemModel &model = *m_view->model();
    for (int row = 0; row < model.rowCount(below); ++row)
        if (model.index(row, 0, below).data().toString() == name)
            return model.index(row, 0, below);
    return {};
}

QModelIndex SchemaTreeTest::openTables()
{
    const auto tables = [this] { return find(u"Tables"_qs, find(u"shop"_qs)); };
    if (!QTest::qWaitFor([&] { return find(u"orders"_qs, tables()).isValid(); }))
        return {};
    return tables();
}

void SchemaTreeTest::type(const QString &text)
{
    QWidget *editor = m_pane->findChild<QWidget *>(u"sqlText"_qs);
    editor->setFocus();
    QTest::keyClicks(editor, text);
}

void SchemaTreeTest::onlyWhatIsOpenedIsRead()
{
    QVERIFY(openTables().isValid());
    QCOMPARE(m_server.count(u"information_schema.ROUTINES"_qs), 0);
    QCOMPARE(m_server.count(u"information_schema.COLUMNS"_qs), 0);
    m_view->expand(find(u"Routines"_qs, find(u"shop"_qs)));
    QTRY_COMPARE(m_server.count(u"information_schema.ROUTINES"_qs), 1);
}

void SchemaTreeTest::usersDatabasesStandBeforeTheServers()
{
    QCOMPARE(m_view->model()->index(0, 0).data().toString(), u"shop"_qs);
    QCOMPARE(m_view->model()->rowCount(), 3);
}

void SchemaTreeTest::theDefaultDatabaseIsOpenFromTheStart()
{
    QVERIFY(openTables().isValid());
    QTRY_VERIFY(m_view->isExpanded(find(u"shop"_qs)));
    QVERIFY(m_view->isExpanded(openTables()));
    QCOMPARE(openTables().data(SchemaModel::DetailRole).toString(), u"3"_qs);
    QVERIFY(!openTables().data(SchemaModel::SizeRole).toString().isEmpty());
}

void SchemaTreeTest::aTableShowsColumnsAndKeys()
{
    m_view->expand(find(u"orders"_qs, openTables()));
    const auto columns = [this] { return find(u"Columns"_qs, find(u"orders"_qs, openTables())); };
    QTRY_VERIFY(find(u"id"_qs, columns()).isValid());
    QCOMPARE(find(u"id"_qs, columns()).data(SchemaModel::DetailRole).toString(),
             u"int(10) unsigned NOT NULL AUTO_INCREMENT"_qs);
    QVERIFY(find(u"Indexes"_qs, find(u"orders"_qs, openTables())).isValid());
    QVERIFY(find(u"Foreign keys"_qs, find(u"orders"_qs, openTables())).isValid());
    QVERIFY(
        m_server.sent().filter(u"information_schema.COLUMNS"_qs).first().contains(u"TABLE_NAME = 'orders'"));
}

void SchemaTreeTest::whatCannotBeReadSaysWhy()
{
    m_view->expand(find(u"Events"_qs, find(u"shop"_qs)));
    QTRY_VERIFY(find(u"Refused."_qs, find(u"Events"_qs, find(u"shop"_qs))).isValid());
    QVERIFY(
        find(u"Refused."_qs, find(u"Events"_qs, find(u"shop"_qs))).data(SchemaModel::IsNoteRole).toBool());
}

void SchemaTreeTest::filteringKeepsWhatMatches()
{
    QVERIFY(openTables().isValid());
    auto *filter = m_bench->findChild<QLineEdit *>(u"schemaFilter"_qs);
    filter->setFocus();
    QTest::keyClicks(filter, u"ORD"_qs);
    QTRY_COMPARE(m_view->model()->rowCount(openTables()), 1);
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(m_view->hasFocus());
    filter->clear();
    QCOMPARE(m_view->model()->rowCount(openTables()), 3);
}

void SchemaTreeTest::filter(const QString &text)
{
    auto *line = m_bench->findChild<QLineEdit *>(u"schemaFilter"_qs);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void SchemaTreeTest::whatIsNotOpenIsFoundOnTheServer()
{
    QVERIFY(openTables().isValid());
    filter(u"order"_qs);
    QTRY_VERIFY(found().isValid());
    QCOMPARE(m_server.count(u" LIKE "_qs), 1);
    QVERIFY2(!find(u"orders"_qs, found()).isValid(), "it is open, where it belongs");
    QCOMPARE(find(u"old_orders"_qs, found()).data(SchemaModel::DetailRole).toString(), u"mysql"_qs);
    QCOMPARE(find(u"order_count"_qs, found()).data(SchemaModel::DetailRole).toString(),
             u"shop.revenue · bigint(21)"_qs);
    QVERIFY(m_view->isExpanded(found()));
    QVERIFY(find(u"orders"_qs, openTables()).isValid());
    m_bench->findChild<QLineEdit *>(u"schemaFilter"_qs)->clear();
    QVERIFY(!found().isValid());
    QCOMPARE(m_view->model()->rowCount(), 3);
}

void SchemaTreeTest::whatIsReadMeanwhileIsNotFoundElsewhere()
{
    schema::SchemaCache cache;
    SchemaModel model(cache);
    cache.setAsk(m_server.ask());
    cache.read({});
    QTRY_VERIFY(cache.entries({}));
    schema::Entry orders;
    orders.kind = schema::EntryKind::Table;
    orders.name = u"orders"_qs;
    schema::Entry old = orders;
    old.name = u"old_orders"_qs;
    model.setFound({{orders, u"shop"_qs, {}}, {old, u"mysql"_qs, {}}});
    QCOMPARE(model.rowCount(model.foundIndex()), 2);
    cache.read({schema::Branch::Kind::Relations, u"shop"_qs, {}});
    QTRY_COMPARE(model.rowCount(model.foundIndex()), 1);
    QCOMPARE(model.index(0, 0, model.foundIndex()).data().toString(), u"old_orders"_qs);
    cache.read({schema::Branch::Kind::Relations, u"mysql"_qs, {}});
    QTRY_VERIFY(!model.foundIndex().isValid());
}

void SchemaTreeTest::eachChangedRowIsToldOfInItsPlace()
{
    QString charset = u"utf8"_qs;
    schema::SchemaCache cache;
    SchemaModel model(cache);
    test::ScriptedAnswers later;
    const auto databases = [&charset] {
        return schema::Answer{{u"a"_qs, u"b"_qs},
                              {{u"a"_qs, charset}, {u"b"_qs, u"utf8"_qs}, {u"c"_qs, charset}}};
    };
    later.answer(u"SCHEMATA"_qs, databases());
    cache.setAsk(later.ask());
    cache.read({});
    QTRY_COMPARE(model.rowCount(), 3);
    charset = u"utf8mb4"_qs;
    later.forget();
    later.answer(u"SCHEMATA"_qs, databases());
    QList<int> rows;
    connect(&model, &SchemaModel::dataChanged, this, [&](const QModelIndex &first, const QModelIndex &last) {
        QCOMPARE(first, last);
        QCOMPARE(first, model.index(first.row(), 0));
        rows.append(first.row());
    });
    cache.refresh();
    QTRY_COMPARE(rows, QList<int>({0, 2}));
}

void SchemaTreeTest::whatIsFoundCanBeUsed()
{
    filter(u"order"_qs);
    QTRY_VERIFY(found().isValid());
    m_view->setFocus();
    m_view->setCurrentIndex(find(u"old_orders"_qs, found()));
    QTest::keyClick(m_view, Qt::Key_Return);
    QTRY_COMPARE(m_server.count(u"SELECT * FROM mysql.old_orders LIMIT 200"_qs), 1);
    m_view->expand(find(u"old_orders"_qs, found()));
    const auto columns = [this] { return find(u"Columns"_qs, find(u"old_orders"_qs, found())); };
    QTRY_VERIFY(find(u"placed"_qs, columns()).isValid());
    m_bench->findChild<QAction *>(u"schemaRefresh"_qs)->trigger();
    QTRY_COMPARE(m_server.count(u"TABLE_NAME = 'old_orders'"_qs), 2);
    QVERIFY(find(u"old_orders"_qs, found()).isValid());
}

void SchemaTreeTest::aSearchThatIsCutOrFailsIsSaid()
{
    filter(u"many"_qs);
    QTRY_VERIFY2(searchNote().contains(u"Type more"), qPrintable(searchNote()));
    filter(u"late"_qs);
    QTRY_VERIFY2(searchNote().contains(u"stopped"), qPrintable(searchNote()));
    QVERIFY(!found().isValid());
    filter(u"order"_qs);
    QTRY_VERIFY(found().isValid());
    QVERIFY(searchNote().isEmpty());
}

void SchemaTreeTest::oneLetterAsksNothing()
{
    filter(u"o"_qs);
    QTRY_VERIFY(openTables().isValid());
    filter(u"order"_qs);
    QTRY_VERIFY(found().isValid());
    QCOMPARE(m_server.count(u" LIKE "_qs), 1);
}

void SchemaTreeTest::doubleClickShowsTheFirstRows()
{
    const QModelIndex orders = find(u"orders"_qs, openTables());
    m_view->scrollTo(orders);
    const QPoint place = m_view->visualRect(orders).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(m_server.count(u"SELECT * FROM shop.orders LIMIT 200"_qs), 1);
    QVERIFY(m_pane->editor().isEmpty());
}

void SchemaTreeTest::enterShowsTheFirstRows()
{
    m_view->setCurrentIndex(find(u"odd`name"_qs, openTables()));
    auto *views = m_bench->findChild<QTabWidget *>(u"serverViews"_qs);
    m_bench->findChild<QAction *>(u"viewStatus"_qs)->trigger();
    QCOMPARE(views->currentIndex(), 1);
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(views->currentIndex(), 0); // where the rows will be
    QTRY_COMPARE(m_server.count(u"SELECT * FROM shop.`odd``name` LIMIT 200"_qs), 1);
}

void SchemaTreeTest::f4ShowsTheDefinition()
{
    m_view->setCurrentIndex(find(u"orders"_qs, openTables()));
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_F4);
    auto *dialog = m_bench->findChild<DefinitionDialog *>(u"definitionDialog"_qs);
    QVERIFY(dialog);
    auto *text = dialog->findChild<QPlainTextEdit *>(u"definition"_qs);
    QTRY_COMPARE(text->toPlainText(), u"CREATE TABLE `orders` (…)"_qs);
    QCOMPARE(m_server.count(u"SHOW CREATE TABLE `shop`.`orders`"_qs), 1);
    for (auto *button : dialog->findChildren<QPushButton *>())
        if (button->text() == u"Insert into editor")
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_pane->editor().text(), u"CREATE TABLE `orders` (…);\n"_qs);
}

void SchemaTreeTest::namesAreCopiedAndInserted()
{
    m_view->setCurrentIndex(find(u"odd`name"_qs, openTables()));
    m_view->setFocus();
    QTest::keySequence(m_view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"odd`name"_qs);
    QTest::keyClick(m_view, Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(m_pane->editor().text(), u"`odd``name`"_qs);
}

void SchemaTreeTest::aSelectOfKnownColumnsIsWritten()
{
    m_view->expand(find(u"orders"_qs, openTables()));
    QTRY_VERIFY(find(u"id"_qs, find(u"Columns"_qs, find(u"orders"_qs, openTables()))).isValid());
    m_view->setCurrentIndex(find(u"orders"_qs, openTables()));
    m_bench->findChild<QAction *>(u"schemaSelect"_qs)->trigger();
    QCOMPARE(m_pane->editor().text(), u"SELECT id, placed, total\nFROM shop.orders\nLIMIT 200;\n"_qs);
}

void SchemaTreeTest::f5ReadsAgainAndKeepsWhatIsOpen()
{
    m_view->expand(find(u"orders"_qs, openTables()));
    QTRY_VERIFY(find(u"id"_qs, find(u"Columns"_qs, find(u"orders"_qs, openTables()))).isValid());
    m_server.forget();
    m_server.answer(u"information_schema.TABLES"_qs,
                    {{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs},
                     {{u"added"_qs, u"BASE TABLE"_qs, u"InnoDB"_qs, u"1"_qs, u"1"_qs, u""_qs},
                      {u"orders"_qs, u"BASE TABLE"_qs, u"InnoDB"_qs, u"29500"_qs, u"4194304"_qs, u""_qs}}});
    fill(m_server);
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_F5);
    QTRY_VERIFY(find(u"added"_qs, openTables()).isValid());
    QVERIFY(!find(u"customers"_qs, openTables()).isValid());
    QVERIFY(m_view->isExpanded(find(u"orders"_qs, openTables())));
}

void SchemaTreeTest::aChangeOfTheSchemaIsReadByItself()
{
    QVERIFY(openTables().isValid());
    QCOMPARE(m_server.count(u"information_schema.TABLES"_qs), 1);
    m_pane->run(u"CREATE TABLE t (a INT)"_qs);
    QTRY_COMPARE(m_server.count(u"information_schema.TABLES"_qs), 2);
    m_pane->run(u"SELECT 1"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_server.count(u"information_schema.TABLES"_qs), 2);
}

void SchemaTreeTest::useChangesTheDefaultDatabase()
{
    m_pane->run(u"USE mysql"_qs);
    QTRY_VERIFY(m_view->isExpanded(find(u"mysql"_qs)));
}

void SchemaTreeTest::aStatementIsUnderWayUntilItIsAnswered()
{
    QPromise<Result<sql::StatementSummary>> promise;
    promise.start();
    const schema::Run run =
        m_bench->observed([&promise](const QString &, const sql::RowSink &, sql::RunLimits, std::stop_token) {
            return promise.future();
        });
    QVERIFY(!m_bench->hasStatementUnderWay());
    const auto answer = run(u"select 1"_qs, {}, {}, {});
    QVERIFY(m_bench->hasStatementUnderWay());
    promise.addResult(sql::StatementSummary{});
    promise.finish();
    QVERIFY(answer.isFinished());
    QVERIFY(!m_bench->hasStatementUnderWay());
}

void SchemaTreeTest::theKeyHidesThePanel()
{
    auto *panel = m_bench->findChild<SchemaTree *>(u"schemaTree"_qs);
    QVERIFY(panel->isVisible());
    m_pane->setFocus();
    QTest::keyClick(m_bench->focusWidget() ? m_bench->focusWidget() : m_bench.get(), Qt::Key_3,
                    Qt::ControlModifier);
    QTRY_VERIFY(!panel->isVisible());
    QVERIFY(!Workbench::lastLayout().showsSchema);
    m_bench->schemaAction()->trigger();
    QVERIFY(panel->isVisible());
    QVERIFY(panel->width() >= 160);
}

void SchemaTreeTest::aHiddenPanelAsksNothing()
{
    m_bench->closeConnection();
    m_bench->schemaAction()->setChecked(false);
    const qsizetype before = m_server.sent().size();
    connectBench();
    QCOMPARE(m_server.sent().size(), before);
    m_bench->schemaAction()->setChecked(true);
    QTRY_VERIFY(openTables().isValid());
}

void SchemaTreeTest::aNarrowTabHasNoPanel()
{
    auto *panel = m_bench->findChild<SchemaTree *>(u"schemaTree"_qs);
    m_bench->resize(480, 600);
    QTRY_VERIFY(!panel->isVisible());
    m_bench->resize(1000, 600);
    QTRY_VERIFY(panel->isVisible());
}

void SchemaTreeTest::aDotOffersColumns()
{
    SqlEditor &editor = m_pane->editor();
    editor.setText(u"SELECT o FROM orders o"_qs);
    editor.setCursor(8);
    type(u"."_qs);
    QTRY_VERIFY(editor.isOffering()); // once the columns are there
    QCOMPARE(m_server.count(u"information_schema.COLUMNS"_qs), 1);
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Return);
    QCOMPARE(editor.text(), u"SELECT o.id FROM orders o"_qs);
}

void SchemaTreeTest::controlSpaceOffersTables()
{
    QVERIFY(openTables().isValid());
    SqlEditor &editor = m_pane->editor();
    editor.setText(u"SELECT * FROM "_qs);
    editor.setCursor(14);
    QVERIFY(!editor.isOffering());
    editor.setFocus();
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(editor.isOffering());
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Down);
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Tab);
    QCOMPARE(editor.text(), u"SELECT * FROM `odd``name`"_qs);
}

void SchemaTreeTest::typingGoesOnWhileNothingIsKnown()
{
    m_bench->closeConnection();
    type(u"sel"_qs);
    QVERIFY(m_pane->editor().isOffering()); // keywords need no server
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Escape);
    QVERIFY(!m_pane->editor().isOffering());
    QCOMPARE(m_pane->editor().text(), u"sel"_qs);
}

void SchemaTreeTest::theChosenWordReplacesWhatWasTyped()
{
    QVERIFY(openTables().isValid());
    type(u"select * from `od"_qs);
    QTRY_VERIFY(m_pane->editor().isOffering());
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Return);
    QCOMPARE(m_pane->editor().text(), u"select * from `odd``name`"_qs);
}

void SchemaTreeTest::everyEditorIsCompleted()
{
    QVERIFY(openTables().isValid());
    m_pane->editors().addEditor();
    SqlEditor &second = m_pane->editor();
    second.insert(u"select * from ord"_qs);
    QTest::keyClick(second.findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(second.isOffering());
}

void SchemaTreeTest::aClosedEditorIsNotCompletedAnyMore()
{
    QVERIFY(openTables().isValid());
    type(u"select o. from orders o"_qs);
    SqlEditor &first = m_pane->editor();
    m_pane->editors().addEditor();
    m_pane->editors().setCurrentIndex(0);
    first.setCursor(9);
    QTest::keyClick(m_pane->findChild<QWidget *>(u"sqlText"_qs), Qt::Key_Space, Qt::ControlModifier);
    m_pane->editors().page()->take({}); // nothing that would be asked about
    m_pane->editors().closeEditor(0);
    QTRY_COMPARE(m_pane->editors().count(), 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTRY_COMPARE(m_server.count(u"TABLE_NAME = 'orders'"_qs), 1); // whose answer finds nobody
    QVERIFY(!m_pane->editor().isOffering());
}

void SchemaTreeTest::aListThatWasEmptyIsReadAgain()
{
    const auto routines = [this] { return find(u"Routines"_qs, find(u"shop"_qs)); };
    m_server.answer(u"information_schema.ROUTINES"_qs,
                    {{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs}, {}});
    m_view->expand(routines());
    QTRY_COMPARE(m_server.count(u"information_schema.ROUTINES"_qs), 1);
    QTRY_COMPARE(routines().data(SchemaModel::DetailRole).toString(), u"0"_qs);
    m_bench->findChild<QAction *>(u"schemaRefresh"_qs)->trigger();
    QTRY_COMPARE(m_server.count(u"information_schema.ROUTINES"_qs), 2);
}

void SchemaTreeTest::placeholdersAreNotSentToBeExplained()
{
    m_pane->editor().setText(u"select * from orders where id = :id"_qs);
    m_bench->findChild<QAction *>(u"explain"_qs)->trigger();
    QCOMPARE(m_server.count(u"EXPLAIN"_qs), 0);
    const auto labels = m_pane->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u":id");
    }));
}

void SchemaTreeTest::closingForgetsTheSchema()
{
    QVERIFY(openTables().isValid());
    m_bench->closeConnection();
    QCOMPARE(m_view->model()->rowCount(), 0);
}

void SchemaTreeTest::rowsAreCountedOnTheSecondConnectionWhileItIsOpen()
{
    test::ScriptedAnswers first;
    sql::SessionState state;
    state.schema = u"my shop"_qs;
    const auto counting = m_bench->counting(first.run(), [&state] { return state; });
    const auto countsOnTheSecond = [&] {
        const qsizetype before = first.sent().size();
        counting(u"SELECT COUNT(*) FROM t"_qs, {[](const auto &) {}, [](const auto &) {}}, {}, {});
        return first.sent().size() == before;
    };
    bool isSecond = false; // once it has answered what opening the schema asked
    QTRY_VERIFY((isSecond = isSecond || countsOnTheSecond()));
    const qsizetype sentBefore = first.sent().size();
    QCOMPARE(m_server.sent().mid(m_server.sent().size() - 2),
             (QStringList{u"USE `my shop`"_qs, u"SELECT COUNT(*) FROM t"_qs}));

    state.inTransaction = true; // what it has changed, only the session sees
    counting(u"SELECT COUNT(*) FROM t"_qs, {[](const auto &) {}, [](const auto &) {}}, {}, {});
    QCOMPARE(first.sent().size(), sentBefore + 1);
    state.inTransaction = false;
    m_bench->closeConnection();
    counting(u"SELECT COUNT(*) FROM t"_qs, {[](const auto &) {}, [](const auto &) {}}, {}, {});
    QCOMPARE(first.sent().size(), sentBefore + 2);
}

QTEST_MAIN(SchemaTreeTest)
#include "schematreetest.moc"
