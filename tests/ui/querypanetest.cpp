// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/querypane.h"
#include "core/base/job.h"
#include "core/history/draft.h"
#include "core/history/history.h"
#include "ui/errorbanner.h"
#include "ui/query/editortabs.h"
#include "ui/query/findbar.h"
#include "ui/query/historyview.h"
#include "ui/query/parameterdialog.h"
#include "ui/query/querycommand.h"
#include "ui/query/textsearch.h"
#include "ui/result/resultexportdialog.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/sessionlog.h"
#include "ui/sqleditor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

const QUuid profileId(u"11111111-2222-3333-4444-555555555555"_qs);

/// Answers on a thread of its own: counts as told, "fail" with an error, "SHOW WARNINGS" with one, and the rest with three
/// rows affected, "warn" with a warning.
class CountingServer
{
public:
    ~CountingServer()
    {
        m_worker.reset();
        Worker::waitForAll(10s);
    }
    /// Somebody could have stopped one of the statements.
    bool wasStoppable() const { return m_wasStoppable; }
    StatementRunner::Run run()
    {
        return [this](const QString &sql, const sql::RowSink &sink, sql::RunLimits, std::stop_token stop) {
            const std::scoped_lock lock(m_mutex);
            m_sent.append(sql);
            m_wasStoppable = m_wasStoppable || stop.stop_possible();
            return startJob<sql::StatementSummary>(*m_worker, stop,
                                                   [this, sql, sink](Job &) { return answer(sql, sink); });
        };
    }
    QStringList sent() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_sent;
    }
    std::atomic<bool> isSilent = false; ///< counts are never answered

private:
    Result<sql::StatementSummary> answer(const QString &sql, const sql::RowSink &sink)
    {
        if (sql.contains(u"deadlock"))
            return Error{Error::Code::StatementFailed, u"Deadlock found."_qs, {}, 1213};
        if (sql.contains(u"fail"))
            return Error{Error::Code::StatementFailed, u"The server refused the statement."_qs, {}, 1146};
        if (sql.startsWith(u"SHOW WARNINGS"))
            return rows(sink, {"Note", "1051", "Unknown table"});
        if (sql.contains(u"COUNT(*)"))
            return isSilent ? Result<sql::StatementSummary>(cancelledError()) : rows(sink, {"1234"});
        return sql::StatementSummary{
            .rowCount = 3, .warnings = sql.contains(u"warn") ? 1 : 0, .elapsed = 1ms};
    }
    static Result<sql::StatementSummary> rows(const sql::RowSink &sink,
                                              std::initializer_list<const char *> values)
    {
        sql::RowBatch batch(static_cast<int>(values.size()));
        for (const char *value : values)
            batch.append(std::string_view(value));
        sink.columns(QList<sql::Column>(static_cast<qsizetype>(values.size())));
        sink.rows(std::move(batch));
        return sql::StatementSummary{.hasRows = true, .rowCount = 1};
    }

    mutable std::mutex m_mutex;
    QStringList m_sent;
    std::atomic<bool> m_wasStoppable = false;
    std::optional<Worker> m_worker{std::in_place};
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class QueryPaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findAndReplaceByKeyboardAlone();
    void findAndReplaceByMouse();
    void replacingWithGroupsByKeyboard();
    void groupsStandWhereTheirNumbersWere_data();
    void groupsStandWhereTheirNumbersWere();
    void searchesKnowCaseWordsAndExpressions_data();
    void searchesKnowCaseWordsAndExpressions();
    void editorsOpenSwitchAndCloseByKeyboard();
    void anEditorWithTextAsksBeforeItGoes();
    void parametersAreAskedForOnceARunAndRemembered();
    void aCancelledParameterDialogRunsNothing();
    void theStatementUnderTheCursorIsFormatted();
    void aRunGoesOnBehindErrorsWhenItShould();
    void warningsOfTheServerAreShown();
    void productionHearsDangersAndRowsFirst();
    void aServerThatDoesNotCountIsNotWaitedFor();
    void aQuestionGoesWithTheSessionItWasMeantFor();
    void escapeStopsTheCounting();
    void aStatementThatLooksBackIsNotCounted();
    void aReadOnlyProfileRefusesBeforeItAsksAnything();
    void aReadOnlyProfileEndsNobodysStatement();
    void rowsAreCountedWhereThePersonsStatementsDoNotRun();
    void textSurvivesTheEndOfItsSession();
    void textSurvivesAKilledProgram();
    void closedEditorsLeaveNoDraft();
    void filesAreOpenedAndSaved();
    void bytesComeBackAsTheyWere_data();
    void bytesComeBackAsTheyWere();
    void mixedLineEndsAreSaid();
    void anUnsavedDraftStillKnowsTheFilesForm();
    void anUnsavedDraftReplacesNoForeignChange();
    void otherEncodingsAreSaid();
    void aFileChangedElsewhereIsNoticed();
    void savingOverAForeignChangeIsRefusedOnce();
    void aThirdTextIsNotReplacedUnnoticed();
    void anEarlierSessionsLateEndLeavesTheNewOneAlone();
    void anExportOutlivesTheResultsThatARunThrowsAway();
    void whatRunsBesideCanBeStoppedToo();
    void messagesSpeakOfTheEditorTheyCameFrom();
    void escapeThatClosesABarStopsNothing_data();
    void escapeThatClosesABarStopsNothing();
    void savingTwiceInARowIsNobodyElsesChange();
    void aSaveBehindAnotherGoesWhereItIsMeantTo();
    void historyIsSearchedAndInserted();
    void historyOutlivesThePane();
    void historyIsDeletedWhenThePersonAgrees();
    void aStatementThatLooksBackIsNotDisturbed();
    void everyControlHasANameAndAPlaceInTheTabOrder();

