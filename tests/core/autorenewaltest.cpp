// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/autorenewal.h"
#include "core/base/networkwatcher.h"
#include "core/base/walltimer.h"

#include <QFile>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

#include <krb5/krb5.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::krb;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

constexpr Instant zero{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)};
const QString name = QStringLiteral("FILE:/tmp/alice");
constexpr int quiet = 50; // ms in which nothing may happen

Cache cacheOf(Instant start, Instant end, std::optional<Instant> renewUntil)
{
    Cache cache;
    cache.name = name;
    cache.principal = Principal{{QStringLiteral("alice")}, QStringLiteral("R")};
    Ticket tgt;
    tgt.client = *cache.principal;
    tgt.service = {{QStringLiteral("krbtgt"), QStringLiteral("R")}, QStringLiteral("R")};
    tgt.startTime = start;
    tgt.endTime = end;
    tgt.renewUntil = renewUntil;
    cache.tickets = {tgt};
    return cache;
}

/// A renewal with a clock that stands still and a KDC that answers when told.
struct Desk
{
    Instant now = zero;
    std::vector<std::unique_ptr<QPromise<Result<Cache>>>> asked;
    AutoRenewal renewal{[this](const QString &) {
                            asked.push_back(std::make_unique<QPromise<Result<Cache>>>());
                            asked.back()->start();
                            return asked.back()->future();
                        },
                        [this] { return now; }};
    QSignalSpy renewed{&renewal, &AutoRenewal::renewed};
    QSignalSpy failed{&renewal, &AutoRenewal::failed};
    QSignalSpy warnings{&renewal, &AutoRenewal::warning};
    QSignalSpy signIns{&renewal, &AutoRenewal::signInAgainWanted};

    int attempts() const { return static_cast<int>(asked.size()); }
    void be(Instant moment)
    {
        now = moment;
        renewal.lookAgain();
    }
    /// Alice's ticket cannot be renewed, and she wants to be signed in again: the moment for that has come.
    void comeToSigningInAgain()
    {
        RenewalRules rules;
        rules.signsInAgain = {QStringLiteral("alice@R")};
        renewal.setRules(rules);
        renewal.setCaches({cacheOf(zero, zero + 10h, {})});
        be(zero + 9h + 45min);
    }
    std::optional<Instant> next() const { return renewal.outlooks().value(name).next; }
    bool answer(Result<Cache> result)
    {
        const auto before = renewed.size() + failed.size();
        asked.back()->addResult(std::move(result));
        asked.back()->finish();
        return QTest::qWaitFor([&] { return renewed.size() + failed.size() > before; });
    }
    bool fail(Error::Code code) { return answer(Error{code, QStringLiteral("no"), {}, 0}); }
};

bool setLoopback(int flags)
{
    ifreq loopback = {};
    qstrncpy(loopback.ifr_name, "lo", IFNAMSIZ);
    loopback.ifr_flags = static_cast<short>(flags);
    const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool isSet = ioctl(any, SIOCSIFFLAGS, &loopback) == 0;
    close(any);
    return isSet;
}

} // namespace

class AutoRenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDueIsRenewedAndPlannedAnew()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        QCOMPARE(desk.attempts(), 0);
        QVERIFY(*desk.next() >= zero + 4h + 30min && *desk.next() <= zero + 5h);
        desk.be(*desk.next());
        QCOMPARE(desk.attempts(), 1);
        QVERIFY(desk.answer(cacheOf(desk.now, desk.now + 10h, zero + 168h)));
        QCOMPARE(desk.renewed.size(), 1);
        QVERIFY(*desk.next() >= desk.now + 4h + 30min && *desk.next() <= desk.now + 5h);
        QVERIFY(desk.warnings.isEmpty());
    }

    void neverTwoAttemptsForOneCacheAtOnce()
    {
        Desk desk;
        const Cache cache = cacheOf(zero, zero + 10h, zero + 168h);
        desk.renewal.setCaches({cache});
        desk.be(zero + 5h);
        for (int i = 0; i < 20; ++i) {
            desk.renewal.setCaches({});
            desk.renewal.networkChanged();
            desk.renewal.setCaches({cache});
            desk.be(desk.now + 10min);
        }
        QCOMPARE(desk.attempts(), 1);
        QVERIFY(desk.fail(Error::Code::KdcUnreachable));
        QCOMPARE(desk.attempts(), 2); // its turn has long come
    }

    void aCacheThatComesAndGoesIsNotRenewedMoreOften()
    {
        Desk desk;
        const Cache cache = cacheOf(zero, zero + 10h, zero + 168h);
        desk.renewal.setCaches({cache});
        desk.be(zero + 5h);
        QVERIFY(desk.fail(Error::Code::KdcUnreachable));
        for (int i = 0; i < 59; ++i) {
            desk.renewal.setCaches({});
            desk.be(desk.now + 1s);
            desk.renewal.setCaches({cache});
        }
        QCOMPARE(desk.attempts(), 1);
        desk.be(*desk.next());
        QVERIFY(desk.now >= zero + 5h + 60s);
        QCOMPARE(desk.attempts(), 2);
    }

    void anOutageIsWaitedForWithPatienceAndEndsWithTheNetwork()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        desk.be(zero + 5h);
        int attempts = 0;
        while (desk.now < zero + 6h) {
            QCOMPARE(desk.attempts(), ++attempts);
            QVERIFY(desk.fail(Error::Code::KdcUnreachable));
            QVERIFY(desk.renewal.outlooks().value(name).problem);
            desk.be(*desk.next());
        }
        QVERIFY2(attempts == 6 || attempts == 7, qPrintable(QString::number(attempts)));
        QVERIFY(desk.fail(Error::Code::KdcUnreachable));
        QVERIFY(*desk.next() >= desk.now + 15min);
        desk.renewal.networkChanged();
        QVERIFY(*desk.next() <= desk.now + 75s);
        desk.be(desk.now + 75s);
        QVERIFY(desk.answer(cacheOf(desk.now, desk.now + 10h, zero + 168h)));
        QVERIFY(!desk.renewal.outlooks().value(name).problem);
        QVERIFY(desk.warnings.isEmpty());
    }

    void anOutageToTheEndWarnsInTime()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        desk.be(zero + 9h + 40min);
        while (desk.next()) {
            QVERIFY(desk.fail(Error::Code::KdcUnreachable));
            if (desk.next())
                desk.be(*desk.next());
        }
        desk.be(zero + 9h + 55min);
        QVERIFY(desk.warnings.size() == 2);
        QCOMPARE(desk.warnings.first().at(0).value<Principal>(),
                 (Principal{{QStringLiteral("alice")}, QStringLiteral("R")}));
        QCOMPARE(desk.warnings.first().at(1).value<Instant>(), zero + 10h);
        desk.be(zero + 11h);
        QCOMPARE(desk.warnings.size(), 2);
    }

    void whatIsRefusedIsNotAskedAgain_data()
    {
        QTest::addColumn<int>("code");
        for (const auto code : {Error::Code::NotRenewable, Error::Code::AccountLocked,
                                Error::Code::UnknownPrincipal, Error::Code::KdcPolicy})
            QTest::newRow(qPrintable(codeName(code))) << static_cast<int>(code);
    }
    void whatIsRefusedIsNotAskedAgain()
    {
        QFETCH(int, code);
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        desk.be(zero + 5h);
        QVERIFY(desk.fail(static_cast<Error::Code>(code)));
        QVERIFY(!desk.next());
        desk.be(zero + 9h);
        desk.renewal.networkChanged();
        QCOMPARE(desk.attempts(), 1);
        desk.be(zero + 9h + 50min);
        QCOMPARE(desk.warnings.size(), 1);
        desk.renewal.setCaches({cacheOf(desk.now, desk.now + 10h, desk.now + 168h)}); // signed in again
        QVERIFY(*desk.next() > desk.now);
        QVERIFY(!desk.renewal.outlooks().value(name).problem);
    }

    void aRenewalThatGainsNothingIsTheLast()
    {
        Desk desk;
        const Cache cache = cacheOf(zero, zero + 10h, zero + 168h);
        desk.renewal.setCaches({cache});
        desk.be(zero + 5h);
        QVERIFY(desk.answer(cacheOf(zero + 5h, zero + 10h, zero + 168h)));
        QVERIFY(!desk.next());
    }

    void aRenewalThatGainsNothingYetIsTriedAgain()
    {
        Desk desk;
        const Cache cache = cacheOf(zero, zero + 10h, zero + 168h);
        desk.renewal.setCaches({cache});
        desk.be(zero + 5h);
        QVERIFY(desk.answer(cache));
        QVERIFY(desk.next());
        QVERIFY(*desk.next() >= desk.now + 60s && *desk.next() <= desk.now + 75s);
        desk.be(*desk.next());
        QCOMPARE(desk.attempts(), 2);
    }

    void theListThatComesBeforeTheAnswerIsNoFailure()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        desk.be(zero + 5h);
        const Cache fresh = cacheOf(zero + 5h, zero + 15h, zero + 168h);
        desk.renewal.setCaches({fresh});
        QVERIFY(desk.answer(fresh));
        QVERIFY(*desk.next() > zero + 9h);
    }

    void whoSignedInMeanwhileIsNotBlamed()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        desk.be(zero + 5h);
        desk.renewal.setCaches({cacheOf(zero + 5h, zero + 15h, zero + 200h)});
        QVERIFY(desk.fail(Error::Code::NotRenewable));
        QVERIFY(*desk.next() > zero + 9h);
        QVERIFY(!desk.renewal.outlooks().value(name).problem);
    }

    void sleepIsMadeUpForAndClocksThatAreSetDoNoHarm()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        desk.be(zero + 9h); // slept
        QCOMPARE(desk.attempts(), 1);
        QVERIFY(desk.answer(cacheOf(desk.now, desk.now + 10h, zero + 168h)));
        desk.be(zero - 24h * 365); // set back
        desk.be(zero - 24h * 364);
        QCOMPARE(desk.attempts(), 1);
        desk.be(zero + 24h * 365); // set forward, far beyond the end
        QCOMPARE(desk.attempts(), 1);
        QVERIFY(!desk.next());
        desk.be(zero + 15h);
        QCOMPARE(desk.attempts(), 2);
    }

    // Every ticket that comes is half over by then.
    void aClockThatIsAheadAllDayCausesNoStorm_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<int>("most");
        QTest::newRow("in order") << 0 << 6;
        QTest::newRow("an hour") << 1 << 7;
        QTest::newRow("half of the life") << 5 << 24;
        QTest::newRow("nearly all of it") << 9 << 100;
    }
    void aClockThatIsAheadAllDayCausesNoStorm()
    {
        QFETCH(int, hours);
        QFETCH(int, most);
        Desk desk;
        const auto ahead = std::chrono::hours(hours);
        const auto fresh = [&] { return cacheOf(desk.now - ahead, desk.now - ahead + 10h, zero + 168h); };
        desk.renewal.setCaches({fresh()});
        while (desk.now < zero + 24h) {
            const Instant before = desk.now;
            if (desk.attempts() == desk.renewed.size()) {
                desk.be(*desk.next());
                QVERIFY(desk.now > before); // no busy loop
            }
            desk.now += 1s; // or nothing would be gained
            QVERIFY(desk.answer(fresh()));
        }
        QVERIFY2(desk.attempts() <= most, qPrintable(QString::number(desk.attempts())));
        QCOMPARE(desk.failed.size(), 0);
    }

    void aClockThatJumpsToAndFroDuringAnOutageCostsOneAttemptAJump()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        constexpr int jumps = 50;
        for (int i = 0; i < jumps; ++i) {
            desk.be(zero + (i % 2 == 0 ? 9h : 6h));
            if (desk.attempts() > static_cast<int>(desk.failed.size()))
                QVERIFY(desk.fail(Error::Code::KdcUnreachable));
            for (int looks = 0; looks < 20; ++looks)
                desk.be(desk.now + 1s); // whatever else wakes it
        }
        QVERIFY2(desk.attempts() <= jumps, qPrintable(QString::number(desk.attempts())));
        desk.be(zero + 9h + 30min);
        QVERIFY(desk.attempts() > static_cast<int>(desk.failed.size())); // it has not given up
    }

    void theEndIsWarnedOfTwiceAndSignInAskedForOnce()
    {
        Desk desk;
        RenewalRules rules;
        rules.signsInAgain = {QStringLiteral("alice@R")};
        desk.renewal.setRules(rules);
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, {})});
        QVERIFY(!desk.next());
        QCOMPARE(desk.renewal.outlooks().value(name).signsInAgain, std::optional<Instant>(zero + 9h + 45min));
        desk.be(zero + 9h + 45min);
        QCOMPARE(desk.signIns.size(), 1);
        QVERIFY(!desk.renewal.outlooks().value(name).signsInAgain);
        QVERIFY(desk.warnings.isEmpty());
        desk.be(zero + 9h + 55min);
        QCOMPARE(desk.warnings.size(), 1);
        desk.be(zero + 11h);
        QCOMPARE(desk.signIns.size(), 1);
        QCOMPARE(desk.attempts(), 0);
    }

    void whoHasNotAskedForItIsNotSignedInAgain()
    {
        Desk desk;
        RenewalRules rules;
        rules.signsInAgain = {QStringLiteral("bob@R")};
        desk.renewal.setRules(rules);
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, {})});
        QVERIFY(!desk.renewal.outlooks().value(name).signsInAgain);
        desk.be(zero + 9h + 45min);
        QVERIFY(desk.signIns.isEmpty());
        QCOMPARE(desk.warnings.size(), 1);
    }

    void aNetworkThatCameDuringAnAttemptIsWorthAnotherOne_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("signIns");
        QTest::newRow("nobody answered") << static_cast<int>(Error::Code::KdcUnreachable) << 2;
        QTest::newRow("refused") << static_cast<int>(Error::Code::BadPassword) << 1;
    }
    void aNetworkThatCameDuringAnAttemptIsWorthAnotherOne()
    {
        QFETCH(int, code);
        QFETCH(int, signIns);
        Desk desk;
        desk.comeToSigningInAgain();
        QCOMPARE(desk.signIns.size(), 1);
        desk.renewal.networkChanged();
        desk.renewal.noteSignInFailed(name, {static_cast<Error::Code>(code), {}, {}, KRB5_KDC_UNREACH});
        desk.be(desk.now + 1min);
        QCOMPARE(desk.signIns.size(), signIns);
        desk.renewal.noteSignInFailed(name, {static_cast<Error::Code>(code), {}, {}, KRB5_KDC_UNREACH});
        desk.be(desk.now + 5min);
        QCOMPARE(desk.signIns.size(), signIns); // one change of the network, one attempt
    }

    void aRefusedSignInIsNeverRepeatedAndOneThatReachedNobodyWaitsForTheNetwork()
    {
        Desk desk;
        desk.comeToSigningInAgain();
        QCOMPARE(desk.signIns.size(), 1);
        desk.renewal.noteSignInFailed(name, {Error::Code::KdcUnreachable, {}, {}, KRB5_KDC_UNREACH});
        desk.be(zero + 9h + 46min);
        QCOMPARE(desk.signIns.size(), 1);
        desk.renewal.networkChanged();
        QCOMPARE(desk.signIns.size(), 2);
        desk.renewal.noteSignInFailed(name, {Error::Code::BadPassword, {}, {}, 0});
        for (int i = 0; i < 3; ++i)
            desk.renewal.networkChanged();
        desk.be(zero + 12h);
        QCOMPARE(desk.signIns.size(), 2);
        QCOMPARE(desk.renewal.outlooks().value(name).problem->code, Error::Code::BadPassword);
    }

    void aKeychainThatIsLockedIsTriedAgainUntilAKdcRefuses()
    {
        Desk desk;
        desk.comeToSigningInAgain();
        QCOMPARE(desk.signIns.size(), 1);
        const auto planned = [&desk] { return desk.renewal.outlooks().value(name).signsInAgain; };
        for (const std::chrono::minutes wait : {1min, 2min, 4min}) {
            const auto count = desk.signIns.size();
            desk.renewal.noteSignInFailed(name, {Error::Code::KeychainLocked, {}, {}, 0});
            QVERIFY(planned() && *planned() >= desk.now + wait
                    && *planned() <= desk.now + seconds(wait) * 5 / 4);
            desk.be(*planned() - 1s);
            QCOMPARE(desk.signIns.size(), count);
            desk.be(*planned());
            QCOMPARE(desk.signIns.size(), count + 1);
            QVERIFY(!planned()); // it is under way
        }
        desk.renewal.networkChanged();
        desk.renewal.noteSignInFailed(name, {Error::Code::BadPassword, {}, {}, 0});
        desk.renewal.networkChanged();
        desk.be(zero + 30h);
        QCOMPARE(desk.signIns.size(), 4);
        QVERIFY(!planned());
    }

    void aNetworkThatFlapsBringsNoMoreThanOneSignInAMinute()
    {
        Desk desk;
        desk.comeToSigningInAgain();
        for (int second = 0; second < 120; ++second) {
            desk.renewal.noteSignInFailed(name, {Error::Code::KdcUnreachable, {}, {}, KRB5_KDC_UNREACH});
            desk.renewal.networkChanged();
            desk.be(desk.now + 1s);
        }
        QCOMPARE(desk.signIns.size(), 3);
    }

    // A KDC that answered first, and was silent once it had the password, may count it toward a lockout.
    void aPasswordThatAKdcMayHaveGotIsNotSentAgainWithTheNextNetwork()
    {
        Desk desk;
        desk.comeToSigningInAgain();
        desk.renewal.noteSignInFailed(name, {Error::Code::KdcUnreachable, {}, {}, ETIMEDOUT});
        for (int i = 0; i < 3; ++i)
            desk.renewal.networkChanged();
        desk.be(zero + 9h + 58min);
        QCOMPARE(desk.signIns.size(), 1);
    }

    void aCacheThatIsMissingFromAListingIsNotWarnedOfNorSignedInToTwice()
    {
        Desk desk;
        RenewalRules rules;
        rules.signsInAgain = {QStringLiteral("alice@R")};
        desk.renewal.setRules(rules);
        const Cache cache = cacheOf(zero, zero + 10h, {});
        desk.renewal.setCaches({cache});
        desk.be(zero + 9h + 45min);
        QCOMPARE(desk.signIns.size(), 1);
        const auto missNow = [&] {
            desk.renewal.setCaches({});
            desk.renewal.setCaches({});
            desk.now += 1s;
            desk.renewal.setCaches({cache});
        };
        missNow();
        QCOMPARE(desk.signIns.size(), 1);
        desk.be(zero + 9h + 55min);
        QCOMPARE(desk.warnings.size(), 1);
        missNow();
        QCOMPARE(desk.warnings.size(), 1);
        QCOMPARE(desk.signIns.size(), 1);
        desk.renewal.setCaches({});
        desk.renewal.setCaches({cacheOf(zero + 1h, zero + 10h, {})}); // another ticket in its place
        QCOMPARE(desk.signIns.size(), 2);
    }

    void switchedOffNothingIsRenewed()
    {
        Desk desk;
        desk.renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        RenewalRules rules;
        rules.renews = false;
        desk.renewal.setRules(rules);
        QVERIFY(!desk.next());
        desk.be(zero + 9h);
        QCOMPARE(desk.attempts(), 0);
        desk.renewal.setRules({});
        QCOMPARE(desk.attempts(), 1);
    }

    void whatIsNotInTheListIsLeftAlone()
    {
        Desk desk;
        Cache nobody;
        nobody.name = QStringLiteral("FILE:/tmp/nobody");
        Cache serviceOnly = cacheOf(zero, zero + 10h, zero + 168h);
        serviceOnly.tickets.first().service.components = {QStringLiteral("mysql"), QStringLiteral("db")};
        desk.renewal.setCaches({nobody, serviceOnly});
        QVERIFY(desk.renewal.outlooks().isEmpty());
        desk.be(zero + 9h);
        QCOMPARE(desk.attempts(), 0);
    }

    void theRenewalMayGoBeforeTheAnswer()
    {
        QPromise<Result<Cache>> promise;
        promise.start();
        {
            AutoRenewal renewal([&promise](const QString &) { return promise.future(); },
                                [] { return zero + 9h; });
            renewal.setCaches({cacheOf(zero, zero + 10h, zero + 168h)});
        }
        promise.addResult(Result<Cache>(Error{}));
        promise.finish();
        QCoreApplication::processEvents();
    }

    void aTimerFiresAtItsMomentOnce()
    {
        WallTimer timer;
        QSignalSpy fired(&timer, &WallTimer::timeout);
        const Instant when = systemNow() + 1s;
        timer.start(when);
        QVERIFY(fired.wait(5000));
        QVERIFY(systemNow() >= when && systemNow() <= when + 1s);
        QVERIFY(!fired.wait(quiet));
    }

    void aMomentThatIsOverFiresAtOnce_data()
    {
        QTest::addColumn<qint64>("ago");
        QTest::newRow("now") << qint64(0);
        QTest::newRow("slept over") << qint64(3600);
        QTest::newRow("before the epoch") << qint64(4'000'000'000);
    }
    void aMomentThatIsOverFiresAtOnce()
    {
        QFETCH(qint64, ago);
        WallTimer timer;
        QSignalSpy fired(&timer, &WallTimer::timeout);
        timer.start(systemNow() - seconds(ago));
        QVERIFY(fired.isEmpty()); // not from within start()
        QVERIFY(fired.wait(500));
    }

    void aTimerThatIsStoppedOrMovedDoesNotFireThen()
    {
        WallTimer timer;
        QSignalSpy fired(&timer, &WallTimer::timeout);
        timer.start(systemNow());
        timer.stop();
        QVERIFY(!fired.wait(quiet));
        timer.start(systemNow());
        timer.start(systemNow() + 1h);
        QVERIFY(!fired.wait(quiet));
    }

    void aTimerFollowsTheClockThatItIsGiven()
    {
        WallTimer timer([] { return systemNow() - 24h * 1000; });
        QSignalSpy fired(&timer, &WallTimer::timeout);
        timer.start(systemNow());
        QVERIFY(!fired.wait(quiet));
        timer.start(systemNow() - 24h * 1000);
        QVERIFY(fired.wait(500));
    }

    // Last: it leaves this thread in a network of its own.
    void whatComesAndGoesIsNoticedOnce()
    {
        if (unshare(CLONE_NEWNET) != 0)
            QSKIP("only root may make a network");
        QFile noIpv6(QStringLiteral("/proc/sys/net/ipv6/conf/lo/disable_ipv6"));
        if (noIpv6.open(QIODevice::WriteOnly)) // so that no address goes with the link
            noIpv6.write("1");
        noIpv6.close();
        NetworkWatcher watcher;
        QSignalSpy changes(&watcher, &NetworkWatcher::changed);
        QSignalSpy links(&watcher, &NetworkWatcher::linkCame);
        QVERIFY(watcher.start());
        QVERIFY(watcher.start());
        QVERIFY(setLoopback(IFF_UP)); // an address comes
        QVERIFY(changes.wait(5000));
        QVERIFY(!changes.wait(quiet));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(links.size(), 1);
        QVERIFY(setLoopback(0)); // only the link goes
        QVERIFY(!links.wait(1500)); // longer than a burst is waited for
        QCOMPARE(changes.size(), 1);
        for (const int flags : {int{IFF_UP}, 0, int{IFF_UP}, 0, int{IFF_UP}})
            QVERIFY(setLoopback(flags));
        QVERIFY(links.wait(5000));
        QVERIFY(!links.wait(1500));
        QCOMPARE(links.size(), 2);
    }
};

QTEST_GUILESS_MAIN(AutoRenewalTest)
#include "autorenewaltest.moc"
