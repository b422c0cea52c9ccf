// SPDX-License-Identifier: GPL-2.0-or-later
// A KDC that says nothing, which libkrb5 waits for half a minute: the window stays alive, and the person is told.
#include "core/base/worker.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/program.h"
#include "tests/support/sandbox.h"
#include "tests/support/slowness.h"
#include "tests/support/stallmeter.h"
#include "ui/logindialog.h"
#include "ui/sessiontab.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 15s;
constexpr auto longestStall = 50ms * slowness;
constexpr auto cancelLimit = 100ms;
constexpr auto verdictLimit = 5s;

const QString writer = QStringLiteral("writer");
const QString verdict = QStringLiteral("No KDC of CORP.EXAMPLE.COM answers");

/// From its making until now.
class Watch
{
public:
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now()
                                                                     - m_start);
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace

Q_DECLARE_METATYPE(latchkey::test::SilentKdc::Connections)

class SilentKdcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void theMeterSeesAStall();
    void signingInEndsInAVerdict_data();
    void signingInEndsInAVerdict();
    void signingInCanBeCancelled_data() { signingInEndsInAVerdict_data(); }
    void signingInCanBeCancelled();
    void connectingEndsInAVerdict();
    void connectingCanBeCancelled();
    void theProgramEndsAtOnce();

private:
    void useSilentKdc(SilentKdc::Connections connections);
    /// Fills in the dialog, an event at a time, and waits until the KDC has been asked.
    bool startSignIn(Program &program, StallMeter &meter);
    bool startConnecting(Program &program, StallMeter &meter);
    /// Within `limit`, and longer only by what the machine itself stood still.
    static bool isWithin(std::chrono::milliseconds taken, std::chrono::milliseconds limit,
                         const StallMeter &meter)
    {
        return taken <= limit + meter.longestPause();
    }

    Sandbox m_sandbox;
    std::unique_ptr<KerberosPlace> m_place;
    std::unique_ptr<SilentKdc> m_kdc;
};

#define VERIFY_WITHIN(taken, limit, meter)                                                                   \
    QVERIFY2(isWithin(taken, limit, meter),                                                                  \
             qPrintable(QStringLiteral("%1 ms, while the machine itself stood still for %2 ms at most")      \
                            .arg((taken).count())                                                            \
                            .arg((meter).longestPause().count())))

void SilentKdcTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void SilentKdcTest::init()
{
    m_place = std::make_unique<KerberosPlace>(m_sandbox);
}

void SilentKdcTest::cleanup()
{
    m_kdc.reset();
}

void SilentKdcTest::cleanupTestCase()
{
    QVERIFY(Worker::waitForAll(60s)); // libkrb5 goes on waiting
}

void SilentKdcTest::useSilentKdc(SilentKdc::Connections connections)
{
    m_kdc = std::make_unique<SilentKdc>(connections);
    QVERIFY(m_place->useKdcs(m_sandbox.description().usersRealm, {u"127.0.0.1:%1"_qs.arg(m_kdc->port())}));
}

bool SilentKdcTest::startSignIn(Program &program, StallMeter &meter)
{
    auto *button = program.window().findChild<QPushButton *>(u"signIn"_qs);
    meter.perform([&] { QTest::mouseClick(button, Qt::LeftButton); });
    const auto isOpen = [&] { return program.loginDialog() && program.loginDialog()->isVisible(); };
    if (!meter.runUntil(isOpen, patience))
        return false;
    meter.perform([&] { program.loginDialog()->setPrincipal(m_sandbox.principal(u"alice"_qs)); });
    for (const QChar letter : u"not asked for"_qs)
        meter.perform([&] { QTest::keyClick(program.passwordField(), letter.toLatin1()); });
    meter.perform([&] { QTest::keyClick(program.passwordField(), Qt::Key_Return); });
    return meter.runUntil([&] { return m_kdc->wasAsked(); }, patience);
}

bool SilentKdcTest::startConnecting(Program &program, StallMeter &meter)
{
    meter.perform([&] { program.doubleClick(writer); });
    return meter.runUntil([&] { return m_kdc->wasAsked(); }, patience);
}

