// SPDX-License-Identifier: GPL-2.0-or-later
// Tickets that renew themselves, as the window shows it, on a real KDC.
#include "core/base/worker.h"
#include "core/secrets/memorystore.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/program.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000;
const QString alice = QStringLiteral("alice");

QLabel *nextRenewal(Program &program)
{
    return program.window().findChild<QLabel *>(QStringLiteral("nextRenewal"));
}

} // namespace

class WindowRenewalTest : public QObject
{
    Q_OBJECT

private:
    Result<krb::Cache> signInFor(const KerberosPlace &place, std::chrono::seconds life) const
    {
        auto request = place.request(alice);
        request.lifetime = life;
        return krb::KerberosService().signIn(std::move(request)).result();
    }

    /// A ticket that cannot be renewed.
    Result<krb::Cache> signInToTheEnd(const KerberosPlace &place, std::chrono::seconds life) const
    {
        auto request = place.request(alice);
        request.lifetime = life;
        request.renewableLifetime = 0s;
        return krb::KerberosService().signIn(std::move(request)).result();
    }
    secrets::Key aliceKey() const { return {secrets::Kind::KerberosPassword, m_sandbox.principal(alice)}; }
    /// A keychain with that password of alice's.
    secrets::Remembered remembering(const KerberosPlace &place, std::string_view password)
    {
        m_store = std::make_shared<secrets::MemoryStore>();
        secrets::Remembered remembered(m_store, place.path(QStringLiteral("keychain.ini")));
        if (!remembered.remember(aliceKey(), Secret(password)).result())
            qWarning("The password could not be put into the keychain's double.");
        return remembered;
    }
    int wrongPasswordsInTheKdcsLog() const
    {
        QFile log(m_sandbox.folder() + QStringLiteral("/corp/log"));
        return log.open(QIODevice::ReadOnly) ? static_cast<int>(log.readAll().count("PREAUTH_FAILED")) : -1;
    }

