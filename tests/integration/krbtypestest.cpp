// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/cachewatcher.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/kcmdaemons.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

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

bool doNotMind(const QString &)
{
    return true;
}

// What libkrb5 itself finds in a cache and puts there.
class NativeCache
{
public:
    explicit NativeCache(const QString &name)
    {
        krb5_init_context(&m_context);
        krb5_cc_resolve(m_context, name.toUtf8().constData(), &m_cache);
    }
    ~NativeCache()
    {
        krb5_cc_close(m_context, m_cache);
        krb5_free_context(m_context);
    }
    NativeCache(const NativeCache &) = delete;
    NativeCache &operator=(const NativeCache &) = delete;

    template <typename Visitor>
    void visit(Visitor visitor)
    {
        krb5_cc_cursor cursor = nullptr;
        krb5_creds creds = {};
        if (krb5_cc_start_seq_get(m_context, m_cache, &cursor) != 0)
            return;
        while (krb5_cc_next_cred(m_context, m_cache, &cursor, &creds) == 0) {
            visitor(creds);
            krb5_free_cred_contents(m_context, &creds);
        }
        krb5_cc_end_seq_get(m_context, m_cache, &cursor);
    }
    /// By service; configuration entries have none.
    QMap<QString, QByteArray> sessionKeys()
    {
        QMap<QString, QByteArray> keys;
        visit([&](const krb5_creds &creds) {
            char *name = nullptr;
            krb5_unparse_name(m_context, creds.server, &name);
            if (creds.keyblock.length > 0)
                keys.insert(QString::fromUtf8(name),
                            QByteArray(reinterpret_cast<const char *>(creds.keyblock.contents),
                                       static_cast<qsizetype>(creds.keyblock.length)));
            krb5_free_unparsed_name(m_context, name);
        });
        return keys;
    }
    /// Another ticket for the same service, of the same times.
    bool addTwinOf(const QByteArray &service)
    {
        krb5_creds *copy = nullptr;
        visit([&](krb5_creds &creds) {
            if (QByteArray(creds.server->data[0].data, creds.server->data[0].length) == service)
                krb5_copy_creds(m_context, &creds, &copy);
        });
        if (!copy)
            return false;
        copy->ticket.data[copy->ticket.length - 1] ^= 1;
        copy->keyblock.contents[0] ^= 1;
        const bool stored = krb5_cc_store_cred(m_context, m_cache, copy) == 0;
        krb5_free_creds(m_context, copy);
        return stored;
    }

private:
    krb5_context m_context = nullptr;
    krb5_ccache m_cache = nullptr;
};

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
    /// A session keyring of this process's own, which goes with it.
    static bool useOwnKeyring()
    {
        return syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr) >= 0
               && qputenv("KRB5CCNAME", "KEYRING:session:latchkey");
    }
    /// Points the place at a fresh collection, or a single cache, of that type; else why it cannot be had.
    QString use(KerberosPlace &place, const QString &type)
    {
        if (type == QStringLiteral("DIR"))
            return qputenv("KRB5CCNAME", "DIR:" + QFile::encodeName(place.ownFolder()) + "2") ? QString()
                                                                                              : type;
        if (type == QStringLiteral("MEMORY"))
            qputenv("KRB5CCNAME", "MEMORY:default");
        if (type == QStringLiteral("KEYRING") && !useOwnKeyring())
            return QStringLiteral("this kernel or container has no session keyrings");
        if (type == QStringLiteral("KCM")) {
            m_double = std::make_unique<KcmDouble>();
            return place.useKcm(m_double->socket()) ? QString()
                                                    : QStringLiteral("krb5.conf cannot be written");
        }
        if (type == QStringLiteral("KCM of sssd")) {
            m_sssd = std::make_unique<SssdKcm>();
            return m_sssd->start() && place.useKcm(m_sssd->socket()) ? QString() : m_sssd->problem();
        }
        return {};
    }
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
    std::unique_ptr<KcmDouble> m_double;
    std::unique_ptr<SssdKcm> m_sssd;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        m_spn = writerSpn(m_sandbox);
    }
    void cleanup()
    {
        QVERIFY2(Worker::waitForAll(30s), "a job's thread is left");
        m_double.reset();
        m_sssd.reset();
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
        if (const QString problem = use(place, type); !problem.isEmpty())
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
        QVERIFY(m_kerberos.makeDefault(*second->principal).result());
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
        if (const QString problem = use(place, type); !problem.isEmpty())
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
        const QStringList replacing{QStringLiteral("KEYRING"), QStringLiteral("KCM of sssd")};
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
        QVERIFY(use(place, type).isEmpty());
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
        QVERIFY(use(place, QStringLiteral("KCM")).isEmpty());
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
