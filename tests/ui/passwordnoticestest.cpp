// SPDX-License-Identifier: GPL-2.0-or-later
// When people are told that a password expires, and that the bar says it.
#include "ui/passwordnotices.h"
#include "tests/support/desktopdoubles.h"
#include "tests/support/keyringplace.h"
#include "tests/support/ticketvalues.h"
#include "ui/desktopbus.h"
#include "ui/identitybar.h"
#include "ui/notices.h"
#include "ui/notifier.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

krb::Cache withPassword(const QString &user, Instant expires, Instant ticketEnds = noon + days(30))
{
    krb::Cache cache = signedIn(user, ticketEnds, true);
    cache.passwordExpires = expires;
    return cache;
}

/// What tells, with a clock that the test sets.
struct Teller
{
    Instant now = noon;
    DesktopBus bus;
    Notifier notifier{bus};
    Notices notices{notifier, [this] { return now; }};
    PasswordNotices passwords{notices, [this] { return now; }};

    void look(Instant moment, const QList<krb::Cache> &caches)
    {
        now = moment;
        notices.setCaches(caches);
        passwords.setCaches(caches);
    }
    /// All that was told until now has been shown.
    bool isThrough(const NotificationService &desktop)
    {
        const auto before = desktop.shown.size();
        notices.tell(ticketsDestroyed(QStringLiteral("the end")));
        return QTest::qWaitFor([&] {
            return desktop.shown.size() > before && desktop.shown.last().text == QStringLiteral("the end");
        });
    }
};

} // namespace

class PasswordNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void onceADayFromSevenDaysBefore_data();
    void onceADayFromSevenDaysBefore();

    void aPasswordThatExpiresSoonIsToldOnceADay();
    void itIsToldWhenItsTimeComes();
    void aChangedPasswordTakesItsNoticeBack();
    void aDestroyedTicketIsNoReasonToTellAgain();
    void whoWantsNoWarningGetsNone();
    void theButtonChangesThePassword();

    void theBarSaysItInTheLastTwoWeeks();

private:
    KeyringPlace m_place;
};

void PasswordNoticesTest::initTestCase()
{
    if (!KeyringPlace::missingForBus().isEmpty())
        QSKIP(qPrintable(QStringLiteral("The package %1 is missing.").arg(KeyringPlace::missingForBus())));
    QVERIFY2(m_place.startBus(), qPrintable(m_place.problem()));
}

void PasswordNoticesTest::onceADayFromSevenDaysBefore_data()
{
    using Moment = std::optional<Instant>;
    QTest::addColumn<Instant>("now");
    QTest::addColumn<std::optional<Instant>>("told");
    QTest::addColumn<std::optional<Instant>>("next");
    const Instant expires = noon + days(30);
    const auto add = [](const char *what, Instant now, Moment told, Moment next) {
        QTest::newRow(what) << now << told << next;
    };
    add("long before", noon, {}, expires - days(7));
    add("the time has come", expires - days(7), {}, expires - days(7));
    add("the time has gone by", expires - days(2), {}, expires - days(2));
    add("told an hour ago", expires - days(2), expires - days(2) - 1h, expires - days(1) - 1h);
    add("told yesterday", expires - days(2), expires - days(3), expires - days(2));
    add("told on the last day", expires - 1h, expires - 2h, {});
    add("it is over", expires, {}, {});
}

void PasswordNoticesTest::onceADayFromSevenDaysBefore()
{
    QFETCH(Instant, now);
    QFETCH(std::optional<Instant>, told);
    QFETCH(std::optional<Instant>, next);
    QCOMPARE(nextPasswordNotice(noon + days(30), told, days(7), now), next);
}

