// SPDX-License-Identifier: GPL-2.0-or-later
// A million rows from the server into the grid, in turns with `mariadb --quick` printing them to nowhere; then sorting,
// filtering and scrolling them, how long the window stood still, and what the rows take: `gridbench [ROUNDS [ROWS]]`.
#include "core/base/whendone.h"
#include "core/result/resultstore.h"
#include "core/sql/session.h"
#include "tests/bench/figures.h"
#include "tests/bench/residentmemory.h"
#include "tests/support/sandbox.h"
#include "tests/support/stallmeter.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/statementrunner.h"

#include <QApplication>
#include <QTableView>

#include <atomic>
#include <cstdio>

#include <malloc.h>

using namespace latchkey;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto patience = 5min;

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// What is really in use, in bytes.
double usedMemory()
{
    malloc_trim(0);
    return bench::residentMemory();
}

QString tableOf(int rows)
{
    return QStringLiteral(
               "drop database if exists gridbench; create database gridbench; use gridbench; "
               "create table million (id int not null, name varchar(40), hash char(32), "
               "amount decimal(12,2), at datetime) engine=aria transactional=0 as select seq as id, "
               "concat('row ', (seq * 7919) %% %1) as name, md5(seq) as hash, "
               "cast((seq * 104729) %% 10000000 / 100 as decimal(12,2)) as amount, "
               "timestamp('2024-01-01') + interval seq second as at from seq_1_to_%1;")
        .arg(rows)
        .replace(QLatin1String("%%"), QLatin1String("%"));
}

const QString statement = QStringLiteral("select * from gridbench.million");

/// What a viewport has painted of the rows.
class FirstPaint : public QObject
{
public:
    FirstPaint(QTableView *table, const ResultModel &model) : m_model(model)
    {
        table->viewport()->installEventFilter(this);
    }
    void reset() { m_isSeen = m_isTimed = false; }
    bool isTimed() const { return m_isTimed; }
    Clock::time_point time() const { return m_time; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (!m_isSeen && event->type() == QEvent::Paint && m_model.rowCount() > 0) {
            m_isSeen = true;
            QMetaObject::invokeMethod(
                this, [this] { note(); }, Qt::QueuedConnection); // behind the painting
        }
        return false;
    }

private:
    void note()
    {
        m_time = Clock::now();
        m_isTimed = true;
    }

    const ResultModel &m_model;
    bool m_isSeen = false;
    bool m_isTimed = false;
    Clock::time_point m_time;
};

class Bench
{
public:
    explicit Bench(const test::Sandbox &sandbox)
        : m_sandbox(sandbox), m_server(sandbox.server(QStringLiteral("writer")))
    {
        QObject::connect(&m_runner, &StatementRunner::columnsArrived, &m_grid,
                         [this](const std::shared_ptr<result::ResultStore> &store) {
                             m_store = store;
                             m_grid.begin(store);
                         });
        QObject::connect(&m_runner, &StatementRunner::rowsArrived, &m_grid, &ResultGrid::rowsArrived);
        QObject::connect(&m_runner, &StatementRunner::ended, &m_grid,
                         [this](const auto &, const Result<sql::StatementSummary> &result) {
                             m_isGood = bool(result);
                             m_isDone = true;
                             if (result)
                                 m_grid.finish(*result, false);
                             else
                                 m_grid.breakOff();
                         });
        m_grid.resize(1000, 600);
        m_grid.show();
    }

    bool printElsewhere(bench::Figures &figures)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MYSQL_PWD"), m_sandbox.description().admin.password);
        QProcess client;
        client.setProcessEnvironment(environment);
        client.setStandardOutputFile(QProcess::nullDevice());
        figures.time([&] {
            client.start(QStringLiteral("mariadb"),
                         {QStringLiteral("--no-defaults"), QStringLiteral("--quick"),
                          QStringLiteral("--host=") + m_server.host,
                          QStringLiteral("--port=%1").arg(m_server.port),
                          QStringLiteral("--user=") + m_sandbox.description().admin.user,
                          QStringLiteral("--execute=") + statement});
            client.waitForFinished(-1);
        });
        return client.exitCode() == 0;
    }

    /// Login included, as the peer's is.
    bool readIntoGrid(bench::Figures &figures, bench::Figures &firstRow)
    {
        m_firstPaint.reset();
        m_isDone = false;
        std::atomic<Clock::time_point> firstByte;
        figures.time([&] {
            m_meter.perform([&] { start(firstByte); });
            m_meter.runUntil([this] { return m_isDone; }, patience);
        });
        m_meter.runUntil([this] { return m_firstPaint.isTimed(); }, 10s);
        firstRow = bench::Figures({milliseconds(m_firstPaint.time() - firstByte.load())});
        return m_isGood;
    }

    bool order(bench::Figures &figures, const result::RowOrder &order)
    {
        bool isShown = false;
        const auto connection =
            QObject::connect(&model(), &ResultModel::orderShown, &m_grid, [&] { isShown = true; });
        figures.time([&] {
            m_meter.perform([&] { model().setOrder(order); });
            m_meter.runUntil([&] { return isShown; }, patience);
        });
        QObject::disconnect(connection);
        return isShown;
    }

    void scrollToEnd()
    {
        m_meter.perform([this] { table()->scrollToBottom(); });
        m_meter.runUntil(
            [this] {
                return table()->rowAt(table()->viewport()->height() - 1) == model().rowCount() - 1
                       || table()->indexAt(table()->viewport()->rect().center()).isValid();
            },
            patience);
    }

    test::StallMeter &meter() { return m_meter; }
    ResultModel &model() { return m_grid.model(); }
    const result::ResultStore &store() const { return *m_store; }
    void clear()
    {
        m_store = std::make_shared<result::ResultStore>(QList<sql::Column>());
        m_grid.begin(m_store);
    }

