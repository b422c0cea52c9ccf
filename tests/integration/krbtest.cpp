// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/maskedpassword.h"
#include "tests/integration/scriptedprompter.h"
#include "tests/support/kdcdoubles.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");
const QString batch = QStringLiteral("batch@CORP.EXAMPLE.COM");

} // namespace

/// Signing in, on real KDCs: where tickets go, what a refusal says, and that a failed or abandoned attempt leaves all
/// as it was.
class KrbTest : public QObject
{
    Q_OBJECT

private:
    SignInRequest withPassword(const QString &principal, std::string_view password) const
    {
        return {principal, Secret(password)};
    }
    SignInRequest withKeytab(const QString &principal, const QString &file) const
    {
        return {principal, Keytab{file}};
    }
    int wrongPasswordsInTheKdcsLog() const
    {
        QFile log(m_sandbox.folder() + QStringLiteral("/corp/log"));
        return log.open(QIODevice::ReadOnly) ? static_cast<int>(log.readAll().count("PREAUTH_FAILED")) : -1;
    }
    bool useReplicaAndPrimary(KerberosPlace &place, const QString &replica) const
    {
        QFile original(m_sandbox.description().krb5Config);
        const quint16 port = m_sandbox.kdc(m_sandbox.description().usersRealm).port;
        const QByteArray kdc = "  kdc = 127.0.0.1:" + QByteArray::number(port) + '\n';
        if (!original.open(QIODevice::ReadOnly))
            return false;
        QByteArray text = original.readAll();
        text.replace(kdc,
                     "  kdc = " + replica.toUtf8() + '\n' + QByteArray(kdc).replace("kdc", "primary_kdc"));
        return place.useConfig(text);
    }

