// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessiondetails.h"
#include "ui/session/transactionbar.h"
#include "ui/sessionheader.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace latchkey;

namespace {

sql::SessionState state(bool inTransaction, bool autocommit)
{
    sql::SessionState state;
    state.inTransaction = inTransaction;
    state.autocommit = autocommit;
    return state;
}

sql::ServerInfo aurora()
{
    sql::ServerInfo info;
    info.version = u"8.0.32"_qs;
    info.connectionId = 4711;
    info.tlsVersion = u"TLSv1.3"_qs;
    info.tlsCipher = u"TLS_AES_256_GCM_SHA384"_qs;
    info.tlsVerified = true;
    info.principal = u"alice@CORP.EXAMPLE.COM"_qs;
    info.spn = u"mysql/orders@AWS.EXAMPLE.COM"_qs;
    info.user = u"alice"_qs;
    return info;
}

sql::ServerFacts auroraFacts(bool isReader)
{
    sql::ServerFacts facts;
    facts.currentUser = u"alice@%"_qs;
    facts.user = u"alice@10.0.0.7"_qs;
    facts.host = u"ip-10-0-1-2"_qs;
    facts.versionComment = u"Source distribution"_qs;
    facts.innodbReadOnly = isReader;
    facts.timeZone = u"UTC"_qs;
    facts.isolation = u"REPEATABLE-READ"_qs;
    facts.auroraVersion = u"3.05.2"_qs;
    facts.auroraServerId = u"orders-1"_qs;
    return facts;
}

} // namespace

/// What the header of a session says and offers.
class SessionStatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatMakesSenseIsOffered_data();
    void onlyWhatMakesSenseIsOffered();
    void aButtonSendsItsStatement_data();
    void aButtonSendsItsStatement();
    void theSwitchShowsWhatTheServerSays();
    void shortcutsReachAsFarAsTheWidgetTheyAreAddedTo();
    void anOpenTransactionIsShown();
    void auroraIsNamedByItsInstanceAndRole();
    void theDetailsTellAllThatIsKnown();
    void detailsThatAreNotKnownAreLeftOut();
    void theDetailsOpenBeneathTheirButton();
};

void SessionStatusTest::onlyWhatMakesSenseIsOffered_data()
{
    QTest::addColumn<bool>("inTransaction");
    QTest::addColumn<bool>("autocommit");
    QTest::addColumn<bool>("mayAct");
    QTest::addColumn<QString>("offered");
    QTest::newRow("each by itself") << false << true << true << u"autocommit beginTransaction"_qs;
    QTest::newRow("in a transaction") << true << true << true << u"commit rollBack"_qs;
    QTest::newRow("autocommit off") << false << false << true
                                    << u"autocommit beginTransaction commit rollBack"_qs;
    QTest::newRow("both") << true << false << true << u"commit rollBack"_qs;
    QTest::newRow("while something runs") << true << false << false << QString();
}

void SessionStatusTest::onlyWhatMakesSenseIsOffered()
{
    QFETCH(const bool, inTransaction);
    QFETCH(const bool, autocommit);
    QFETCH(const bool, mayAct);
    QFETCH(const QString, offered);
    TransactionBar bar;
    bar.showState(state(inTransaction, autocommit), mayAct);
    QStringList enabled;
    for (const QAction *action : bar.actions())
        if (action->isEnabled())
            enabled << action->objectName();
    QCOMPARE(enabled.join(u' '), offered);
}

void SessionStatusTest::aButtonSendsItsStatement_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("autocommit");
    QTest::addColumn<QString>("statement");
    QTest::newRow("off") << u"autocommitButton"_qs << true << u"SET autocommit = 0"_qs;
    QTest::newRow("on") << u"autocommitButton"_qs << false << u"SET autocommit = 1"_qs;
    QTest::newRow("begin") << u"beginTransactionButton"_qs << true << u"START TRANSACTION"_qs;
    QTest::newRow("commit") << u"commitButton"_qs << false << u"COMMIT"_qs;
    QTest::newRow("roll back") << u"rollBackButton"_qs << false << u"ROLLBACK"_qs;
}

void SessionStatusTest::aButtonSendsItsStatement()
{
    QFETCH(const QString, button);
    QFETCH(const bool, autocommit);
    QFETCH(const QString, statement);
    TransactionBar bar;
    bar.showState(state(false, autocommit), true);
    const QSignalSpy chosen(&bar, &TransactionBar::statementChosen);
    bar.findChild<QToolButton *>(button)->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), statement);
}