private:
    QTableView *table() { return m_grid.findChild<QTableView *>(QStringLiteral("resultTable")); }

    void start(std::atomic<Clock::time_point> &firstByte)
    {
        sql::ConnectOptions options;
        options.host = m_server.host;
        options.port = m_server.port;
        options.user = m_sandbox.description().admin.user;
        options.tls = TlsPolicy::Off;
        options.authentication = Authentication::Password;
        options.password =
            std::make_shared<const Secret>(m_sandbox.description().admin.password.toStdString());
        whenDone(sql::Session::open(std::move(options), {}), &m_grid,
                 [this, &firstByte](const Result<std::shared_ptr<sql::Session>> &session) {
                     if (session) {
                         m_session = *session;
                         run(firstByte);
                     } else {
                         std::fprintf(stderr, "%s\n", qPrintable(session.error().message));
                         m_isDone = true;
                     }
                 });
    }

    void run(std::atomic<Clock::time_point> &firstByte)
    {
        const auto noted = [session = m_session, &firstByte](const QString &sql, sql::RowSink sink,
                                                             sql::RunLimits limits, std::stop_token stop) {
            const auto columns = sink.columns;
            sink.columns = [columns, &firstByte](QList<sql::Column> described) {
                firstByte = Clock::now();
                columns(std::move(described));
            };
            return session->run(sql, sink, limits, std::move(stop));
        };
        m_runner.start(noted, {{statement, 0, {}}});
    }

    const test::Sandbox &m_sandbox;
    const sandbox::ServerDescription m_server;
    std::shared_ptr<sql::Session> m_session;
    ResultGrid m_grid;
    StatementRunner m_runner;
    FirstPaint m_firstPaint{table(), m_grid.model()};
    test::StallMeter m_meter;
    std::shared_ptr<result::ResultStore> m_store;
    bool m_isGood = false;
    bool m_isDone = false;
};

bool measure(Bench &bench, int rounds)
{
    bench::Figures peer, ours, firstRows, byInteger, byText, byDecimal, filtered;
    QList<double> first;
    double memory = 0;
    for (int round = 0; round < rounds; ++round) {
        bench.clear();
        const double before = usedMemory();
        bench::Figures firstRow;
        if (!bench.printElsewhere(peer) || !bench.readIntoGrid(ours, firstRow))
            return false;
        first.append(firstRow.median());
        memory = usedMemory() - before;
    }
    bench::printRatio(QStringLiteral("read into the grid"), ours, QStringLiteral("mariadb --quick"), peer,
                      1.0);
    bench::printLimited(QStringLiteral("first row painted after the first byte, ms"),
                        bench::Figures(first).median(), 30);
    const auto values = static_cast<double>(bench.store().valueBytes());
    bench::printLimited(QStringLiteral("rows' memory : values' bytes (%1 MB)").arg(values / 1e6, 0, 'f', 1),
                        static_cast<double>(bench.store().memory()) / values, 1.35);
    bench::printLimited(QStringLiteral("the process's growth : values' bytes"), memory / values, 1.35);
    bench::printLimited(QStringLiteral("longest stall while reading, ms"),
                        static_cast<double>(bench.meter().longestStall().count()), 50);
    bench::printLimited(QStringLiteral("the same without waiting for a processor, ms"),
                        static_cast<double>(bench.meter().longestOwnStall().count()), 50);

    for (int round = 0; round < rounds; ++round) {
        const bool isDescending = round % 2 == 1;
        if (!bench.order(byInteger, {0, isDescending, {}, {}})
            || !bench.order(byText, {1, isDescending, {}, {}})
            || !bench.order(byDecimal, {3, isDescending, {}, {}})
            || !bench.order(filtered, {{}, false, QStringLiteral("abc%1").arg(round), {}}))
            return false;
    }
    bench.order(byInteger, {0, true, {}, {}});
    bench::printLimited(QStringLiteral("sort by int, ms"), byInteger.median(), 500);
    bench::printLimited(QStringLiteral("sort by text, ms"), byText.median(), 1500);
    bench::printLimited(QStringLiteral("sort by decimal, ms"), byDecimal.median(), 1500);
    bench::printLimited(QStringLiteral("filter, ms"), filtered.median(), 1500);
    bench.scrollToEnd();
    bench::printLimited(QStringLiteral("longest stall of all, ms"),
                        static_cast<double>(bench.meter().longestStall().count()), 50);
    bench::printLimited(QStringLiteral("the same without waiting for a processor, ms"),
                        static_cast<double>(bench.meter().longestOwnStall().count()), 50);
    QTextStream(stdout) << QStringLiteral("(the machine itself stood still for %1 ms at most)\n")
                               .arg(bench.meter().longestPause().count());
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rounds = std::max(arguments.value(1).toInt(), 0);
    const int rows = arguments.value(2).toInt();
    test::Sandbox sandbox;
    if (!sandbox.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.problem()));
        return 1;
    }
    QByteArray output;
    if (!sandbox.execute(QStringLiteral("writer"), tableOf(rows > 0 ? rows : 1'000'000).toUtf8(), &output)) {
        std::fprintf(stderr, "%s\n", output.constData());
        return 1;
    }
    Bench bench(sandbox);
    return measure(bench, rounds > 0 ? rounds : 11) ? 0 : 1;
}
