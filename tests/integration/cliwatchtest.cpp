// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/clirunner.h"
#include "tests/integration/pseudoterminal.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/sandbox.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <functional>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace latchkey::test;

namespace {

constexpr int soon = 500; ///< ms; 200 where nothing else runs
constexpr int patience = 20'000; ///< ms

bool send(const QProcess &process, int signal)
{
    const auto number = static_cast<pid_t>(process.processId());
    return number > 0 && kill(number, signal) == 0;
}

/// Collects what a program prints while it runs.
class Printed
{
public:
    explicit Printed(QProcess &process) : m_process(process) { }

    const QByteArray &errors()
    {
        m_errors += m_process.readAllStandardError();
        return m_errors;
    }
    bool waitForError(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return errors().contains(text); }, patience);
    }
    /// The next line of standard output; empty if none comes in time.
    QByteArray nextLine(int milliseconds)
    {
        const bool isThere = QTest::qWaitFor([&] { return m_process.canReadLine(); }, milliseconds);
        return isThere ? m_process.readLine() : QByteArray();
    }

private:
    QProcess &m_process;
    QByteArray m_errors;
};

/// How often any thread of the process has slept: each was a wakeup.
int wakeupsOf(qint64 process)
{
    int count = 0;
    const QDir threads(QStringLiteral("/proc/%1/task").arg(process));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile status(threads.filePath(thread + QStringLiteral("/status")));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                count += line.mid(24).trimmed().toInt();
        }
    }
    return count;
}

} // namespace

/// The commands that go on: `tickets --watch` and `renew --daemon`.
class CliWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aChangeIsPrintedAtOnce_data();
    void aChangeIsPrintedAtOnce();
    void anExpiryIsPrintedToo();
    void listingsFollowEachOtherWithTheirTimes();
    void aTerminalIsDrawnOverAndNeverOverrun();
    void aReaderThatLeavesEndsIt();
    void waitingCostsNothing();

    void aTicketIsRenewedAndTheEndIsSaid();
    void whenAndHowOftenIsAnOption();
    void whenToWarnIsAnOption();
    void onlyTheCacheThatIsNamedIsRenewed();
    void withoutATicketNothingIsStarted();
    void signalsEndIt_data();
    void signalsEndIt();
    void nohupKeepsItAlive();
    void aCommandHasItsTicketsAndTheLastWord_data();
    void aCommandHasItsTicketsAndTheLastWord();
    void aCommandGetsTheSignals();
    void theNumberIsInItsFileAsLongAsItRuns();

private:
    Ended signIn(const QString &user, const QStringList &more = {});
    std::unique_ptr<QProcess> daemon(const QStringList &more = {}) const
    {
        return m_cli->start(QStringList{u"renew"_qs, u"--daemon"_qs} + more);
    }
    /// One that has begun its work.
    std::unique_ptr<QProcess> runningDaemon(const QStringList &more = {}) const;

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
};

void CliWatchTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
}

void CliWatchTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

Ended CliWatchTest::signIn(const QString &user, const QStringList &more)
{
    return m_cli->run(QStringList{u"sign-in"_qs, m_sandbox.principal(user), u"--password-stdin"_qs} + more,
                      m_sandbox.password(user).toUtf8() + '\n');
}

void CliWatchTest::aChangeIsPrintedAtOnce_data()
{
    QTest::addColumn<QString>("cache");
    QTest::newRow("FILE") << u"FILE:"_qs;
    QTest::newRow("DIR") << u"DIR:"_qs;
}

void CliWatchTest::aChangeIsPrintedAtOnce()
{
    QFETCH(QString, cache);
    m_cli->setVariable(u"KRB5CCNAME"_qs, cache + m_cli->file(u"watched"_qs));
    const auto process = m_cli->start({u"tickets"_qs, u"--watch"_qs, u"--json"_qs});
    Printed printed(*process);
    QCOMPARE(printed.nextLine(patience), "[]\n");
    const auto next = [&] { return QJsonDocument::fromJson(printed.nextLine(soon)).array(); };
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const QJsonArray first = next();
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.first().toObject().value(u"principal").toString(), m_sandbox.principal(u"alice"_qs));
    QCOMPARE(m_cli->run({u"renew"_qs}).code, 0);
    QCOMPARE(next().size(), 1);
    QCOMPARE(m_cli->run({u"destroy"_qs, u"--all"_qs}).code, 0);
    QCOMPARE(next(), QJsonArray());
    QVERIFY(send(*process, SIGINT));
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 130);
    QCOMPARE(ended.output, QByteArray()); // nothing was printed that has not changed
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliWatchTest::anExpiryIsPrintedToo()
{
    QCOMPARE(signIn(u"alice"_qs, {u"--lifetime"_qs, u"3"_qs}).code, 0);
    const auto process = m_cli->start({u"tickets"_qs, u"--watch"_qs, u"--json"_qs, u"--valid"_qs});
    Printed printed(*process);
    const auto ticketsOf = [](const QByteArray &line) {
        return QJsonDocument::fromJson(line).array().first().toObject().value(u"tickets").toArray();
    };
    QByteArray line = printed.nextLine(patience);
    if (!ticketsOf(line).isEmpty()) // else the machine is slow
        line = printed.nextLine(patience);
    QVERIFY2(ticketsOf(line).isEmpty(), line.constData());
    QVERIFY(send(*process, SIGTERM));
    QCOMPARE(m_cli->finish(*process).code, 130);
}

