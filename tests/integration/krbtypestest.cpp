// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/cachewatcher.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/cachetypes.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/nativecache.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");

bool doNotMind(const QString &)
{
    return true;
}

QStringList placesOf(const KerberosPlace &place, const QByteArray &bytes)
{
    QStringList found;
    const auto all = place.allBytes();
    for (auto file = all.begin(); file != all.end(); ++file) {
        if (file->contains(bytes))
            found += file.key();
    }
    return found;
}

} // namespace

/// The same on every type of cache that there is, the daemons' included.
class KrbTypesTest : public QObject
{
    Q_OBJECT

private:
    Cache listed(const QString &name) const
    {
        const auto caches = m_kerberos.caches().result();
        for (const Cache &cache : *caches) {
            if (cache.name == name)
                return cache;
        }
        return {};
    }
    static QStringList services(const Cache &cache)
    {
        QStringList names;
        for (const Ticket &ticket : cache.tickets)
            names += ticket.service.text();
        names.sort();
        return names;
    }
    static QStringList notes(const Cache &cache)
    {
        QStringList notes;
        for (const ConfigurationEntry &entry : cache.configuration)
            notes +=
                QStringLiteral("%1 %2 %3").arg(entry.key, entry.principal, QString::fromLatin1(entry.value));
        notes.sort();
        return notes;
    }
    static const Ticket *ticketFor(const Cache &cache, const QString &service)
    {
        for (const Ticket &ticket : cache.tickets) {
            if (ticket.service.text() == service)
                return &ticket;
        }
        return nullptr;
    }

