// SPDX-License-Identifier: GPL-2.0-or-later
// Who is signed in, as the window knows it: with time that jumps, and listings that fail.
#include "ui/identities.h"
#include "core/base/walltimer.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/syntheticcache.h"
#include "tests/support/ticketvalues.h"
#include "ui/ticketdependants.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000; // ms

struct Place
{
    krb::KerberosService kerberos;
    krb::CacheWatcher watcher;
    std::chrono::seconds asleep{0};
    Identities identities{kerberos, watcher, [this] { return systemNow() + asleep; }};

    bool start()
    {
        identities.start();
        return QTest::qWaitFor([this] { return identities.isKnown(); }, patience);
    }
};

} // namespace

class IdentitiesTest : public QObject
{
    Q_OBJECT

private:
    bool signIn(const QByteArray &principal) const
    {
        return writeCache(QStringLiteral("FILE:") + m_cache, principal,
                          {{"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM", 10h}});
    }

    QTemporaryDir m_folder;
    QString m_cache = m_folder.filePath(QStringLiteral("tickets"));
    QString m_config = m_folder.filePath(QStringLiteral("krb5.conf"));

private Q_SLOTS:
    void init()
    {
        QFile config(m_config);
        QVERIFY(config.open(QIODevice::WriteOnly));
        QVERIFY(config.write("[libdefaults]\n default_realm = CORP.EXAMPLE.COM\n") > 0);
        qputenv("KRB5_CONFIG", QFile::encodeName(m_config));
        qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(m_cache));
        qputenv("LATCHKEY_RUNTIME_DIR", QFile::encodeName(m_folder.filePath(QStringLiteral("runtime"))));
        QVERIFY(signIn("alice@CORP.EXAMPLE.COM"));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void afterASuspendWhatHasEndedIsSaidToHave()
    {
        Place place;
        QVERIFY(place.start());
        auto *timer = place.identities.findChild<WallTimer *>();
        QVERIFY(timer);
        QSignalSpy changed(&place.identities, &Identities::changed);
        place.asleep = 11h;
        Q_EMIT timer->clockSet(); // as the kernel says it on waking
        QCOMPARE(changed.count(), 1);
    }

    void aListingThatFailsLeavesWhatIsKnownAndIsTriedAgain()
    {
        Place place;
        QVERIFY(place.start());
        const QList<krb::Cache> before = place.identities.caches();
        QCOMPARE(before.size(), 1);
        QSignalSpy changed(&place.identities, &Identities::changed);
        QSignalSpy failed(&place.identities, &Identities::failed);
        QVERIFY(writeBrokenConfig(m_config));
        place.identities.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        place.identities.refresh();
        QVERIFY(Worker::waitForAll(30s));
        QCoreApplication::processEvents();
        QCOMPARE(failed.count(), 1); // the same again is no news
        QCOMPARE(place.identities.caches(), before);
        QVERIFY(changed.isEmpty());

        init(); // the file is well again, and nobody says so
        QVERIFY(signIn("bob@CORP.EXAMPLE.COM"));
        place.watcher.blockSignals(true);
        QTRY_COMPARE_WITH_TIMEOUT(place.identities.caches().value(0).principal->user(), QStringLiteral("bob"),
                                  patience);
    }

    void nothingIsSaidOfCachesThatCouldNeverBeListed()
    {
        QVERIFY(writeBrokenConfig(m_config));
        Place place;
        QSignalSpy failed(&place.identities, &Identities::failed);
        place.identities.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QVERIFY(!place.identities.isKnown());
        init();
        QTRY_VERIFY_WITH_TIMEOUT(place.identities.isKnown(), patience);
        QCOMPARE(place.identities.caches().size(), 1);
    }

    void whatDependsOnTicketsIsKnownBeforeTheyAreDestroyed()
    {
        krb::Cache alice = signedIn(QStringLiteral("alice"), noon + 1h);
        krb::Ticket forDatabase = alice.tickets.first();
        forDatabase.service = {{QStringLiteral("mysql"), QStringLiteral("db")}, QStringLiteral("R")};
        forDatabase.id = "database";
        alice.tickets += forDatabase;
        alice.tickets.first().id = "tgt";
        const QList<krb::Cache> caches{alice, signedIn(QStringLiteral("bob"), noon + 1h)};
        const QStringList sessions{alice.principal->text(), alice.principal->text(), QString()};
        const auto dependants = [&](const krb::DestroyTarget &target, const krb::RenewalOutlooks &outlooks) {
            return dependantsOf(target, caches, outlooks, sessions);
        };
        using Dependants = TicketDependants;
        const krb::OneCache hers{alice.name};
        const krb::OneCache bobs{caches.last().name};
        const krb::RenewalOutlooks renewed{{alice.name, {noon + 30min, {}}}};
        const krb::RenewalOutlooks signedInAgain{{bobs.name, {{}, {}, noon + 30min}}};
        QCOMPARE(dependants(krb::AllCaches{}, {}), (Dependants{2, false}));
        QCOMPARE(dependants(hers, renewed), (Dependants{2, true}));
        QCOMPARE(dependants(bobs, renewed), Dependants());
        QVERIFY(dependants(bobs, {}).isEmpty());
        QCOMPARE(dependants(bobs, signedInAgain), (Dependants{0, true}));
        QCOMPARE(dependants(krb::OneTicket{alice.name, "tgt"}, renewed), (Dependants{2, true}));
        QCOMPARE(dependants(krb::OneTicket{alice.name, "database"}, renewed), (Dependants{2, false}));
        QCOMPARE(dependants(krb::ServiceTickets{QStringLiteral("mysql/db@R")}, renewed),
                 (Dependants{2, false}));
        QCOMPARE(dependants(krb::ServiceTickets{QStringLiteral("mysql/other@R")}, renewed), Dependants());
    }

    void whatRenewsByItselfIsShownWhileItDoes()
    {
        Place place;
        QSignalSpy changed(&place.identities, &Identities::renewingChanged);
        QSignalSpy failed(&place.identities, &Identities::failed);
        const auto renewed = place.identities.keepRenewed(QStringLiteral("FILE:/nonexistent"));
        QVERIFY(place.identities.isRenewing());
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, patience);
        QVERIFY(!place.identities.isRenewing());
        QVERIFY(!renewed.result());
        QVERIFY(failed.isEmpty()); // who asked for it tells
    }
};

QTEST_MAIN(IdentitiesTest)
#include "identitiestest.moc"
