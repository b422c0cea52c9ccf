// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/whendone.h"
#include "core/base/worker.h"
#include "core/krb/autorenewal.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/signingagain.h"
#include "tests/integration/cachetypes.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/kdcdoubles.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");

/// Another program that opens a cache again and again.
class Reader
{
public:
    Reader(const QString &cacheName, int reads, const QStringList &services)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(LATCHKEY_CACHE_READER),
                        QStringList{cacheName, QString::number(reads)} + services);
        m_process.waitForReadyRead();
        m_said = m_process.readAll();
    }
    bool begins() const { return m_said == "begins\n"; }
    bool isReading() { return m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(0); }
    /// "0 0" if nothing was ever missing.
    QByteArray verdict() { return m_process.readAll().trimmed(); }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// Renewal on a real KDC: by hand, by itself, and beside other programs.
class KrbRenewalTest : public QObject
{
    Q_OBJECT

private:
    QString usersRealm() const { return m_sandbox.description().usersRealm; }
    // How often the users' KDC has been asked: "TGS_REQ" or "AS_REQ". In the foreground it writes each line of its log
    // twice.
    int requests(const char *kind) const
    {
        QFile log(m_sandbox.folder() + QStringLiteral("/corp/log"));
        if (!log.open(QIODevice::ReadOnly))
            return -1;
        return static_cast<int>(log.readAll().count(QByteArray(kind) + " (")) / 2;
    }
    Result<Cache> signInFor(const KerberosPlace &place, std::chrono::seconds life,
                            std::chrono::seconds renewable) const
    {
        auto request = place.request(alice);
        request.lifetime = life;
        request.renewableLifetime = renewable;
        return m_kerberos.signIn(std::move(request)).result();
    }
    AutoRenewal::Renew counted(int &attempts) const
    {
        return [this, &attempts](const QString &name) {
            ++attempts;
            return m_kerberos.renew(name);
        };
    }
    static bool doNotMind(const QString &) { return true; }

