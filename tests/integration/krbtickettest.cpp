// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/kdcdoubles.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");
const QString carol = QStringLiteral("carol");
const QString corpTgt = QStringLiteral("krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM");
const QString crossTgt = QStringLiteral("krbtgt/AWS.EXAMPLE.COM@CORP.EXAMPLE.COM");
const QString awsTgt = QStringLiteral("krbtgt/AWS.EXAMPLE.COM@AWS.EXAMPLE.COM");

bool doNotMind(const QString &)
{
    return true;
}

} // namespace

/// What is done with tickets once one is signed in, on real KDCs: service tickets got and dropped,
/// renewal.
class KrbTicketTest : public QObject
{
    Q_OBJECT

private:
    Sandbox m_sandbox;
    KerberosService m_kerberos;
    QString m_spn;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        m_spn = writerSpn(m_sandbox);
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void aServiceTicketIsFetchedAcrossTheTrust()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        QStringList waits;
        const auto note = [&waits](const QString &realm) {
            waits += realm;
            return true;
        };
        const auto got = obtainServiceTicket(cache->name, m_spn, note);
        QVERIFY2(got, qPrintable(got ? QString() : got.error().detail));
        QCOMPARE(place.klist(cache->name), QStringList({corpTgt, crossTgt, m_spn}));
        QVERIFY(waits.contains(m_sandbox.description().usersRealm));
        QVERIFY(waits.contains(m_sandbox.description().servicesRealm));
        QVERIFY(waits.last().isEmpty());
    }

    void aTicketThatIsThereAsksNobody()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache && obtainServiceTicket(cache->name, m_spn, doNotMind));
        const auto before = place.allBytes();
        int waits = 0;
        QVERIFY(obtainServiceTicket(cache->name, m_spn, [&waits](const QString &) { return ++waits > 0; }));
        QCOMPARE(waits, 0);
        QCOMPARE(place.allBytes(), before);
    }

    // Wherever between two KDCs it is that nobody waits any more.
    void anAbandonedRequestAsksNobodyAndStoresNoTicket()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        const auto before = place.allBytes();
        for (int patience = 0; patience < 10; ++patience) {
            int calls = 0;
            const auto got =
                obtainServiceTicket(cache->name, m_spn, [&](const QString &) { return ++calls <= patience; });
            if (got) { // the last call only says that all is over
                QVERIFY(patience > 2);
                return;
            }
            QCOMPARE(got.error().code, Error::Code::Cancelled);
            QCOMPARE(calls, patience + 1);
            QVERIFY(!place.klist(cache->name).contains(m_spn));
            if (patience == 0)
                QCOMPARE(place.allBytes(), before);
        }
        QFAIL("the ticket was never got");
    }

    void twoIdentitiesWorkSideBySide()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.kinit(bob));
        const auto ours = place.signIn(alice);
        const auto theirs = place.signIn(carol);
        QVERIFY(ours && theirs);
        for (const Cache &cache : {*ours, *theirs}) {
            auto before = place.allBytes();
            QVERIFY(obtainServiceTicket(cache.name, m_spn, doNotMind));
            auto after = place.allBytes();
            const QString own = cache.name.mid(5);
            QVERIFY(before.take(own) != after.take(own));
            QCOMPARE(after, before);
        }
        QCOMPARE(place.klist(theirs->name), QStringList({awsTgt, m_spn}));
    }

    void aServiceThatTheKdcDoesNotKnowIsNamed()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        const QString unknown = QStringLiteral("mysql/other.sandbox@AWS.EXAMPLE.COM");
        const auto got = obtainServiceTicket(cache->name, unknown, doNotMind);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Error::Code::ServiceUnknown);
        QVERIFY2(got.error().message.contains(unknown), qPrintable(got.error().message));
    }

    void aRealmWithoutTrustIsNamed()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(carol); // CORP does not trust AWS
        const auto got =
            obtainServiceTicket(cache->name, QStringLiteral("mysql/x@CORP.EXAMPLE.COM"), doNotMind);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Error::Code::NoTrust);
        QVERIFY2(got.error().message.contains(QStringLiteral("CORP.EXAMPLE.COM has no trust"))
                     || got.error().message.contains(QStringLiteral("AWS.EXAMPLE.COM has no trust")),
                 qPrintable(got.error().message));
    }

    void theServicesSilentRealmIsNamed()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        auto gone = std::make_unique<SilentKdc>();
        const QString address = QStringLiteral("127.0.0.1:%1").arg(gone->port());
        gone.reset();
        QVERIFY(place.useKdcs(m_sandbox.description().servicesRealm, {address}));
        const auto got = obtainServiceTicket(cache->name, m_spn, doNotMind);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Error::Code::KdcUnreachable);
        QVERIFY2(got.error().message.contains(m_sandbox.description().servicesRealm),
                 qPrintable(got.error().message));
    }

    void withoutACacheNobodyIsSignedIn()
    {
        const KerberosPlace place(m_sandbox);
        const auto got = obtainServiceTicket(QStringLiteral("FILE:") + place.defaultPath(), m_spn, doNotMind);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Error::Code::NotSignedIn);
    }

    void anExpiredTicketSaysSoWithoutAskingAKdc()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.lifetime = 1s;
        const auto began = systemNow();
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QVERIFY(cache);
        // libkrb5 sets its clock by the KDC's answer: it is behind by up to as long as that was under way.
        const auto late = systemNow() - began + 1s;
        QTRY_VERIFY(cache->ticketGranting()->endTime + late < systemNow());
        const auto got = obtainServiceTicket(cache->name, m_spn, doNotMind);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Error::Code::TicketExpired);
        QCOMPARE(m_kerberos.renew(cache->name).result().error().code, Error::Code::TicketExpired);
    }

    void aForgottenTicketIsFetchedAnew()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(obtainServiceTicket(cache->name, m_spn, doNotMind));
        QVERIFY(*forgetServiceTicket(cache->name, m_spn));
        QCOMPARE(place.klist(cache->name), QStringList({corpTgt, crossTgt}));
        QVERIFY(!*forgetServiceTicket(cache->name, m_spn));
        QVERIFY(obtainServiceTicket(cache->name, m_spn, doNotMind));
        QCOMPARE(place.klist(cache->name), QStringList({corpTgt, crossTgt, m_spn}));
    }

    void renewingKeepsTheServiceTickets()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(obtainServiceTicket(cache->name, m_spn, doNotMind));
        QTRY_VERIFY(systemNow() > cache->ticketGranting()->startTime + 1s);
        const auto renewed = m_kerberos.renew(cache->name).result();
        QVERIFY2(renewed, qPrintable(renewed ? QString() : renewed.error().detail));
        QVERIFY(renewed->ticketGranting()->endTime > cache->ticketGranting()->endTime);
        QCOMPARE(renewed->ticketGranting()->renewUntil, cache->ticketGranting()->renewUntil);
        QCOMPARE(place.klist(cache->name), QStringList({corpTgt, crossTgt, m_spn}));
    }

    void whatIsNotRenewableIsNotRenewed()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.renewableLifetime = 0s;
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QVERIFY(cache && !cache->ticketGranting()->isRenewable());
        const auto before = place.allBytes();
        QCOMPARE(m_kerberos.renew(cache->name).result().error().code, Error::Code::NotRenewable);
        QCOMPARE(m_kerberos.renew(QStringLiteral("FILE:/nowhere/at.all")).result().error().code,
                 Error::Code::NotSignedIn);
        QCOMPARE(place.allBytes(), before);
    }

    void theWarmPathIsQuick()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(obtainServiceTicket(cache->name, m_spn, doNotMind));
        QBENCHMARK
        {
            static_cast<void>(obtainServiceTicket(cache->name, m_spn, doNotMind));
        }
    }
};

QTEST_GUILESS_MAIN(KrbTicketTest)
#include "krbtickettest.moc"