void PasswordNoticesTest::aPasswordThatExpiresSoonIsToldOnceADay()
{
    const NotificationService desktop;
    QVERIFY(desktop.isThere());
    Teller teller;
    teller.passwords.setWarning(days(7));
    const QList<krb::Cache> caches{withPassword(QStringLiteral("alice"), noon + days(3) + 2h)};
    teller.look(noon, caches);
    teller.look(noon + 5h, caches);
    QVERIFY(teller.isThrough(desktop));
    QCOMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown.first().title, QStringLiteral("Password expires in 3 d 2 h"));
    QVERIFY(desktop.shown.first().text.startsWith(
        QStringLiteral("The password of alice@CORP.EXAMPLE.COM expires on ")));
    teller.look(noon + 24h, caches);
    QVERIFY(teller.isThrough(desktop));
    QCOMPARE(desktop.shown.size(), 4);
    QVERIFY(desktop.closed.isEmpty());
}

void PasswordNoticesTest::itIsToldWhenItsTimeComes()
{
    const NotificationService desktop;
    DesktopBus bus;
    Notifier notifier(bus);
    Notices notices(notifier, systemNow);
    PasswordNotices passwords(notices, systemNow);
    passwords.setWarning(days(7));
    passwords.setCaches({withPassword(QStringLiteral("alice"), systemNow() + days(7) + 2s)});
    QVERIFY(desktop.shown.isEmpty());
    QTRY_COMPARE(desktop.shown.size(), 1);
}

void PasswordNoticesTest::aChangedPasswordTakesItsNoticeBack()
{
    const NotificationService desktop;
    Teller teller;
    teller.passwords.setWarning(days(7));
    teller.look(noon, {withPassword(QStringLiteral("alice"), noon + days(3))});
    QTRY_COMPARE(desktop.shown.size(), 1);
    teller.look(noon, {withPassword(QStringLiteral("alice"), noon + days(90))});
    QTRY_COMPARE(desktop.closed, QList<uint>{101});
    QVERIFY(teller.isThrough(desktop));
    QCOMPARE(desktop.shown.size(), 2);
}

void PasswordNoticesTest::aDestroyedTicketIsNoReasonToTellAgain()
{
    const NotificationService desktop;
    Teller teller;
    teller.passwords.setWarning(days(7));
    const QList<krb::Cache> caches{withPassword(QStringLiteral("alice"), noon + days(3))};
    teller.look(noon, caches);
    teller.look(noon + 1h, {});
    teller.look(noon + 2h, caches);
    QVERIFY(teller.isThrough(desktop));
    QCOMPARE(desktop.shown.size(), 2);
}

void PasswordNoticesTest::whoWantsNoWarningGetsNone()
{
    const NotificationService desktop;
    Teller teller;
    teller.passwords.setWarning({});
    teller.look(noon, {withPassword(QStringLiteral("alice"), noon + days(3))});
    QVERIFY(teller.isThrough(desktop));
    QCOMPARE(desktop.shown.size(), 1);
}

void PasswordNoticesTest::theButtonChangesThePassword()
{
    NotificationService desktop;
    Teller teller;
    teller.passwords.setWarning(days(7));
    QSignalSpy change(&teller.notifier, &Notifier::changePasswordRequested);
    teller.look(noon, {withPassword(QStringLiteral("alice"), noon + days(3))});
    QTRY_COMPARE(desktop.shown.size(), 1);
    QVERIFY(desktop.shown.first().actions.contains(QStringLiteral("change-password")));
    QVERIFY(!desktop.shown.first().actions.contains(QStringLiteral("sign-in")));
    QVERIFY(heard(change, [&] { Q_EMIT desktop.ActionInvoked(101, QStringLiteral("change-password")); }));
    QCOMPARE(change.first().value(0).toString(), QStringLiteral("alice@CORP.EXAMPLE.COM"));
}

void PasswordNoticesTest::theBarSaysItInTheLastTwoWeeks()
{
    const auto words = [](Instant expires) {
        return identityState({withPassword(QStringLiteral("alice"), expires, noon + 10h)}, noon).words;
    };
    QCOMPARE(words(noon + days(15)), QStringLiteral("valid 10 h 0 min"));
    QCOMPARE(words(noon + days(5) + 3h), QStringLiteral("valid 10 h 0 min, password expires in 5 d 3 h"));
    QCOMPARE(words(noon - 1h), QStringLiteral("valid 10 h 0 min, password has expired"));
}

QTEST_MAIN(PasswordNoticesTest)
#include "passwordnoticestest.moc"
