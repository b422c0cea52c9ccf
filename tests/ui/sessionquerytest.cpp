// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/job.h"
#include "core/result/memorybudget.h"
#include "ui/connectprogress.h"
#include "ui/errorbanner.h"
#include "ui/querypane.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/sessionheader.h"
#include "ui/sessionlog.h"
#include "ui/sqleditor.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <atomic>
#include <condition_variable>
#include <semaphore>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

/// What a server would do, on a thread of its own: "rows N" answers N rows, "call N" a result of 1 row, one of 2 and so on
/// up to N, "nothing" none, "fail" and "lost" errors,
/// "wait" what only stops when it is stopped, "endless" rows for as long as they are taken.
class MadeUpServer
{
public:
    MadeUpServer() = default;
    MadeUpServer(const MadeUpServer &) = delete;
    MadeUpServer &operator=(const MadeUpServer &) = delete;
    // A statement that was cancelled has been answered, and may run on for a moment.
    ~MadeUpServer()
    {
        m_worker.reset();
        Worker::waitForAll(10s);
    }

    StatementRunner::Run run()
    {
        return [this](const QString &sql, const sql::RowSink &sink, sql::RunLimits limits,
                      std::stop_token stop) {
            const std::scoped_lock lock(m_mutex);
            m_sent.append(sql);
            return startJob<sql::StatementSummary>(*m_worker, stop, [this, sql, sink, limits, stop](Job &) {
                return answer(sql, sink, limits, stop);
            });
        };
    }
    QStringList sent() const
    {
        const std::scoped_lock lock(m_mutex);
        QStringList sent = m_sent;
        sent.removeIf(
            [](const QString &sql) { return sql.startsWith(u"SHOW WARNINGS") || sql.contains(u"COUNT(*)"); });
        return sent;
    }
    std::atomic<int> batches = 0; ///< handed over, or dropped
    std::atomic<bool> done = false; ///< an endless statement has come to its end

private:
    Result<sql::StatementSummary> answer(const QString &sql, const sql::RowSink &sink, sql::RunLimits limits,
                                         const std::stop_token &stop)
    {
        if (sql.startsWith(u"SHOW WARNINGS"))
            return sql::StatementSummary{.hasRows = true};
        if (sql.contains(u"COUNT(*)"))
            return Error{Error::Code::StatementFailed, u"The server does not count."_qs, {}, 1146};
        if (sql.contains(u"fail"))
            return Error{Error::Code::StatementFailed, u"The server refused the statement."_qs, u"1146"_qs,
                         1146};
        if (sql.contains(u"lost"))
            return Error{Error::Code::SessionLost, u"The connection was lost."_qs, {}, 2013};
        if (sql.contains(u"wait") || sql.contains(u"endless"))
            return waitFor(sql.contains(u"endless"), sink, stop);
        if (sql.contains(u"call"))
            return results(sql.section(u' ', -1).toInt(), sink);
        if (!sql.contains(u"rows"))
            return sql::StatementSummary{.rowCount = 3, .warnings = 1, .elapsed = 1200us};
        return rows(sql.section(u' ', -1).toInt(), sink, limits);
    }
    Result<sql::StatementSummary> rows(int wanted, const sql::RowSink &sink, sql::RunLimits limits)
    {
        sink.columns(columns());
        const int count = limits.maxRows ? std::min(wanted, static_cast<int>(limits.maxRows)) : wanted;
        for (int row = 0; row < count; row += 100)
            sink.rows(batch(row, std::min(100, count - row)));
        return sql::StatementSummary{.hasRows = true,
                                     .rowCount = static_cast<quint64>(count),
                                     .truncated = count < wanted,
                                     .elapsed = 38ms};
    }
    static Result<sql::StatementSummary> results(int wanted, const sql::RowSink &sink)
    {
        for (int rows = 1; rows <= wanted; ++rows) {
            sink.columns(columns());
            sink.rows(batch(0, rows));
            sink.ended({.hasRows = true, .rowCount = static_cast<quint64>(rows), .truncated = rows == 2});
        }
        return sql::StatementSummary{.hasRows = true, .results = wanted};
    }
    Result<sql::StatementSummary> waitFor(bool sendingRows, const sql::RowSink &sink,
                                          const std::stop_token &stop)
    {
        sink.columns(columns());
        std::mutex mutex;
        std::condition_variable_any stopped;
        std::unique_lock lock(mutex);
        for (int row = 0; !stop.stop_requested(); row += 100) {
            if (sendingRows)
                sink.rows(batch(row, 100));
            else
                stopped.wait_for(lock, stop, 10s, [] { return false; });
            ++batches;
        }
        done = true;
        return cancelledError();
    }
    static QList<sql::Column> columns()
    {
        return {{u"n"_qs, u"t"_qs, sql::ColumnType::Integer, u"INT"_qs, false}};
    }
    static sql::RowBatch batch(int from, int rows)
    {
        sql::RowBatch made(1);
        for (int row = from; row < from + rows; ++row)
            made.append(std::to_string(row));
        return made;
    }

