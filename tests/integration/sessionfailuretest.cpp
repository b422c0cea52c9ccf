// SPDX-License-Identifier: GPL-2.0-or-later
// What fails at any moment of a session's life: sessions connect, query, fetch and cancel all the time, and a query, the
// server, the network or the KDC is killed under them. Nothing may crash, hang, or be taken for complete when it is not.
#include "core/base/worker.h"
#include "core/connect/connector.h"
#include "tests/bench/delayrelay.h"
#include "tests/support/adminoptions.h"
#include "tests/support/sessionvalues.h"
#include "tests/support/slowness.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <csignal>
#include <mutex>
#include <semaphore>
#include <thread>

#include <sys/prctl.h>

using namespace latchkey;
using namespace latchkey::sql;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int moments = 100; ///< of each kind of failure
constexpr int rowCount = 3000;
constexpr auto connectLimit = 3s;
constexpr auto answerLimit = 1s;
/// Beyond the limit that is configured: a statement overdue is killed, which may take a second; the rest is a busy machine.
constexpr auto grace = 4s * slowness;

enum class Doing { Connect, Query, Fetch, Cancel };
constexpr std::array doings{Doing::Connect, Doing::Query, Doing::Fetch, Doing::Cancel};

using Opener = std::function<QFuture<Result<std::shared_ptr<Session>>>()>;

/// What goes wrong in the sessions' threads, which cannot fail a test themselves.
class Complaints
{
public:
    void add(const QString &complaint)
    {
        const std::scoped_lock lock(m_mutex);
        m_all.append(complaint);
    }
    QByteArray all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_all.join(u'\n').toUtf8();
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_all;
};

/// One session after the other, each doing one thing again and again until it ends; on a thread of its own.
class Life
{
public:
    Life(Doing doing, Opener open, Complaints &complaints, quint32 seed)
        : m_doing(doing), m_open(std::move(open)), m_complaints(complaints), m_random(seed),
          m_thread([this](const std::stop_token &stop) { live(stop); })
    { }

    bool isLiving() const { return m_isLiving; }
    int deeds() const { return m_deeds; } ///< that ended well
    quint64 connectionId() const { return m_connectionId; }
    void end() { m_thread.request_stop(); }
    void join() { m_thread.join(); }

private:
    void live(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            const auto opening = m_open();
            if (!inTime(opening, connectLimit + grace, "a login"))
                return;
            const auto session = opening.result();
            if (!session)
                continue; // refused or broken off, which is as it should be
            m_connectionId = (*session)->info().connectionId;
            m_isLiving = true;
            if (m_doing == Doing::Connect)
                ++m_deeds;
            else
                useUp(**session, stop);
        }
    }

    void useUp(Session &session, const std::stop_token &stop)
    {
        while (session.isOpen() && !stop.stop_requested())
            if (!doOnce(session))
                return;
    }

    bool doOnce(Session &session)
    {
        struct Seen
        {
            int rows = 0;
            QByteArray last;
        };
        const auto seen = std::make_shared<Seen>();
        RowSink sink;
        sink.rows = [seen](const RowBatch &batch) {
            seen->rows += batch.rows();
            seen->last = QByteArray(batch.value(batch.rows() - 1, 0).value_or("NULL").data());
        };
        const int wanted = m_doing == Doing::Fetch ? rowCount : 1;
        const QString statement = m_doing == Doing::Cancel
                                      ? u"select sleep(3600)"_s
                                      : u"select seq from shop.seq_1_to_%1"_s.arg(wanted);
        std::stop_source stopping;
        auto running = session.run(statement, sink, {}, stopping.get_token());
        if (m_doing == Doing::Cancel) {
            callAfter(std::chrono::milliseconds(m_random.bounded(20)),
                      [stopping]() mutable { stopping.request_stop(); });
        }
        if (!inTime(running, answerLimit + grace, "a statement"))
            return false;
        const auto result = running.result();
        if (result && m_doing == Doing::Cancel)
            m_complaints.add(u"a sleep of an hour came to its end"_s);
        if (result && (seen->rows != wanted || result->rowCount != quint64(wanted) || result->truncated))
            m_complaints.add(u"%1 of %2 rows were taken for all"_s.arg(seen->rows).arg(wanted));
        m_deeds += result || result.error().code == Error::Code::Cancelled ? 1 : 0;
        return true;
    }

    template <typename T>
    bool inTime(QFuture<T> future, std::chrono::milliseconds limit, const char *what)
    {
        const auto over = std::make_shared<std::binary_semaphore>(0);
        future.then([over](const T &) { over->release(); });
        if (over->try_acquire_for(limit))
            return true;
        m_complaints.add(u"%1 has not ended within %2 ms"_s.arg(QLatin1String(what)).arg(limit.count()));
        return false;
    }

    const Doing m_doing;
    const Opener m_open;
    Complaints &m_complaints;
    QRandomGenerator m_random;
    std::atomic<bool> m_isLiving = false;
    std::atomic<int> m_deeds = 0;
    std::atomic<quint64> m_connectionId = 0;
    std::jthread m_thread; // last: it uses the others
};