private:
    void makePane();
    void keepRecords();
    QWidget *text() const { return m_pane->editors().page()->findChild<QWidget *>(u"sqlText"_qs); }
    QString banner() const { return m_pane->findChild<ErrorBanner *>()->text(); }
    QTabBar *bar() const { return m_pane->findChild<QTabBar *>(u"editorBar"_qs); }
    template <typename T>
    T *child(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1String(name));
    }
    QTreeWidget *history() const { return child<QTreeWidget>("history"); }
    QStringList runStatements() const
    {
        QStringList sent = m_server->sent();
        sent.removeIf(
            [](const QString &sql) { return sql.contains(u"COUNT(*)") || sql.startsWith(u"SHOW"); });
        return sent;
    }
    QString stateFolder() const { return m_folder->filePath(u"state"_qs); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CountingServer> m_server;
    std::unique_ptr<history::History> m_history;
    std::unique_ptr<history::Drafts> m_drafts;
    std::unique_ptr<QueryPane> m_pane;
};

/// Started again by a test, to be killed: types a text and says when it is kept.
void QueryPaneTest::initTestCase()
{
    const QString folder = qEnvironmentVariable("QUERYPANETEST_DRAFTS");
    if (folder.isEmpty())
        return;
    history::Drafts drafts(folder);
    QueryPane pane;
    pane.setRecords({nullptr, &drafts}, profileId, u"orders"_qs);
    pane.show();
    pane.editor().setText(u"select 'unsaved ü'"_qs);
    const QString mine = folder + u'/' + profileId.toString(QUuid::WithoutBraces);
    QTRY_COMPARE(QDir(mine).entryList({u"*.json"_qs}, QDir::Files).size(), 1);
    QTextStream(stdout) << "kept\n" << Qt::flush;
    QEventLoop().exec(); // until it is killed
}

void QueryPaneTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<CountingServer>();
    makePane();
}

void QueryPaneTest::makePane()
{
    m_pane = std::make_unique<QueryPane>();
    m_pane->setRun(m_server->run());
    m_pane->resize(900, 600);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->editor().setFocus();
}

void QueryPaneTest::keepRecords()
{
    if (!m_history)
        m_history = std::make_unique<history::History>(stateFolder() + u"/history.jsonl"_qs);
    if (!m_drafts)
        m_drafts = std::make_unique<history::Drafts>(stateFolder() + u"/drafts"_qs);
    m_pane->setRecords({m_history.get(), m_drafts.get()}, profileId, u"Shop/orders"_qs);
}

void QueryPaneTest::cleanup()
{
    m_pane.reset();
    m_history.reset();
    m_drafts.reset();
    m_server.reset();
    QVERIFY(Worker::waitForAll(10s));
    m_folder.reset();
}

void QueryPaneTest::findAndReplaceByKeyboardAlone()
{
    m_pane->editor().setText(u"select a from t; select a from u"_qs);
    m_pane->editor().setCursor(0);
    QTest::keyClick(text(), Qt::Key_H, Qt::ControlModifier);
    auto *find = child<QLineEdit>("findText");
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, u"from"_qs);
    QCOMPARE(m_pane->editor().selectedText(), u"from"_qs);
    QCOMPARE(m_pane->editor().selectionBegin(), 9);
    QCOMPARE(child<QLabel>("findState")->text(), u"1 of 2"_qs);
    QVERIFY2(find->hasFocus(), "typing goes on");
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(child<QLabel>("findState")->text(), u"2 of 2"_qs);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(child<QLabel>("findState")->text(), u"1 of 2"_qs);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(child<QLabel>("findState")->text(), u"2 of 2"_qs);

    auto *with = child<QLineEdit>("replaceText");
    with->setFocus();
    QTest::keyClicks(with, u"FROM"_qs);
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(m_pane->editor().text(), u"select a from t; select a FROM u"_qs);
    QTest::keyClick(with, Qt::Key_Escape);
    QVERIFY(!child<FindBar>("findBar")->isVisible());
    QVERIFY(text()->hasFocus());

    m_pane->editor().setCursor(0);
    QTest::keyClick(text(), Qt::Key_F3);
    QCOMPARE(m_pane->editor().selectedText().toLower(), u"from"_qs);
}

void QueryPaneTest::findAndReplaceByMouse()
{
    m_pane->editor().setText(u"a a A ba"_qs);
    QTest::mouseClick(child<QToolButton>("findButton"), Qt::LeftButton);
    QVERIFY(child<FindBar>("findBar")->isVisible());
    QVERIFY(!child<QLineEdit>("replaceText")->isVisible());
    child<QAction>("replace")->trigger();
    child<QLineEdit>("findText")->setText(u"a"_qs);
    QTest::mouseClick(child<QCheckBox>("findCase"), Qt::LeftButton, {}, {8, 8});
    QTest::mouseClick(child<QCheckBox>("findWords"), Qt::LeftButton, {}, {8, 8});
    child<QLineEdit>("replaceText")->setText(u"x\\1"_qs);
    QTest::mouseClick(child<QToolButton>("replaceAll"), Qt::LeftButton);
    QCOMPARE(m_pane->editor().text(), u"x\\1 x\\1 A ba"_qs);
    QVERIFY(child<QLabel>("findState")->text().startsWith(u"2 "));
    QTest::mouseClick(child<QToolButton>("findClose"), Qt::LeftButton);
    QVERIFY(!child<FindBar>("findBar")->isVisible());
}