    mutable std::mutex m_mutex;
    QStringList m_sent;
    std::optional<Worker> m_worker{std::in_place};
};

sql::ServerInfo serverInfo(const QString &version)
{
    sql::ServerInfo info;
    info.version = version;
    info.user = u"alice"_qs;
    return info;
}

sql::ServerFacts facts(const QString &host, bool readOnly)
{
    sql::ServerFacts facts;
    facts.currentUser = u"alice@%"_qs;
    facts.host = host;
    facts.readOnly = readOnly;
    return facts;
}

} // namespace

class SessionQueryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ctrlEnterRunsTheStatementUnderTheCursor();
    void aSelectionIsRunInsteadOfTheStatement();
    void aSelectionKeepsTheDelimiterAboveIt();
    void rowsArriveCompleteAndInOrder();
    void aCutOffResultCanBeFetchedAsAWhole();
    void runAllStopsAtTheFirstError();
    void eachResultGetsATabUpToACap();
    void aStatementWithSeveralResultsGetsATabForEach();
    void escapeCancelsWhatRuns();
    void nothingIsRunTwiceAtOnce();
    void closingThePaneFreesTheSessionsThread();
    void aPaneThatIsNotReadHoldsTheServerBack();
    void rowsThatCannotBeKeptEndTheStatement();
    void withoutAConnectionNothingIsRun();
    void aLostSessionIsReportedAndNothingSentAgain();
    void aReadOnlyProfileSendsNothingThatMayWrite();
    void productionAsksBeforeItWrites();
    void aGuardElsewhereAsksWithoutSpeakingOfProduction();
    void productionLetsQueriesPass();
    void messagesAndHistoryRemember();
    void aRunWithoutResultLeavesNoOldRows();
    void connectingShowsItsSteps();
    void stepsThatDoNotApplyAreLeftOut();
    void theHeaderNamesAccountServerAndSecurity_data();
    void theHeaderNamesAccountServerAndSecurity();
    void theHeaderSaysReadOnly();

private:
    QTabWidget *tabs() const { return m_pane->findChild<QTabWidget *>(u"resultTabs"_qs); }
    ResultGrid *grid(int index) const { return qobject_cast<ResultGrid *>(tabs()->widget(index)); }
    QWidget *text() const { return m_pane->findChild<QWidget *>(u"sqlText"_qs); }
    QString banner() const { return m_pane->findChild<ErrorBanner *>()->text(); }
    void runAll(const QString &sql)
    {
        m_pane->editor().setText(sql);
        m_pane->runAll();
    }

    std::unique_ptr<MadeUpServer> m_server;
    std::unique_ptr<QueryPane> m_pane;
};

void SessionQueryTest::init()
{
    m_server = std::make_unique<MadeUpServer>();
    m_pane = std::make_unique<QueryPane>();
    m_pane->setRun(m_server->run());
    m_pane->resize(700, 500);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->editor().setFocus();
}

void SessionQueryTest::cleanup()
{
    m_pane.reset();
    m_server.reset();
    QVERIFY2(Worker::waitForAll(10s), "a session's thread waits for a pane that is gone");
}