void CliWatchTest::listingsFollowEachOtherWithTheirTimes()
{
    const auto process = m_cli->start({u"tickets"_qs, u"--watch"_qs});
    Printed printed(*process);
    QVERIFY(printed.nextLine(patience).startsWith("== 20"));
    QVERIFY(printed.nextLine(patience).startsWith("Nobody is signed in."));
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QCOMPARE(printed.nextLine(patience), "\n");
    QVERIFY(printed.nextLine(patience).startsWith("== 20"));
    QVERIFY(printed.nextLine(patience).startsWith(m_sandbox.principal(u"alice"_qs).toUtf8()));
    process->kill();
    m_cli->finish(*process);
}

void CliWatchTest::aTerminalIsDrawnOverAndNeverOverrun()
{
    constexpr unsigned short rows = 10;
    PseudoTerminal terminal(200, rows);
    const auto process = m_cli->start({u"tickets"_qs, u"--watch"_qs}, {}, terminal.withOutput());
    QVERIFY(terminal.waitFor(u"Nobody is signed in."_qs));
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QVERIFY(terminal.waitFor(u" min  20"_qs)); // one line a ticket
    QVERIFY(terminal.waitFor(u"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM"_qs));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(signIn(u"bob"_qs, {u"--new-ccache"_qs}).code, 0);
    QVERIFY(terminal.waitFor(u"more line"_qs));
    QVERIFY(terminal.waitFor(u"\x1b[J"_qs));
    const QByteArray last = terminal.shown().mid(terminal.shown().lastIndexOf("\x1b[H"));
    QVERIFY2(last.count('\n') < rows, last.constData());
    QVERIFY(last.contains("Ctrl+C ends."));
    QCOMPARE(last.count("\x1b[K"), last.count('\n')); // nothing of the line before stays
    terminal.type("\x03");
    QCOMPARE(m_cli->finish(*process).code, 130);
}

