// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <krb5/krb5.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");
const QString carol = QStringLiteral("carol");

bool doNotMind(const QString &)
{
    return true;
}

} // namespace

/// Caches as a whole, on real KDCs: what is listed, destroyed, and made the default, whatever the type.
class KrbCacheTest : public QObject
{
    Q_OBJECT

private:
    // A cache with a principal that no KDC knows, made by libkrb5 itself.
    static bool makeCache(const QString &name, const char *principal)
    {
        krb5_context context = nullptr;
        krb5_principal client = nullptr;
        krb5_ccache cache = nullptr;
        const bool made = krb5_init_context(&context) == 0
                          && krb5_parse_name(context, principal, &client) == 0
                          && krb5_cc_resolve(context, name.toUtf8().constData(), &cache) == 0
                          && krb5_cc_initialize(context, cache, client) == 0;
        krb5_cc_close(context, cache);
        krb5_free_principal(context, client);
        krb5_free_context(context);
        return made;
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

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

    void oneCacheIsDestroyed()
    {
        const KerberosPlace place(m_sandbox);
        const auto first = place.signIn(alice);
        const auto second = place.signIn(bob);
        QCOMPARE(*m_kerberos.destroy(OneCache{second->name}).result(), 1);
        QVERIFY(!QFile::exists(second->name.mid(5)));
        QCOMPARE(m_kerberos.destroy(OneCache{second->name}).result().error().code, Error::Code::NotFound);
        const auto left = m_kerberos.caches().result();
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->constFirst(), *first);
    }