void QueryPaneTest::replacingWithGroupsByKeyboard()
{
    m_pane->editor().setText(u"a = 1, bc = 23"_qs);
    m_pane->editor().setCursor(0);
    child<QAction>("replace")->trigger();
    auto *expression = child<QCheckBox>("findExpression");
    expression->setFocus();
    QTest::keyClick(expression, Qt::Key_Space);
    auto *find = child<QLineEdit>("findText");
    find->setFocus();
    QTest::keyClicks(find, u"(\\w+) = (\\d+)"_qs);
    QCOMPARE(child<QLabel>("findState")->text(), u"1 of 2"_qs);
    auto *with = child<QLineEdit>("replaceText");
    with->setFocus();
    QTest::keyClicks(with, u"\\2 as \\1"_qs);
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(m_pane->editor().text(), u"1 as a, bc = 23"_qs);
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(m_pane->editor().text(), u"1 as a, 23 as bc"_qs);
    find->selectAll();
    QTest::keyClicks(find, u"(\\w"_qs);
    QVERIFY(child<QLabel>("findState")->text().contains(u"no regular expression"));
}

void QueryPaneTest::groupsStandWhereTheirNumbersWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &pattern, const QString &with,
                        const QString &expected) {
        QTest::newRow(name) << text << pattern << with << expected;
    };
    row("exchanged", u"ab ab"_qs, u"(a)(b)"_qs, u"\\2-\\1"_qs, u"b-a b-a"_qs);
    row("all of it", u"ab"_qs, u"a(b)"_qs, u"<\\0>"_qs, u"<ab>"_qs);
    row("what only looks behind", u"xb b"_qs, u"(?<=x)(b)"_qs, u"[\\1]"_qs, u"x[b] b"_qs);
    row("what only looks ahead", u"bx b"_qs, u"(b)(?=x)"_qs, u"[\\1]"_qs, u"[b]x b"_qs);
    row("a number in the text that was found", u"\\2 b"_qs, u"(\\S+) (b)"_qs, u"\\1"_qs, u"\\2"_qs);
    row("a group that took no part", u"b"_qs, u"(b)|(c)"_qs, u"<\\2>"_qs, u"<>"_qs);
    row("no such group", u"b"_qs, u"(b)"_qs, u"\\2\\1"_qs, u"\\2b"_qs);
    row("a digit behind it", u"b"_qs, u"(b)"_qs, u"\\10"_qs, u"b0"_qs);
}

void QueryPaneTest::groupsStandWhereTheirNumbersWere()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(QString, with);
    QFETCH(QString, expected);
    const TextSearch search{pattern, false, false, true};
    QCOMPARE(allReplaced(text, search, with), expected);
    const TextMatch first = matchesIn(text, search)->first();
    const QString one = text.left(first.begin) + replacementFor(text, first.begin, search, with);
    QVERIFY2(expected.startsWith(one), qPrintable(one));
}

void QueryPaneTest::searchesKnowCaseWordsAndExpressions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("options"); // c: case, w: words, e: expression
    QTest::addColumn<int>("expected"); // matches; -1: wrong
    QTest::newRow("plain") << u"a.c abc A.C"_qs << u"a.c"_qs << QString() << 2;
    QTest::newRow("case") << u"a.c abc A.C"_qs << u"a.c"_qs << u"c"_qs << 1;
    QTest::newRow("words") << u"id ids id_x"_qs << u"id"_qs << u"w"_qs << 1;
    QTest::newRow("expression") << u"a.c abc A.C"_qs << u"a.c"_qs << u"e"_qs << 3;
    QTest::newRow("nothing empty") << u"abc"_qs << u"x*"_qs << u"e"_qs << 0;
    QTest::newRow("wrong") << u"abc"_qs << u"("_qs << u"e"_qs << -1;
    QTest::newRow("umlauts") << u"Größe GRÖSSE"_qs << u"grö"_qs << QString() << 2;
}

void QueryPaneTest::searchesKnowCaseWordsAndExpressions()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(QString, options);
    QFETCH(int, expected);
    const auto found =
        matchesIn(text, {pattern, options.contains(u'c'), options.contains(u'w'), options.contains(u'e')});
    QCOMPARE(found ? static_cast<int>(found->size()) : -1, expected);
}