void CliWatchTest::aReaderThatLeavesEndsIt()
{
    int ends[2];
    QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
    const auto process = m_cli->start({u"tickets"_qs, u"--watch"_qs, u"--json"_qs}, {},
                                      [writeEnd = ends[1]] { dup2(writeEnd, STDOUT_FILENO); });
    close(ends[1]);
    char first[3];
    QCOMPARE(read(ends[0], first, 3), 3);
    close(ends[0]); // and nothing changes
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.errors, QByteArray()); // nobody is left to be told
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliWatchTest::waitingCostsNothing()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto process = m_cli->start({u"tickets"_qs, u"--watch"_qs, u"--json"_qs});
    QVERIFY(!Printed(*process).nextLine(patience).isEmpty());
    const auto wakesWithin = [&](int milliseconds) {
        const int before = wakeupsOf(process->processId());
        return QTest::qWaitFor([&] { return wakeupsOf(process->processId()) != before; }, milliseconds);
    };
    QVERIFY(
        QTest::qWaitFor([&] { return !wakesWithin(200); }, patience)); // the thread that has listed them ends
    QVERIFY(!wakesWithin(5'000)); // nor does the alarm for its answer ring
    process->kill();
    m_cli->finish(*process);
}

std::unique_ptr<QProcess> CliWatchTest::runningDaemon(const QStringList &more) const
{
    auto process = daemon(more);
    const bool isRunning = QTest::qWaitFor(
        [&] { return process->bytesAvailable() > 0 || !process->readAllStandardError().isEmpty(); },
        patience);
    return isRunning ? std::move(process) : nullptr;
}

void CliWatchTest::aTicketIsRenewedAndTheEndIsSaid()
{
    QCOMPARE(signIn(u"alice"_qs, {u"--lifetime"_qs, u"16"_qs, u"--renewable"_qs, u"1h"_qs}).code, 0);
    const auto process = daemon();
    const Ended ended = m_cli->finish(*process);
    const QList<QByteArray> lines = ended.errors.split('\n');
    const QByteArray who = "The ticket of " + m_sandbox.principal(u"alice"_qs).toUtf8();
    QVERIFY2(lines.value(0).contains(who) && lines.value(0).contains("It is to be renewed at"),
             ended.errors.constData());
    // The rules allow one attempt a minute, which is too late for a ticket of seconds.
    QVERIFY2(lines.value(1).contains(who) && lines.value(1).contains("is renewed until"),
             ended.errors.constData());
    QVERIFY2(ended.errors.contains("No ticket is left that can be renewed."), ended.errors.constData());
    QCOMPARE(ended.code, 3);
    QCOMPARE(ended.output, QByteArray());
}

void CliWatchTest::whenAndHowOftenIsAnOption()
{
    QCOMPARE(signIn(u"alice"_qs, {u"--lifetime"_qs, u"12"_qs, u"--renewable"_qs, u"1h"_qs}).code, 0);
    const auto process = daemon({u"--renew-at"_qs, u"10"_qs, u"--interval"_qs, u"1"_qs});
    Printed printed(*process);
    // By the usual rules the second attempt would come a minute after the first, when the ticket is over.
    QVERIFY2(QTest::qWaitFor([&] { return printed.errors().count("is renewed until") >= 2; }, patience),
             printed.errors().constData());
    QVERIFY(send(*process, SIGTERM));
    QCOMPARE(m_cli->finish(*process).code, 0);
    for (const QStringList &wrong :
         {QStringList{u"--renew-at"_qs, u"95"_qs}, QStringList{u"--renew-at"_qs, u"soon"_qs},
          QStringList{u"--interval"_qs, u"0"_qs}, QStringList{u"--longest-wait"_qs, u"x"_qs}})
        QCOMPARE(m_cli->run(QStringList{u"renew"_qs, u"--daemon"_qs} + wrong).code, 2);
    QCOMPARE(m_cli->run({u"renew"_qs, u"--renew-at"_qs, u"50"_qs}).code, 2); // once is now
}

// A ticket that has been renewed to its end is warned of; whoever uses it goes on, so the daemon does.
void CliWatchTest::whenToWarnIsAnOption()
{
    QCOMPARE(signIn(u"alice"_qs, {u"--lifetime"_qs, u"16"_qs, u"--renewable"_qs, u"18"_qs}).code, 0);
    const QStringList quick{u"--renew-at"_qs, u"10"_qs, u"--interval"_qs, u"1"_qs};
    const QStringList command{u"--"_qs, u"sleep"_qs, u"60"_qs};
    const auto twice =
        daemon(quick + QStringList{u"--warn-before"_qs, u"3"_qs, u"--warn-before"_qs, u"1"_qs} + command);
    const auto never = daemon(quick + QStringList{u"--warn-before"_qs, u"0"_qs} + command);
    Printed printed(*twice);
    QVERIFY2(QTest::qWaitFor([&] { return printed.errors().count("Sign in again before that.") == 2; },
                             2 * patience),
             printed.errors().constData());
    for (const auto &process : {std::cref(twice), std::cref(never)})
        QVERIFY(send(*process.get(), SIGTERM));
    m_cli->finish(*twice);
    QCOMPARE(m_cli->finish(*never).errors, QByteArray());
    QCOMPARE(m_cli->run({u"renew"_qs, u"--daemon"_qs, u"--warn-before"_qs, u"soon"_qs}).code, 2);
    QCOMPARE(m_cli->run({u"renew"_qs, u"--warn-before"_qs, u"1m"_qs}).code, 2);
}

void CliWatchTest::onlyTheCacheThatIsNamedIsRenewed()
{
    const QString named = u"FILE:"_qs + m_cli->file(u"named"_qs);
    QCOMPARE(signIn(u"bob"_qs).code, 0);
    QCOMPARE(signIn(u"alice"_qs, {u"--ccache"_qs, named}).code, 0);
    const auto process = daemon({u"--ccache"_qs, named});
    Printed printed(*process);
    QVERIFY(printed.waitForError("alice@"));
    QVERIFY(send(*process, SIGTERM));
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 0);
    QVERIFY(!(printed.errors() + ended.errors).contains("bob@"));
}

void CliWatchTest::withoutATicketNothingIsStarted()
{
    const QString trace = m_cli->file(u"trace"_qs);
    const Ended ended = m_cli->run({u"renew"_qs, u"--daemon"_qs, u"--"_qs, u"touch"_qs, trace});
    QCOMPARE(ended.code, 3);
    QVERIFY(!QFile::exists(trace));
    QCOMPARE(signIn(u"alice"_qs, {u"--renewable"_qs, u"0"_qs}).code, 0);
    QCOMPARE(m_cli->run({u"renew"_qs, u"--daemon"_qs}).code, 3);
    QCOMPARE(m_cli->run({u"renew"_qs, u"--"_qs, u"touch"_qs, trace}).code, 2); // what is meant is not clear
    QCOMPARE(m_cli->run({u"renew"_qs, u"--pid-file"_qs, trace}).code, 2);
}

