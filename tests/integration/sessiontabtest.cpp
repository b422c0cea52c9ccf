// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessiontab.h"
#include "ui/catalogue/knownprofiles.h"

#include "core/base/worker.h"
#include "core/secrets/memorystore.h"
#include "tests/support/sandbox.h"
#include "ui/connectprogress.h"
#include "ui/errorbanner.h"
#include "ui/keychain.h"
#include "ui/query/querycommand.h"
#include "ui/querypane.h"
#include "ui/result/resultexportdialog.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/session/closeguard.h"
#include "ui/sessionarea.h"
#include "ui/sessionheader.h"

#include <QAction>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace latchkey;
using namespace std::chrono_literals;

/// The session tab against real KDCs and servers.

class SessionTabTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void withoutATicketTheTabSaysWhoHasToSignIn();
    void aTicketOpensTheSessionWithoutAQuestion();
    void rowsAreTyped();
    void escapeStopsAStatement();
    void anErrorShowsABanner();
    void aLostSessionCanBeOpenedAgain();
    void whatALostSessionHadIsSaidAndItsSchemaChosenAgain();
    void aSchemaChangedWhileConnectedIsTheNextSessions();
    void nothingIsLeftToStopWhenTheSessionIsClosed();
    void theHeadersButtonsEndATransaction();
    void aRefusedWriteHasTheServerAskedAgain();
    void nothingThatIsOpenIsClosedWithoutAQuestion();
    void quittingWhileAStatementRunsAsksToo();
    void anExportThatIsWrittenCountsAsAStatement();
    void endingASessionByHandAsksWhileATransactionIsOpen_data();
    void endingASessionByHandAsksWhileATransactionIsOpen();
    void aChangedProfileDisarmsNoSessionThatIsOpen();
    void disconnectingKeepsTheText();
    void aReadOnlyProfileCannotWriteEvenThroughTheServer();
    void aPasswordIsAskedForAndUsedOnce();
    void aServerThatIsNotThereCanBeTriedAgain();
    void connectingCanBeCancelled();
    void anExpiredTicketHurtsNoSessionThatIsOpen();
    void closingTheTabLeavesNoThread();

private:
    Profile profile() const;
    void signIn(std::optional<std::chrono::seconds> lifetime = {});
    void openTab(const Profile &profile);
    void connectTab(const Profile &profile);
    void run(const QString &sql);
    QString openDatabase() const;
    ResultGrid *result() const
    {
        return qobject_cast<ResultGrid *>(m_tab->findChild<QTabWidget *>(u"resultTabs"_qs)->widget(0));
    }
    QString cell(int row, int column) const { return result()->model().index(row, column).data().toString(); }
    QString header() const { return m_tab->findChild<SessionHeader *>()->text(); }
    ErrorBanner *sessionBanner() const { return m_tab->findChild<ErrorBanner *>(u"sessionBanner"_qs); }
    QPushButton *bannerButton(const QString &text) const
    {
        for (auto *button : m_tab->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }

    test::Sandbox m_sandbox;
    krb::KerberosService m_kerberos;
    Connector m_connector{m_kerberos};
    std::unique_ptr<SessionTab> m_tab;
};

void SessionTabTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void SessionTabTest::cleanup()
{
    m_tab.reset();
}

void SessionTabTest::cleanupTestCase()
{
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(10ms),
                             10'000); // what waits for this thread may hold a worker
}

Profile SessionTabTest::profile() const
{
    const sandbox::ServerDescription server = m_sandbox.server(u"writer"_qs);
    Profile profile;
    profile.name = u"orders · writer"_qs;
    profile.host = server.host;
    profile.port = server.port;
    profile.account = u"alice"_qs;
    profile.identity.principal = m_sandbox.principal(u"alice"_qs);
    profile.tlsFiles.authorities = m_sandbox.description().caFile;
    return profile;
}

void SessionTabTest::signIn(std::optional<std::chrono::seconds> lifetime)
{
    Secret password(m_sandbox.password(u"alice"_qs).toStdString());
    const auto cache =
        m_kerberos.signIn({m_sandbox.principal(u"alice"_qs), std::move(password), lifetime, {}}).result();
    QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message));
}

void SessionTabTest::openTab(const Profile &profile)
{
    m_tab = std::make_unique<SessionTab>(m_connector, profile);
    m_tab->resize(900, 600);
    m_tab->show();
    m_tab->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_tab.get()));
    m_tab->setFocus();
    m_tab->open();
}