    Sandbox m_sandbox;
    KerberosService m_kerberos;
    CacheTypes m_types;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        QVERIFY(requests("AS_REQ") >= 0);
    }
    void cleanup()
    {
        QVERIFY2(Worker::waitForAll(30s), "a job's thread is left");
        m_types.end();
    }

    void noReaderEverMissesATicketWhileItIsRenewed_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("reads");
        for (const char *type : {"FILE", "DIR", "KEYRING", "KCM"})
            QTest::newRow(type) << QString::fromUtf8(type) << 10'000;
        // It clears twenty megabytes for each request: as many reads as of the others take minutes.
        const int wanted = qEnvironmentVariableIntValue("LATCHKEY_SSSD_READS");
        QTest::newRow("KCM of sssd") << QStringLiteral("KCM of sssd") << (wanted > 0 ? wanted : 500);
    }
    void noReaderEverMissesATicketWhileItIsRenewed()
    {
        QFETCH(QString, type);
        QFETCH(int, reads);
        KerberosPlace place(m_sandbox);
        if (const QString problem = m_types.use(place, type); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        const auto cache = place.signIn(alice);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        const QString spn = writerSpn(m_sandbox);
        QVERIFY(obtainServiceTicket(cache->name, spn, doNotMind));
        QElapsedTimer timer;
        timer.start();
        Reader reader(cache->name, reads, {QStringLiteral("krbtgt/%1@%1").arg(usersRealm()), spn});
        QVERIFY(reader.begins());
        int renewals = 0;
        for (; reader.isReading(); ++renewals) {
            const auto renewed = m_kerberos.renew(cache->name).result();
            QVERIFY2(renewed, qPrintable(renewed ? QString() : renewed.error().detail));
            QCOMPARE(renewed->tickets.size(), 3); // with the one on the way to the service's realm
        }
        qInfo("%s: %d renewals while the cache was read %d times in %lld ms", qPrintable(type), renewals,
              reads, static_cast<long long>(timer.elapsed()));
        QCOMPARE(reader.verdict(), QByteArray("0 0"));
        QVERIFY(renewals > 5);
        QVERIFY(m_kerberos.destroy(AllCaches{}).result());
    }

    void whoDestroysTheCacheMeanwhileDoesNotGetItBack()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        KdcRelay relay(m_sandbox.kdc(usersRealm()).port);
        QVERIFY(place.useKdcs(usersRealm(), {relay.address()}));
        relay.hold();
        const auto renewal = m_kerberos.renew(cache->name);
        QTRY_VERIFY(relay.requests() > 0);
        QCOMPARE(*m_kerberos.destroy(OneCache{cache->name}).result(), 1);
        relay.release();
        QCOMPARE(renewal.result().error().code, Error::Code::NotSignedIn);
        QVERIFY(!QFile::exists(place.defaultPath()));
    }

    void whoSignsInMeanwhileIsNotOverwritten()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        KdcRelay relay(m_sandbox.kdc(usersRealm()).port);
        QVERIFY(place.useKdcs(usersRealm(), {relay.address()}));
        relay.hold();
        const auto renewal = m_kerberos.renew(cache->name);
        QTRY_VERIFY(relay.requests() > 0);
        const KerberosPlace elsewhere(m_sandbox); // with the KDC itself
        qputenv("KRB5CCNAME", cache->name.toUtf8());
        QVERIFY(elsewhere.kinit(bob));
        const auto bytes = place.bytes(place.defaultPath());
        relay.release();
        QCOMPARE(renewal.result().error().code, Error::Code::NotSignedIn);
        QCOMPARE(place.bytes(place.defaultPath()), bytes);
    }

    void ticketsOfSecondsAreKeptToTheEndOfTheirRenewableLife()
    {
        const KerberosPlace place(m_sandbox);
        const int before = requests("TGS_REQ");
        const int signIns = requests("AS_REQ");
        const auto cache = signInFor(place, 4s, 10s);
        QVERIFY(cache && cache->ticketGranting()->isRenewable());
        const Instant end = *cache->ticketGranting()->renewUntil;
        int attempts = 0;
        AutoRenewal renewal(counted(attempts));
        RenewalRules fast;
        fast.minimumInterval = 1s;
        fast.warnBefore = {2s, 1s};
        renewal.setRules(fast);
        QSignalSpy renewed(&renewal, &AutoRenewal::renewed);
        QSignalSpy failed(&renewal, &AutoRenewal::failed);
        QSignalSpy warned(&renewal, &AutoRenewal::warning);
        renewal.setCaches({*cache});
        QTRY_VERIFY_WITH_TIMEOUT(!warned.isEmpty(), 20'000);
        QCOMPARE(warned.first().at(1).value<Instant>(), end);
        QVERIFY(systemNow() < end);
        QVERIFY(failed.isEmpty());
        QCOMPARE(renewed.size(), attempts);
        QVERIFY2(attempts >= 3 && attempts <= 6, qPrintable(QString::number(attempts)));
        QCOMPARE(requests("TGS_REQ") - before, attempts);
        QVERIFY(requests("AS_REQ") - signIns <= 2); // the sign-in, without and with pre-authentication
        QVERIFY(!renewal.outlooks().value(cache->name).next);
    }

    void anOutageCostsFewRequestsAndNoSignIn()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        const int before = requests("TGS_REQ");
        const int signIns = requests("AS_REQ");
        const std::uint16_t gone = SilentKdc().port(); // refuses by now
        QVERIFY(place.useKdcs(usersRealm(), {QStringLiteral("127.0.0.1:%1").arg(gone)}));

        Instant now = systemNow();
        int attempts = 0;
        AutoRenewal renewal(counted(attempts), [&now] { return now; });
        QSignalSpy failed(&renewal, &AutoRenewal::failed);
        QSignalSpy renewed(&renewal, &AutoRenewal::renewed);
        renewal.setCaches({*cache});
        const auto next = [&] { return *renewal.outlooks().value(cache->name).next; };
        now = next();
        const Instant begin = now;
        renewal.lookAgain();
        while (now < begin + 3h) {
            const auto count = failed.size();
            QTRY_COMPARE(failed.size(), count + 1);
            QCOMPARE(failed.last().at(1).value<Error>().code, Error::Code::KdcUnreachable);
            QVERIFY(next() >= now + 1min);
            now = next();
            renewal.lookAgain();
        }
        QVERIFY2(attempts >= 12 && attempts <= 16, qPrintable(QString::number(attempts)));
        QTRY_COMPARE(failed.size(), attempts);
        QCOMPARE(requests("TGS_REQ"), before);

        QVERIFY(place.useKdcs(usersRealm(),
                              {QStringLiteral("127.0.0.1:%1").arg(m_sandbox.kdc(usersRealm()).port)}));
        renewal.networkChanged();
        now += 75s;
        renewal.lookAgain();
        QTRY_COMPARE(renewed.size(), 1);
        QCOMPARE(requests("TGS_REQ"), before + 1);
        QCOMPARE(requests("AS_REQ"), signIns);
    }

    void jumpsOfTheClockAndSleepCostOneRequestEach()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        const int before = requests("TGS_REQ");
        const int signIns = requests("AS_REQ");
        const Instant begin = systemNow();
        Instant now = begin;
        int attempts = 0;
        AutoRenewal renewal(counted(attempts), [&now] { return now; });
        QSignalSpy renewed(&renewal, &AutoRenewal::renewed);
        QSignalSpy failed(&renewal, &AutoRenewal::failed);
        renewal.setCaches({*cache});
        // The KDC's clock goes on as ever, in seconds, and a renewal must gain one.
        const auto jumpTo = [&](Instant moment) {
            // By time(), which the KDC reads too; it lags behind system_clock for some milliseconds.
            const auto last = std::time(nullptr);
            const bool isLater = QTest::qWaitFor([last] { return std::time(nullptr) > last; });
            now = isLater ? moment : now;
            for (int i = 0; i < 50; ++i)
                renewal.lookAgain(); // the clock was set, the network came, the window was looked at, …
            return QTest::qWaitFor([&] { return renewed.size() + failed.size() == attempts; }, 10'000);
        };
        QVERIFY(jumpTo(begin + 6h)); // slept through its turn
        QCOMPARE(attempts, 1);
        QVERIFY(jumpTo(begin - 24h)); // set back: nothing is due
        QVERIFY(jumpTo(begin + 24h)); // far beyond the end: nothing is to be gained
        QVERIFY(!renewal.outlooks().value(cache->name).next);
        QVERIFY(jumpTo(begin)); // set right again
        QCOMPARE(attempts, 1);
        QVERIFY(renewal.outlooks().value(cache->name).next);
        QVERIFY(jumpTo(begin + 7h)); // another night
        QCOMPARE(attempts, 2);
        QCOMPARE(renewed.size(), 2);
        QCOMPARE(requests("TGS_REQ") - before, 2);
        QCOMPARE(requests("AS_REQ"), signIns);
    }

    void aKdcThatIsDownForAWhileIsFoundAgain()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        KdcRelay relay(m_sandbox.kdc(usersRealm()).port);
        QVERIFY(place.useKdcs(usersRealm(), {relay.address()}));
        const int before = requests("TGS_REQ");
        const int signIns = requests("AS_REQ");
        Instant now = systemNow() + 6h;
        int attempts = 0;
        AutoRenewal renewal(counted(attempts), [&now] { return now; });
        QSignalSpy failed(&renewal, &AutoRenewal::failed);
        QSignalSpy renewed(&renewal, &AutoRenewal::renewed);
        relay.hold();
        renewal.setCaches({*cache}); // resumed from sleep, and the network is not there yet
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
        relay.release(); // what was held is answered now, to nobody
        QVERIFY(Worker::waitForAll(30s));
        now += 2min;
        renewal.lookAgain();
        QTRY_COMPARE_WITH_TIMEOUT(renewed.size() + failed.size(), 2, 10'000);
        const auto problem = renewal.outlooks().value(cache->name).problem;
        QVERIFY2(renewed.size() == 1, qPrintable(problem ? problem->message + problem->detail : QString()));
        QCOMPARE(attempts, 2);
        QVERIFY(!renewal.outlooks().value(cache->name).problem);
        // With what libkrb5 sent again and again to the KDC that was silent.
        QVERIFY2(requests("TGS_REQ") - before <= 8,
                 qPrintable(QString::number(requests("TGS_REQ") - before)));
        QCOMPARE(requests("AS_REQ"), signIns);
    }

    void aNetworkThatFlapsCostsOneSignIn()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = signInFor(place, 1h, 0s);
        QVERIFY(cache);
        const int before = requests("TGS_REQ");
        const int signIns = requests("AS_REQ");
        const QByteArray right = qgetenv("KRB5_CONFIG");
        const std::uint16_t gone = SilentKdc().port(); // refuses by now
        QVERIFY(place.useKdcs(usersRealm(), {QStringLiteral("127.0.0.1:%1").arg(gone)}));
        Instant now = cache->ticketGranting()->endTime - 5min;
        int renewals = 0;
        int attempts = 0;
        AutoRenewal renewal(counted(renewals), [&now] { return now; });
        SigningAgain signingAgain(renewal, [&](SignInRequest request) {
            ++attempts;
            request.credential = Secret(m_sandbox.password(alice).toStdString());
            return m_kerberos.signIn(std::move(request));
        });
        QSignalSpy signedIn(&signingAgain, &SigningAgain::signedIn);
        QSignalSpy failed(&signingAgain, &SigningAgain::failed);
        RenewalRules rules;
        rules.signsInAgain = {m_sandbox.principal(alice)};
        renewal.setRules(rules);
        renewal.setCaches({*cache});
        const auto flap = [&] {
            for (int i = 0; i < 50; ++i) {
                renewal.networkChanged();
                renewal.setCaches({*cache});
            }
        };
        flap();
        QTRY_COMPARE(failed.size(), 1);
        flap();
        QCOMPARE(attempts, 1);
        qputenv("KRB5_CONFIG", right);
        now += 1min;
        flap();
        QTRY_COMPARE(signedIn.size(), 1);
        flap();
        now += 1min;
        flap();
        QCOMPARE(attempts, 2);
        QCOMPARE(renewals, 0);
        QVERIFY2(requests("AS_REQ") - signIns <= 2, "without and with pre-authentication");
        QCOMPARE(requests("TGS_REQ"), before);
    }

    // What libkrb5 itself sends again and again to a KDC that is there but silent is its own, and bounded too.
    void aKdcThatHangsIsAskedNoMoreOftenThanPlanned()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        KdcRelay relay(m_sandbox.kdc(usersRealm()).port);
        QVERIFY(place.useKdcs(usersRealm(), {relay.address()}));
        relay.hold();
        int attempts = 0;
        Instant now = systemNow() + 6h;
        AutoRenewal renewal(counted(attempts), [&now] { return now; });
        QSignalSpy failed(&renewal, &AutoRenewal::failed);
        renewal.setCaches({*cache});
        for (int i = 0; i < 100; ++i) {
            renewal.networkChanged();
            renewal.setCaches({*cache});
        }
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
        QCOMPARE(failed.first().at(1).value<Error>().code, Error::Code::KdcUnreachable);
        for (int i = 0; i < 100; ++i)
            renewal.networkChanged();
        QCOMPARE(attempts, 1);
        QVERIFY2(relay.requests() <= 6, qPrintable(QString::number(relay.requests())));
        relay.release();
    }
};

QTEST_GUILESS_MAIN(KrbRenewalTest)
#include "krbrenewaltest.moc"