void CliWatchTest::signalsEndIt_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    QTest::newRow("SIGTERM, as systemd ends it") << SIGTERM << 0;
    QTest::newRow("SIGINT") << SIGINT << 130;
    QTest::newRow("SIGHUP") << SIGHUP << 130;
}

void CliWatchTest::signalsEndIt()
{
    QFETCH(int, signal);
    QFETCH(int, code);
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto process = runningDaemon();
    QVERIFY(process);
    QVERIFY(send(*process, signal));
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliWatchTest::nohupKeepsItAlive()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto process =
        m_cli->start({u"renew"_qs, u"--daemon"_qs}, {}, [] { std::signal(SIGHUP, SIG_IGN); });
    QVERIFY(Printed(*process).waitForError("alice@"));
    QVERIFY(send(*process, SIGHUP));
    QVERIFY(send(*process, SIGTERM));
    QCOMPARE(m_cli->finish(*process).code, 0); // not 130
}

void CliWatchTest::aCommandHasItsTicketsAndTheLastWord_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("its tickets") << QStringList{u"klist"_qs, u"-s"_qs} << 0 << QByteArray();
    QTest::newRow("its arguments") << QStringList{u"echo"_qs, u"--verbose"_qs, u"--help"_qs} << 0
                                   << QByteArray("--verbose --help\n");
    QTest::newRow("its cache") << QStringList{u"sh"_qs, u"-c"_qs, u"echo ${KRB5CCNAME##*/}; exit 7"_qs} << 7
                               << QByteArray("named\n");
    QTest::newRow("its end") << QStringList{u"sh"_qs, u"-c"_qs, u"kill -KILL $$"_qs} << 128 + SIGKILL
                             << QByteArray();
    rlimit core = {};
    getrlimit(RLIMIT_CORE, &core);
    core.rlim_cur = core.rlim_max;
    setrlimit(RLIMIT_CORE, &core); // which the command is started with
    if (core.rlim_max == RLIM_INFINITY)
        QTest::newRow("its core dumps")
            << QStringList{u"sh"_qs, u"-c"_qs, u"ulimit -Sc"_qs} << 0 << QByteArray("unlimited\n");
    QTest::newRow("not there") << QStringList{u"/no/such/command"_qs} << 127 << QByteArray();
}

void CliWatchTest::aCommandHasItsTicketsAndTheLastWord()
{
    QFETCH(QStringList, command);
    QFETCH(int, code);
    QFETCH(QByteArray, output);
    const QString named = u"FILE:"_qs + m_cli->file(u"named"_qs);
    QCOMPARE(signIn(u"alice"_qs, {u"--ccache"_qs, named}).code, 0);
    const Ended ended =
        m_cli->run(QStringList{u"renew"_qs, u"--daemon"_qs, u"--ccache"_qs, named, u"--"_qs} + command);
    QCOMPARE(ended.code, code);
    QCOMPARE(ended.output, output);
    QCOMPARE(ended.errors.isEmpty(), code != 127); // what goes well is not said in the middle of its output
}

void CliWatchTest::aCommandGetsTheSignals()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto process =
        m_cli->start({u"renew"_qs, u"--daemon"_qs, u"--"_qs, u"sh"_qs, u"-c"_qs,
                      u"trap 'echo told; exit 9' TERM; echo ready; while :; do sleep 0.1; done"_qs});
    QCOMPARE(Printed(*process).nextLine(patience), "ready\n");
    QVERIFY(send(*process, SIGTERM));
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.output, "told\n");
    QCOMPARE(ended.code, 9);
}

void CliWatchTest::theNumberIsInItsFileAsLongAsItRuns()
{
    const QString name = m_cli->file(u"number"_qs);
    const QStringList words{u"--pid-file"_qs, name};
    const auto content = [&name] {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    auto process = runningDaemon(words);
    QVERIFY(process);
    QCOMPARE(content(), QByteArray::number(process->processId()) + '\n');
    const auto second = daemon(words);
    const Ended refused = m_cli->finish(*second);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.errors.contains(name.toUtf8()), refused.errors.constData());
    process->kill();
    m_cli->finish(*process);
    QVERIFY(QFile::exists(name)); // left behind, and no obstacle
    process = runningDaemon(words);
    QVERIFY(process);
    QCOMPARE(content(), QByteArray::number(process->processId()) + '\n');
    QVERIFY(send(*process, SIGTERM));
    QCOMPARE(m_cli->finish(*process).code, 0);
    QVERIFY(!QFile::exists(name));
    const auto nowhere = daemon({u"--pid-file"_qs, m_cli->file(u"no/folder"_qs)});
    QCOMPARE(m_cli->finish(*nowhere).code, 7);
}

QTEST_GUILESS_MAIN(CliWatchTest)
#include "cliwatchtest.moc"
