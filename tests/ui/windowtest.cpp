// SPDX-License-Identifier: GPL-2.0-or-later
// The main job through the window, on real realms and servers: sign in once, double-click, connected.
#include "tests/support/program.h"
#include "tests/support/sandbox.h"
#include "ui/logindialog.h"
#include "ui/sessiontab.h"
#include "ui/settings.h"

#include <QAbstractItemModel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace latchkey;
using namespace latchkey::test;

namespace {

constexpr int patience = 15'000;
const QString writer = QStringLiteral("Sandbox/orders/writer");

Result<Profile> stored(const QString &path)
{
    ProfileStore store(defaultProfileFile());
    const Result<> loaded = store.load();
    return loaded ? store.findByPath(path) : loaded.error();
}

/// Clicks on the button of the identity bar, and on that line of its menu.
void chooseToDestroy(Program &program, const char *line)
{
    auto *button = program.window().findChild<QPushButton *>(QStringLiteral("destroy"));
    QMenu *menu = button->menu();
    QTimer::singleShot(0, menu, [menu, line] { // once the menu's own loop runs
        auto *action = menu->findChild<QAction *>(QLatin1String(line));
        if (!action)
            qFatal("there is no line %s", line);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    });
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aDoubleClickSignsInAndThenConnectsByItself();
    void oneSignInServesAllTabsThatWaitForIt();
    void withATicketNoQuestionIsAsked();
    void cancellingTheSignInLeavesTheWindowUsable();
    void aTicketFromAnotherProgramAppearsAtOnce();
    void destroyingTheTicketsIsAskedAndChangesTheRows();
    void ticketsThatNothingDependsOnAreDestroyedAtOnce();
    void theTicketsOfOneIdentityAreDestroyedAlone();
    void aNewServiceNameIsAcceptedOnlyAfterAQuestion();

private:
    bool kinit(const QString &user = QStringLiteral("alice")) const;

    Sandbox m_sandbox;
};

void WindowTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void WindowTest::init()
{
    QCOMPARE(QProcess::execute(QStringLiteral("kdestroy"), {QStringLiteral("-qA")}), 0);
}

bool WindowTest::kinit(const QString &user) const
{
    QProcess process;
    process.start(QStringLiteral("kinit"), {m_sandbox.principal(user)});
    process.write(m_sandbox.password(user).toUtf8() + '\n');
    process.closeWriteChannel();
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

void WindowTest::aDoubleClickSignsInAndThenConnectsByItself()
{
    Program program;
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
    QCOMPARE(program.barText(), QStringLiteral("Nobody is signed in"));
    program.doubleClick(QStringLiteral("writer"));
    QTRY_VERIFY_WITH_TIMEOUT(program.loginDialog() != nullptr, patience);
    program.loginDialog()->setPrincipal(m_sandbox.principal(QStringLiteral("alice")));
    QTest::keyClicks(program.passwordField(), m_sandbox.password(QStringLiteral("alice")));
    QTest::keyClick(program.passwordField(), Qt::Key_Return);
    QCOMPARE(program.tabs().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(program.tabs().first()->isConnected(), patience);
    QCOMPARE(program.tabs().first()->principal(), m_sandbox.principal(QStringLiteral("alice")));
    QTRY_COMPARE(program.barText(), m_sandbox.principal(QStringLiteral("alice")));
    QTRY_VERIFY(program.profileWords(QStringLiteral("writer"))
                    .startsWith(QStringLiteral("Works as alice@CORP until ")));
    QTRY_COMPARE(stored(writer)->pinnedSpn, m_sandbox.server(QStringLiteral("writer")).spn);
}

void WindowTest::oneSignInServesAllTabsThatWaitForIt()
{
    Program program;
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
    program.window().connectTo(writer);
    QTRY_VERIFY_WITH_TIMEOUT(program.loginDialog() != nullptr, patience);
    program.window().connectTo(QStringLiteral("Sandbox/orders/MariaDB GSSAPI"));
    QTRY_VERIFY_WITH_TIMEOUT(program.tabs().size() == 2 && !program.tabs().last()->isBusy(), patience);
    QCOMPARE(program.window().findChildren<LoginDialog *>().size(), 1);
    program.loginDialog()->setPrincipal(m_sandbox.principal(QStringLiteral("alice")));
    QTest::keyClicks(program.passwordField(), m_sandbox.password(QStringLiteral("alice")));
    QTest::keyClick(program.passwordField(), Qt::Key_Return);
    for (SessionTab *tab : program.tabs())
        QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), patience);
    QTRY_VERIFY(program.window().findChildren<LoginDialog *>().isEmpty());
}

void WindowTest::withATicketNoQuestionIsAsked()
{
    QVERIFY(kinit());
    Program program;
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("reader")).startsWith(QStringLiteral("Works")), patience);
    program.doubleClick(QStringLiteral("reader"));
    QCOMPARE(program.tabs().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(program.tabs().first()->isConnected(), patience);
    QVERIFY(!program.window().findChild<QDialog *>());
}

