// SPDX-License-Identifier: GPL-2.0-or-later
// Fifty sessions in the window, ten of which fetch all rows of a large result at once, together more than the budget of 1 GiB:
// how long the window stood still, what is in memory and what went to files: `sessionsbench [ROWS [SESSIONS [RUNNING]]]`.
#include "core/base/worker.h"
#include "core/secrets/memorystore.h"
#include "tests/bench/figures.h"
#include "tests/bench/residentmemory.h"
#include "tests/support/sandbox.h"
#include "tests/support/stallmeter.h"
#include "ui/catalogue/knownprofiles.h"
#include "ui/keychain.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <cstdio>

#include <malloc.h>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10min;
constexpr double stallLimit = 100; ///< milliseconds
constexpr double megabyte = 1 << 20;
/// What a result may take beside the budget: pages that are read back to be looked at, and rows on their way.
constexpr double besideBudget = 32 * megabyte;
constexpr double sessionLimit = 4; ///< MiB that an idle session may take

/// Rows of about 300 bytes.
QByteArray tableOf(int rows)
{
    return "use shop; drop table if exists sessions_bench; create table sessions_bench "
           "(id int not null, name varchar(40), hash char(128), note char(128)) engine=aria transactional=0 "
           "as select seq as id, concat('row ', (seq * 7919) % 100003) as name, sha2(seq, 512) as hash, "
           "sha2(seq + 1, 512) as note from seq_1_to_"
           + QByteArray::number(rows);
}

const QString statement = QStringLiteral("select * from shop.sessions_bench");

double milliseconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count());
}

class Bench
{
public:
    Bench(test::Sandbox &sandbox, int rows) : m_sandbox(sandbox), m_rows(rows)
    {
        m_window.setCentralWidget(&m_area);
        m_window.resize(1200, 800);
        m_window.show();
    }
    ~Bench() { m_window.takeCentralWidget(); }

    bool signIn()
    {
        QString password = m_sandbox.password(QStringLiteral("alice"));
        return static_cast<bool>(
            m_kerberos.signIn({m_sandbox.principal(QStringLiteral("alice")), Secret::take(password), {}, {}})
                .result());
    }

    bool open(int sessions)
    {
        test::StallMeter meter;
        m_empty = bench::residentMemory();
        for (int number = 0; number < sessions; ++number)
            meter.perform([&] { m_area.open(profile(number)); });
        const bool all = meter.runUntil([this] { return haveAll(&SessionTab::isConnected); }, patience)
                         && meter.runUntil([this] { return haveNone(&SessionTab::isBusy); }, patience);
        m_idle = bench::residentMemory();
        printStalls(QStringLiteral("opening them"), meter);
        bench::printLimited(QStringLiteral("MiB a session"), (m_idle - m_empty) / megabyte / sessions,
                            sessionLimit);
        return all;
    }

    /// The first rows as everybody sees them, then all rows, in all tabs at once, while somebody goes from tab to tab.
    bool run(int running)
    {
        m_running = m_area.tabs().mid(0, running);
        test::StallMeter meter;
        QElapsedTimer timer;
        timer.start();
        for (SessionTab *tab : m_running) {
            meter.perform([tab] {
                tab->setSql(statement);
                tab->runAll();
            });
        }
        if (!meter.runUntil([this] { return haveNone(&SessionTab::isBusy); }, patience))
            return false;
        for (SessionTab *tab : m_running)
            meter.perform([tab] { tab->findChild<QPushButton *>(QStringLiteral("fetchAll"))->click(); });
        int ticks = 0;
        double peak = 0;
        const bool inTime = meter.runUntil(
            [&] {
                if (++ticks % 10 == 0)
                    peak = std::max(peak, bench::residentMemory());
                if (ticks % 500 == 0)
                    m_area.next(1);
                return haveNone(&SessionTab::isBusy);
            },
            patience);
        printStalls(QStringLiteral("%1 running at once (%2 s)")
                        .arg(running)
                        .arg(static_cast<double>(timer.elapsed()) / 1e3, 0, 'f', 1),
                    meter);
        return inTime && printMemory(peak);
    }

    /// Through all of each result: rows in memory and rows in files.
    bool scroll()
    {
        test::StallMeter meter;
        for (SessionTab *tab : m_running) {
            auto *grid = tab->findChild<ResultGrid *>();
            auto *table = grid->findChild<QTableView *>();
            for (const int percent : {0, 30, 60, 100}) {
                const int row = (m_rows - 1) / 100 * percent;
                meter.perform([&] { table->scrollTo(grid->model().index(row, 0)); });
                const auto isThere = [&] {
                    return grid->model().index(row, 0).data() == QString::number(row + 1);
                };
                if (!meter.runUntil(isThere, patience)) {
                    std::fprintf(stderr, "row %d is not shown\n", row);
                    return false;
                }
            }
        }
        printStalls(QStringLiteral("scrolling through all of them"), meter);
        return true;
    }

