// SPDX-License-Identifier: GPL-2.0-or-later
// The main job through the window, on real realms and servers: sign in once, double-click, connected.
#include "core/base/paths.h"
#include "tests/support/sandbox.h"
#include "ui/identities.h"
#include "ui/logindialog.h"
#include "ui/mainwindow.h"
#include "ui/rowdelegate.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace latchkey;

namespace {

constexpr int patience = 15'000;
const QString writer = QStringLiteral("Sandbox/orders/writer");

/// The program's parts, as its main() puts them together.
struct World
{
    ProfileStore profiles{paths::configDir() + QStringLiteral("/profiles.json")};
    Result<> loaded = profiles.load();
    krb::KerberosService kerberos;
    krb::CacheWatcher watcher;
    Connector connector{kerberos};
    Identities identities{kerberos, watcher, systemNow};
    MainWindow window{{profiles, identities, connector}, Settings()};

    World()
    {
        QObject::connect(&window, &MainWindow::painted, &identities, &Identities::start);
        window.show();
    }

    QTreeView *tree(const char *name) const { return window.findChild<QTreeView *>(QLatin1String(name)); }
    QString barText() const { return window.findChild<QToolButton *>(QStringLiteral("principals"))->text(); }
    QList<SessionTab *> tabs() const { return window.findChild<SessionArea *>()->tabs(); }

    QModelIndex row(const QString &name) const
    {
        const QAbstractItemModel *model = tree("profiles")->model();
        return model
            ->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    QString words(const QString &name) const { return row(name).data(rowrole::SecondLine).toString(); }

    void doubleClick(const QString &name) const
    {
        QTreeView *view = tree("profiles");
        view->scrollTo(row(name));
        const QPoint where = view->visualRect(row(name)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, where);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, where);
    }

    void agree() const
    {
        const auto *box = window.findChild<QMessageBox *>();
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
    }
};

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
    void aNewServiceNameIsAcceptedOnlyAfterAQuestion();

private:
    bool kinit() const;

    test::Sandbox m_sandbox;
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
    World world;
    QVERIFY(world.loaded);
    QTRY_VERIFY_WITH_TIMEOUT(
        world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
    QCOMPARE(world.barText(), QStringLiteral("Nobody is signed in"));
    world.doubleClick(QStringLiteral("writer"));
    LoginDialog *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = world.window.findChild<LoginDialog *>()) != nullptr, patience);
    dialog->setPrincipal(m_sandbox.principal(QStringLiteral("alice")));
    auto *password = dialog->findChild<QLineEdit *>(QStringLiteral("password"));
    QTest::keyClicks(password, m_sandbox.password(QStringLiteral("alice")));
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(world.tabs().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(world.tabs().first()->isConnected(), patience);
    QCOMPARE(world.tabs().first()->principal(), m_sandbox.principal(QStringLiteral("alice")));
    QTRY_COMPARE(world.barText(), m_sandbox.principal(QStringLiteral("alice")));
    QTRY_VERIFY(
        world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Works as alice@CORP until ")));
    QCOMPARE(world.profiles.findByPath(writer)->pinnedSpn, m_sandbox.server(QStringLiteral("writer")).spn);
}

void WindowTest::withATicketNoQuestionIsAsked()
{
    QVERIFY(kinit());
    World world;
    QTRY_VERIFY_WITH_TIMEOUT(world.words(QStringLiteral("reader")).startsWith(QStringLiteral("Works")),
                             patience);
    world.doubleClick(QStringLiteral("reader"));
    QCOMPARE(world.tabs().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(world.tabs().first()->isConnected(), patience);
    QVERIFY(!world.window.findChild<QDialog *>());
}

void WindowTest::cancellingTheSignInLeavesTheWindowUsable()
{
    World world;
    QTRY_VERIFY_WITH_TIMEOUT(world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Needs")),
                             patience);
    world.doubleClick(QStringLiteral("writer"));
    LoginDialog *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = world.window.findChild<LoginDialog *>()) != nullptr, patience);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!world.window.findChild<LoginDialog *>());
    QVERIFY(!world.tabs().first()->isBusy());
    world.doubleClick(QStringLiteral("writer"));
    QTRY_VERIFY_WITH_TIMEOUT(world.window.findChild<LoginDialog *>(), patience);
    QCOMPARE(world.tabs().size(), 1);
}

void WindowTest::aTicketFromAnotherProgramAppearsAtOnce()
{
    World world;
    QTRY_VERIFY_WITH_TIMEOUT(world.identities.isKnown(), patience);
    QCOMPARE(world.tree("tickets")->model()->rowCount(), 0);
    QVERIFY(kinit());
    QTRY_COMPARE_WITH_TIMEOUT(world.tree("tickets")->model()->rowCount(), 1, 2000);
    QTRY_VERIFY(world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Works")));
}

void WindowTest::destroyingTheTicketsIsAskedAndChangesTheRows()
{
    QVERIFY(kinit());
    World world;
    QTRY_VERIFY_WITH_TIMEOUT(world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Works")),
                             patience);
    QTest::mouseClick(world.window.findChild<QPushButton *>(QStringLiteral("destroy")), Qt::LeftButton);
    QVERIFY(world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Works")));
    world.agree();
    QTRY_VERIFY_WITH_TIMEOUT(
        world.words(QStringLiteral("writer")).startsWith(QStringLiteral("Needs sign-in")), patience);
    QCOMPARE(world.barText(), QStringLiteral("Nobody is signed in"));
}

void WindowTest::aNewServiceNameIsAcceptedOnlyAfterAQuestion()
{
    QVERIFY(kinit());
    World world;
    Profile profile = *world.profiles.findByPath(writer);
    const QString right = m_sandbox.server(QStringLiteral("writer")).spn;
    profile.pinnedSpn = QStringLiteral("mysql/old.orders.sandbox@AWS.EXAMPLE.COM");
    QVERIFY(world.profiles.put(profile));
    QTRY_VERIFY_WITH_TIMEOUT(world.identities.isKnown(), patience);
    SessionTab *tab = world.window.connectTo(writer);
    QVERIFY(tab);
    QTRY_VERIFY_WITH_TIMEOUT(!tab->isBusy(), patience);
    QVERIFY(!tab->isConnected());
    Q_EMIT tab->spnRefused({}); // what the button of the tab's banner does
    QMessageBox *question = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((question = world.window.findChild<QMessageBox *>()) != nullptr, patience);
    QVERIFY(question->informativeText().contains(right));
    QVERIFY(question->informativeText().contains(profile.pinnedSpn));
    QCOMPARE(world.profiles.find(profile.id)->pinnedSpn, profile.pinnedSpn);
    world.agree();
    QTRY_VERIFY_WITH_TIMEOUT(tab->isConnected(), patience);
    QCOMPARE(world.profiles.find(profile.id)->pinnedSpn, right);
}

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
