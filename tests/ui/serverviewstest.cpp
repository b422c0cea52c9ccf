// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/serverviews.h"
#include "tests/ui/scriptedanswers.h"
#include "ui/admin/accountdialog.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/answertable.h"
#include "ui/admin/planpage.h"
#include "ui/errorbanner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace latchkey;

namespace {

schema::Answer processes()
{
    return {
        {u"Id"_qs, u"User"_qs, u"Host"_qs, u"db"_qs, u"Command"_qs, u"Time"_qs, u"State"_qs, u"Info"_qs},
        {{u"7"_qs, u"bob"_qs, u"10.0.0.7:50312"_qs, u"shop"_qs, u"Query"_qs, u"12"_qs, u"Sending data"_qs,
          u"SELECT COUNT(*) FROM orders"_qs},
         {u"9"_qs, u"alice"_qs, u"10.0.0.9:50400"_qs, u"shop"_qs, u"Sleep"_qs, u"3"_qs, u""_qs, QString()}}};
}

} // namespace

/// The views of a server, with one made of a script, by mouse and keyboard.
class ServerViewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aloneTheStatementsHaveNoTabs();
    void aViewOpensOnceAndCanBeClosed();
    void processesAreListedAndStopped();
    void aReadOnlyProfileEndsNothing();
    void aRefusedKillIsTriedAsOnAurora();
    void aLackOfPrivilegesIsToldInTheView();
    void aViewReadsAgainByItselfOnlyWhileItIsSeen();
    void valuesCanBeSearchedAndShowTheirChange();
    void accountsAreJudged();
    void aListThatIsCutSaysSo();
    void accountStatementsGoToTheEditor();
    void aServerWithoutReplicationSaysSo();
    void auroraReplicasAreShownWithTheirLag();
    void aPlanIsShownAsTreeAndTable();

private:
    template <typename T = QWidget>
    T *part(const QString &name) const
    {
        return m_views->currentWidget()->findChild<T *>(name);
    }
    AnswerTable *table() const { return part<AnswerTable>(u"adminTable"_qs); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString bannerText() const { return m_views->currentWidget()->findChild<ErrorBanner *>()->text(); }
    void agree() const;

    test::ScriptedAnswers m_server;
    std::unique_ptr<ServerViews> m_views;
};

void ServerViewsTest::init()
{
    m_server = {};
    m_views = std::make_unique<ServerViews>(new QPlainTextEdit);
    m_views->resize(900, 560);
    m_views->setServer(u"8.0.36"_qs, u"alice@CORP"_qs);
    m_views->setAsk(m_server.ask());
    m_views->show();
    m_views->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_views.get()));
}

void ServerViewsTest::cleanup()
{
    m_views.reset();
}

/// Presses the button of the question that does it.
void ServerViewsTest::agree() const
{
    auto *question = m_views->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons())
        if (question->buttonRole(button) != QMessageBox::RejectRole)
            return QTest::mouseClick(button, Qt::LeftButton);
}

void ServerViewsTest::aloneTheStatementsHaveNoTabs()
{
    QCOMPARE(m_views->count(), 1);
    QVERIFY(!m_views->tabBar()->isVisible());
}

void ServerViewsTest::aViewOpensOnceAndCanBeClosed()
{
    m_views->open(ServerViews::View::Status);
    m_views->open(ServerViews::View::Variables);
    m_views->open(ServerViews::View::Status);
    QCOMPARE(m_views->count(), 3);
    QVERIFY(m_views->tabBar()->isVisible());
    Q_EMIT m_views->tabCloseRequested(1);
    QCOMPARE(m_views->count(), 2);
    QCOMPARE(m_views->currentIndex(), 0);
    Q_EMIT m_views->tabCloseRequested(0);
    QCOMPARE(m_views->count(), 2);
}