void QueryPaneTest::editorsOpenSwitchAndCloseByKeyboard()
{
    QVERIFY2(!bar()->isVisible(), "a single text needs no tab");
    QTest::keyClicks(text(), u"one"_qs);
    QTest::keyClick(text(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_pane->editors().count(), 2);
    QVERIFY(bar()->isVisible());
    QVERIFY(text()->hasFocus());
    QTest::keyClicks(text(), u"two"_qs);
    QTest::keyClick(text(), Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_pane->editor().text(), u"one"_qs);
    QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(runStatements(), QStringList{u"one"_qs});
    QTRY_VERIFY(!m_pane->isRunning());
    QTest::keyClick(text(), Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_pane->editor().text(), u"two"_qs);
    m_pane->editor().setText(QString());
    QTest::keyClick(text(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_pane->editors().count(), 1);
    QCOMPARE(m_pane->editor().text(), u"one"_qs);
}

void QueryPaneTest::anEditorWithTextAsksBeforeItGoes()
{
    m_pane->editor().setText(u"select 1"_qs);
    child<QAction>("closeEditor")->trigger();
    auto *question = m_pane->findChild<QMessageBox *>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QCOMPARE(m_pane->editor().text(), u"select 1"_qs);
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    child<QAction>("closeEditor")->trigger();
    question = m_pane->findChild<QMessageBox *>();
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_pane->editors().count(), 1);
    QTRY_VERIFY(m_pane->editor().isEmpty());
}

void QueryPaneTest::parametersAreAskedForOnceARunAndRemembered()
{
    m_pane->editor().setText(u"select :a; select :a, ':b', :c"_qs);
    QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_pane->findChild<ParameterDialog *>();
    QVERIFY(dialog);
    auto *first = dialog->findChild<QLineEdit *>(u"value_a"_qs);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"value_b"_qs));
    QTest::keyClicks(first, u"it's"_qs);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"value_c"_qs), u"42"_qs);
    QVERIFY(m_server->sent().isEmpty());
    QTest::keyClick(first, Qt::Key_Return);
    QTRY_COMPARE(runStatements(), (QStringList{u"select 'it''s'"_qs, u"select 'it''s', ':b', 42"_qs}));
    QTRY_VERIFY(!m_pane->isRunning());
    QTRY_VERIFY(!m_pane->findChild<ParameterDialog *>());

    m_pane->runAll();
    dialog = m_pane->findChild<ParameterDialog *>();
    QCOMPARE(dialog->findChild<QLineEdit *>(u"value_a"_qs)->text(), u"it's"_qs);
    auto *kind = dialog->findChild<QComboBox *>(u"kind_a"_qs);
    kind->setCurrentIndex(2);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"value_a"_qs)->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"runWithParameters"_qs), Qt::LeftButton);
    QTRY_COMPARE(runStatements().last(), u"select NULL, ':b', 42"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
}

void QueryPaneTest::aCancelledParameterDialogRunsNothing()
{
    m_pane->editor().setText(u"select :a"_qs);
    m_pane->runAll();
    QTest::keyClick(m_pane->findChild<ParameterDialog *>(), Qt::Key_Escape);
    QVERIFY(m_server->sent().isEmpty());
    m_pane->editor().setText(u"select 1"_qs);
    m_pane->runAll();
    QTRY_COMPARE(runStatements(), QStringList{u"select 1"_qs});
    QTRY_VERIFY(!m_pane->isRunning());
}