    Sandbox m_sandbox;
    KerberosService m_kerberos;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void aPasswordFillsTheEmptyDefaultCache()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        QCOMPARE(cache->name, QStringLiteral("FILE:") + place.defaultPath());
        QCOMPARE(cache->principal->text(), m_sandbox.principal(alice));
        QVERIFY(cache->isDefault && !cache->isPrivate && !cache->problem);
        QCOMPARE(cache->tickets.size(), 1);
        QCOMPARE(place.klist(cache->name),
                 QStringList{QStringLiteral("krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM")});
        QCOMPARE(QFileInfo(place.defaultPath()).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void theTicketIsTold()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache && cache->ticketGranting());
        const Ticket &tgt = *cache->ticketGranting();
        QVERIFY(tgt.isInitialTicketGranting() && tgt.isRenewable());
        QVERIFY(tgt.startTime <= systemNow() && tgt.startTime > systemNow() - 1min);
        QCOMPARE(tgt.endTime - tgt.startTime, 10h);
        QCOMPARE(*tgt.renewUntil - tgt.startTime, std::chrono::hours(7 * 24));
        QVERIFY(flagNames(tgt.flags).contains(QStringLiteral("forwardable")));
        QVERIFY(flagNames(tgt.flags).contains(QStringLiteral("initial")));
        QCOMPARE(encryptionType(tgt.sessionKeyType).name, QStringLiteral("aes256-cts-hmac-sha1-96"));
        QCOMPARE(encryptionType(tgt.ticketKeyType).name, QStringLiteral("aes256-cts-hmac-sha1-96"));
        QCOMPARE(tgt.keyVersion, 1U);
        QVERIFY(tgt.size > 100);
    }

    void theLifetimeIsTheOneAskedFor()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.lifetime = 5min;
        request.renewableLifetime = 1h;
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QVERIFY(cache);
        const Ticket &tgt = *cache->ticketGranting();
        // The client asks for moments; by the time the KDC starts the ticket, some of it may be over.
        const auto isAsked = [&tgt](Instant end, std::chrono::seconds asked) {
            return end - tgt.startTime <= asked && end - tgt.startTime > asked - 30s;
        };
        QVERIFY(isAsked(tgt.endTime, 5min));
        QVERIFY(isAsked(*tgt.renewUntil, 1h));
    }

    void aPasswordLeavesNothingInMemory()
    {
#ifdef LATCHKEY_SANITIZED
        QSKIP("sanitizers keep freed memory");
#endif
        const KerberosPlace place(m_sandbox);
        const MaskedPassword password;
        SignInRequest request{m_sandbox.principal(bob), password.unmasked()};
        QVERIFY(password.isInMemory()); // the control
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QCOMPARE(cache.error().code, Error::Code::BadPassword);
        QVERIFY(Worker::waitForAll(30s));
        QVERIFY(!password.isInMemory());
    }

    void aKeytabSignsIn()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = m_kerberos.signIn(withKeytab(batch, m_sandbox.keytab(batch))).result();
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        QCOMPARE(cache->principal->text(), batch);
        QVERIFY(cache->ticketGranting());
    }

    void aPrincipalWithASlashSignsInFromItsKeytab()
    {
        const KerberosPlace place(m_sandbox);
        const QString writer = writerSpn(m_sandbox);
        const QString keytab = m_sandbox.folder() + QStringLiteral("/writer.keytab");
        const auto cache = m_kerberos.signIn(withKeytab(writer, keytab)).result();
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        QCOMPARE(cache->principal->components,
                 QStringList({QStringLiteral("mysql"), QStringLiteral("writer.orders.sandbox")}));
    }

    void aMissingRealmIsTheDefaultRealm()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.principal = alice;
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QVERIFY(cache);
        QCOMPARE(cache->principal->text(), m_sandbox.principal(alice));
    }

    void somebodyElseGetsACacheOfTheirOwn()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(alice));
        const QByteArray before = place.bytes(place.defaultPath());
        const auto cache = place.signIn(bob);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        QVERIFY(cache->isPrivate && !cache->isDefault);
        QVERIFY(cache->name.startsWith(QStringLiteral("DIR::") + place.ownFolder()));
        QCOMPARE(place.bytes(place.defaultPath()), before);
        QCOMPARE(place.klist(cache->name).size(), 1);
        const auto beyondOwner = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                                 | QFile::WriteOther | QFile::ExeOther;
        QVERIFY((QFileInfo(place.ownFolder()).permissions() & beyondOwner) == 0);
        QVERIFY((QFileInfo(cache->name.mid(5)).permissions() & beyondOwner) == 0);
    }

    void signingInAgainUsesTheSameCache()
    {
        const KerberosPlace place(m_sandbox);
        for (const QString &user : {alice, bob}) {
            const auto first = place.signIn(user);
            const auto second = place.signIn(user);
            QVERIFY(first && second);
            QCOMPARE(second->name, first->name);
            QCOMPARE(second->tickets.size(), 1);
        }
        QCOMPARE(m_kerberos.caches().result()->size(), 2);
    }

    void aCollectionGetsANewCache()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        const auto first = place.signIn(alice);
        const auto second = place.signIn(bob);
        QVERIFY(first && second);
        QVERIFY(first->isDefault && !second->isDefault && !second->isPrivate);
        QVERIFY(second->name.startsWith(QStringLiteral("DIR::") + place.defaultPath()));
        const auto caches = m_kerberos.caches().result();
        QCOMPARE(caches->size(), 2);
        QCOMPARE(caches->constFirst(), *first);
    }

    void aBlankFileCountsAsEmpty()
    {
        const KerberosPlace place(m_sandbox);
        QFile file(place.defaultPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(m_kerberos.caches().result()->isEmpty());
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        QVERIFY(cache->isDefault);
    }

    void eachRefusalHasItsCodeAndChangesNothing_data()
    {
        QTest::addColumn<QString>("principal");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code");
        const QString dave = m_sandbox.password(QStringLiteral("dave"));
        const QString erin = m_sandbox.password(QStringLiteral("erin"));
        const auto row = [](const char *name, const char *principal, const QString &password,
                            const char *code) {
            QTest::newRow(name) << QString::fromUtf8(principal) << password << QString::fromUtf8(code);
        };
        const QString wrong = QStringLiteral("not the password");
        row("wrong password", "alice@CORP.EXAMPLE.COM", wrong, "BadPassword");
        row("unknown user", "nobody@CORP.EXAMPLE.COM", wrong, "UnknownPrincipal");
        row("expired password", "dave@CORP.EXAMPLE.COM", dave, "PasswordExpired");
        row("locked account", "erin@CORP.EXAMPLE.COM", erin, "AccountLocked");
        row("unknown realm", "alice@NOWHERE.TEST", wrong, "RealmUnknown");
        row("no password", "alice@CORP.EXAMPLE.COM", QString(), "InvalidInput");
        row("no principal", "a@b@c", wrong, "InvalidInput");
    }
    void eachRefusalHasItsCodeAndChangesNothing()
    {
        QFETCH(QString, principal);
        QFETCH(QString, password);
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(bob));
        const auto before = place.allBytes();
        const auto cache = m_kerberos.signIn(withPassword(principal, password.toStdString())).result();
        QVERIFY(!cache);
        QTEST(codeName(cache.error().code), "code");
        QVERIFY2(cache.error().message.contains(principal.section(QLatin1Char('@'), 1)),
                 qPrintable(cache.error().message));
        QVERIFY(password.isEmpty() || !(cache.error().message + cache.error().detail).contains(password));
        QCOMPARE(place.allBytes(), before);
    }

    void aKeytabThatDoesNotServeIsNamed_data()
    {
        QTest::addColumn<QString>("principal");
        QTest::addColumn<QString>("file");
        const QString good = m_sandbox.keytab(batch);
        QTest::newRow("missing") << batch << QStringLiteral("/nowhere/at.all");
        QTest::newRow("of somebody else") << m_sandbox.principal(alice) << good;
        QTest::newRow("not a keytab") << batch << m_sandbox.description().krb5Config;
    }
    void aKeytabThatDoesNotServeIsNamed()
    {
        QFETCH(QString, principal);
        QFETCH(QString, file);
        const KerberosPlace place(m_sandbox);
        const auto cache = m_kerberos.signIn(withKeytab(principal, file)).result();
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KeytabUnusable);
        QVERIFY(cache.error().message.contains(file));
        QVERIFY(place.allBytes().isEmpty());
    }

    void aBrokenConfigurationIsSaidToBeBroken()
    {
        KerberosPlace place(m_sandbox);
        QVERIFY(place.useConfig("[realms\n CORP = {\n"));
        const auto cache = place.signIn(alice);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::ConfigBroken);
        QVERIFY(cache.error().detail.contains(QStringLiteral("krb5_init_context")));
        QCOMPARE(m_kerberos.caches().result().error().code, Error::Code::ConfigBroken);
    }

    void aRefusedPortIsAnUnreachableKdc()
    {
        KerberosPlace place(m_sandbox);
        auto gone = std::make_unique<SilentKdc>();
        const QString address = QStringLiteral("127.0.0.1:%1").arg(gone->port());
        gone.reset();
        QVERIFY(place.useKdcs(m_sandbox.description().usersRealm, {address}));
        QElapsedTimer timer;
        timer.start();
        const auto cache = place.signIn(alice);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KdcUnreachable);
        QVERIFY(cache.error().message.contains(m_sandbox.description().usersRealm));
        QVERIFY(timer.elapsed() < 2000);
    }

    void oneTypoCountsOnceThoughThereIsAPrimaryKdc()
    {
        KerberosPlace place(m_sandbox);
        const KdcRelay replica(m_sandbox.kdc(m_sandbox.description().usersRealm).port);
        // By another name: libkrb5 tells KDCs apart by their host names.
        QVERIFY(useReplicaAndPrimary(
            place, replica.address().replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"))));
        const int before = wrongPasswordsInTheKdcsLog();
        QProcess kinit; // the control: the library alone tries twice
        kinit.start(QStringLiteral("kinit"), {m_sandbox.principal(bob)});
        kinit.write("a typo\n");
        kinit.closeWriteChannel();
        QVERIFY(kinit.waitForFinished());
        const int twice = wrongPasswordsInTheKdcsLog() - before;
        QVERIFY(twice > 0);
        const auto cache = m_kerberos.signIn(withPassword(m_sandbox.principal(bob), "a typo")).result();
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::BadPassword);
        QCOMPARE(2 * (wrongPasswordsInTheKdcsLog() - before - twice), twice);
    }

    void aReplicaThatLacksTheNewPasswordIsNotBelieved()
    {
        KerberosPlace place(m_sandbox);
        const QString realm = m_sandbox.description().usersRealm;
        KdcRelay replica(m_sandbox.kdc(realm).port);
        QVERIFY(useReplicaAndPrimary(
            place, replica.address().replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"))));
        QVERIFY(m_sandbox.administer(realm, "addprinc -pw old-Word1 -pwexpire 2020-01-01 moved\n"));
        QByteArray refusal; // as the replica words it
        replica.replaceAnswers([&](const QByteArray &answer) {
            constexpr char error = 0x7e; // KRB-ERROR (RFC 4120, 5.10)
            if (answer.startsWith(error))
                refusal = answer;
            return answer;
        });
        QCOMPARE(m_kerberos.signIn(withPassword(m_sandbox.principal(bob), "a typo")).result().error().code,
                 Error::Code::BadPassword);
        int granted = 0;
        replica.replaceAnswers([&](const QByteArray &answer) {
            constexpr char reply = 0x6b; // AS-REP
            // The ticket for changing the password is the first.
            return answer.startsWith(reply) && ++granted > 1 ? refusal : answer;
        });
        SignInRequest request = withPassword(QStringLiteral("moved@") + realm, "old-Word1");
        request.prompter = std::make_shared<ScriptedPrompter>(
            std::deque<QList<QByteArray>>{{"brand-new-Word2", "brand-new-Word2"}});
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
        QVERIFY(granted > 1); // the replica was asked, and did not know it
    }

    void aSilentKdcGetsItsVerdictInTime()
    {
        KerberosPlace place(m_sandbox);
        SilentKdc silent;
        QVERIFY(place.useKdcs(m_sandbox.description().usersRealm,
                              {QStringLiteral("127.0.0.1:%1").arg(silent.port())}));
        QElapsedTimer timer;
        timer.start();
        const auto cache = place.signIn(alice);
        QVERIFY(!cache);
        QCOMPARE(cache.error(), kdcSilent(m_sandbox.description().usersRealm));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void cancellingIsAnsweredAtOnce()
    {
        KerberosPlace place(m_sandbox);
        KdcRelay relay(m_sandbox.kdc(m_sandbox.description().usersRealm).port);
        relay.hold();
        QVERIFY(place.useKdcs(m_sandbox.description().usersRealm, {relay.address()}));
        std::stop_source stop;
        auto future = m_kerberos.signIn(place.request(alice), stop.get_token());
        QTRY_VERIFY(relay.requests() > 0);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
        QVERIFY(timer.elapsed() < 100);
        // The KDC's answers come after all, but nobody wants them any more.
        relay.release();
        QVERIFY(Worker::waitForAll(30s));
        QVERIFY(place.allBytes().isEmpty());
    }

    void aCancelledRenewalChangesNothing()
    {
        KerberosPlace place(m_sandbox);
        const auto cache = place.signIn(alice);
        QVERIFY(cache);
        const auto before = place.allBytes();
        KdcRelay relay(m_sandbox.kdc(m_sandbox.description().usersRealm).port);
        relay.hold();
        QVERIFY(place.useKdcs(m_sandbox.description().usersRealm, {relay.address()}));
        std::stop_source stop;
        auto future = m_kerberos.renew(cache->name, stop.get_token());
        QTRY_VERIFY(relay.requests() > 0);
        stop.request_stop();
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
        relay.release();
        QVERIFY(Worker::waitForAll(30s));
        QCOMPARE(place.allBytes(), before);
    }
};

QTEST_GUILESS_MAIN(KrbTest)
#include "krbtest.moc"