/// A process of the sandbox that can be killed and started again with the same command.
class Revivable
{
public:
    explicit Revivable(qint64 pid) : m_pid(pid)
    {
        const QString entry = u"/proc/%1/"_s.arg(pid);
        m_program = QFile::symLinkTarget(entry + u"exe"_s);
        m_folder = QFile::symLinkTarget(entry + u"cwd"_s);
        m_arguments = parts(entry + u"cmdline"_s).mid(1);
        m_environment = parts(entry + u"environ"_s);
    }
    ~Revivable() { end(); }
    Revivable(const Revivable &) = delete;
    Revivable &operator=(const Revivable &) = delete;

    void kill()
    {
        if (m_process)
            end();
        else
            ::kill(static_cast<pid_t>(m_pid), SIGKILL);
    }
    bool revive()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setWorkingDirectory(m_folder);
        m_process->setEnvironment(m_environment);
        m_process->setStandardOutputFile(QProcess::nullDevice());
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process->start(m_program, m_arguments);
        return m_process->waitForStarted();
    }

private:
    void end()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    static QStringList parts(const QString &file)
    {
        QFile opened(file);
        QStringList all;
        if (opened.open(QIODevice::ReadOnly))
            for (const QByteArray &part : opened.readAll().split('\0'))
                all << QString::fromLocal8Bit(part);
        while (!all.isEmpty() && all.last().isEmpty())
            all.removeLast();
        return all;
    }

    const qint64 m_pid;
    QString m_program, m_folder;
    QStringList m_arguments, m_environment;
    std::unique_ptr<QProcess> m_process;
};

} // namespace

class SessionFailureTest : public QObject
{
    Q_OBJECT

    using Lives = std::vector<std::unique_ptr<Life>>;

    ConnectOptions options(std::uint16_t port = 0) const
    {
        ConnectOptions options = adminOptions(m_sandbox, port);
        options.timeouts.connect = connectLimit;
        options.timeouts.answer = answerLimit;
        return options;
    }
    static Opener opener(const ConnectOptions &options)
    {
        return [options] { return Session::open(options, {}); };
    }

    /// `each` of every kind of life.
    Lives lives(const Opener &open, int each)
    {
        Lives all;
        for (const Doing doing : doings)
            for (int i = 0; i < each; ++i)
                all.push_back(std::make_unique<Life>(doing, open, m_complaints, m_random.generate()));
        return all;
    }
    static bool areLiving(const Lives &lives)
    {
        return std::all_of(lives.begin(), lives.end(), [](const auto &life) { return life->isLiving(); });
    }
    static void end(const Lives &lives)
    {
        for (const auto &life : lives)
            life->end();
        for (const auto &life : lives)
            life->join();
    }
    static int deeds(const Lives &lives, int kind, int each)
    {
        int sum = 0;
        for (int i = 0; i < each; ++i)
            sum += lives[static_cast<std::size_t>(kind * each + i)]->deeds();
        return sum;
    }
    /// Each kind of life has done what it does, or the test would show nothing.
    static bool allHaveDone(const Lives &lives, int each)
    {
        bool all = true;
        for (int kind = 0; kind < int(doings.size()); ++kind)
            all = all && deeds(lives, kind, each) > 0;
        return all;
    }
    /// A moment that nobody has chosen.
    void waitAtRandom(int mostMilliseconds)
    {
        std::binary_semaphore nobody(0);
        const auto moment = std::chrono::microseconds(m_random.bounded(1000 * mostMilliseconds));
        (void)nobody.try_acquire_for(moment);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray given = qgetenv("LATCHKEY_TEST_SEED");
        const quint32 seed = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
        qInfo("seed %u (set LATCHKEY_TEST_SEED to it for the same moments)", seed);
        m_random.seed(seed);
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_server = m_sandbox.server(u"writer"_s);
    }
    void cleanup()
    {
        QVERIFY2(Worker::waitForAll(30s), "a session's thread hangs");
        QCOMPARE(m_complaints.all(), QByteArray());
    }