void QueryPaneTest::theStatementUnderTheCursorIsFormatted()
{
    m_pane->editor().setText(u"select 1;\nselect a from t where b;\nselect 2"_qs);
    m_pane->editor().setCursor(15);
    QTest::keyClick(text(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_pane->editor().text(), u"select 1;\nSELECT a\nFROM t\nWHERE b;\nselect 2"_qs);
    QCOMPARE(m_pane->editor().selectedText(), u"SELECT a\nFROM t\nWHERE b"_qs);
}

void QueryPaneTest::aRunGoesOnBehindErrorsWhenItShould()
{
    child<QAction>("stopOnError")->setChecked(false);
    m_pane->editor().setText(u"select 1; fail; select 2"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(runStatements(), (QStringList{u"select 1"_qs, u"fail"_qs, u"select 2"_qs}));
    m_pane->editor().setText(u"deadlock; update t set a = 1"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(runStatements().mid(3), QStringList{u"deadlock"_qs});
    m_pane->editor().setText(u"select 1; fail; select 2"_qs);
    child<QAction>("stopOnError")->setChecked(true);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(runStatements().size(), 6);
}

void QueryPaneTest::warningsOfTheServerAreShown()
{
    m_pane->editor().setText(u"drop table if exists warn; select 1"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_server->sent(),
             (QStringList{u"drop table if exists warn"_qs, u"SHOW WARNINGS LIMIT 20"_qs, u"select 1"_qs}));
    auto *messages = m_pane->findChild<MessageList *>();
    QCOMPARE(messages->topLevelItemCount(), 3);
    QCOMPARE(messages->topLevelItem(1)->text(2), u"Note 1051: Unknown table"_qs);
}

void QueryPaneTest::productionHearsDangersAndRowsFirst()
{
    m_pane->setGuard({u"orders"_qs, true, false, true});
    m_pane->editor().setText(u"delete from t; update u set a = 1 where b"_qs);
    QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_pane->isRunning());
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    auto *question = m_pane->findChild<QMessageBox *>();
    const QString said = question->informativeText();
    QVERIFY2(said.startsWith(u"⚠ It has no condition"), qPrintable(said));
    QVERIFY2(said.count(u"→ 1") == 2 && said.count(u"234 row") == 2, qPrintable(said));
    QVERIFY(runStatements().isEmpty());
    for (const QString &sent : m_server->sent())
        QVERIFY2(sent.contains(u"max_statement_time=2") && sent.contains(u"MAX_EXECUTION_TIME(2000)"),
                 qPrintable(sent));
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    QVERIFY(runStatements().isEmpty());
}

void QueryPaneTest::aServerThatDoesNotCountIsNotWaitedFor()
{
    m_server->isSilent = true;
    m_pane->setGuard({u"orders"_qs, true, false, true});
    m_pane->editor().setText(u"delete from t where a"_qs);
    m_pane->runAll();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    QCOMPARE(m_pane->findChild<QMessageBox *>()->informativeText(), u"delete from t where a"_qs);
}

void QueryPaneTest::aQuestionGoesWithTheSessionItWasMeantFor()
{
    m_pane->setGuard({u"orders"_qs, true, false, true});
    m_pane->editor().setText(u"delete from t where a"_qs);
    m_pane->runAll();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    m_pane->setRun({});
    m_pane->setRun(m_server->run());
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    QVERIFY(runStatements().isEmpty());
}

void QueryPaneTest::escapeStopsTheCounting()
{
    m_pane->setGuard({u"orders"_qs, true, false, true});
    m_pane->editor().setText(u"delete from t where a"_qs);
    m_pane->runAll();
    QVERIFY(m_pane->statusText().startsWith(u"Counting"));
    QTest::keyClick(text(), Qt::Key_Escape);
    QVERIFY(!m_pane->isRunning());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!m_pane->findChild<QMessageBox *>());
    QVERIFY(runStatements().isEmpty());
    QVERIFY(!m_server->wasStoppable()); // the stop could cost the session with its transaction
}

void QueryPaneTest::aStatementThatLooksBackIsNotCounted()
{
    m_pane->setGuard({u"orders"_qs, true, false, true});
    m_pane->editor().setText(u"update audit set n = ROW_COUNT() where id = 1"_qs);
    m_pane->runAll();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    QVERIFY(m_pane->findChild<QMessageBox *>()->informativeText().contains(u"ROW_COUNT()"));
    QVERIFY(m_server->sent().isEmpty());
}

void QueryPaneTest::aReadOnlyProfileRefusesBeforeItAsksAnything()
{
    m_pane->setGuard({u"orders"_qs, true, true, true});
    m_pane->editor().setText(u"delete from t where a = :a"_qs);
    m_pane->runAll();
    QVERIFY(!m_pane->findChild<ParameterDialog *>());
    QVERIFY(banner().contains(u"read-only"));
    QVERIFY(m_server->sent().isEmpty());
}

void QueryPaneTest::aReadOnlyProfileEndsNobodysStatement()
{
    m_pane->setGuard({u"orders"_qs, false, true, false});
    for (const QString &sql : {u"kill query 7"_qs, u"KILL 7"_qs, u"call mysql.rds_kill(7)"_qs}) {
        m_pane->editor().setText(sql);
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(banner().contains(u"read-only"), qPrintable(sql));
    }
    QVERIFY(m_server->sent().isEmpty());
}

void QueryPaneTest::rowsAreCountedWhereThePersonsStatementsDoNotRun()
{
    CountingServer beside;
    m_pane->setRun(m_server->run(), beside.run());
    m_pane->setGuard({u"orders"_qs, true, false, true});
    m_pane->editor().setText(u"delete from t where a = 1"_qs);
    m_pane->runAll();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    QVERIFY(m_pane->findChild<QMessageBox *>()->informativeText().contains(u"1,234"));
    QVERIFY(m_server->sent().isEmpty());
    QCOMPARE(beside.sent().size(), 1);
    m_pane->setRun({});
}

void QueryPaneTest::textSurvivesTheEndOfItsSession()
{
    keepRecords();
    QTest::keyClicks(text(), u"select one"_qs);
    QTest::keyClick(text(), Qt::Key_T, Qt::ControlModifier);
    QTest::keyClicks(text(), u"select two"_qs);
    makePane();
    keepRecords();
    QTRY_COMPARE(m_pane->editors().count(), 2);
    QCOMPARE(m_pane->editors().pages().at(0)->editor().text(), u"select one"_qs);
    QCOMPARE(m_pane->editors().pages().at(1)->editor().text(), u"select two"_qs);
    QCOMPARE(m_pane->editors().pages().at(0)->editor().cursor(), 10);
}

void QueryPaneTest::textSurvivesAKilledProgram()
{
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QUERYPANETEST_DRAFTS"_qs, stateFolder() + u"/drafts"_qs);
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {u"searchesKnowCaseWordsAndExpressions"_qs});
    QVERIFY(other.waitForStarted());
    QByteArray said;
    while (!(said += other.readAllStandardOutput()).contains("kept"))
        QVERIFY2(other.waitForReadyRead(30'000), "the other program keeps nothing");
    keepRecords();
    QVERIFY(m_drafts->take(profileId).result());
    QVERIFY2(m_pane->editor().isEmpty(), "its program still runs");
    other.kill();
    QVERIFY(other.waitForFinished());
    makePane();
    keepRecords();
    QTRY_COMPARE(m_pane->editor().text(), u"select 'unsaved ü'"_qs);
    QVERIFY(m_pane->editors().page()->isUnsaved());
}

void QueryPaneTest::closedEditorsLeaveNoDraft()
{
    keepRecords();
    const QDir folder(stateFolder() + u"/drafts/"_qs + profileId.toString(QUuid::WithoutBraces));
    QTest::keyClicks(text(), u"select 1"_qs);
    QTRY_COMPARE(folder.entryList({u"*.json"_qs}, QDir::Files).size(), 1);
    m_pane->editor().setText(u" "_qs);
    child<QAction>("closeEditor")->trigger();
    QTRY_COMPARE(folder.entryList(QDir::Files), QStringList());
}

void QueryPaneTest::filesAreOpenedAndSaved()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "\xef\xbb\xbfselect '\xc3\xbc';\r\nselect 2\r\n"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 'ü';\nselect 2\n"_qs);
    QVERIFY(bar()->isVisible());
    QCOMPARE(bar()->tabText(0), u"a.sql"_qs);
    QVERIFY(!m_pane->editors().page()->isUnsaved());
    QTest::keyClicks(text(), u"x"_qs);
    QCOMPARE(bar()->tabText(0), u"a.sql *"_qs);
    QTest::keyClick(text(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_pane->editors().page()->isUnsaved());
    const QByteArray saved("\xef\xbb\xbfxselect '\xc3\xbc';\r\nselect 2\r\n");
    QCOMPARE(contentOf(path), saved);
    QVERIFY(QFile::permissions(path) & QFile::ReadGroup);
    QVERIFY(!(QFile::permissions(path) & QFile::ReadOther));

    const QString other = m_folder->filePath(u"b.sql"_qs);
    m_pane->editors().saveAs(other);
    QTRY_COMPARE(bar()->tabText(0), u"b.sql"_qs);
    QCOMPARE(contentOf(other), saved);
    m_pane->editors().openFile(m_folder->filePath(u"none.sql"_qs));
    QTRY_VERIFY2(banner().contains(u"none.sql"), qPrintable(banner()));
}

void QueryPaneTest::bytesComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isMixed");
    QTest::newRow("Unix") << QByteArray("a\nb\n") << false;
    QTest::newRow("Windows") << QByteArray("a\r\nb\r\n") << false;
    QTest::newRow("old Mac") << QByteArray("a\rb\r") << false;
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf\xc3\xa4") << false;
    QTest::newRow("mark alone") << QByteArray("\xef\xbb\xbf") << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("mixed") << QByteArray("a\r\nb\nc\r\n") << true;
}

void QueryPaneTest::bytesComeBackAsTheyWere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isMixed);
    const SqlFile file = decodedSql(bytes);
    QCOMPARE(file.isMixed, isMixed);
    QVERIFY(!file.text.contains(u'\r'));
    QCOMPARE(encodedSql(file.text, file.form) == bytes, !isMixed);
}