void WindowTest::cancellingTheSignInLeavesTheWindowUsable()
{
    Program program;
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Needs")), patience);
    program.doubleClick(QStringLiteral("writer"));
    QTRY_VERIFY_WITH_TIMEOUT(program.loginDialog() != nullptr, patience);
    QTest::keyClick(program.loginDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!program.loginDialog());
    QVERIFY(!program.tabs().first()->isBusy());
    program.doubleClick(QStringLiteral("writer"));
    QTRY_VERIFY_WITH_TIMEOUT(program.loginDialog(), patience);
    QCOMPARE(program.tabs().size(), 1);
}

void WindowTest::aTicketFromAnotherProgramAppearsAtOnce()
{
    Program program;
    QVERIFY(program.waitUntilKnown());
    QCOMPARE(program.tree("tickets")->model()->rowCount(), 0);
    QVERIFY(kinit());
    QTRY_COMPARE_WITH_TIMEOUT(program.tree("tickets")->model()->rowCount(), 1, 2000);
    QTRY_VERIFY(program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Works")));
}

void WindowTest::destroyingTheTicketsIsAskedAndChangesTheRows()
{
    QVERIFY(kinit());
    Program program;
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Works")), patience);
    chooseToDestroy(program, "destroyAll");
    QVERIFY(program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Works")));
    program.agree();
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
    QCOMPARE(program.barText(), QStringLiteral("Nobody is signed in"));
}

void WindowTest::ticketsThatNothingDependsOnAreDestroyedAtOnce()
{
    QVERIFY(kinit());
    Settings settings;
    settings.renewsTickets = false;
    settings.save(Settings::defaultFile());
    const auto asBefore = qScopeGuard([] { Settings().save(Settings::defaultFile()); });
    Program program;
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Works")), patience);
    chooseToDestroy(program, "destroyAll");
    QVERIFY(!program.window().findChild<QMessageBox *>());
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
}

void WindowTest::theTicketsOfOneIdentityAreDestroyedAlone()
{
    QVERIFY(kinit(QStringLiteral("bob")));
    QVERIFY(kinit());
    Program program;
    QTRY_COMPARE_WITH_TIMEOUT(program.tree("tickets")->model()->rowCount(), 2, patience);
    QCOMPARE(program.barText(), m_sandbox.principal(QStringLiteral("alice")));
    chooseToDestroy(program, "destroyDefault");
    const auto *question = program.window().findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(m_sandbox.principal(QStringLiteral("alice"))),
             qPrintable(question->text()));
    program.agree();
    QTRY_COMPARE_WITH_TIMEOUT(program.tree("tickets")->model()->rowCount(), 1, patience);
    QVERIFY(program.barText() != m_sandbox.principal(QStringLiteral("alice")));
}

void WindowTest::aNewServiceNameIsAcceptedOnlyAfterAQuestion()
{
    QVERIFY(kinit());
    Profile profile = *stored(writer);
    const QString right = m_sandbox.server(QStringLiteral("writer")).spn;
    profile.pinnedSpn = QStringLiteral("mysql/old.orders.sandbox@AWS.EXAMPLE.COM");
    {
        ProfileStore store(defaultProfileFile());
        QVERIFY(store.put(profile).result());
    }
    Program program;
    QVERIFY(program.waitUntilKnown());
    SessionTab *tab = program.window().connectTo(writer);
    QVERIFY(tab);
    QTRY_VERIFY_WITH_TIMEOUT(!tab->isBusy(), patience);
    QVERIFY(!tab->isConnected());
    Q_EMIT tab->spnRefused({}); // what the button of the tab's banner does
    QMessageBox *question = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((question = program.window().findChild<QMessageBox *>()) != nullptr, patience);
    QVERIFY(question->informativeText().contains(right));
    QVERIFY(question->informativeText().contains(profile.pinnedSpn));
    QCOMPARE(stored(writer)->pinnedSpn, profile.pinnedSpn);
    program.agree();
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), patience);
    QTRY_COMPARE(stored(writer)->pinnedSpn, right);
}

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