void SessionTabTest::connectTab(const Profile &profile)
{
    openTab(profile);
    QTRY_VERIFY2_WITH_TIMEOUT(m_tab->isConnected(), qPrintable(sessionBanner()->text()), 15'000);
}

void SessionTabTest::run(const QString &sql)
{
    m_tab->setSql(sql);
    m_tab->runAll();
    QTRY_VERIFY_WITH_TIMEOUT(!m_tab->isBusy(), 15'000);
}

void SessionTabTest::withoutATicketTheTabSaysWhoHasToSignIn()
{
    m_tab = std::make_unique<SessionTab>(m_connector, profile());
    m_tab->show();
    QSignalSpy needed(m_tab.get(), &SessionTab::signInNeeded);
    m_tab->open();
    QVERIFY(m_tab->isBusy());
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(needed.first().first().toString(), m_sandbox.principal(u"alice"_qs));
    QVERIFY(!m_tab->isBusy());
    QVERIFY(!sessionBanner()->text().isEmpty());
    QVERIFY(bannerButton(u"Sign in…"_qs));

    signIn();
    m_tab->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_tab->isConnected(), 15'000);
    QVERIFY(sessionBanner()->text().isEmpty());
}

void SessionTabTest::aTicketOpensTheSessionWithoutAQuestion()
{
    connectTab(profile());
    QCOMPARE(m_tab->principal(), m_sandbox.principal(u"alice"_qs));
    const auto *header = m_tab->findChild<SessionHeader *>();
    QTRY_VERIFY2(header->text().startsWith(u"alice@"), qPrintable(header->text()));
    QVERIFY2(header->text().contains(m_sandbox.principal(u"alice"_qs)), qPrintable(header->text()));
    QVERIFY2(header->text().contains(u" verified · MariaDB "), qPrintable(header->text()));
    QTRY_VERIFY2(header->text().contains(u"READ-WRITE"), qPrintable(header->text()));
    QVERIFY2(m_tab->statusText().contains(m_sandbox.server(u"writer"_qs).spn),
             qPrintable(m_tab->statusText()));
}

void SessionTabTest::rowsAreTyped()
{
    connectTab(profile());
    run(u"select 42, NULL, 'NULL', x'00FF', cast('2024-02-29' as date), b'101', 1.50, '😀'"_qs);
    QCOMPARE(result()->model().rowCount(), 1);
    QCOMPARE(cell(0, 0), u"42"_qs);
    QVERIFY(result()->model().index(0, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>()
            & Qt::AlignRight);
    QVERIFY(result()->model().index(0, 1).data(ResultModel::NullRole).toBool());
    QVERIFY(!result()->model().index(0, 2).data(ResultModel::NullRole).toBool());
    QCOMPARE(cell(0, 3), u"0x00FF"_qs);
    QCOMPARE(cell(0, 4), u"2024-02-29"_qs);
    QCOMPARE(cell(0, 6), u"1.50"_qs);
    QCOMPARE(cell(0, 7), u"😀"_qs);

    run(u"select 5 from shop.items limit 12000"_qs);
    QCOMPARE(result()->model().rowCount(), 10'000);
    QCOMPARE(cell(9'999, 0), u"5"_qs);
    QVERIFY2(result()->footer().contains(u"more"), qPrintable(result()->footer()));
}

void SessionTabTest::escapeStopsAStatement()
{
    connectTab(profile());
    m_tab->setSql(u"select sleep(100)"_qs);
    m_tab->runAll();
    QVERIFY(m_tab->isBusy());
    QTRY_VERIFY2(m_tab->statusText().startsWith(u"Running… 0."), qPrintable(m_tab->statusText()));
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(m_tab->window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_tab->isBusy(), 10'000);
    QVERIFY2(timer.elapsed() < 5'000, "the statement was not stopped, it was waited for");
    run(u"select 'still here'"_qs);
    QCOMPARE(cell(0, 0), u"still here"_qs);
}

void SessionTabTest::anErrorShowsABanner()
{
    connectTab(profile());
    run(u"select * from no_such_table_anywhere"_qs);
    bool shown = false;
    for (const auto *banner : m_tab->findChildren<ErrorBanner *>())
        shown = shown || (banner->isVisible() && !banner->text().isEmpty());
    QVERIFY(shown);
    QVERIFY(m_tab->isConnected());
}

void SessionTabTest::aLostSessionCanBeOpenedAgain()
{
    connectTab(profile());
    run(u"kill connection_id()"_qs);
    run(u"select 1"_qs);
    QTRY_VERIFY(!m_tab->isConnected());
    QVERIFY(!sessionBanner()->text().isEmpty());
    QPushButton *reconnect = bannerButton(u"Reconnect"_qs);
    QVERIFY(reconnect);
    QTest::mouseClick(reconnect, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_tab->isConnected(), 15'000);
    run(u"select 2"_qs);
    QCOMPARE(cell(0, 0), u"2"_qs);
}

void SessionTabTest::whatALostSessionHadIsSaidAndItsSchemaChosenAgain()
{
    connectTab(profile());
    run(u"use shop; start transaction; set @mine = 1; select connection_id()"_qs);
    QVERIFY(m_tab->hasOpenTransaction());
    QVERIFY2(header().contains(u"TRANSACTION OPEN"), qPrintable(header()));
    QVERIFY(m_sandbox.execute(u"writer"_qs, "kill " + cell(0, 0).toUtf8()));
    QTRY_VERIFY2(!m_tab->isConnected(), "nobody has to run a statement to learn of it");
    QVERIFY2(sessionBanner()->text().contains(u"open transaction is over"),
             qPrintable(sessionBanner()->text()));
    QTest::mouseClick(bannerButton(u"Reconnect"_qs), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(sessionBanner()->text().contains(u"Its schema is shop"), 15'000);
    QVERIFY2(sessionBanner()->text().contains(u"user variables"), qPrintable(sessionBanner()->text()));
    run(u"select database(), @mine is null"_qs);
    QCOMPARE(cell(0, 0) + cell(0, 1), u"shop1"_qs);
    QTRY_COMPARE(openDatabase(), u"shop"_qs);
    QVERIFY(!m_tab->hasOpenTransaction());
}

/// The one that the schema's tree has opened.
QString SessionTabTest::openDatabase() const
{
    const auto *tree = m_tab->findChild<QTreeView *>(u"schema"_qs);
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        const QModelIndex index = tree->model()->index(row, 0);
        if (tree->isExpanded(index))
            return index.data().toString();
    }
    return {};
}

void SessionTabTest::aSchemaChangedWhileConnectedIsTheNextSessions()
{
    Profile changed = profile();
    changed.schema = u"shop"_qs;
    connectTab(changed);
    changed.schema = u"information_schema"_qs;
    m_tab->setProfile(changed);
    m_tab->disconnectFromServer();
    m_tab->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_tab->isConnected(), 15'000);
    run(u"select database()"_qs);
    QCOMPARE(cell(0, 0), u"information_schema"_qs);
}

void SessionTabTest::nothingIsLeftToStopWhenTheSessionIsClosed()
{
    connectTab(profile());
    m_tab->action(u"beginTransaction"_qs)->trigger();
    QVERIFY(m_tab->action(u"stopStatement"_qs)->isEnabled());
    m_tab->disconnectFromServer();
    QVERIFY(!m_tab->action(u"stopStatement"_qs)->isEnabled());
}

void SessionTabTest::theHeadersButtonsEndATransaction()
{
    connectTab(profile());
    const auto click = [this](const QString &name) {
        auto *button = m_tab->findChild<QToolButton *>(name);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    };
    run(u"create or replace table shop.latchkey_button (n int) engine = innodb"_qs);
    click(u"autocommitButton"_qs);
    QTRY_VERIFY(!m_tab->findChild<QToolButton *>(u"autocommitButton"_qs)->isChecked());
    run(u"insert into shop.latchkey_button values (1)"_qs);
    QVERIFY(m_tab->hasOpenTransaction());
    click(u"rollBackButton"_qs);
    QTRY_VERIFY(!m_tab->hasOpenTransaction());
    run(u"select count(*) from shop.latchkey_button"_qs);
    QCOMPARE(cell(0, 0), u"0"_qs);
    run(u"drop table shop.latchkey_button"_qs);
}

void SessionTabTest::aRefusedWriteHasTheServerAskedAgain()
{
    Profile writer = profile();
    writer.endpoint = Endpoint::Writer;
    connectTab(writer);
    QTRY_VERIFY2(header().contains(u"(primary)"), qPrintable(header()));
    QVERIFY(m_sandbox.execute(u"writer"_qs, "set global read_only = 1"));
    run(u"create table shop.latchkey_never (a int)"_qs);
    QTRY_VERIFY2(sessionBanner()->text().contains(u"takes no writes"), qPrintable(sessionBanner()->text()));
    QVERIFY(m_sandbox.execute(u"writer"_qs, "set global read_only = 0"));
    QVERIFY2(header().contains(u"(replica)") && header().contains(u"READ-ONLY"), qPrintable(header()));
    QVERIFY(m_tab->isConnected());
    run(u"start transaction"_qs);
    QTRY_VERIFY(m_tab->hasOpenTransaction());
    QVERIFY(bannerButton(u"Reconnect"_qs));
    bannerButton(u"Reconnect"_qs)->click();
    QVERIFY2(m_tab->findChild<QMessageBox *>(), "nobody asks before the transaction is rolled back");
    QVERIFY(m_tab->isConnected() && m_tab->hasOpenTransaction());
}

void SessionTabTest::nothingThatIsOpenIsClosedWithoutAQuestion()
{
    const QTemporaryDir folder;
    ProfileStore profiles(folder.filePath(u"profiles.json"_qs));
    Keychain keychain(
        secrets::Remembered(std::make_shared<secrets::MemoryStore>(), folder.filePath(u"names.json"_qs)));
    TeamCatalogues catalogues(folder.path());
    KnownProfiles known(profiles, catalogues);
    QMainWindow window;
    auto *area = new SessionArea(m_connector, known, keychain, &window);
    window.setCentralWidget(area);
    window.show();
    SessionTab *tab = area->open(profile());
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    tab->setSql(u"start transaction"_qs);
    tab->runAll();
    QTRY_COMPARE(area->unfinished().size(), 1);

    QVERIFY(!window.close());
    auto *question = window.findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(profile().name), qPrintable(question->text()));
    question->reject();
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    QVERIFY(window.isVisible() && tab->hasOpenTransaction());

    window.hide(); // as in the tray
    QEvent quit(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &quit);
    QVERIFY(!quit.isAccepted());
    QTRY_VERIFY(window.findChild<QMessageBox *>());
    question = window.findChild<QMessageBox *>();
    QVERIFY(window.isVisible());
    QVERIFY2(question->text().contains(u"transaction"), qPrintable(question->text()));
    QVERIFY(!area->findChild<CloseGuard *>()->mayEndDesktop());
    QCOMPARE(window.findChildren<QMessageBox *>().size(), 1); // it is asked already
    question->reject();
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    QVERIFY(tab->hasOpenTransaction());

    area->closeCurrent();
    QTRY_VERIFY(window.findChild<QMessageBox *>());
    for (auto *button : window.findChild<QMessageBox *>()->findChildren<QPushButton *>())
        if (button->text() == u"Roll back and close"_qs)
            button->click();
    QTRY_COMPARE(area->tabs().size(), 0);
    QVERIFY(area->findChild<CloseGuard *>()->mayEndDesktop());
    QVERIFY(window.close());
}

void SessionTabTest::quittingWhileAStatementRunsAsksToo()
{
    const QTemporaryDir folder;
    ProfileStore profiles(folder.filePath(u"profiles.json"_qs));
    Keychain keychain(
        secrets::Remembered(std::make_shared<secrets::MemoryStore>(), folder.filePath(u"names.json"_qs)));
    TeamCatalogues catalogues(folder.path());
    KnownProfiles known(profiles, catalogues);
    SessionArea area(m_connector, known, keychain);
    area.show();
    SessionTab *tab = area.open(profile());
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    QVERIFY(area.findChild<CloseGuard *>()->mayEndDesktop());
    tab->setSql(u"select sleep(100)"_qs);
    tab->runAll();
    QTRY_COMPARE(area.unfinished().size(), 1);
    QVERIFY(!area.findChild<CloseGuard *>()->mayEndDesktop());
    auto *question = area.findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(u"running"), qPrintable(question->text()));
    question->reject();
    tab->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(area.unfinished().size(), 0, 15'000);
}

void SessionTabTest::anExportThatIsWrittenCountsAsAStatement()
{
    const QTemporaryDir folder;
    connectTab(profile());
    run(u"select a.seq from shop.seq_1_to_100000 a, shop.seq_1_to_100000 b"_qs); // cut off at the tab's limit
    QTRY_VERIFY(!m_tab->isBusy());
    m_tab->findChild<QueryPane *>()->action(QueryCommand::Export)->trigger();
    auto *dialog = m_tab->findChild<ResultExportDialog *>();
    QVERIFY(dialog);
    auto *what = dialog->findChild<QComboBox *>(u"what"_qs);
    what->setCurrentIndex(what->count() - 1);
    dialog->writeTo(folder.filePath(u"rows.csv"_qs));
    QTRY_VERIFY2(m_tab->isBusy(), "it could be closed without a question");
    dialog->reject();
    QTRY_VERIFY(!m_tab->isBusy());
}

void SessionTabTest::endingASessionByHandAsksWhileATransactionIsOpen_data()
{
    QTest::addColumn<void (SessionArea::*)()>("end");
    QTest::newRow("reconnect") << &SessionArea::reconnectCurrent;
    QTest::newRow("disconnect") << &SessionArea::disconnectCurrent;
}

void SessionTabTest::endingASessionByHandAsksWhileATransactionIsOpen()
{
    using End = void (SessionArea::*)();
    QFETCH(End, end);
    const QTemporaryDir folder;
    ProfileStore profiles(folder.filePath(u"profiles.json"_qs));
    Keychain keychain(
        secrets::Remembered(std::make_shared<secrets::MemoryStore>(), folder.filePath(u"names.json"_qs)));
    TeamCatalogues catalogues(folder.path());
    KnownProfiles known(profiles, catalogues);
    SessionArea area(m_connector, known, keychain);
    area.show();
    SessionTab *tab = area.open(profile());
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), 15'000);
    tab->setSql(u"start transaction; select 1"_qs);
    tab->runAll();
    QTRY_VERIFY(tab->hasOpenTransaction() && !tab->isBusy());
    (area.*end)();
    auto *question = area.findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY(tab->isConnected() && tab->hasOpenTransaction());
    for (auto *button : question->findChildren<QPushButton *>())
        if (button->text().startsWith(u"Roll back and "))
            button->click();
    QTRY_VERIFY(!tab->hasOpenTransaction());
}

void SessionTabTest::aChangedProfileDisarmsNoSessionThatIsOpen()
{
    Profile production = profile();
    production.environment = Environment::Production;
    connectTab(production);
    Profile harmless = production;
    harmless.environment = Environment::Test;
    harmless.guard = Guard::Off;
    harmless.host = u"staging.example.com"_qs;
    m_tab->setProfile(harmless);
    QCOMPARE(m_tab->environment(), Environment::Production);
    m_tab->setSql(u"create table shop.never_made (a int)"_qs);
    m_tab->runAll();
    QTRY_VERIFY(m_tab->findChild<QMessageBox *>());
    auto *question = m_tab->findChild<QMessageBox *>();
    const QString text = question->text() + question->informativeText();
    QVERIFY2(text.contains(production.host) && !text.contains(harmless.host), qPrintable(text));
    question->reject();
    m_tab->disconnectFromServer();
    QCOMPARE(m_tab->environment(), Environment::Test);
}

void SessionTabTest::disconnectingKeepsTheText()
{
    connectTab(profile());
    run(u"select 7"_qs);
    m_tab->disconnectFromServer();
    QVERIFY(!m_tab->isConnected());
    QCOMPARE(cell(0, 0), u"7"_qs);
    QVERIFY(m_tab->findChild<SessionHeader *>()->text().contains(u"NOT CONNECTED"));
}

void SessionTabTest::aReadOnlyProfileCannotWriteEvenThroughTheServer()
{
    Profile readOnly = profile();
    readOnly.readOnly = true;
    connectTab(readOnly);
    run(u"select @@session.tx_read_only"_qs);
    QCOMPARE(cell(0, 0), u"1"_qs);
    run(u"create table latchkey_never (a int)"_qs);
    QVERIFY(m_tab->isConnected());
    QVERIFY2(m_tab->findChild<SessionHeader *>()->text().contains(u"READ-ONLY"), "the header must say so");
}

void SessionTabTest::aPasswordIsAskedForAndUsedOnce()
{
    sandbox::AccountDescription account;
    for (const auto &candidate : m_sandbox.server(u"writer"_qs).accounts)
        if (!candidate.password.isEmpty())
            account = candidate;
    QVERIFY(!account.user.isEmpty());
    Profile withPassword = profile();
    withPassword.authentication = Authentication::Password;
    withPassword.account = account.user;
    m_tab = std::make_unique<SessionTab>(m_connector, withPassword);
    m_tab->show();
    QSignalSpy needed(m_tab.get(), &SessionTab::passwordNeeded);
    m_tab->open();
    QCOMPARE(needed.size(), 1);
    QVERIFY(!m_tab->isBusy());
    QString typed = account.password;
    m_tab->setPassword(Secret::take(typed));
    QTRY_VERIFY2_WITH_TIMEOUT(m_tab->isConnected(), qPrintable(sessionBanner()->text()), 15'000);
    QVERIFY(m_tab->principal().isEmpty());
    m_tab->disconnectFromServer();
    m_tab->open();
    QCOMPARE(needed.size(), 2);
}

void SessionTabTest::aServerThatIsNotThereCanBeTriedAgain()
{
    Profile absent = profile();
    absent.port = 1; // nothing listens there
    openTab(absent);
    QTRY_VERIFY_WITH_TIMEOUT(!m_tab->isBusy(), 15'000);
    QVERIFY(!sessionBanner()->text().isEmpty());
    const auto *progress = m_tab->findChild<ConnectProgress *>();
    QCOMPARE(progress->state(sql::Step::Connect), ConnectProgress::State::Failed);
    m_tab->setProfile(profile());
    QPushButton *again = bannerButton(u"Try again"_qs);
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_tab->isConnected(), 15'000);
}

void SessionTabTest::connectingCanBeCancelled()
{
    openTab(profile());
    QVERIFY(m_tab->isBusy());
    QTest::keyClick(m_tab->window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_tab->isBusy(), 1'000);
    QVERIFY(!m_tab->isConnected());
    QVERIFY(bannerButton(u"Try again"_qs));
}

/// What wants another connection does without it.
void SessionTabTest::anExpiredTicketHurtsNoSessionThatIsOpen()
{
    signIn(20s);
    const auto asBefore = qScopeGuard([this] { signIn(); });
    connectTab(profile());
    run(u"start transaction"_qs);
    QTRY_VERIFY(m_tab->hasOpenTransaction());

    SessionTab late(m_connector, profile());
    const QSignalSpy needed(&late, &SessionTab::signInNeeded);
    const QDeadlineTimer limit(60s);
    while (needed.isEmpty() && !limit.hasExpired()) {
        late.open();
        QTRY_VERIFY_WITH_TIMEOUT(!late.isBusy(), 15'000);
    }
    QVERIFY2(!needed.isEmpty(), "the ticket has not expired");

    run(u"select group_concat(id) from information_schema.processlist where id <> connection_id()"_qs);
    const QStringList others = cell(0, 0).split(u',');
    for (const QString &id : others)
        m_sandbox.execute(u"writer"_qs, "kill connection " + id.toUtf8()); // the schema's among them
    run(u"select count(*) from information_schema.processlist where id <> connection_id()"_qs);
    auto *schema = m_tab->findChild<QTreeView *>(u"schema"_qs);
    schema->setCurrentIndex(schema->model()->index(0, 0));
    m_tab->action(u"schemaRefresh"_qs)->trigger();
    run(u"select 'still here'"_qs);
    QCOMPARE(cell(0, 0), u"still here"_qs);
    QVERIFY(m_tab->isConnected() && m_tab->hasOpenTransaction());
    QVERIFY2(sessionBanner()->text().isEmpty(), qPrintable(sessionBanner()->text()));
}

void SessionTabTest::closingTheTabLeavesNoThread()
{
    connectTab(profile());
    m_tab->setSql(u"select sleep(100)"_qs);
    m_tab->runAll();
    QTRY_VERIFY(m_tab->statusText().startsWith(u"Running… 0."));
    QElapsedTimer timer;
    timer.start();
    m_tab.reset();
    QVERIFY2(timer.elapsed() < 500, "closing waited for the server");
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(10ms),
                             10'000); // what waits for this thread may hold a worker
}

QTEST_MAIN(SessionTabTest)
#include "sessiontabtest.moc"