    Sandbox m_sandbox;
    std::shared_ptr<secrets::MemoryStore> m_store;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void init() { Settings().save(Settings::defaultFile()); }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void theBarSaysWhenTheTicketIsRenewed()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(alice));
        Program program;
        QVERIFY(program.waitUntilKnown());
        QTRY_VERIFY_WITH_TIMEOUT(nextRenewal(program)->text().startsWith(QStringLiteral("next renewal ")),
                                 patience);
        auto *status = program.window().findChild<QLabel *>(QStringLiteral("remaining"));
        QCOMPARE(status->toolTip(), nextRenewal(program)->text());
    }

    void aTicketIsRenewedByItselfAndTheWindowShowsTheFreshOne()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = signInFor(place, 8s);
        QVERIFY(cache);
        Program program;
        QVERIFY(program.waitUntilKnown());
        const QSignalSpy renewing(&program.identities(), &Identities::renewingChanged);
        const auto end = [&program] {
            const krb::Cache *shown = program.identities().defaultCache();
            return shown && shown->ticketGranting() ? shown->ticketGranting()->endTime : Instant();
        };
        QTRY_VERIFY_WITH_TIMEOUT(end() > cache->ticketGranting()->endTime, patience);
        QVERIFY(program.windowSentence().isEmpty());
        QVERIFY(renewing.count() >= 2); // the icon in the tray showed it
    }

    void switchedOffNothingIsRenewedNorPromised()
    {
        Settings settings;
        settings.renewsTickets = false;
        settings.save(Settings::defaultFile());
        const KerberosPlace place(m_sandbox);
        QVERIFY(signInFor(place, 4s));
        Program program;
        QVERIFY(program.waitUntilKnown());
        const krb::Cache before = *program.identities().defaultCache();
        QTRY_VERIFY_WITH_TIMEOUT(program.identities().now() > before.ticketGranting()->endTime, patience);
        QCOMPARE(*program.identities().defaultCache(), before);
        QVERIFY(nextRenewal(program)->text().isEmpty());
    }

    void signingInAgainTakesTheRememberedPasswordIfThatIsWanted()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = signInToTheEnd(place, 8s);
        QVERIFY(cache);
        const secrets::Remembered remembered = remembering(place, m_sandbox.password(alice).toStdString());
        QVERIFY(remembered.setForUnattended(aliceKey(), true));
        Program program(remembered);
        QVERIFY(program.waitUntilKnown());
        QTRY_VERIFY_WITH_TIMEOUT(nextRenewal(program)->text().startsWith(QStringLiteral("signs in again ")),
                                 patience);
        const auto end = [&program] {
            const krb::Cache *shown = program.identities().defaultCache();
            return shown && shown->ticketGranting() ? shown->ticketGranting()->endTime : Instant();
        };
        QTRY_VERIFY_WITH_TIMEOUT(end() > cache->ticketGranting()->endTime + 1min, patience);
        QCOMPARE(program.identities().caches().size(), 1); // in the place of the old one
        QCOMPARE(program.identities().defaultCache()->name, cache->name);
        QCOMPARE(m_store->reads(), 1);
        QVERIFY(program.windowSentence().isEmpty());
    }

    void aPasswordRememberedWithoutThatWishIsNotUsed()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = signInToTheEnd(place, 4s);
        QVERIFY(cache);
        Program program(remembering(place, m_sandbox.password(alice).toStdString()));
        QVERIFY(program.waitUntilKnown());
        QTRY_VERIFY_WITH_TIMEOUT(program.identities().now() > cache->ticketGranting()->endTime, patience);
        QCOMPARE(m_store->reads(), 0);
    }

    void aRefusedPasswordIsSentOnceForgottenAndTold()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = signInToTheEnd(place, 8s);
        QVERIFY(cache);
        const secrets::Remembered remembered = remembering(place, "not alice's any more");
        QVERIFY(remembered.setForUnattended(aliceKey(), true));
        const int before = wrongPasswordsInTheKdcsLog();
        Program program(remembered);
        QVERIFY(program.waitUntilKnown());
        QTRY_VERIFY2_WITH_TIMEOUT(
            program.windowSentence().contains(QStringLiteral("could not sign in again")),
            qPrintable(program.windowSentence()), patience);
        const int once = wrongPasswordsInTheKdcsLog() - before;
        QVERIFY(once > 0);
        QVERIFY(!remembered.contains(aliceKey()));
        QVERIFY(!m_store->contains(aliceKey()));
        QTRY_VERIFY_WITH_TIMEOUT(program.identities().now() > cache->ticketGranting()->endTime, patience);
        QCOMPARE(m_store->reads(), 1);
        QCOMPARE(wrongPasswordsInTheKdcsLog() - before, once);
    }

    void anOutageIsToldWithItsReason()
    {
        Settings settings;
        settings.warnBefore.clear(); // the end of a ticket of seconds would be near
        settings.save(Settings::defaultFile());
        KerberosPlace place(m_sandbox);
        const auto cache = signInFor(place, 20s);
        QVERIFY(cache);
        QVERIFY(place.useKdcs(m_sandbox.description().usersRealm, {QStringLiteral("127.0.0.1:1")}));
        Program program;
        QVERIFY(program.waitUntilKnown());
        const auto problem = [&] { return program.identities().outlook(cache->name).problem; };
        QTRY_VERIFY_WITH_TIMEOUT(problem(), patience);
        QCOMPARE(problem()->code, Error::Code::KdcUnreachable);
        // There is no notification service here, so the window says it.
        QTRY_VERIFY2(program.windowSentence().contains(QStringLiteral("could not be renewed")),
                     qPrintable(program.windowSentence()));
        QVERIFY2(program.windowSentence().contains(problem()->message), qPrintable(program.windowSentence()));
    }
};

QTEST_MAIN(WindowRenewalTest)
#include "windowrenewaltest.moc"
