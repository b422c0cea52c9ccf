// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/whendone.h"
#include "core/base/worker.h"
#include "core/krb/autorenewal.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/kdcdoubles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

#include <krb5/krb5.h>
#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");

/// Another program that uses a cache all the time, with nothing but libkrb5.
class Reader
{
public:
    Reader(QString cacheName, QString spn)
        : m_cacheName(std::move(cacheName)), m_spn(std::move(spn)), m_thread([this] { run(); })
    { }
    ~Reader()
    {
        m_ending = true;
        m_thread.join();
    }
    int reads() const { return m_reads; }
    int misses() const { return m_misses; }

private:
    static bool holds(krb5_context context, krb5_ccache cache, krb5_principal client, const QString &service)
    {
        krb5_creds wanted = {};
        krb5_creds found = {};
        wanted.client = client;
        wanted.times.endtime = static_cast<krb5_timestamp>(time(nullptr));
        if (krb5_parse_name(context, service.toUtf8().constData(), &wanted.server) != 0)
            return false;
        const auto code = krb5_cc_retrieve_cred(context, cache, KRB5_TC_MATCH_TIMES, &wanted, &found);
        krb5_free_principal(context, wanted.server);
        if (code == 0)
            krb5_free_cred_contents(context, &found);
        return code == 0;
    }
    bool look(krb5_context context) const
    {
        krb5_ccache cache = nullptr;
        krb5_principal client = nullptr;
        if (krb5_cc_resolve(context, m_cacheName.toUtf8().constData(), &cache) != 0)
            return false;
        bool whole = krb5_cc_get_principal(context, cache, &client) == 0;
        whole = whole && holds(context, cache, client, m_spn)
                && holds(context, cache, client, QStringLiteral("krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM"));
        krb5_free_principal(context, client);
        krb5_cc_close(context, cache);
        return whole;
    }
    void run()
    {
        krb5_context context = nullptr;
        if (krb5_init_context(&context) != 0)
            return;
        while (!m_ending) {
            m_misses += look(context) ? 0 : 1;
            ++m_reads;
        }
        krb5_free_context(context);
    }

    const QString m_cacheName;
    const QString m_spn;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_reads = 0;
    std::atomic<int> m_misses = 0;
    std::thread m_thread;
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

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        QVERIFY(requests("AS_REQ") >= 0);
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void noReaderEverMissesATicketWhileItIsRenewed_data()
    {
        QTest::addColumn<QByteArray>("defaultCache");
        QTest::newRow("FILE") << QByteArray();
        QTest::newRow("DIR") << QByteArray("DIR");
        QTest::newRow("KEYRING") << QByteArray("KEYRING:process:latchkey");
    }
    void noReaderEverMissesATicketWhileItIsRenewed()
    {
        QFETCH(QByteArray, defaultCache);
        const KerberosPlace place(m_sandbox, defaultCache == "DIR" ? KerberosPlace::Default::Directory
                                                                   : KerberosPlace::Default::File);
        if (defaultCache.startsWith("KEYRING")) {
            if (syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_PROCESS_KEYRING, 1) < 0)
                QSKIP("this system has no keyrings, or a container that forbids them");
            qputenv("KRB5CCNAME", defaultCache);
        }
        const auto cache = place.signIn(alice);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        const QString spn = writerSpn(m_sandbox);
        QVERIFY(obtainServiceTicket(cache->name, spn, doNotMind));
        const Reader reader(cache->name, spn);
        QTRY_VERIFY(reader.reads() > 0);
        for (int i = 0; i < 120; ++i) {
            const auto renewed = m_kerberos.renew(cache->name).result();
            QVERIFY2(renewed, qPrintable(renewed ? QString() : renewed.error().detail));
            QCOMPARE(renewed->tickets.size(), 3); // with the one on the way to the service's realm
        }
        QVERIFY2(reader.misses() == 0,
                 qPrintable(QStringLiteral("%1 of %2").arg(reader.misses()).arg(reader.reads())));
        QVERIFY(reader.reads() > 120);
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
            const Instant last = systemNow();
            const bool isLater = QTest::qWaitFor([last] { return systemNow() > last; });
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
        QTRY_COMPARE_WITH_TIMEOUT(renewed.size(), 1, 10'000);
        QCOMPARE(attempts, 2);
        QVERIFY(!renewal.outlooks().value(cache->name).problem);
        // With what libkrb5 sent again and again to the KDC that was silent.
        QVERIFY2(requests("TGS_REQ") - before <= 8,
                 qPrintable(QString::number(requests("TGS_REQ") - before)));
        QCOMPARE(requests("AS_REQ"), signIns);
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
