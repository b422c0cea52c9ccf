// SPDX-License-Identifier: GPL-2.0-or-later
// latchkey-cli is killed while it signs in, renews and destroys: at random moments, and before each thing that it does to
// a file or a keyring. What is left must be the cache as it was or as it should become, whole, and no key beside it.
#include "tests/integration/cachetypes.h"
#include "tests/integration/clirunner.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/nativecache.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
constexpr int kills = 17; // of each action, on each type: 204 in all

/// What a cache is found to be. Fresh: with the new TGT, and tickets got with the old one that were still to go.
enum class Found { Old, New, Fresh, Gone, Broken };

/// One action, and what is prepared for it.
struct Action
{
    const char *name;
    QStringList arguments;
    QByteArray input;
    bool keepsServiceTickets;
    bool destroys = false;
};

/// The outcomes of many runs that were killed.
struct Tally
{
    int killed = 0;
    int ended = 0; ///< before they could be killed
    QMap<Found, int> found;
};

} // namespace

class KilledTest : public QObject
{
    Q_OBJECT

private:
    QList<Action> actions() const
    {
        const QByteArray password = m_sandbox.password(alice).toUtf8() + '\n';
        return {{"sign-in",
                 {QStringLiteral("sign-in"), m_sandbox.principal(alice), QStringLiteral("--password-stdin")},
                 password,
                 false},
                {"renew", {QStringLiteral("renew")}, {}, true},
                {"destroy", {QStringLiteral("destroy")}, {}, false, true}};
    }
    QString tgt() const { return QStringLiteral("krbtgt/%1@%1").arg(m_sandbox.description().usersRealm); }

    /// A cache with a TGT, and with two more tickets where an action must keep or drop them in one step.
    bool prepare(KerberosPlace &place, bool withServiceTickets)
    {
        const auto cache = place.signIn(alice);
        if (!cache)
            return false;
        m_cacheName = cache->name;
        if (withServiceTickets
            && !obtainServiceTicket(cache->name, writerSpn(m_sandbox), [](const QString &) { return true; }))
            return false;
        NativeCache real(m_cacheName);
        m_before = real.sessionKeys();
        m_pristine = std::make_unique<NativeCache>(QStringLiteral("MEMORY:pristine"));
        m_runner = std::make_unique<CliRunner>();
        for (const char *name : {"KRB5CCNAME", "LATCHKEY_RUNTIME_DIR", "KRB5_CONFIG"})
            m_runner->setVariable(QString::fromLatin1(name), qEnvironmentVariable(name));
        return m_pristine->takeOver(real);
    }
    bool restore() const { return NativeCache(m_cacheName).takeOver(*m_pristine); }

    Found look(const Action &action) const
    {
        NativeCache cache(m_cacheName);
        auto keys = cache.sessionKeys();
        if (cache.principal().isEmpty())
            return action.destroys && keys.isEmpty() ? Found::Gone : Found::Broken;
        if (keys == m_before)
            return Found::Old;
        const bool isFresh = keys.contains(tgt()) && keys.take(tgt()) != m_before.value(tgt());
        auto others = m_before;
        others.remove(tgt());
        const auto expected = action.keepsServiceTickets ? others : QMap<QString, QByteArray>();
        if (!isFresh || action.destroys)
            return Found::Broken;
        if (keys == expected)
            return Found::New;
        for (auto key = keys.begin(); key != keys.end(); ++key) {
            if (others.value(key.key()) != *key)
                return Found::Broken;
        }
        return action.keepsServiceTickets ? Found::Broken : Found::Fresh;
    }
    /// In a file all is there at once; a keyring is changed key by key.
    static bool isWhole(Found found, const QString &type)
    {
        return found != Found::Broken && (found != Found::Fresh || type == QLatin1String("KEYRING"));
    }
    /// As sssd's, the daemon can let tickets go only all at once, for others to see.
    static bool hasServiceTickets(const Action &action, const QString &type)
    {
        return type != QLatin1String("KCM") || action.keepsServiceTickets;
    }
    /// Files beside the cache that hold the key of a TGT, or may.
    static QStringList leftovers(const KerberosPlace &place)
    {
        QStringList files;
        QDirIterator all(place.path(QString()), QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString name = QFileInfo(all.next()).fileName();
            if (name.startsWith(QLatin1String(".latchkey-"))
                || (name.startsWith(QLatin1String("tkt")) && name.contains(u'.')))
                files += all.filePath();
        }
        return files;
    }
    bool tidied(const KerberosPlace &place) const
    {
        if (leftovers(place).isEmpty())
            return true;
        ++m_leftovers;
        return m_runner->run({QStringLiteral("tickets")}).code == 0 && leftovers(place).isEmpty();
    }
    /// How long it takes when nobody kills it: the median of five.
    qint64 runTime(const Action &action) const
    {
        QList<qint64> times;
        for (int i = 0; i < 5; ++i) {
            if (!restore())
                return 0;
            QElapsedTimer timer;
            timer.start();
            const auto process = m_runner->start(action.arguments, action.input);
            process->waitForFinished();
            times += timer.elapsed();
            if (process->exitCode() != 0)
                return 0;
        }
        std::sort(times.begin(), times.end());
        return times.at(2);
    }
    /// Killed after the delay, unless it ended before.
    bool killAfter(const Action &action, int delay) const
    {
        const auto process = m_runner->start(action.arguments, action.input);
        const bool ended = process->waitForFinished(delay);
        process->kill();
        process->waitForFinished();
        return !ended;
    }