    bool close()
    {
        test::StallMeter meter;
        while (!m_area.tabs().isEmpty()) {
            const auto left = m_area.tabs().size();
            meter.perform([this] { m_area.closeCurrent(); });
            if (!meter.runUntil([&] { return m_area.tabs().size() < left; }, 10s))
                return false;
        }
        printStalls(QStringLiteral("closing them"), meter);
        malloc_trim(0);
        bench::printLimited(QStringLiteral("MiB left behind"), (bench::residentMemory() - m_empty) / megabyte,
                            100);
        return true;
    }

private:
    Profile profile(int number) const
    {
        const sandbox::ServerDescription server = m_sandbox.server(QStringLiteral("writer"));
        Profile profile;
        profile.id = QUuid::createUuid();
        profile.name = QStringLiteral("session %1").arg(number);
        profile.host = server.host;
        profile.port = server.port;
        profile.account = QStringLiteral("alice");
        profile.identity.principal = m_sandbox.principal(QStringLiteral("alice"));
        profile.tlsFiles.authorities = m_sandbox.description().caFile;
        return profile;
    }

    using Question = bool (SessionTab::*)() const;
    bool haveAll(Question question) const
    {
        const auto tabs = m_area.tabs();
        return std::all_of(tabs.begin(), tabs.end(),
                           [question](const SessionTab *tab) { return (tab->*question)(); });
    }
    bool haveNone(Question question) const
    {
        const auto tabs = m_area.tabs();
        return std::none_of(tabs.begin(), tabs.end(),
                            [question](const SessionTab *tab) { return (tab->*question)(); });
    }

    static void printStalls(const QString &what, const test::StallMeter &meter)
    {
        QTextStream(stdout) << what << '\n';
        bench::printLimited(QStringLiteral("  longest stall, ms"), milliseconds(meter.longestStall()),
                            stallLimit);
        bench::printLimited(QStringLiteral("  without waiting for a processor, ms"),
                            milliseconds(meter.longestOwnStall()), stallLimit);
        QTextStream(stdout) << QStringLiteral("  (the machine itself stood still for %1 ms at most)\n")
                                   .arg(meter.longestPause().count());
    }

    bool printMemory(double peak) const
    {
        std::size_t kept = 0;
        std::size_t spilled = 0;
        std::size_t values = 0;
        for (SessionTab *tab : m_running) {
            const auto rows = tab->findChild<ResultGrid *>()->model().shownRows();
            if (rows.rows != m_rows) {
                std::fprintf(stderr, "%d of %d rows\n", rows.rows, m_rows);
                return false;
            }
            kept += rows.store->memory();
            spilled += rows.store->spilled();
            values += rows.store->valueBytes();
        }
        const double budget = 1 << 30;
        QTextStream(stdout) << QStringLiteral("%1 MiB of values: %2 MiB in memory, %3 MiB in files\n")
                                   .arg(static_cast<double>(values) / megabyte, 0, 'f', 0)
                                   .arg(static_cast<double>(kept) / megabyte, 0, 'f', 0)
                                   .arg(static_cast<double>(spilled) / megabyte, 0, 'f', 0);
        bench::printLimited(QStringLiteral("share of the budget, MiB"),
                            static_cast<double>(result::MemoryBudget::ofProcess()->used()) / megabyte,
                            budget / megabyte);
        bench::printLimited(QStringLiteral("resident at most, MiB"), peak / megabyte,
                            (m_idle + budget + besideBudget * static_cast<double>(m_running.size()))
                                / megabyte);
        return true;
    }

    test::Sandbox &m_sandbox;
    const int m_rows;
    krb::KerberosService m_kerberos;
    Connector m_connector{m_kerberos};
    QTemporaryDir m_folder;
    ProfileStore m_profiles{m_folder.filePath(QStringLiteral("profiles.json"))};
    Keychain m_keychain{secrets::Remembered(std::make_shared<secrets::MemoryStore>(),
                                            m_folder.filePath(QStringLiteral("names.json")))};
    TeamCatalogues m_catalogues{m_folder.path()};
    KnownProfiles m_known{m_profiles, m_catalogues};
    QMainWindow m_window;
    SessionArea m_area{m_connector, m_known, m_keychain};
    QList<SessionTab *> m_running;
    double m_empty = 0;
    double m_idle = 0;
};

int argument(int position, int usual)
{
    const int given = QCoreApplication::arguments().value(position).toInt();
    return given > 0 ? given : usual;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int rows = argument(1, 400'000);
    const int sessions = argument(2, 50);
    test::Sandbox sandbox;
    QByteArray output;
    if (!sandbox.start() || !sandbox.execute(QStringLiteral("writer"), tableOf(rows), &output)) {
        std::fprintf(stderr, "%s%s\n", qPrintable(sandbox.problem()), output.constData());
        return 1;
    }
    bool done = false;
    {
        Bench bench(sandbox, rows);
        done = bench.signIn() && bench.open(sessions) && bench.run(argument(3, 10)) && bench.scroll()
               && bench.close();
    }
    Worker::waitForAll(10s);
    return done ? 0 : 1;
}
