// SPDX-License-Identifier: GPL-2.0-or-later
// Notices, on a bus of the test's own with a double of the desktop's notification service.
#include "ui/notices.h"
#include "tests/support/desktopdoubles.h"
#include "tests/support/keyringplace.h"
#include "tests/support/slowness.h"
#include "tests/support/stallmeter.h"
#include "tests/support/ticketvalues.h"
#include "ui/desktopbus.h"
#include "ui/notifier.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;
constexpr auto longestStall = 50ms * slowness;

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aNoticeSaysWhoAndUntilWhen();
    void renewingIsOfferedWhereItIsPossible();
    void aServiceWithoutButtonsGetsNone();
    void markupIsOnlyText();
    void theButtonsDoWhatTheySay();
    void anotherProgramsNoticesAreNotOurs();
    void aLaterNoticeTakesThePlaceOfTheOneBefore();
    void aTicketThatWasRenewedTakesItsNoticeBack();

    void whatIsNoLongerTrueIsNotSaid();

    void whatWasOverAtTheStartIsNotTold();
    void anEndIsToldOnce();
    void aFailedRenewalIsToldOnceForEachTicket();
    void whoWantsNoNoticesGetsNone();

    void withoutAServiceTheNoticeComesBack();
    void aSilentServiceStallsNothing();

private:
    KeyringPlace m_place;
};

namespace {

/// What tells, with a clock that the test sets.
struct Teller
{
    Instant now = noon;
    DesktopBus bus;
    Notifier notifier{bus};
    Notices notices{notifier, [this] { return now; }};
};

} // namespace

void NoticesTest::initTestCase()
{
    if (!KeyringPlace::missingForBus().isEmpty())
        QSKIP(qPrintable(QStringLiteral("The package %1 is missing.").arg(KeyringPlace::missingForBus())));
    QVERIFY2(m_place.startBus(), qPrintable(m_place.problem()));
}

void NoticesTest::aNoticeSaysWhoAndUntilWhen()
{
    const NotificationService desktop;
    QVERIFY(desktop.isThere());
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true);
    teller.notices.setCaches({alice});
    teller.notices.warn(*alice.principal, noon + 10min);
    QTRY_COMPARE(desktop.shown.size(), 1);
    const auto &shown = desktop.shown.first();
    QCOMPARE(shown.title, QStringLiteral("Ticket expires in 10 min"));
    QVERIFY(shown.text.startsWith(QStringLiteral("The ticket of alice@CORP.EXAMPLE.COM is valid until ")));
    QCOMPARE(shown.actions, (QStringList{QStringLiteral("default"), QStringLiteral("Show Latchkey"),
                                         QStringLiteral("sign-in"), QStringLiteral("Sign in…")}));
}

void NoticesTest::renewingIsOfferedWhereItIsPossible()
{
    const NotificationService desktop;
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true, noon + 24h);
    teller.notices.setCaches({alice});
    teller.notices.warn(*alice.principal, noon + 10min);
    QTRY_COMPARE(desktop.shown.size(), 1);
    QVERIFY(desktop.shown.first().actions.contains(QStringLiteral("renew")));
}

void NoticesTest::aServiceWithoutButtonsGetsNone()
{
    NotificationService desktop;
    desktop.capabilities = {QStringLiteral("body")};
    Teller teller;
    teller.notices.tell(ticketsDestroyed(QStringLiteral("why")));
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.first().actions, QStringList());
}

void NoticesTest::markupIsOnlyText()
{
    NotificationService desktop;
    Teller teller;
    const QString text = QStringLiteral("<b>x</b> & y");
    teller.notices.tell(ticketsDestroyed(text));
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.last().text, text);
    desktop.capabilities.append(QStringLiteral("body-markup"));
    teller.notices.tell(ticketsDestroyed(text));
    QTRY_COMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown.last().text, QStringLiteral("&lt;b&gt;x&lt;/b&gt; &amp; y"));
}

void NoticesTest::theButtonsDoWhatTheySay()
{
    NotificationService desktop;
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true, noon + 24h);
    teller.notices.setCaches({alice});
    QSignalSpy signIn(&teller.notifier, &Notifier::signInRequested);
    QSignalSpy renew(&teller.notifier, &Notifier::renewRequested);
    QSignalSpy opened(&teller.notifier, &Notifier::opened);
    teller.notices.warn(*alice.principal, noon + 10min);
    QTRY_COMPARE(desktop.shown.size(), 1);
    QVERIFY(heard(signIn, [&] { Q_EMIT desktop.ActionInvoked(101, QStringLiteral("sign-in")); }));
    QCOMPARE(signIn.first().value(0).toString(), QStringLiteral("alice@CORP.EXAMPLE.COM"));
    QVERIFY(heard(renew, [&] { Q_EMIT desktop.ActionInvoked(101, QStringLiteral("renew")); }));
    QCOMPARE(renew.first().value(0).toString(), alice.name);
    QVERIFY(heard(opened, [&] { Q_EMIT desktop.ActionInvoked(101, QStringLiteral("default")); }));
}