void ServerViewsTest::processesAreListedAndStopped()
{
    m_server.answer(u"SHOW FULL PROCESSLIST"_qs, processes());
    m_server.answer(u"SHOW GRANTS"_qs, {{u"Grants"_qs}, {{u"GRANT PROCESS ON *.* TO `alice`@`%`"_qs}}});
    m_views->open(ServerViews::View::Processes);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    new QAbstractItemModelTester(&table()->rows(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 table());
    QVERIFY(bannerText().isEmpty());
    auto *killQuery = m_views->currentWidget()->findChild<QAction *>(u"killQuery"_qs);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QVERIFY(!killQuery->isEnabled()); // it sleeps
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(killQuery->isEnabled());
    killQuery->trigger();
    agree();
    QTRY_COMPARE(m_server.count(u"KILL QUERY 7"_qs), 1);
    QTRY_COMPARE(m_server.count(u"SHOW FULL PROCESSLIST"_qs), 2);
}

void ServerViewsTest::aReadOnlyProfileEndsNothing()
{
    m_server.answer(u"SHOW FULL PROCESSLIST"_qs, processes());
    m_views->setReadOnly(true);
    m_views->open(ServerViews::View::Processes);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    for (const QString &name : {u"killQuery"_qs, u"killConnection"_qs}) {
        const auto *kill = m_views->currentWidget()->findChild<QAction *>(name);
        QVERIFY(!kill->isEnabled());
        QVERIFY2(kill->toolTip().contains(u"read-only"), qPrintable(kill->toolTip()));
    }
    m_views->setReadOnly(false);
    auto *kill = m_views->currentWidget()->findChild<QAction *>(u"killQuery"_qs);
    QVERIFY(kill->isEnabled());
    QVERIFY(!kill->toolTip().contains(u"read-only"));
    kill->trigger();
    m_views->setReadOnly(true); // while the question is open
    agree();
    QCOMPARE(m_server.count(u"KILL"_qs), 0);
}

void ServerViewsTest::aRefusedKillIsTriedAsOnAurora()
{
    m_server.answer(u"SHOW FULL PROCESSLIST"_qs, processes());
    m_server.refuse(u"KILL CONNECTION"_qs, 1095);
    m_views->open(ServerViews::View::Processes);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    m_views->currentWidget()->findChild<QAction *>(u"killConnection"_qs)->trigger();
    agree();
    QTRY_COMPARE(m_server.count(u"CALL mysql.rds_kill(9)"_qs), 1);
}

void ServerViewsTest::aLackOfPrivilegesIsToldInTheView()
{
    m_server.refuse(u"mysql.user"_qs, 1142);
    m_views->open(ServerViews::View::Accounts);
    QTRY_VERIFY(bannerText().contains(u"SELECT ON mysql.user"));
    m_server.forget();
    m_server.answer(u"SHOW FULL PROCESSLIST"_qs, processes());
    m_server.answer(u"SHOW GRANTS"_qs, {{u"Grants"_qs}, {{u"GRANT SELECT ON *.* TO `alice`@`%`"_qs}}});
    m_views->open(ServerViews::View::Processes);
    QTRY_VERIFY(bannerText().contains(u"PROCESS"));
}

void ServerViewsTest::aViewReadsAgainByItselfOnlyWhileItIsSeen()
{
    m_server.answer(u"SHOW GLOBAL STATUS"_qs,
                    {{u"Variable_name"_qs, u"Value"_qs}, {{u"Questions"_qs, u"1"_qs}}});
    m_views->open(ServerViews::View::Status);
    QTRY_COMPARE(m_server.count(u"SHOW GLOBAL STATUS"_qs), 1);
    auto *page = m_views->currentWidget();
    auto *every = page->findChild<QComboBox *>(u"adminEvery"_qs);
    const auto timers = [page] {
        int active = 0;
        for (const QTimer *timer : page->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly))
            active += timer->isActive() ? 1 : 0;
        return active;
    };
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(timers(), 0);
    every->setCurrentIndex(1);
    QCOMPARE(every->currentData().toInt(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.count(u"SHOW GLOBAL STATUS"_qs), 2, 10'000);
    m_views->setCurrentIndex(0);
    QCOMPARE(timers(), 0);
}

void ServerViewsTest::valuesCanBeSearchedAndShowTheirChange()
{
    m_server.answer(u"SHOW GLOBAL STATUS"_qs, {{u"Variable_name"_qs, u"Value"_qs},
                                               {{u"Questions"_qs, u"10"_qs}, {u"Uptime"_qs, u"5"_qs}}});
    m_views->open(ServerViews::View::Status);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(cell(0, 2), QString());
    m_server.forget();
    m_server.answer(u"SHOW GLOBAL STATUS"_qs, {{u"Variable_name"_qs, u"Value"_qs},
                                               {{u"Questions"_qs, u"17"_qs}, {u"Uptime"_qs, u"5"_qs}}});
    m_views->currentWidget()->findChild<QAction *>(u"adminRefresh"_qs)->trigger();
    QTRY_COMPARE(cell(0, 2), u"+7"_qs);
    auto *filter = part<QLineEdit>(u"adminFilter"_qs);
    filter->setFocus();
    QTest::keyClicks(filter, u"upt"_qs);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, 0), u"Uptime"_qs);
}

void ServerViewsTest::accountsAreJudged()
{
    m_server.answer(u"mysql.user"_qs,
                    {{u"User"_qs, u"Host"_qs, u"plugin"_qs, u"mapping"_qs, u"password_expired"_qs},
                     {{u"Alice"_qs, u"%"_qs, u"authentication_kerberos"_qs, u"CORP"_qs, u"N"_qs},
                      {u"bob"_qs, u"%"_qs, u"authentication_kerberos"_qs, u"CORP"_qs, u"N"_qs}}});
    m_views->open(ServerViews::View::Accounts);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(cell(0, 4).contains(u"authentication_kerberos_caseins_cmp"));
    QVERIFY(!m_server.sent().join(u' ').contains(u"SELECT *"));
    QVERIFY(part<QLabel>(u"adminSummary"_qs)->text().contains(u"1 with a warning"));
}

