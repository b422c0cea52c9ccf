// SPDX-License-Identifier: GPL-2.0-or-later
// The main job through the window, on real realms and servers: sign in once, double-click, connected.
#include "tests/support/program.h"
#include "tests/support/sandbox.h"
#include "ui/logindialog.h"
#include "ui/sessiontab.h"
#include "ui/settings.h"

#include <QAbstractItemModel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
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

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aDoubleClickSignsInAndThenConnectsByItself();
    void withATicketNoQuestionIsAsked();
    void cancellingTheSignInLeavesTheWindowUsable();
    void aTicketFromAnotherProgramAppearsAtOnce();
    void destroyingTheTicketsIsAskedAndChangesTheRows();
    void ticketsThatNothingDependsOnAreDestroyedAtOnce();
    void aNewServiceNameIsAcceptedOnlyAfterAQuestion();

private:
    bool kinit() const;

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

bool WindowTest::kinit() const
{
    QProcess process;
    process.start(QStringLiteral("kinit"), {m_sandbox.principal(QStringLiteral("alice"))});
    process.write(m_sandbox.password(QStringLiteral("alice")).toUtf8() + '\n');
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
    QTest::mouseClick(program.window().findChild<QPushButton *>(QStringLiteral("destroy")), Qt::LeftButton);
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
    QTest::mouseClick(program.window().findChild<QPushButton *>(QStringLiteral("destroy")), Qt::LeftButton);
    QVERIFY(!program.window().findChild<QMessageBox *>());
    QTRY_VERIFY_WITH_TIMEOUT(
        program.profileWords(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
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