void SessionQueryTest::ctrlEnterRunsTheStatementUnderTheCursor()
{
    QTest::keyClicks(text(), u"select 1; select rows 5"_qs);
    QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_server->sent(), QStringList{u"select rows 5"_qs});
    QCOMPARE(grid(0)->model().rowCount(), 5);
    QCOMPARE(m_pane->editor().text(), u"select 1; select rows 5"_qs);
    QVERIFY2(m_pane->statusText().contains(u"38"), qPrintable(m_pane->statusText()));

    QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_server->sent().size(), 3);
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::aSelectionIsRunInsteadOfTheStatement()
{
    const QString script = u"select rows 1; select rows 2; select rows 3"_qs;
    m_pane->editor().setText(script);
    m_pane->editor().select(0, script.indexOf(u"; select rows 3"));
    QTest::mouseClick(m_pane->findChild<QToolButton *>(u"runStatementButton"_qs), Qt::LeftButton);
    QTRY_COMPARE(m_server->sent(), (QStringList{u"select rows 1"_qs, u"select rows 2"_qs}));
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::aSelectionKeepsTheDelimiterAboveIt()
{
    const QString procedure = u"create procedure p() begin delete from a; delete from b; end"_qs;
    const QString head = u"delimiter //\n"_qs;
    m_pane->editor().setText(head + procedure + u" //\ndelimiter ;\nselect rows 1;"_qs);
    m_pane->editor().select(head.size(), head.size() + procedure.size() + 3);
    QTest::mouseClick(m_pane->findChild<QToolButton *>(u"runStatementButton"_qs), Qt::LeftButton);
    QTRY_COMPARE(m_server->sent(), QStringList{procedure});
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::rowsArriveCompleteAndInOrder()
{
    runAll(u"select rows 9950"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    const ResultModel &model = grid(0)->model();
    QCOMPARE(model.rowCount(), 9950);
    for (const int row : {0, 99, 100, 5'000, 9949})
        QCOMPARE(model.index(row, 0).data().toString(), QString::number(row));
}

void SessionQueryTest::aCutOffResultCanBeFetchedAsAWhole()
{
    runAll(u"select rows 10150; select rows 1"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(grid(0)->model().rowCount(), 10'000);
    QVERIFY(grid(0)->footer().contains(u"more"));
    QTest::mouseClick(grid(0)->findChild<QPushButton *>(u"fetchAll"_qs), Qt::LeftButton);
    QVERIFY(m_pane->isRunning());
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(grid(0)->model().rowCount(), 10'150);
    QCOMPARE(grid(1)->model().rowCount(), 1);
    QCOMPARE(m_server->sent().last(), u"select rows 10150"_qs);
}

void SessionQueryTest::runAllStopsAtTheFirstError()
{
    runAll(u"select rows 1; fail; select rows 2"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_server->sent(), (QStringList{u"select rows 1"_qs, u"fail"_qs}));
    QCOMPARE(banner(), u"The server refused the statement."_qs);
    QCOMPARE(grid(0)->model().rowCount(), 1);

    runAll(u"select rows 2"_qs);
    QVERIFY2(banner().isEmpty(), "the banner belongs to the run before");
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::eachResultGetsATabUpToACap()
{
    runAll(u"select rows 2; update x; select rows 3"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(grid(0)->model().rowCount(), 2);
    QCOMPARE(grid(1)->model().rowCount(), 3);
    QVERIFY(!grid(2));

    runAll(u"select rows 1;"_qs.repeated(25));
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_server->sent().size(), 28);
    QVERIFY(grid(19));
    QVERIFY(!grid(20));

    runAll(u"select rows 7"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(grid(0)->model().rowCount(), 7);
    QVERIFY(!grid(1));
}

void SessionQueryTest::aStatementWithSeveralResultsGetsATabForEach()
{
    runAll(u"call 3; select rows 7"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(grid(0)->model().rowCount(), 1);
    QVERIFY2(!grid(0)->footer().contains(u"so far"), qPrintable(grid(0)->footer()));
    QCOMPARE(grid(1)->model().rowCount(), 2);
    QVERIFY2(grid(1)->footer().contains(u"so far"), qPrintable(grid(1)->footer()));
    QCOMPARE(grid(2)->model().rowCount(), 3);
    QVERIFY2(!grid(2)->footer().contains(u"so far"), qPrintable(grid(2)->footer()));
    QCOMPARE(grid(3)->model().rowCount(), 7);
    QVERIFY(!grid(4));
}

void SessionQueryTest::escapeCancelsWhatRuns()
{
    m_pane->editor().setText(u"select wait"_qs);
    m_pane->runAll();
    QTRY_COMPARE(grid(0)->footer(), u"Waiting for rows…"_qs);
    QVERIFY(m_pane->statusText().startsWith(u"Running"));
    QTest::keyClick(text(), Qt::Key_Escape);
    QVERIFY2(m_pane->statusText().startsWith(u"Cancelling"), qPrintable(m_pane->statusText()));
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(m_pane->statusText(), u"Cancelled"_qs);
    QVERIFY2(banner().isEmpty(), "what the user wanted is no error");
    QTRY_VERIFY(m_server->done);
}

void SessionQueryTest::nothingIsRunTwiceAtOnce()
{
    runAll(u"select wait"_qs);
    QVERIFY(!m_pane->findChild<QAction *>(u"runStatement"_qs)->isEnabled());
    QVERIFY(!m_pane->findChild<QAction *>(u"runAll"_qs)->isEnabled());
    m_pane->runCurrent();
    m_pane->runAll();
    QCOMPARE(m_server->sent().size(), 1);
    m_pane->cancel();
    QTRY_VERIFY(!m_pane->isRunning());
    QVERIFY(m_pane->findChild<QAction *>(u"runStatement"_qs)->isEnabled());
    QVERIFY(!m_pane->findChild<QAction *>(u"stopStatement"_qs)->isEnabled());
}

void SessionQueryTest::closingThePaneFreesTheSessionsThread()
{
    runAll(u"select endless"_qs);
    QTRY_VERIFY(m_server->batches > 10);
    m_pane.reset();
    QTRY_VERIFY(m_server->done);
}

void SessionQueryTest::aPaneThatIsNotReadHoldsTheServerBack()
{
    runAll(u"select endless"_qs);
    QTRY_VERIFY(m_server->batches > 0);
    int before = -1;
    // The thread comes to rest although nobody stops it, because this one takes no events.
    std::binary_semaphore never(0);
    for (int quiet = 0; quiet < 20; before = m_server->batches) {
        static_cast<void>(never.try_acquire_for(1ms));
        quiet = before == m_server->batches ? quiet + 1 : 0;
    }
    QVERIFY(!m_server->done);
    m_pane->cancel();
    QTRY_VERIFY(m_server->done);
    QVERIFY2(grid(0)->model().rowCount() <= m_server->batches * 100, "rows that were never sent");
}

void SessionQueryTest::rowsThatCannotBeKeptEndTheStatement()
{
    const auto &budget = result::MemoryBudget::ofProcess();
    const auto all = budget->take((std::size_t{1} << 30) - budget->used());
    QVERIFY(all);
    qputenv("TMPDIR", "/nonexistent");
    runAll(u"select rows 9000; select rows 1"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    qunsetenv("TMPDIR");
    QVERIFY2(banner().contains(u"/nonexistent"), qPrintable(banner()));
    QVERIFY2(grid(0)->footer().contains(u"incomplete"), qPrintable(grid(0)->footer()));
    QVERIFY(grid(0)->model().rowCount() > 0);
    QCOMPARE(m_server->sent().size(), 1);
}

void SessionQueryTest::withoutAConnectionNothingIsRun()
{
    m_pane->setRun({});
    runAll(u"select rows 1"_qs);
    m_pane->runCurrent();
    QVERIFY(!m_pane->isRunning());
    QVERIFY(m_server->sent().isEmpty());
    QVERIFY(!m_pane->findChild<QAction *>(u"runAll"_qs)->isEnabled());
}

void SessionQueryTest::aLostSessionIsReportedAndNothingSentAgain()
{
    QSignalSpy lost(m_pane.get(), &QueryPane::sessionLost);
    runAll(u"lost; select rows 1"_qs);
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!m_pane->isRunning());
    QCOMPARE(m_server->sent(), QStringList{u"lost"_qs});
}

void SessionQueryTest::aReadOnlyProfileSendsNothingThatMayWrite()
{
    m_pane->setGuard({u"orders"_qs, true, true});
    runAll(u"select rows 1; delete from t; select rows 2"_qs);
    QVERIFY(!m_pane->isRunning());
    QVERIFY(m_server->sent().isEmpty());
    QVERIFY2(banner().contains(u"delete from t"), qPrintable(banner()));
    runAll(u"select rows 1"_qs);
    QTRY_COMPARE(m_server->sent().size(), 1);
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::productionAsksBeforeItWrites()
{
    m_pane->setGuard({u"orders · writer"_qs, true, false, true});
    runAll(u"update t set a = 1"_qs);
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    auto *question = m_pane->findChild<QMessageBox *>();
    QVERIFY2(question->text().contains(u"orders · writer"), qPrintable(question->text()));
    QVERIFY2(question->informativeText().contains(u"update t set a = 1"),
             qPrintable(question->informativeText()));
    QVERIFY(m_server->sent().isEmpty());
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    QVERIFY(m_server->sent().isEmpty());

    m_pane->runAll();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    question = m_pane->findChild<QMessageBox *>();
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) != QMessageBox::RejectRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_server->sent(), QStringList{u"update t set a = 1"_qs});
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::aGuardElsewhereAsksWithoutSpeakingOfProduction()
{
    m_pane->setGuard({u"test · writer"_qs, true, false, false});
    runAll(u"update t set a = 1"_qs);
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>());
    auto *question = m_pane->findChild<QMessageBox *>();
    for (QAbstractButton *button : question->buttons())
        QVERIFY2(!button->text().contains(u"production"), qPrintable(button->text()));
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    QVERIFY(m_server->sent().isEmpty());
}

void SessionQueryTest::productionLetsQueriesPass()
{
    m_pane->setGuard({u"orders · writer"_qs, true, false, true});
    runAll(u"select rows 1"_qs);
    QVERIFY(!m_pane->findChild<QMessageBox *>());
    QTRY_COMPARE(m_server->sent().size(), 1);
    QTRY_VERIFY(!m_pane->isRunning());
}

void SessionQueryTest::messagesAndHistoryRemember()
{
    runAll(u"select rows 2;\nupdate x;\nfail"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    auto *messages = m_pane->findChild<MessageList *>();
    QCOMPARE(messages->topLevelItemCount(), 3);
    QVERIFY2(messages->topLevelItem(1)->text(2).contains(u"1 warning"),
             qPrintable(messages->topLevelItem(1)->text(2)));
    QVERIFY2(messages->topLevelItem(2)->text(2).startsWith(u"Line 3: "),
             qPrintable(messages->topLevelItem(2)->text(2)));
    Q_EMIT messages->itemActivated(messages->topLevelItem(1), 0);
    QCOMPARE(m_pane->editor().selectedText(), u"update x"_qs);

    auto *history = m_pane->findChild<QTreeWidget *>(u"history"_qs);
    QCOMPARE(history->topLevelItemCount(), 3);
    QCOMPARE(history->topLevelItem(0)->text(4), u"fail"_qs);
    m_pane->editor().setText(QString());
    Q_EMIT history->itemActivated(history->topLevelItem(2), 0);
    QCOMPARE(m_pane->editor().text(), u"select rows 2;\n"_qs);
    m_pane->runAll();
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(history->topLevelItemCount(), 3);
    QCOMPARE(history->topLevelItem(0)->text(4), u"select rows 2"_qs);
}

void SessionQueryTest::aRunWithoutResultLeavesNoOldRows()
{
    runAll(u"select rows 2"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    runAll(u"update x"_qs);
    QTRY_VERIFY(!m_pane->isRunning());
    QCOMPARE(grid(0)->model().rowCount(), 0);
    QCOMPARE(tabs()->currentWidget(), m_pane->findChild<MessageList *>());
}

void SessionQueryTest::connectingShowsItsSteps()
{
    using enum ConnectProgress::State;
    ConnectProgress progress;
    Profile profile;
    profile.name = u"orders"_qs;
    progress.start(profile);
    progress.show();
    QCOMPARE(progress.state(sql::Step::LookUp), Running);
    progress.advance(sql::Step::Ticket);
    QCOMPARE(progress.state(sql::Step::LookUp), Done);
    QCOMPARE(progress.state(sql::Step::Tls), Done);
    QCOMPARE(progress.state(sql::Step::Ticket), Running);
    QCOMPARE(progress.state(sql::Step::Authenticate), Pending);
    progress.advance(sql::Step::Connect);
    QCOMPARE(progress.state(sql::Step::Ticket), Running);

    QSignalSpy cancelled(&progress, &ConnectProgress::cancelRequested);
    QTest::mouseClick(progress.findChild<QPushButton *>(u"cancelConnect"_qs), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    progress.fail();
    QCOMPARE(progress.state(sql::Step::Ticket), Failed);
    QVERIFY(progress.text().contains(u"failed"));
    QVERIFY(!progress.findChild<QPushButton *>(u"cancelConnect"_qs)->isVisible());
}

void SessionQueryTest::stepsThatDoNotApplyAreLeftOut()
{
    const auto visibleWords = [](const Profile &profile) {
        ConnectProgress progress;
        progress.start(profile);
        progress.show();
        int words = 0;
        for (const QLabel *label : progress.findChildren<QLabel *>())
            words += label->isVisible() && (label->text() == u"TLS" || label->text() == u"Ticket") ? 1 : 0;
        return words;
    };
    Profile profile;
    QCOMPARE(visibleWords(profile), 2);
    profile.authentication = Authentication::Password;
    profile.tls = TlsPolicy::Off;
    QCOMPARE(visibleWords(profile), 0);
}

void SessionQueryTest::theHeaderNamesAccountServerAndSecurity_data()
{
    QTest::addColumn<QString>("tls");
    QTest::addColumn<bool>("verified");
    QTest::addColumn<QString>("expected");
    QTest::newRow("verified") << u"TLSv1.3"_qs << true << u"TLS 1.3 verified"_qs;
    QTest::newRow("not verified") << u"TLSv1.2"_qs << false << u"TLS 1.2 not verified"_qs;
    QTest::newRow("none") << QString() << false << u"Not encrypted"_qs;
}

void SessionQueryTest::theHeaderNamesAccountServerAndSecurity()
{
    QFETCH(QString, tls);
    QFETCH(bool, verified);
    QFETCH(QString, expected);
    SessionHeader header;
    Profile profile;
    profile.environment = Environment::Production;
    header.showProfile(profile);
    sql::ServerInfo info = serverInfo(u"10.11.19-MariaDB-log"_qs);
    info.tlsVersion = tls;
    info.tlsVerified = verified;
    info.principal = u"alice@CORP.EXAMPLE.COM"_qs;
    header.showSession(info);
    QVERIFY2(header.text().startsWith(u"alice as alice@CORP.EXAMPLE.COM"), qPrintable(header.text()));
    header.showFacts(facts(u"db1"_qs, false));
    QCOMPARE(header.text(), u"alice@% as alice@CORP.EXAMPLE.COM · %1 · MariaDB 10.11.19 · db1 (primary) · "
                            "READ-WRITE · PRODUCTION"_qs.arg(expected));
}

void SessionQueryTest::theHeaderSaysReadOnly()
{
    SessionHeader header;
    header.showSession(serverInfo(u"8.0.36"_qs));
    header.showFacts(facts(u"db2"_qs, true));
    QVERIFY2(header.text().contains(u"MySQL 8.0.36 · db2 (replica) · READ-ONLY"), qPrintable(header.text()));
    header.showFacts({});
    Profile profile;
    profile.readOnly = true;
    header.showProfile(profile);
    QVERIFY2(header.text().contains(u"READ-ONLY"), qPrintable(header.text()));
    header.showDisconnected();
    QVERIFY2(header.text().contains(u"NOT CONNECTED"), qPrintable(header.text()));
}

QTEST_MAIN(SessionQueryTest)
#include "sessionquerytest.moc"
