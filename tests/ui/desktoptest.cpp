// SPDX-License-Identifier: GPL-2.0-or-later
// The whole program on a desktop made of doubles: what a locked screen, an absent person and quitting do to tickets.
#include "tests/support/desktopdoubles.h"
#include "tests/support/keyringplace.h"
#include "tests/support/program.h"
#include "tests/support/syntheticcache.h"
#include "ui/idletime.h"
#include "ui/logindialog.h"
#include "ui/screenlock.h"
#include "ui/settingsdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDBusConnectionInterface>
#include <QFile>
#include <QLabel>
#include <QMessageBox>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString bystander = QStringLiteral("bystander"); // another program on the bus

Settings savedSettings()
{
    return Settings::load(Settings::defaultFile());
}

bool roundTrip(const QDBusConnection &connection)
{
    return connection.interface()->isServiceRegistered(bystander).isValid();
}

/// What was sent before is delivered, or never will be.
bool settle(DesktopBus &bus)
{
    int answers = 0;
    QObject context;
    const QString daemon = QStringLiteral("org.freedesktop.DBus");
    if (!roundTrip(QDBusConnection::sessionBus()))
        return false;
    for (const auto line : {DesktopBus::Bus::Session, DesktopBus::Bus::System})
        bus.call(line,
                 QDBusMessage::createMethodCall(daemon, QStringLiteral("/"), daemon, QStringLiteral("GetId")),
                 &context, [&](const QDBusMessage &) { ++answers; });
    return QTest::qWaitFor([&] { return answers == 2; });
}

QAction *menuAction(MainWindow &window, const QKeySequence &key)
{
    for (QAction *action : window.findChildren<QAction *>())
        if (action->shortcut() == key)
            return action;
    return nullptr;
}

} // namespace

class DesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void theScreenSaverTellsOfLocking();
    void logindTellsOfLocking();
    void onlyLogindSpeaksForLogind();
    void logindTellsOfAShutdown();
    void nobodyIsThereIsToldOnce();

    void aLockedScreenDestroysTheTickets();
    void whatIsNotSeenYetIsDestroyedToo();
    void whereNothingIsDestroyedNothingIsTold();
    void aLockedScreenDestroysNothingUnlessThatIsWanted();
    void anAbsentPersonsTicketsAreDestroyed();
    void quittingDestroysTheTicketsIfThatIsWanted();
    void quittingDestroysNothingUnlessThatIsWanted();

    void signingInFromANoticeOpensTheDialog();
    void withoutANotificationServiceTheWindowTells();
    void whatIsChosenHoldsAtOnceAndIsSaved();
    void theDialogKnowsWhatTheDesktopCanDo();
    void withoutATrayClosingTheWindowQuits();

private:
    void save(const std::function<void(Settings &)> &change) const;
    bool signIn() const;
    bool isSignedIn() const { return QFile::exists(m_cache); }

    KeyringPlace m_place;
    QString m_cache;
};

void DesktopTest::initTestCase()
{
    if (!KeyringPlace::missingForBus().isEmpty())
        QSKIP(qPrintable(QStringLiteral("The package %1 is missing.").arg(KeyringPlace::missingForBus())));
    QVERIFY2(m_place.startBus(), qPrintable(m_place.problem()));
    m_cache = m_place.folder() + QStringLiteral("/tickets");
    const QString config = m_place.folder() + QStringLiteral("/krb5.conf");
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[libdefaults]\n default_realm = CORP.EXAMPLE.COM\n");
    qputenv("KRB5_CONFIG", QFile::encodeName(config));
    qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(m_cache));
    qunsetenv("XDG_SESSION_ID");
}

void DesktopTest::init()
{
    QFile::remove(Settings::defaultFile());
    QFile::remove(m_cache);
}

void DesktopTest::save(const std::function<void(Settings &)> &change) const
{
    Settings settings;
    change(settings);
    settings.save(Settings::defaultFile());
}

bool DesktopTest::signIn() const
{
    return writeCache(QStringLiteral("FILE:") + m_cache, "alice@CORP.EXAMPLE.COM",
                      {{"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM", 10h}});
}

void DesktopTest::theScreenSaverTellsOfLocking()
{
    ScreenSaverService saver;
    QVERIFY(saver.isThere());
    DesktopBus bus;
    ScreenLock lock(bus);
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.start();
    QVERIFY(heard(locked, [&] { Q_EMIT saver.ActiveChanged(true); }));
    QVERIFY(settle(bus));
    locked.clear();
    Q_EMIT saver.ActiveChanged(false);
    QVERIFY(settle(bus));
    QVERIFY(locked.isEmpty());
}

void DesktopTest::logindTellsOfLocking()
{
    const LoginManager manager;
    QVERIFY(manager.isThere());
    DesktopBus bus;
    ScreenLock lock(bus);
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.start();
    QVERIFY(heard(locked, [] { sendLock(QDBusConnection::sessionBus()); }));
}