    void aKilledQuery()
    {
        constexpr int each = 2;
        const Lives living = lives(opener(options()), each);
        QTRY_VERIFY(areLiving(living));
        const auto killer = Session::open(options(), {}).result();
        QVERIFY(killer);
        for (int moment = 0; moment < moments; ++moment) {
            const auto &victim = living[m_random.bounded(static_cast<quint32>(living.size()))];
            rowOf(**killer, u"kill query %1"_s.arg(victim->connectionId()));
            waitAtRandom(20);
        }
        QTRY_VERIFY(allHaveDone(living, each));
        end(living);
    }

    void aBrokenOrSilentNetwork()
    {
        constexpr int each = 5;
        for (int round = 0; round < moments / (each * int(doings.size())); ++round) {
            DelayRelay relay(m_server.port, 2ms);
            const Lives living = lives(opener(options(relay.port())), each);
            QTRY_VERIFY(areLiving(living));
            QTRY_VERIFY(allHaveDone(living, each));
            waitAtRandom(50);
            if (round % 2 == 0)
                relay.goSilent();
            else
                relay.breakOff();
            waitAtRandom(200);
            end(living); // in time, as each life sees to it
        }
    }

    void aKilledServer()
    {
        constexpr int each = 5;
        m_database = std::make_unique<Revivable>(m_server.pid);
        for (int round = 0; round < moments / (each * int(doings.size())); ++round) {
            const Lives living = lives(opener(options()), each);
            QTRY_VERIFY_WITH_TIMEOUT(areLiving(living), 20'000);
            QTRY_VERIFY(allHaveDone(living, each));
            waitAtRandom(50);
            m_database->kill();
            waitAtRandom(100);
            end(living);
            QVERIFY(m_database->revive());
        }
        QTRY_VERIFY_WITH_TIMEOUT(Session::open(options(), {}).result(), 20'000);
    }

    void aKilledKdc()
    {
        constexpr int each = 1;
        QString password = m_sandbox.password(u"alice"_s);
        QVERIFY(
            m_kerberos.signIn({m_sandbox.principal(u"alice"_s), Secret::take(password), {}, {}}).result());
        Connector::Request request;
        request.profile.host = m_server.host;
        request.profile.port = m_server.port;
        request.profile.account = u"alice"_s;
        request.profile.identity.principal = m_sandbox.principal(u"alice"_s);
        request.profile.identity.cache = CachePolicy::Private; // so that each login asks the KDC
        request.profile.tlsFiles.authorities = m_sandbox.description().caFile;
        request.profile.timeouts.connect = connectLimit;
        const Connector connector(m_kerberos);
        const auto first = connector.open(request).result();
        QVERIFY2(first, first ? "" : qPrintable(first.error().message + first.error().detail));
        const Lives living = lives([&] { return connector.open(request); }, each);
        QTRY_VERIFY(areLiving(living));
        Revivable kdc(m_sandbox.kdc(m_sandbox.description().servicesRealm).pid);
        for (int moment = 0; moment < moments; ++moment) {
            kdc.kill();
            waitAtRandom(20);
            QVERIFY(kdc.revive());
            waitAtRandom(40);
        }
        end(living);
        QVERIFY(allHaveDone(living, each));
        QTRY_VERIFY(connector.open(request).result());
    }

private:
    Sandbox m_sandbox;
    sandbox::ServerDescription m_server;
    std::unique_ptr<Revivable> m_database; ///< once it has been killed
    krb::KerberosService m_kerberos;
    Complaints m_complaints;
    QRandomGenerator m_random;
};

QTEST_GUILESS_MAIN(SessionFailureTest)
#include "sessionfailuretest.moc"