void SessionStatusTest::theSwitchShowsWhatTheServerSays()
{
    TransactionBar bar;
    bar.showState(state(false, true), true);
    auto *button = bar.findChild<QToolButton *>(u"autocommitButton"_qs);
    button->click();
    QVERIFY2(button->isChecked(), "the server has not answered yet");
    bar.showState(state(false, false), true);
    QVERIFY(!button->isChecked());
}

void SessionStatusTest::shortcutsReachAsFarAsTheWidgetTheyAreAddedTo()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *editor = new QLineEdit;
    auto *bar = new TransactionBar;
    layout->addWidget(editor);
    layout->addWidget(bar);
    page.addActions(bar->actions());
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    editor->setFocus();
    bar->showState(state(true, true), true);
    const QSignalSpy chosen(bar, &TransactionBar::statementChosen);
    QTest::keyClick(editor, Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"ROLLBACK"_qs);
}

void SessionStatusTest::anOpenTransactionIsShown()
{
    SessionHeader header;
    header.showSession(aurora());
    header.showState(state(true, true), false);
    QVERIFY2(header.text().contains(u"TRANSACTION OPEN"), qPrintable(header.text()));
    header.showState(state(false, true), false);
    QVERIFY2(!header.text().contains(u"TRANSACTION"), qPrintable(header.text()));
    header.showState(state(true, true), false);
    header.showDisconnected();
    QVERIFY2(!header.text().contains(u"TRANSACTION"), qPrintable(header.text()));
    for (const QAction *action : header.transactions().actions())
        QVERIFY(!action->isEnabled());
}

void SessionStatusTest::auroraIsNamedByItsInstanceAndRole()
{
    SessionHeader header;
    header.showSession(aurora());
    header.showFacts(auroraFacts(false));
    QVERIFY2(header.text().contains(u"orders-1 (writer) · UTC · REPEATABLE-READ · READ-WRITE"),
             qPrintable(header.text()));
    header.showFacts(auroraFacts(true));
    QVERIFY2(header.text().contains(u"orders-1 (reader) · UTC · REPEATABLE-READ · READ-ONLY"),
             qPrintable(header.text()));
}

void SessionStatusTest::theDetailsTellAllThatIsKnown()
{
    SessionView view;
    view.profile.host = u"orders.cluster.example.com"_qs;
    view.info = aurora();
    view.facts = auroraFacts(true);
    view.state = state(true, false);
    view.state.schema = u"shop"_qs;
    QStringList lines;
    for (const SessionDetail &detail : sessionDetails(view))
        lines << detail.name + u": "_qs + detail.value;
    QCOMPARE(lines,
             (QStringList{u"Account: alice@%"_qs, u"Logged in as: alice@10.0.0.7"_qs,
                          u"Principal: alice@CORP.EXAMPLE.COM"_qs,
                          u"Service (SPN): mysql/orders@AWS.EXAMPLE.COM"_qs,
                          u"Encryption: TLS 1.3, TLS_AES_256_GCM_SHA384, server verified"_qs,
                          u"Endpoint: orders.cluster.example.com:3306"_qs, u"Server: orders-1"_qs,
                          u"Role: reader"_qs, u"Version: 8.0.32 · Source distribution · Aurora 3.05.2"_qs,
                          u"Access: read-only (innodb_read_only)"_qs, u"Schema: shop"_qs,
                          u"Transaction: open, autocommit off"_qs, u"Isolation: REPEATABLE-READ"_qs,
                          u"Time zone: UTC"_qs, u"Connection: 4711"_qs}));
}

void SessionStatusTest::detailsThatAreNotKnownAreLeftOut()
{
    SessionView view;
    view.info.user = u"root"_qs;
    QStringList names;
    for (const SessionDetail &detail : sessionDetails(view))
        names << detail.name;
    QCOMPARE(names, (QStringList{u"Account"_qs, u"Encryption"_qs, u"Endpoint"_qs, u"Transaction"_qs,
                                 u"Connection"_qs}));
}

void SessionStatusTest::theDetailsOpenBeneathTheirButton()
{
    SessionHeader header;
    header.showSession(aurora());
    header.resize(1000, header.sizeHint().height());
    header.show();
    header.findChild<QToolButton *>(u"sessionDetailsButton"_qs)->click();
    auto *details = header.findChild<SessionDetails *>();
    QVERIFY(details);
    QVERIFY(details->isVisible());
    details->close();
    QTRY_VERIFY(!header.findChild<SessionDetails *>());
}

QTEST_MAIN(SessionStatusTest)
#include "sessionstatustest.moc"