void NoticesTest::anotherProgramsNoticesAreNotOurs()
{
    NotificationService desktop;
    Teller teller;
    QSignalSpy signIn(&teller.notifier, &Notifier::signInRequested);
    QSignalSpy opened(&teller.notifier, &Notifier::opened);
    teller.notices.tell(ticketsDestroyed(QStringLiteral("why")));
    QTRY_COMPARE(desktop.shown.size(), 1);
    QVERIFY(heard(opened, [&] {
        Q_EMIT desktop.ActionInvoked(7, QStringLiteral("sign-in"));
        Q_EMIT desktop.ActionInvoked(101, QStringLiteral("default"));
    }));
    QVERIFY(signIn.isEmpty());
}

void NoticesTest::aLaterNoticeTakesThePlaceOfTheOneBefore()
{
    const NotificationService desktop;
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true);
    const krb::Cache bob = signedIn(QStringLiteral("bob"), noon + 10min);
    teller.notices.setCaches({alice, bob});
    const auto warned = [&](const krb::Cache &cache, qsizetype count) {
        teller.notices.warn(*cache.principal, noon + 10min);
        return QTest::qWaitFor([&] { return desktop.shown.size() == count; });
    };
    QVERIFY(warned(alice, 1));
    QVERIFY(warned(bob, 2));
    teller.now = noon + 5min;
    QVERIFY(warned(alice, 3));
    QCOMPARE(desktop.shown.at(1).replaces, 0U);
    QCOMPARE(desktop.shown.at(2).replaces, 101U);
    QCOMPARE(desktop.shown.at(2).title, QStringLiteral("Ticket expires in 5 min"));
}

void NoticesTest::aTicketThatWasRenewedTakesItsNoticeBack()
{
    const NotificationService desktop;
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true);
    teller.notices.setCaches({alice});
    teller.notices.warn(*alice.principal, noon + 10min);
    QTRY_COMPARE(desktop.shown.size(), 1);
    teller.notices.setCaches({signedIn(QStringLiteral("alice"), noon + 10h, true)});
    QTRY_COMPARE(desktop.closed.size(), 1);
    QCOMPARE(desktop.closed, QList<uint>{101});
}

void NoticesTest::whatIsNoLongerTrueIsNotSaid()
{
    const NotificationService desktop;
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true);
    teller.notices.setCaches({alice});
    teller.notices.warn(*alice.principal, noon + 10min);
    teller.notices.setCaches({}); // before the service is asked what it can do
    teller.notices.tell(ticketsDestroyed(QStringLiteral("first")));
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.first().text, QStringLiteral("first"));
}

void NoticesTest::whatWasOverAtTheStartIsNotTold()
{
    const NotificationService desktop;
    Teller teller;
    teller.notices.setCaches(
        {signedIn(QStringLiteral("alice"), noon, true), signedIn(QStringLiteral("bob"), noon - 10h)});
    teller.notices.tell(ticketsDestroyed(QStringLiteral("the end of the test")));
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.first().title, QStringLiteral("Tickets destroyed"));
}

void NoticesTest::anEndIsToldOnce()
{
    const NotificationService desktop;
    Teller teller;
    const krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true);
    teller.notices.setCaches({alice});
    teller.now = noon + 10min;
    for (int i = 0; i < 3; ++i)
        teller.notices.setCaches({alice});
    teller.notices.tell(ticketsDestroyed(QStringLiteral("the end of the test")));
    QTRY_COMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown.first().title, QStringLiteral("Ticket expired"));
}

void NoticesTest::aFailedRenewalIsToldOnceForEachTicket()
{
    const NotificationService desktop;
    Teller teller;
    krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 10min, true);
    const Error why{Error::Code::KdcUnreachable, QStringLiteral("No KDC answers."), QString(), 0};
    teller.notices.setCaches({alice});
    for (int i = 0; i < 3; ++i)
        teller.notices.tellFailure(alice.name, why);
    QTRY_COMPARE(desktop.shown.size(), 1);
    QVERIFY(desktop.shown.first().text.endsWith(QStringLiteral("No KDC answers.")));
    alice.tickets.first().endTime += 10h;
    teller.notices.setCaches({alice});
    teller.notices.tellFailure(alice.name, why);
    QTRY_COMPARE(desktop.shown.size(), 2);
}

void NoticesTest::whoWantsNoNoticesGetsNone()
{
    const NotificationService desktop;
    Teller teller;
    teller.notices.setShown(false);
    teller.notices.tell(ticketsDestroyed(QStringLiteral("unheard")));
    teller.notices.setShown(true);
    teller.notices.tell(ticketsDestroyed(QStringLiteral("heard")));
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.first().text, QStringLiteral("heard"));
}

void NoticesTest::withoutAServiceTheNoticeComesBack()
{
    Teller teller;
    QSignalSpy failed(&teller.notifier, &Notifier::failed);
    const Notice notice = ticketsDestroyed(QStringLiteral("why"));
    teller.notices.tell(notice);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().value(0).value<Notice>(), notice);
}

void NoticesTest::aSilentServiceStallsNothing()
{
    NotificationService desktop;
    desktop.silent = true;
    Teller teller;
    QSignalSpy failed(&teller.notifier, &Notifier::failed);
    StallMeter meter;
    meter.perform([&] { teller.notices.tell(ticketsDestroyed(QStringLiteral("why"))); });
    QVERIFY(meter.runUntil([&] { return !failed.isEmpty(); }, patience));
    QCOMPARE(desktop.calls, 1);
    QVERIFY2(meter.longestStall() <= longestStall + meter.longestPause(),
             qPrintable(QString::number(meter.longestStall().count())));
}

QTEST_MAIN(NoticesTest)
#include "noticestest.moc"
