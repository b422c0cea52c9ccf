// SPDX-License-Identifier: GPL-2.0-or-later
// A bus that accepts and says nothing. A program of its own, because libdbus keeps the first address that it finds.
#include "core/base/worker.h"
#include "tests/support/slowness.h"
#include "tests/support/stallmeter.h"
#include "ui/desktopbus.h"
#include "ui/idletime.h"
#include "ui/notifier.h"
#include "ui/screenlock.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;
constexpr auto longestStall = 50ms * slowness;

} // namespace

class SilentBusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void nothingStallsAndTheNoticeComesBack();

private:
    QTemporaryDir m_folder;
    QLocalServer m_bus;
};

void SilentBusTest::initTestCase()
{
    QVERIFY(m_bus.listen(m_folder.filePath(QStringLiteral("bus"))));
    const QByteArray address = "unix:path=" + m_bus.fullServerName().toUtf8();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
}

void SilentBusTest::cleanupTestCase()
{
    // libdbus gives up when the bus hangs up.
    QVERIFY(QTest::qWaitFor(
        [this] {
            while (QLocalSocket *socket = m_bus.nextPendingConnection())
                delete socket;
            return Worker::waitForAll(10ms);
        },
        patience / 1ms));
}

void SilentBusTest::nothingStallsAndTheNoticeComesBack()
{
    DesktopBus bus;
    Notifier notifier(bus);
    ScreenLock lock(bus);
    IdleTime idle(bus);
    QSignalSpy failed(&notifier, &Notifier::failed);
    std::optional<bool> tellsIdleTime;
    StallMeter meter;
    meter.perform([&] {
        lock.start();
        notifier.show(ticketsDestroyed(QStringLiteral("why")));
        idle.ask(&idle,
                 [&](std::optional<IdleTime::Milliseconds> idleFor) { tellsIdleTime = idleFor.has_value(); });
    });
    QVERIFY(meter.runUntil([&] { return !failed.isEmpty() && tellsIdleTime; }, patience));
    meter.perform([&] { notifier.show(ticketsDestroyed(QStringLiteral("why"))); });
    QVERIFY(meter.runUntil([&] { return failed.count() == 2; }, patience));
    QVERIFY(m_bus.hasPendingConnections());
    QCOMPARE(tellsIdleTime, std::optional(false));
    QVERIFY2(meter.longestStall() <= longestStall + meter.longestPause(),
             qPrintable(QString::number(meter.longestStall().count())));
}

QTEST_MAIN(SilentBusTest)
#include "silentbustest.moc"
