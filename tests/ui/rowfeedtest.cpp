// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/resultvalues.h"
#include "ui/sessionrelay.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>

#include <unistd.h>

using namespace latchkey;

namespace {

constexpr int batches = 20;

/// The thread of a session that brings a row at a time.
class Bringer
{
public:
    explicit Bringer(sql::RowSink sink)
        : m_thread([this, sink = std::move(sink)] {
              m_number = gettid();
              sink.columns({test::column("name")});
              for (int batch = 0; batch < batches; ++batch) {
                  sink.rows(test::batchOf(1, {test::Field(std::to_string(batch))}));
                  ++m_taken;
              }
              m_isDone = true;
          })
    { }
    ~Bringer() { m_thread.join(); }

    int taken() const { return m_taken; }
    bool isDone() const { return m_isDone; }
    /// By the kernel; asked for as long as the thread runs.
    bool isAsleep() const
    {
        QFile state(QStringLiteral("/proc/self/task/%1/stat").arg(m_number.load()));
        if (m_number == 0 || !state.open(QIODevice::ReadOnly))
            return false;
        const QByteArray line = state.readAll();
        return line.mid(line.lastIndexOf(')') + 2).startsWith('S');
    }

private:
    std::atomic<pid_t> m_number = 0;
    std::atomic<int> m_taken = 0;
    std::atomic<bool> m_isDone = false;
    std::thread m_thread; ///< last: it uses the others
};

/// Without the event loop, which would take notice.
bool waitWithoutLooking(const std::function<bool()> &condition)
{
    const QDeadlineTimer late(10'000);
    while (!condition() && !late.hasExpired())
        std::this_thread::yield();
    return condition();
}

} // namespace

class RowFeedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionWaitsForAWindowThatTakesNoNotice();
    void lettingTheFeedGoLetsTheSessionRunOn();
};

void RowFeedTest::aSessionWaitsForAWindowThatTakesNoNotice()
{
    std::shared_ptr<result::ResultStore> store;
    const RowFeed feed({[&store](auto begun) { store = std::move(begun); }, [] {}, [](const auto &) {},
                        [](const Error &) {}});
    const Bringer bringer(feed.sink());
    QVERIFY(waitWithoutLooking([&] { return bringer.taken() >= 2 && bringer.isAsleep(); }));
    QCOMPARE(bringer.taken(), 2);

    QTRY_VERIFY(bringer.isDone());
    QTRY_COMPARE(store->rows(), batches);
    for (int row = 0; row < batches; ++row)
        QCOMPARE(QByteArray::fromStdString(std::string(store->cell(row, 0)->value().value())),
                 QByteArray::number(row));
}

void RowFeedTest::lettingTheFeedGoLetsTheSessionRunOn()
{
    auto feed = std::make_unique<RowFeed>(
        RowFeed::Receiver{[](const auto &) {}, [] {}, [](const auto &) {}, [](const Error &) {}});
    const Bringer bringer(feed->sink());
    QVERIFY(waitWithoutLooking([&] { return bringer.taken() >= 2 && bringer.isAsleep(); }));
    feed.reset();
    QVERIFY(waitWithoutLooking([&] { return bringer.isDone(); }));
}

QTEST_GUILESS_MAIN(RowFeedTest)
#include "rowfeedtest.moc"