void DesktopTest::onlyLogindSpeaksForLogind()
{
    const LoginManager manager;
    DesktopBus bus;
    ScreenLock lock(bus);
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.start();
    QVERIFY(heard(locked, [] { sendLock(QDBusConnection::sessionBus()); }));
    QDBusConnection stranger = QDBusConnection::connectToBus(QDBusConnection::SessionBus, bystander);
    const auto leave = qScopeGuard([] { QDBusConnection::disconnectFromBus(bystander); });
    QVERIFY(settle(bus));
    locked.clear();
    sendLock(stranger);
    QVERIFY(roundTrip(stranger));
    QVERIFY(settle(bus));
    QVERIFY(locked.isEmpty());
}

void DesktopTest::logindTellsOfAShutdown()
{
    LoginManager manager;
    DesktopBus bus;
    MachineShutdown shutdown(bus);
    QSignalSpy approaching(&shutdown, &MachineShutdown::approaching);
    shutdown.start();
    QVERIFY(heard(approaching, [&] { Q_EMIT manager.PrepareForShutdown(true); }));
    QVERIFY(settle(bus));
    approaching.clear();
    Q_EMIT manager.PrepareForShutdown(false); // it does not come to it
    QVERIFY(settle(bus));
    QVERIFY(approaching.isEmpty());
}

void DesktopTest::nobodyIsThereIsToldOnce()
{
    ScreenSaverService saver;
    DesktopBus bus;
    IdleTime idle(bus);
    QSignalSpy told(&idle, &IdleTime::idle);
    saver.idleFor = 20;
    idle.watch(40ms);
    QTRY_VERIFY(saver.asked >= 1);
    QVERIFY(told.isEmpty());
    saver.idleFor = 40;
    QTRY_COMPARE(told.count(), 1);
    const int before = saver.asked;
    QTRY_VERIFY(saver.asked >= before + 3);
    QCOMPARE(told.count(), 1);
    saver.idleFor = 0;
    QTRY_VERIFY(saver.asked >= before + 5);
    saver.idleFor = 40;
    QTRY_COMPARE(told.count(), 2);
}

void DesktopTest::aLockedScreenDestroysTheTickets()
{
    ScreenSaverService saver;
    const NotificationService notifications;
    save([](Settings &settings) { settings.destroysOnLock = true; });
    QVERIFY(signIn());
    Program program;
    QVERIFY(program.waitUntilKnown());
    QCOMPARE(program.barText(), QStringLiteral("alice@CORP.EXAMPLE.COM"));
    QTRY_VERIFY([&] {
        Q_EMIT saver.ActiveChanged(true);
        return !isSignedIn();
    }());
    QTRY_COMPARE(program.barText(), QStringLiteral("Nobody is signed in"));
    QTRY_COMPARE(notifications.shown.size(), 1);
    QVERIFY(notifications.shown.first().text.contains(QStringLiteral("because the screen was locked")));
    QVERIFY(!program.window().findChild<QMessageBox *>()); // nobody is there to be asked
}

/// Tickets that are not known here, as those that kinit has just put into KCM.
struct UnseenTickets
{
    krb::KerberosService kerberos;
    krb::CacheWatcher watcher;
    Identities identities{kerberos, watcher, systemNow}; // never started
    DesktopBus bus;
    Notifier notifier{bus};
    Notices notices{notifier, systemNow};
    ScreenLock lock{bus};
    IdleTime idle{bus};
    AutomaticDestroy destroy{{identities, lock, idle, notices}};
};

void DesktopTest::whatIsNotSeenYetIsDestroyedToo()
{
    const NotificationService notifications;
    UnseenTickets unseen;
    unseen.destroy.setRules({true, 15min});
    QVERIFY(signIn());
    Q_EMIT unseen.lock.locked();
    QTRY_VERIFY(!isSignedIn());
    QTRY_COMPARE(notifications.shown.size(), 1);
    QVERIFY(signIn());
    Q_EMIT unseen.idle.idle();
    QTRY_VERIFY(!isSignedIn());
    QTRY_COMPARE(notifications.shown.size(), 2);
}

void DesktopTest::whereNothingIsDestroyedNothingIsTold()
{
    const NotificationService notifications;
    UnseenTickets unseen;
    unseen.destroy.setRules({true, {}});
    const QSignalSpy listed(&unseen.identities, &Identities::changed);
    Q_EMIT unseen.lock.locked();
    QTRY_VERIFY(!listed.isEmpty()); // which comes after
    QVERIFY(settle(unseen.bus));
    QVERIFY(notifications.shown.isEmpty());
}

void DesktopTest::aLockedScreenDestroysNothingUnlessThatIsWanted()
{
    ScreenSaverService saver;
    QVERIFY(signIn());
    Program program;
    QVERIFY(program.waitUntilKnown());
    DesktopBus bus;
    ScreenLock lock(bus);
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.start();
    QVERIFY(heard(locked, [&] { Q_EMIT saver.ActiveChanged(true); }));
    QSignalSpy made(&program.identities(), &Identities::done);
    QSignalSpy failed(&program.identities(), &Identities::failed);
    krb::Cache nobodys;
    nobodys.name = QStringLiteral("FILE:/nonexistent");
    program.identities().makeDefault(nobodys);
    QTRY_VERIFY(!made.isEmpty() || !failed.isEmpty()); // what was asked for before it has ended too
    QVERIFY(isSignedIn());
}