    Sandbox m_sandbox;
    CacheTypes m_types;
    QString m_cacheName;
    QMap<QString, QByteArray> m_before;
    std::unique_ptr<NativeCache> m_pristine;
    std::unique_ptr<CliRunner> m_runner;
    mutable int m_leftovers = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup()
    {
        m_pristine.reset();
        m_leftovers = 0;
        QVERIFY2(Worker::waitForAll(30s), "a job's thread is left");
        m_types.end();
    }

    void atRandomMomentsThereIsTheOldCacheOrTheNewOne_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"FILE", "DIR", "KEYRING", "KCM"})
            QTest::newRow(type) << QString::fromUtf8(type);
    }
    void atRandomMomentsThereIsTheOldCacheOrTheNewOne()
    {
        QFETCH(QString, type);
        KerberosPlace place(m_sandbox);
        if (const QString problem = m_types.use(place, type); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        const unsigned seed = std::random_device()();
        std::mt19937 random(seed);
        qInfo("seed %u", seed);
        for (const Action &action : actions()) {
            QVERIFY(prepare(place, hasServiceTickets(action, type)));
            const qint64 longest = runTime(action);
            QVERIFY2(longest > 0, action.name);
            std::uniform_int_distribution<int> delay(1, static_cast<int>(longest + longest / 10));
            Tally tally;
            while (tally.killed < kills && tally.ended < 3 * kills) {
                QVERIFY(restore());
                const int after = delay(random);
                (killAfter(action, after) ? tally.killed : tally.ended) += 1;
                const Found found = look(action);
                ++tally.found[found];
                QVERIFY2(
                    found != Found::Broken,
                    qPrintable(
                        QStringLiteral("%1 killed after %2 ms").arg(QLatin1String(action.name)).arg(after)));
                QVERIFY(tidied(place));
            }
            qInfo(
                "%s of %s takes %lld ms: %d killed, %d ended before; old %d, new %d, gone %d; left beside %d",
                action.name, qPrintable(type), static_cast<long long>(longest), tally.killed, tally.ended,
                tally.found[Found::Old], tally.found[Found::New], tally.found[Found::Gone], m_leftovers);
            QCOMPARE(tally.killed, kills);
        }
        NativeCache(m_cacheName).destroy();
    }

    void beforeEachStepThereIsTheOldCacheOrTheNewOne_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"FILE", "DIR", "KEYRING", "KCM"})
            QTest::newRow(type) << QString::fromUtf8(type);
    }
    /// The library that is put before the others kills the program when it is about to do its n-th step.
    void beforeEachStepThereIsTheOldCacheOrTheNewOne()
    {
        QFETCH(QString, type);
        KerberosPlace place(m_sandbox);
        if (const QString problem = m_types.use(place, type); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        for (const Action &action : actions()) {
            QVERIFY(prepare(place, hasServiceTickets(action, type)));
            m_runner->setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(LATCHKEY_KILL_AT_STEP));
            QMap<Found, int> seen;
            int step = 0;
            for (int code = -1; code != 0;) {
                QVERIFY(restore());
                m_runner->setVariable(QStringLiteral("LATCHKEY_KILL_AT_STEP"), QString::number(++step));
                code = m_runner->run(action.arguments, action.input).code;
                QVERIFY2(code == 0 || code == -1, qPrintable(QString::number(code)));
                const Found found = look(action);
                ++seen[found];
                QVERIFY2(isWhole(found, type), qPrintable(QStringLiteral("%1 killed before step %2")
                                                              .arg(QLatin1String(action.name))
                                                              .arg(step)));
                m_runner->setVariable(QStringLiteral("LATCHKEY_KILL_AT_STEP"), {});
                QVERIFY(tidied(place));
                QVERIFY(step < 200);
            }
            qInfo("%s of %s has %d steps: old %d, fresh %d, new %d, gone %d; left beside %d", action.name,
                  qPrintable(type), step - 1, seen[Found::Old], seen[Found::Fresh], seen[Found::New],
                  seen[Found::Gone], m_leftovers);
            QVERIFY(seen[Found::Old] > 0 && seen[Found::New] + seen[Found::Gone] > 0);
        }
        NativeCache(m_cacheName).destroy();
    }

    // An ordinary user's keys may take 20,000 bytes in all.
    void aQuotaThatIsUsedUpLeavesTheKeyring()
    {
        KerberosPlace place(m_sandbox);
        if (const QString problem = m_types.use(place, QStringLiteral("KEYRING")); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        for (const Action &action : actions()) {
            if (action.destroys)
                continue;
            QVERIFY(prepare(place, true));
            m_runner->setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(LATCHKEY_KILL_AT_STEP));
            int failures = 0;
            for (int key = 1, code = -1; code != 0; ++key) {
                QVERIFY(restore());
                m_runner->setVariable(QStringLiteral("LATCHKEY_FULL_AT_KEY"), QString::number(key));
                code = m_runner->run(action.arguments, action.input).code;
                QVERIFY2(code != -1, action.name);
                failures += code != 0 ? 1 : 0;
                QVERIFY2(isWhole(look(action), QStringLiteral("KEYRING")),
                         qPrintable(QStringLiteral("%1 without room for key %2")
                                        .arg(QLatin1String(action.name))
                                        .arg(key)));
                QVERIFY(key < 50);
            }
            qInfo("%s: %d times without room", action.name, failures);
            QVERIFY(failures > 0);
        }
        NativeCache(m_cacheName).destroy();
    }
};

QTEST_GUILESS_MAIN(KilledTest)
#include "killedtest.moc"