void QueryPaneTest::mixedLineEndsAreSaid()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select 1;\r\nselect 2;\r\nselect 3\n"));
    m_pane->editors().openFile(path);
    QTRY_VERIFY2(banner().contains(u"end alike"), qPrintable(banner()));
    QTest::keyClick(text(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(contentOf(path), QByteArray("select 1;\r\nselect 2;\r\nselect 3\r\n"));
}

void QueryPaneTest::anUnsavedDraftStillKnowsTheFilesForm()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "\xef\xbb\xbfselect 1\r\n"));
    keepRecords();
    m_pane->editors().openFile(path);
    QTRY_COMPARE(bar()->tabText(0), u"a.sql"_qs);
    QTest::keyClicks(text(), u"x"_qs);
    makePane();
    keepRecords();
    QTRY_COMPARE(m_pane->editor().text(), u"xselect 1\n"_qs);
    QTRY_VERIFY(m_pane->editors().page()->form().hasMark);
    QTest::keyClick(text(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(contentOf(path), QByteArray("\xef\xbb\xbfxselect 1\r\n"));
}

void QueryPaneTest::anUnsavedDraftReplacesNoForeignChange()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select 1"));
    keepRecords();
    m_pane->editors().openFile(path);
    QTRY_COMPARE(bar()->tabText(0), u"a.sql"_qs);
    QTest::keyClicks(text(), u"x"_qs);
    m_pane.reset();
    QVERIFY(writeContent(path, "somebody else's"));
    makePane();
    keepRecords();
    QTRY_VERIFY2(banner().contains(u"has been changed since"), qPrintable(banner()));
    m_pane->editors().save();
    QTRY_VERIFY2(banner().contains(u"another program"), qPrintable(banner()));
    QCOMPARE(contentOf(path), QByteArray("somebody else's"));
    m_pane->editors().save();
    QTRY_COMPARE(contentOf(path), QByteArray("xselect 1"));
}

void QueryPaneTest::otherEncodingsAreSaid()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select '\xfc \x80'"));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 'ü €'"_qs);
    QVERIFY2(banner().contains(u"Windows-1252"), qPrintable(banner()));
    QCOMPARE(decodedSql(QByteArray("\xff\xfe\x41\x00", 4)).text, u"A"_qs);
    QCOMPARE(decodedSql("a\rb").text, u"a\nb"_qs);
}

void QueryPaneTest::aFileChangedElsewhereIsNoticed()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select 1"));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 1"_qs);
    QVERIFY(writeContent(path, "select 2222"));
    m_pane->editors().checkFiles();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    auto *question = m_pane->findChild<QMessageBox *>();
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_pane->editor().text(), u"select 2222"_qs);
    QVERIFY(QFile::remove(path));
    m_pane->editors().checkFiles();
    QTRY_VERIFY2(banner().contains(u"removed"), qPrintable(banner()));
    QCOMPARE(m_pane->editor().text(), u"select 2222"_qs);
}

void QueryPaneTest::savingOverAForeignChangeIsRefusedOnce()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select 1"));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 1"_qs);
    QVERIFY(writeContent(path, "somebody else's"));
    QTest::keyClicks(text(), u"x"_qs);
    m_pane->editors().save();
    QTRY_VERIFY2(banner().contains(u"another program"), qPrintable(banner()));
    QCOMPARE(contentOf(path), QByteArray("somebody else's"));
    m_pane->editors().save();
    QTRY_COMPARE(contentOf(path), QByteArray("xselect 1"));
}