    void allCachesAreDestroyedOursIncluded()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(place.signIn(alice) && place.signIn(bob));
        qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(place.path(QStringLiteral("file"))));
        QVERIFY(place.signIn(alice) && place.signIn(bob));
        qputenv("KRB5CCNAME", "DIR:" + QFile::encodeName(place.defaultPath()));
        QCOMPARE(m_kerberos.caches().result()->size(), 3);
        QCOMPARE(*m_kerberos.destroy(AllCaches{}).result(), 3);
        QVERIFY(m_kerberos.caches().result()->isEmpty());
        QVERIFY(QFile::exists(place.path(QStringLiteral("file")))); // not in the collection
    }

    void aServicesTicketsAreDestroyedEverywhere()
    {
        const KerberosPlace place(m_sandbox);
        for (const QString &user : {alice, bob, carol}) {
            const auto cache = place.signIn(user);
            QVERIFY(cache);
            if (user != bob)
                QVERIFY(obtainServiceTicket(cache->name, m_spn, doNotMind));
        }
        QCOMPARE(*m_kerberos.destroy(ServiceTickets{m_spn}).result(), 2);
        const auto caches = m_kerberos.caches().result();
        for (const Cache &cache : *caches)
            QVERIFY(cache.ticketGranting() && !place.klist(cache.name).contains(m_spn));
    }

    void aCollectionSwitchesItsDefault()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(place.signIn(alice));
        const auto other = place.signIn(bob);
        QVERIFY(m_kerberos.makeDefault(other->name).result());
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->constFirst().principal, other->principal);
        QVERIFY(caches->constFirst().isDefault && !caches->constLast().isDefault);
        const QString nobodys = QStringLiteral("DIR::") + place.defaultPath() + QStringLiteral("/tktNobody");
        QCOMPARE(m_kerberos.makeDefault(nobodys).result().error().code, Error::Code::NotSignedIn);
    }

    void ofTwoCachesOfOnePrincipalTheChosenOneBecomesTheDefault()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        const auto first = place.signIn(alice);
        SignInRequest another = place.request(alice);
        another.cache = NewCache{};
        const auto second = m_kerberos.signIn(std::move(another)).result();
        QVERIFY(first && second && first->name != second->name);
        for (const QString &name : {second->name, first->name, second->name}) {
            QVERIFY(m_kerberos.makeDefault(name).result());
            const auto caches = m_kerberos.caches().result();
            QCOMPARE(caches->size(), 2);
            QCOMPARE(caches->constFirst().name, name);
            QVERIFY(caches->constFirst().isDefault);
        }
    }

    void aFileDefaultIsNotSwitchedAndSaysWhy()
    {
        const KerberosPlace place(m_sandbox);
        const auto first = place.signIn(alice);
        const auto other = place.signIn(bob);
        const auto before = place.allBytes();
        QVERIFY(m_kerberos.makeDefault(first->name).result());
        const auto switched = m_kerberos.makeDefault(other->name).result();
        QVERIFY(!switched);
        QCOMPARE(switched.error().code, Error::Code::CacheUnusable);
        QVERIFY(switched.error().message.contains(QStringLiteral("KRB5CCNAME")));
        QVERIFY(switched.error().message.contains(other->name));
        QCOMPARE(place.allBytes(), before);
    }

    void ourOwnCollectionAsTheDefaultIsListedOnce()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(alice));
        const auto own = place.signIn(bob);
        qputenv("KRB5CCNAME", "DIR:" + QFile::encodeName(place.ownFolder()));
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->size(), 1);
        QVERIFY(caches->constFirst().isPrivate);
        QVERIFY(m_kerberos.makeDefault(own->name).result());
        QVERIFY(m_kerberos.caches().result()->constFirst().isDefault);
    }

    void aDamagedCacheIsListedAndTheOthersToo()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        const auto good = place.signIn(alice);
        const QString broken = place.defaultPath() + QStringLiteral("/tktBroken");
        QVERIFY(write(broken, "\x05\x04 this is not a credential cache"));
        const QString cut = place.defaultPath() + QStringLiteral("/tktCut");
        QVERIFY(write(cut, place.bytes(good->name.mid(5)).first(20)));
        const QString temporary = place.defaultPath() + QStringLiteral("/tkt.Ab12Cd");
        QVERIFY(write(temporary, "\x05\x04 half written by libkrb5, to be renamed"));
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->size(), 3);
        QCOMPARE(caches->constFirst(), *good);
        for (const Cache &cache : caches->mid(1)) {
            QVERIFY(cache.problem);
            QCOMPARE(cache.problem->code, Error::Code::CacheUnusable);
            QVERIFY(cache.problem->message.contains(cache.name));
            QCOMPARE(obtainServiceTicket(cache.name, m_spn, doNotMind).error().code,
                     Error::Code::CacheUnusable);
        }
        QVERIFY(m_kerberos.destroy(OneCache{QStringLiteral("DIR::") + broken}).result());
        QVERIFY(!QFile::exists(broken));
    }

    void aDamagedDefaultIsNotOverwritten()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(write(place.defaultPath(), "this is somebody's file"));
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        QVERIFY(cache->isPrivate);
        QCOMPARE(place.bytes(place.defaultPath()), QByteArray("this is somebody's file"));
    }

    void cachesThatSomebodyElseMayHavePlantedAreNotListed()
    {
        const KerberosPlace place(m_sandbox);
        const QString runtime = QFileInfo(place.ownFolder()).path();
        QVERIFY(QDir().mkpath(place.ownFolder()));
        const auto setOthers = [](const QString &folder, bool mayEnter) {
            const auto others = QFile::ExeOther | QFile::ReadOther | QFile::ExeGroup | QFile::ReadGroup
                                | QFile::WriteOther | QFile::WriteGroup;
            const auto own = QFile::permissions(folder) & ~others;
            return QFile::setPermissions(folder, mayEnter ? own | QFile::ExeOther : own);
        };
        QVERIFY(makeCache(QStringLiteral("DIR::") + place.ownFolder() + QStringLiteral("/tktplanted"),
                          "alice@CORP.EXAMPLE.COM"));
        QVERIFY(setOthers(runtime, false) && setOthers(place.ownFolder(), false));
        QCOMPARE(m_kerberos.caches().result()->size(), 1);

        QVERIFY(setOthers(place.ownFolder(), true));
        QVERIFY(m_kerberos.caches().result()->isEmpty());
        QVERIFY(setOthers(place.ownFolder(), false) && setOthers(runtime, true));
        QVERIFY(m_kerberos.caches().result()->isEmpty());

        QVERIFY(setOthers(runtime, false));
        QVERIFY(QDir().rename(place.ownFolder(), place.path(QStringLiteral("elsewhere"))));
        QVERIFY(QFile::link(place.path(QStringLiteral("elsewhere")), place.ownFolder()));
        QVERIFY(m_kerberos.caches().result()->isEmpty());
    }

    void anUnreadableCacheSaysSo()
    {
        if (geteuid() == 0)
            QSKIP("root may read every file");
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(alice));
        QVERIFY(QFile::setPermissions(place.defaultPath(), QFile::Permissions()));
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->size(), 1);
        QCOMPARE(caches->constFirst().problem->code, Error::Code::CacheUnusable);
        QVERIFY(caches->constFirst().problem->message.contains(place.defaultPath()));
    }

    void specialCharactersSurvive_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("at sign") << QStringLiteral("alice\\@mail.test@CORP.EXAMPLE.COM");
        QTest::newRow("slashes") << QStringLiteral("alice/admin/x\\/y@CORP.EXAMPLE.COM");
    }
    void specialCharactersSurvive()
    {
        QFETCH(QString, text);
        const KerberosPlace place(m_sandbox);
        QVERIFY(makeCache(QStringLiteral("FILE:") + place.defaultPath(), text.toUtf8().constData()));
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->size(), 1);
        QCOMPARE(caches->constFirst().principal->text(), text);
        QVERIFY(!caches->constFirst().ticketGranting());
        QCOMPARE(m_kerberos.renew(caches->constFirst().name).result().error().code, Error::Code::NotSignedIn);
    }

    void aTypeThatDoesNotWorkHereLeavesTheRest()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(alice));
        QVERIFY(place.signIn(bob));
        qputenv("KRB5CCNAME", "NOSUCHTYPE:x");
        const auto caches = m_kerberos.caches().result();
        QVERIFY(caches);
        QVERIFY(
            std::any_of(caches->begin(), caches->end(), [](const Cache &cache) { return cache.isPrivate; }));
        const auto again = place.signIn(alice);
        QVERIFY(again);
        QVERIFY(again->isPrivate);
    }
};

QTEST_GUILESS_MAIN(KrbCacheTest)
#include "krbcachetest.moc"