    Sandbox m_sandbox;
    KerberosService m_kerberos;
    QString m_spn;
    CacheTypes m_types;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        m_spn = writerSpn(m_sandbox);
    }
    void cleanup()
    {
        QVERIFY2(Worker::waitForAll(30s), "a job's thread is left");
        m_types.end();
    }

    void aCollectionDoesItAll_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"DIR", "KEYRING", "KCM", "KCM of sssd"})
            QTest::newRow(type) << QString::fromUtf8(type);
    }
    void aCollectionDoesItAll()
    {
        QFETCH(QString, type);
        KerberosPlace place(m_sandbox);
        if (const QString problem = m_types.use(place, type); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        const auto first = place.signIn(alice);
        const auto second = place.signIn(bob);
        QVERIFY(first && second);
        QVERIFY(first->isDefault && !first->isPrivate && !second->isPrivate);
        QVERIFY(type.startsWith(first->type()) && type.startsWith(second->type()));
        for (const Cache &cache : {*first, *second})
            QVERIFY(obtainServiceTicket(cache.name, m_spn, doNotMind));
        QVERIFY(*forgetServiceTicket(second->name, m_spn));
        QVERIFY(m_kerberos.renew(first->name).result());
        QVERIFY(m_kerberos.makeDefault(second->name).result());
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->size(), 2);
        QCOMPARE(caches->constFirst().principal, second->principal);
        QVERIFY(caches->constFirst().defaultOrigin->isPrimary);
        QVERIFY(!caches->constLast().isDefault && !caches->constLast().defaultOrigin);
        QCOMPARE(caches->constFirst().tickets.size(), 2);
        QCOMPARE(caches->constLast().tickets.size(), 3);
        QCOMPARE(*m_kerberos.destroy(ServiceTickets{m_spn}).result(), 1);
        QCOMPARE(*m_kerberos.destroy(OneCache{first->name}).result(), 1);
        QCOMPARE(m_kerberos.caches().result()->size(), 1);
        QCOMPARE(*m_kerberos.destroy(AllCaches{}).result(), 1);
        QVERIFY(m_kerberos.caches().result()->isEmpty());
    }

    void oneTicketOfOneCacheIsDestroyed_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"FILE", "DIR", "KEYRING", "KCM", "KCM of sssd", "MEMORY"})
            QTest::newRow(type) << QString::fromUtf8(type);
    }
    void oneTicketOfOneCacheIsDestroyed()
    {
        QFETCH(QString, type);
        KerberosPlace place(m_sandbox);
        if (const QString problem = m_types.use(place, type); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        const auto first = place.signIn(alice);
        const auto second = place.signIn(bob);
        QVERIFY(first && second);
        QVERIFY(type.startsWith(first->type()));
        for (const Cache &cache : {*first, *second})
            QVERIFY(obtainServiceTicket(cache.name, m_spn, doNotMind));
        QVERIFY(NativeCache(first->name).addTwinOf("mysql"));
        const Cache before = listed(first->name);
        // There a ticket replaces the one that there was for the service.
        const QStringList replacing{QStringLiteral("KEYRING"), QStringLiteral("KCM"),
                                    QStringLiteral("KCM of sssd")};
        const bool hasTwin = !replacing.contains(type);
        QCOMPARE(before.tickets.size(), hasTwin ? 4 : 3);
        const QByteArray id = ticketFor(before, m_spn)->id;
        QCOMPARE(*m_kerberos.destroy(OneTicket{first->name, id}).result(), 1);

        const Cache after = listed(first->name);
        QCOMPARE(after.tickets.size(), before.tickets.size() - 1);
        QCOMPARE(ticketFor(after, m_spn) != nullptr, hasTwin);
        QCOMPARE(notes(after), notes(before));
        QVERIFY(after.isDefault);
        QCOMPARE(listed(second->name).tickets.size(), 3);
        QCOMPARE(m_kerberos.destroy(OneTicket{first->name, id}).result().error().code, Error::Code::NotFound);
        if (hasTwin)
            QCOMPARE(*m_kerberos.destroy(OneTicket{first->name, ticketFor(after, m_spn)->id}).result(), 1);
        QVERIFY(obtainServiceTicket(first->name, m_spn, doNotMind));
        QCOMPARE(services(listed(first->name)), services(listed(second->name)));
        QVERIFY(m_kerberos.destroy(AllCaches{}).result());
    }

    void noKeyOfWhatIsDestroyedIsLeftInAnyFile_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("FILE") << QStringLiteral("FILE");
        QTest::newRow("DIR") << QStringLiteral("DIR");
    }
    void noKeyOfWhatIsDestroyedIsLeftInAnyFile()
    {
        QFETCH(QString, type);
        KerberosPlace place(m_sandbox);
        QVERIFY(m_types.use(place, type).isEmpty());
        const auto cache = place.signIn(alice);
        QVERIFY(cache && obtainServiceTicket(cache->name, m_spn, doNotMind));
        auto keys = NativeCache(cache->name).sessionKeys();
        QCOMPARE(keys.size(), 3);
        for (const QByteArray &key : std::as_const(keys))
            QCOMPARE(placesOf(place, key).size(), 1);
        QCOMPARE(
            *m_kerberos.destroy(OneTicket{cache->name, ticketFor(listed(cache->name), m_spn)->id}).result(),
            1);
        QCOMPARE(placesOf(place, keys.take(m_spn)), QStringList());
        for (const QByteArray &key : std::as_const(keys))
            QCOMPARE(placesOf(place, key).size(), 1);
        QVERIFY(m_kerberos.renew(cache->name).result());
        const auto renewed = NativeCache(cache->name).sessionKeys();
        QCOMPARE(*m_kerberos.destroy(OneCache{cache->name}).result(), 1);
        for (const QByteArray &key : keys.values() + renewed.values())
            QCOMPARE(placesOf(place, key), QStringList());
    }

    void theDefaultSaysWhy()
    {
        KerberosPlace place(m_sandbox);
        const QString name = QStringLiteral("FILE:") + place.defaultPath();
        QVERIFY(place.signIn(alice));
        const auto origin = [this] { return m_kerberos.caches().result()->constFirst().defaultOrigin; };
        QCOMPARE(*origin(), (DefaultOrigin{DefaultOrigin::Source::Environment, name, false}));

        QByteArray config = place.bytes(m_sandbox.description().krb5Config);
        config.replace("[libdefaults]\n",
                       "[libdefaults]\ndefault_ccache_name = " + QFile::encodeName(name) + '\n');
        QVERIFY(place.useConfig(config));
        QCOMPARE(origin()->source, DefaultOrigin::Source::Environment);
        qunsetenv("KRB5CCNAME");
        QCOMPARE(*origin(), (DefaultOrigin{DefaultOrigin::Source::Configuration, name, false}));
        QCOMPARE(m_kerberos.caches().result()->constFirst().principal->user(), alice);
    }

    void lookingAgainFindsWhatADaemonKeeps()
    {
        KerberosPlace place(m_sandbox);
        QVERIFY(m_types.use(place, QStringLiteral("KCM")).isEmpty());
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch({});
        watcher.lookAgain();
        QVERIFY(!changes.wait(200));
        QVERIFY(place.kinit(alice));
        watcher.lookAgain();
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), 2000);
    }

    void aTicketIsKnownInFull()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache && obtainServiceTicket(cache->name, m_spn, doNotMind));
        const Cache full = listed(cache->name);
        const Ticket ticket = *ticketFor(full, m_spn);
        QCOMPARE(kindOf(ticket), TicketKind::Service);
        QVERIFY(ticket.keyVersion > 0 && ticket.size > 300 && !ticket.issuedFor
                && ticket.addresses.isEmpty());
        QCOMPARE(kindOf(*full.ticketGranting()), TicketKind::SignIn);
        QVERIFY(std::any_of(full.tickets.begin(), full.tickets.end(),
                            [](const Ticket &t) { return kindOf(t) == TicketKind::CrossRealm; }));
        QVERIFY(std::any_of(full.configuration.begin(), full.configuration.end(),
                            [](const ConfigurationEntry &e) { return e.key == QStringLiteral("pa_type"); }));
    }
};

QTEST_GUILESS_MAIN(KrbTypesTest)
#include "krbtypestest.moc"