void QueryPaneTest::aThirdTextIsNotReplacedUnnoticed()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select 1"));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 1"_qs);
    QVERIFY(writeContent(path, "the second text"));
    m_pane->editors().checkFiles();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    QTest::keyClick(m_pane->findChild<QMessageBox *>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    QVERIFY(writeContent(path, "a third and longer text"));
    m_pane->editors().save();
    QTRY_VERIFY2(banner().contains(u"another program"), qPrintable(banner()));
    QCOMPARE(contentOf(path), QByteArray("a third and longer text"));
}

void QueryPaneTest::anEarlierSessionsLateEndLeavesTheNewOneAlone()
{
    std::optional<QPromise<Result<sql::StatementSummary>>> answer;
    const auto late = [&answer](const QString &, const sql::RowSink &, sql::RunLimits, std::stop_token) {
        answer.emplace().start();
        return answer->future();
    };
    const auto endAsLost = [&answer] {
        answer->addResult(Error{Error::Code::SessionLost, u"The server went away."_qs, {}, 2013});
        answer->finish();
    };
    QSignalSpy lost(m_pane.get(), &QueryPane::sessionLost);
    m_pane->setRun(late);
    m_pane->run(u"update t set a = 1"_qs);
    QVERIFY(m_pane->isRunning());
    m_pane->setRun({});
    m_pane->setRun(late); // connected again, while the old session still ends
    endAsLost();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(lost.size(), 0);
    m_pane->run(u"select 1"_qs);
    endAsLost();
    QTRY_COMPARE(lost.size(), 1);
}

void QueryPaneTest::anExportOutlivesTheResultsThatARunThrowsAway()
{
    m_pane->run(u"SHOW WARNINGS"_qs); // one row
    QTRY_VERIFY(m_pane->action(QueryCommand::Export)->isEnabled() && !m_pane->isRunning());
    m_pane->action(QueryCommand::Export)->trigger();
    const QPointer<ResultExportDialog> dialog = m_pane->findChild<ResultExportDialog *>();
    QVERIFY(dialog);
    m_pane->run(u"update t set a = 1"_qs); // no rows
    QTRY_VERIFY(!m_pane->isRunning());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(dialog, "the export went with the grid");
    const QString path = m_folder->filePath(u"rows.csv"_qs);
    dialog->writeTo(path);
    QTRY_VERIFY(!dialog->isExporting());
    QVERIFY2(contentOf(path).contains("Unknown table"), contentOf(path).constData());
}

void QueryPaneTest::whatRunsBesideCanBeStoppedToo()
{
    const QAction *stop = m_pane->action(QueryCommand::Stop);
    QVERIFY(!stop->isEnabled());
    m_pane->setBusyBeside(true);
    QVERIFY(stop->isEnabled());
    QSignalSpy stopped(stop, &QAction::triggered);
    QTest::keyClick(text(), Qt::Key_Escape);
    QCOMPARE(stopped.size(), 1);
    m_pane->setBusyBeside(false);
    QVERIFY(!stop->isEnabled());
}

void QueryPaneTest::messagesSpeakOfTheEditorTheyCameFrom()
{
    m_pane->editor().setText(u"select 1;\n\nselect fail"_qs);
    m_pane->runAll();
    m_pane->editors().addEditor();
    m_pane->editor().setText(u"select 2"_qs);
    auto *messages = m_pane->findChild<MessageList *>();
    QTRY_COMPARE(messages->topLevelItemCount(), 2);
    QTRY_VERIFY(!m_pane->isRunning());
    QTreeWidgetItem *failure = messages->topLevelItem(1);
    QVERIFY2(failure->text(2).startsWith(u"Line 3:"), qPrintable(failure->text(2)));
    Q_EMIT messages->itemActivated(failure, 0);
    QCOMPARE(m_pane->editors().currentIndex(), 0);
    QCOMPARE(m_pane->editor().selectedText(), u"select fail"_qs);
}

void QueryPaneTest::escapeThatClosesABarStopsNothing_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("field");
    QTest::newRow("find") << u"find"_qs << u"findText"_qs;
    QTest::newRow("filter") << u"filterRows"_qs << u"resultFilter"_qs;
    QTest::newRow("value") << u"openValue"_qs << u"valueText"_qs;
}

void QueryPaneTest::escapeThatClosesABarStopsNothing()
{
    QFETCH(QString, action);
    QFETCH(QString, field);
    m_pane->run(u"SELECT COUNT(*) FROM t"_qs); // a result to look at
    const auto *grid = m_pane->findChild<ResultGrid *>();
    QTRY_COMPARE(grid->model().rowCount(), 1);
    QTRY_VERIFY(!m_pane->isRunning());
    auto *table = grid->findChild<QTableView *>(u"resultTable"_qs);
    QVERIFY(table);
    table->setCurrentIndex(table->model()->index(0, 0));
    m_pane->setBusyBeside(true);
    QSignalSpy stopped(m_pane->action(QueryCommand::Stop), &QAction::triggered);
    auto *opening = m_pane->findChild<QAction *>(action);
    QVERIFY(opening);
    opening->trigger();
    auto *widget = m_pane->findChild<QWidget *>(field);
    QVERIFY(widget);
    QTRY_VERIFY(widget->isVisible());
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Escape);
    QCOMPARE(stopped.size(), 0);
    QVERIFY(!widget->isVisible());
    m_pane->setBusyBeside(false);
}

