// SPDX-License-Identifier: GPL-2.0-or-later
// Tickets that renew themselves, as the window shows it, on a real KDC.
#include "core/base/worker.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/program.h"

#include <QLabel>
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

    Sandbox m_sandbox;

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
        const auto end = [&program] {
            const krb::Cache *shown = program.identities().defaultCache();
            return shown && shown->ticketGranting() ? shown->ticketGranting()->endTime : Instant();
        };
        QTRY_VERIFY_WITH_TIMEOUT(end() > cache->ticketGranting()->endTime, patience);
        QVERIFY(program.windowSentence().isEmpty());
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