void SilentKdcTest::theMeterSeesAStall()
{
    StallMeter meter;
    meter.perform([] {
        const Watch watch;
        while (watch.elapsed() <= 2 * longestStall) { }
    });
    QVERIFY(meter.longestStall() > longestStall);
}

void SilentKdcTest::signingInEndsInAVerdict_data()
{
    QTest::addColumn<SilentKdc::Connections>("connections");
    QTest::newRow("connections are taken") << SilentKdc::Connections::Taken;
    QTest::newRow("connections are dropped") << SilentKdc::Connections::Dropped;
}

void SilentKdcTest::signingInEndsInAVerdict()
{
    QFETCH(SilentKdc::Connections, connections);
    useSilentKdc(connections);
    Program program;
    QVERIFY(program.waitUntilKnown());
    StallMeter meter;
    QVERIFY(startSignIn(program, meter));
    const Watch watch;
    QVERIFY(meter.runUntil([&] { return !program.loginSentence().isEmpty(); }, patience));
    VERIFY_WITHIN(watch.elapsed(), verdictLimit, meter);
    QVERIFY2(program.loginSentence().startsWith(verdict), qPrintable(program.loginSentence()));
    VERIFY_WITHIN(meter.longestStall(), longestStall, meter);
}

void SilentKdcTest::signingInCanBeCancelled()
{
    QFETCH(SilentKdc::Connections, connections);
    useSilentKdc(connections);
    Program program;
    QVERIFY(program.waitUntilKnown());
    StallMeter meter;
    QVERIFY(startSignIn(program, meter));
    QVERIFY(program.loginDialog()->findChild<QProgressBar *>()->isVisible());
    auto *cancel = program.loginDialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
    const Watch watch;
    meter.perform([&] { QTest::mouseClick(cancel, Qt::LeftButton); });
    QVERIFY(meter.runUntil([&] { return !program.loginDialog(); }, patience));
    VERIFY_WITHIN(watch.elapsed(), cancelLimit, meter);
    VERIFY_WITHIN(meter.longestStall(), longestStall, meter);
    QVERIFY(program.windowSentence().isEmpty());
}

void SilentKdcTest::connectingEndsInAVerdict()
{
    QVERIFY(m_place->signIn(u"alice"_qs));
    useSilentKdc(SilentKdc::Connections::Taken);
    Program program;
    QVERIFY(program.waitUntilKnown());
    StallMeter meter;
    const Watch watch;
    QVERIFY(startConnecting(program, meter));
    QVERIFY(meter.runUntil([&] { return !program.sessionSentence().isEmpty(); }, patience));
    VERIFY_WITHIN(watch.elapsed(), verdictLimit, meter);
    QVERIFY2(program.sessionSentence().startsWith(verdict), qPrintable(program.sessionSentence()));
    VERIFY_WITHIN(meter.longestStall(), longestStall, meter);
}

void SilentKdcTest::connectingCanBeCancelled()
{
    QVERIFY(m_place->signIn(u"alice"_qs));
    useSilentKdc(SilentKdc::Connections::Taken);
    Program program;
    QVERIFY(program.waitUntilKnown());
    StallMeter meter;
    QVERIFY(startConnecting(program, meter));
    SessionTab *tab = program.tabs().value(0);
    QVERIFY(tab && tab->isBusy());
    const Watch watch;
    meter.perform([&] { QTest::keyClick(tab, Qt::Key_Escape); });
    QVERIFY(meter.runUntil([&] { return !tab->isBusy(); }, patience));
    VERIFY_WITHIN(watch.elapsed(), cancelLimit, meter);
    VERIFY_WITHIN(meter.longestStall(), longestStall, meter);
    QVERIFY2(program.sessionSentence().contains(u"was cancelled"), qPrintable(program.sessionSentence()));
}

void SilentKdcTest::theProgramEndsAtOnce()
{
    useSilentKdc(SilentKdc::Connections::Taken);
    StallMeter meter;
    auto program = std::make_unique<Program>();
    QVERIFY(program->waitUntilKnown());
    QVERIFY(startSignIn(*program, meter));
    const Watch watch;
    program.reset();
    VERIFY_WITHIN(watch.elapsed(), cancelLimit, meter);
}

QTEST_MAIN(SilentKdcTest)
#include "silentkdctest.moc"