void QueryPaneTest::savingTwiceInARowIsNobodyElsesChange()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    QVERIFY(writeContent(path, "select 1"));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 1"_qs);
    for (const QString &word : {u"a"_qs, u"b"_qs, u"c"_qs}) {
        m_pane->editor().insert(word);
        m_pane->editors().save();
        m_pane->editors().checkFiles();
    }
    QTRY_COMPARE(contentOf(path), m_pane->editor().text().toUtf8());
    QTRY_VERIFY(!m_pane->editors().page()->isUnsaved());
    QVERIFY2(banner().isEmpty(), qPrintable(banner()));
    QVERIFY(!m_pane->findChild<QMessageBox *>());
}

void QueryPaneTest::aSaveBehindAnotherGoesWhereItIsMeantTo()
{
    const QString path = m_folder->filePath(u"a.sql"_qs);
    const QString other = m_folder->filePath(u"b.sql"_qs);
    QVERIFY(writeContent(path, "select 1"));
    m_pane->editors().openFile(path);
    QTRY_COMPARE(m_pane->editor().text(), u"select 1"_qs);
    m_pane->editor().insert(u"b"_qs);
    m_pane->editors().saveAs(other);
    m_pane->editors().save(); // behind it: of the file that it is by then
    QTRY_COMPARE(m_pane->editors().page()->path(), other);
    QTRY_VERIFY(!m_pane->editors().page()->isSaving());
    QCOMPARE(contentOf(other), m_pane->editor().text().toUtf8());
    QCOMPARE(contentOf(path), QByteArray("select 1"));
    QVERIFY2(banner().isEmpty(), qPrintable(banner()));

    QVERIFY(writeContent(other, "somebody else's"));
    m_pane->editors().save(); // refused
    m_pane->editors().saveAs(path);
    QTRY_COMPARE(contentOf(path), m_pane->editor().text().toUtf8());
    QCOMPARE(contentOf(other), QByteArray("somebody else's"));
}

void QueryPaneTest::historyIsSearchedAndInserted()
{
    keepRecords();
    m_pane->editor().setText(u"select apples; select pears; fail; set password = 'secret'"_qs);
    child<QAction>("stopOnError")->setChecked(false);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QTest::keyClick(text(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(history()->topLevelItemCount(), 4);
    QCOMPARE(history()->topLevelItem(0)->text(4), u"set password = '***'"_qs);
    QCOMPARE(history()->topLevelItem(1)->text(3), u"Error 1146"_qs);
    QCOMPARE(history()->topLevelItem(3)->text(1), u"Shop/orders"_qs);
    auto *search = child<QLineEdit>("historySearch");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"APPLES"_qs);
    QTRY_COMPARE(history()->topLevelItemCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(history()->hasFocus());
    m_pane->editor().setText(QString());
    history()->setCurrentItem(history()->topLevelItem(0));
    QTest::keyClick(history(), Qt::Key_Return);
    QCOMPARE(m_pane->editor().text(), u"select apples;\n"_qs);
    QVERIFY(!contentOf(stateFolder() + u"/history.jsonl"_qs).contains("secret"));
}

void QueryPaneTest::historyOutlivesThePane()
{
    keepRecords();
    m_pane->editor().setText(u"select 1"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    makePane();
    keepRecords();
    child<QAction>("showHistory")->trigger();
    QTRY_COMPARE(history()->topLevelItemCount(), 1);
    history::Entry cut;
    cut.sql = u"delete from t\nwhere a"_qs;
    QCOMPARE(insertableSql(cut), cut.sql);
    cut.isCut = true;
    for (const QString &line : insertableSql(cut).split(u'\n'))
        QVERIFY2(line.startsWith(u"-- "), qPrintable(line));
}

void QueryPaneTest::historyIsDeletedWhenThePersonAgrees()
{
    keepRecords();
    m_pane->editor().setText(u"select 1"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    child<QAction>("showHistory")->trigger();
    QTRY_COMPARE(history()->topLevelItemCount(), 1);
    QTest::mouseClick(child<QToolButton>("clearHistory"), Qt::LeftButton);
    auto *question = m_pane->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(history()->topLevelItemCount(), 0);
    QCOMPARE(contentOf(stateFolder() + u"/history.jsonl"_qs), QByteArray());
}

void QueryPaneTest::aStatementThatLooksBackIsNotDisturbed()
{
    m_pane->editor().setText(u"update warn set a = 1; select row_count(); update warn set a = 2"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_server->sent(), (QStringList{u"update warn set a = 1"_qs, u"select row_count()"_qs,
                                            u"update warn set a = 2"_qs, u"SHOW WARNINGS LIMIT 20"_qs}));
}

void QueryPaneTest::everyControlHasANameAndAPlaceInTheTabOrder()
{
    child<QAction>("replace")->trigger();
    for (QToolButton *button : m_pane->findChildren<QToolButton *>())
        if (button->isVisible() && !button->objectName().startsWith(u"qt_")
            && !button->objectName().startsWith(u"Scroll"))
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
    for (QLineEdit *field : m_pane->findChildren<QLineEdit *>())
        if (field->isVisible())
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    QTest::keyClick(child<QLineEdit>("findText"), Qt::Key_Tab);
    QVERIFY(child<QToolButton>("findNext")->hasFocus());
    QTest::keyClick(child<QToolButton>("findNext"), Qt::Key_Tab);
    QVERIFY(child<QToolButton>("findPrevious")->hasFocus());
}

QTEST_MAIN(QueryPaneTest)
#include "querypanetest.moc"