void ServerViewsTest::aListThatIsCutSaysSo()
{
    schema::Answer cut{{u"Variable_name"_qs, u"Value"_qs}, {{u"a"_qs, u"1"_qs}}, true};
    m_server.answer(u"SHOW GLOBAL VARIABLES"_qs, cut);
    m_views->open(ServerViews::View::Variables);
    QTRY_VERIFY(part<QLabel>(u"adminSummary"_qs)->text().contains(u"more rows"));
    m_server.forget();
    cut.isCut = false;
    m_server.answer(u"SHOW GLOBAL VARIABLES"_qs, cut);
    m_views->currentWidget()->findChild<QAction *>(u"adminRefresh"_qs)->trigger();
    QTRY_VERIFY(!part<QLabel>(u"adminSummary"_qs)->text().contains(u"more rows"));
}

void ServerViewsTest::accountStatementsGoToTheEditor()
{
    m_views->open(ServerViews::View::Accounts);
    QSignalSpy written(m_views.get(), &ServerViews::statementRequested);
    m_views->currentWidget()->findChild<QAction *>(u"writeAccounts"_qs)->trigger();
    auto *dialog = m_views->window()->findChild<AccountDialog *>();
    QVERIFY(dialog);
    auto *principals = dialog->findChild<QPlainTextEdit *>(u"accountPrincipals"_qs);
    principals->setFocus();
    QTest::keyClicks(principals, u"carol@CORP.EXAMPLE.COM"_qs);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"insertAccounts"_qs), Qt::LeftButton);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written[0][0].toString(),
             u"CREATE USER 'carol'@'%' IDENTIFIED WITH 'authentication_kerberos' BY 'CORP.EXAMPLE.COM';"_qs);
    QCOMPARE(m_views->currentIndex(), 0);
}

void ServerViewsTest::aServerWithoutReplicationSaysSo()
{
    m_server.refuse(u"replica_host_status"_qs, 1109);
    m_server.refuse(u"ro_replica_status"_qs, 1146);
    m_views->open(ServerViews::View::Replication);
    QTRY_VERIFY(!bannerText().isEmpty());
    QVERIFY(bannerText().contains(u"no member of an Aurora cluster"));
    QVERIFY(!part<AnswerTable>(u"auroraReplicas"_qs)->isVisible());
}

void ServerViewsTest::auroraReplicasAreShownWithTheirLag()
{
    m_server.answer(u"replica_host_status"_qs,
                    {{u"SERVER_ID"_qs, u"ROLE"_qs, u"REPLICA_LAG_IN_MILLISECONDS"_qs},
                     {{u"db-1"_qs, u"writer"_qs, u"0"_qs}, {u"db-2"_qs, u"reader"_qs, u"18.4"_qs}}});
    m_server.refuse(u"SHOW"_qs, 1227);
    m_views->open(ServerViews::View::Replication);
    QTRY_VERIFY(part<AnswerTable>(u"auroraReplicas"_qs)->isVisible());
    QCOMPARE(part<AnswerTable>(u"auroraReplicas"_qs)->model()->rowCount(), 2);
    QTRY_VERIFY(bannerText().contains(u"REPLICATION CLIENT"));
}

void ServerViewsTest::aPlanIsShownAsTreeAndTable()
{
    m_server.answer(
        u"EXPLAIN FORMAT=JSON"_qs,
        {{u"EXPLAIN"_qs},
         {{u"{\"query_block\": {\"select_id\": 1, \"table\": {\"table_name\": \"orders\", \"access_type\": "
           "\"ALL\", \"rows\": 29500}}}"_qs}}});
    m_server.answer(u"EXPLAIN SELECT"_qs,
                    {{u"id"_qs, u"select_type"_qs, u"table"_qs}, {{u"1"_qs, u"SIMPLE"_qs, u"orders"_qs}}});
    m_views->explain(m_server.ask(), u"SELECT * FROM orders"_qs);
    auto *tree = part<QTreeView>(u"planTree"_qs);
    new QAbstractItemModelTester(tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, tree);
    QTRY_COMPARE(tree->model()->index(0, 0).data().toString(), u"Query block"_qs);
    const QModelIndex step = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(step.siblingAtColumn(1).data().toString(), u"orders"_qs);
    QTRY_COMPARE(part<AnswerTable>(u"planTable"_qs)->model()->rowCount(), 1);
}

QTEST_MAIN(ServerViewsTest)
#include "serverviewstest.moc"