void DesktopTest::anAbsentPersonsTicketsAreDestroyed()
{
    const NotificationService notifications;
    ScreenSaverService saver;
    QVERIFY(signIn());
    Program program;
    QVERIFY(program.waitUntilKnown());
    DesktopBus bus;
    Notifier notifier(bus);
    Notices notices(notifier, systemNow);
    ScreenLock lock(bus);
    IdleTime idle(bus);
    AutomaticDestroy destroy({program.identities(), lock, idle, notices});
    destroy.setRules({false, 15min});
    Q_EMIT idle.idle();
    QTRY_VERIFY(!isSignedIn());
    QTRY_COMPARE(notifications.shown.size(), 1);
    QVERIFY(notifications.shown.first().text.contains(QStringLiteral("15 minute")));
}

void DesktopTest::quittingDestroysTheTicketsIfThatIsWanted()
{
    save([](Settings &settings) { settings.destroysOnExit = true; });
    QVERIFY(signIn());
    Application application(std::nullopt);
    application.leave();
    QVERIFY(!isSignedIn());
}

void DesktopTest::quittingDestroysNothingUnlessThatIsWanted()
{
    QVERIFY(signIn());
    Application application(std::nullopt);
    application.leave();
    QVERIFY(isSignedIn());
}

void DesktopTest::signingInFromANoticeOpensTheDialog()
{
    NotificationService notifications;
    QVERIFY(signIn());
    Program program;
    QVERIFY(program.waitUntilKnown());
    Desktop &desktop = program.desktop();
    desktop.notices().tellFailure(QStringLiteral("FILE:") + m_cache,
                                  {Error::Code::KdcUnreachable, QStringLiteral("No KDC."), QString(), 0});
    QTRY_COMPARE(notifications.shown.size(), 1);
    QTRY_VERIFY([&] {
        if (!program.loginDialog())
            Q_EMIT notifications.ActionInvoked(101, QStringLiteral("sign-in"));
        return program.loginDialog() && program.loginDialog()->isVisible();
    }());
    QCOMPARE(program.loginDialog()->findChild<QComboBox *>(QStringLiteral("principal"))->currentText(),
             QStringLiteral("alice@CORP.EXAMPLE.COM"));
}

void DesktopTest::withoutANotificationServiceTheWindowTells()
{
    Program program;
    QVERIFY(program.waitUntilKnown());
    program.desktop().notices().tell(ticketsDestroyed(QStringLiteral("The screen was locked.")));
    QTRY_COMPARE(program.windowSentence(), QStringLiteral("The screen was locked."));
}

void DesktopTest::whatIsChosenHoldsAtOnceAndIsSaved()
{
    ScreenSaverService saver;
    QVERIFY(signIn());
    Program program;
    QVERIFY(program.waitUntilKnown());
    QAction *action = menuAction(program.window(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    QVERIFY(action);
    action->trigger();
    auto *dialog = program.window().findChild<SettingsDialog *>();
    QVERIFY(dialog);
    auto *option = dialog->findChild<QCheckBox *>(QStringLiteral("destroysOnLock"));
    QTest::keyClick(option, Qt::Key_Space);
    QVERIFY(savedSettings().destroysOnLock);
    QTest::keyClick(dialog->findChild<QComboBox *>(QStringLiteral("theme")), Qt::Key_End);
    QCOMPARE(savedSettings().scheme, theme::Scheme::Dark);
    QVERIFY(theme::isDark(QApplication::palette()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY([&] {
        Q_EMIT saver.ActiveChanged(true);
        return !isSignedIn();
    }());
    theme::apply(theme::Scheme::Light);
}

void DesktopTest::theDialogKnowsWhatTheDesktopCanDo()
{
    Program program;
    QVERIFY(program.waitUntilKnown());
    const auto optionEnabled = [&] {
        Q_EMIT program.window().settingsRequested();
        auto *dialog = program.window().findChild<SettingsDialog *>();
        auto *remark = dialog->findChild<QLabel *>(QStringLiteral("idleRemark"));
        const bool answered = QTest::qWaitFor(
            [&] { return !remark->isVisible() || remark->text().contains(QStringLiteral("neither")); });
        const bool enabled = dialog->findChild<QCheckBox *>(QStringLiteral("destroysWhenIdle"))->isEnabled();
        delete dialog;
        return answered && enabled;
    };
    QVERIFY(!optionEnabled());
    const ScreenSaverService saver;
    QVERIFY(optionEnabled());
}

void DesktopTest::withoutATrayClosingTheWindowQuits()
{
    save([](Settings &settings) { settings.staysInTray = true; });
    Program program;
    QVERIFY(program.waitUntilKnown());
    QApplication::setQuitOnLastWindowClosed(false);
    program.window().close();
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

QTEST_MAIN(DesktopTest)
#include "desktoptest.moc"
