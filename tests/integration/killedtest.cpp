// SPDX-License-Identifier: GPL-2.0-or-later
// latchkey-cli is killed while it signs in, renews and destroys: at random moments, and before each thing that it does to
// a file or a keyring. What is left must be the cache as it was or as it should become, whole, and no key beside it; what
// else there can be for a moment where tickets come and go one by one is in mayBeFound().
#include "tests/integration/cachetypes.h"
#include "tests/integration/cacheverdict.h"
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
constexpr int kills = 17; // of each action, on each type

/// One action, and what is prepared for it.
struct Action
{
    enum class Kind { SignIn, FirstSignIn, Renew, DestroyOne, DestroyAll };
    Kind kind;
    const char *name;
    QStringList arguments;
    QByteArray input{};
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
        using Kind = Action::Kind;
        const QStringList signIn{QStringLiteral("sign-in"), m_sandbox.principal(alice),
                                 QStringLiteral("--password-stdin")};
        const QByteArray password = m_sandbox.password(alice).toUtf8() + '\n';
        const QString destroy = QStringLiteral("destroy");
        return {{Kind::SignIn, "sign-in", signIn, password},
                {Kind::FirstSignIn, "first sign-in", signIn, password},
                {Kind::Renew, "renew", {QStringLiteral("renew")}},
                {Kind::DestroyOne,
                 "destroy one ticket",
                 {destroy, QStringLiteral("--service"), writerSpn(m_sandbox)}},
                {Kind::DestroyAll, "destroy", {destroy}}};
    }
    QString tgt() const { return QStringLiteral("krbtgt/%1@%1").arg(m_sandbox.description().usersRealm); }

    /// A cache with a TGT, and with two more tickets where an action must keep or drop them in one step.
    bool prepare(KerberosPlace &place, const Action &action, const QString &type)
    {
        const auto cache = place.signIn(alice);
        if (!cache)
            return false;
        m_cacheName = cache->name;
        if (hasServiceTickets(action, type) && !obtainServiceTicket(m_cacheName))
            return false;
        NativeCache real(m_cacheName);
        const auto before = real.tickets();
        if (!before)
            return false;
        m_wanted = wantedOf(action, *before);
        m_pristine = std::make_unique<NativeCache>(QStringLiteral("MEMORY:pristine"));
        m_runner = std::make_unique<CliRunner>();
        for (const char *name : {"KRB5CCNAME", "LATCHKEY_RUNTIME_DIR", "KRB5_CONFIG"})
            m_runner->setVariable(QString::fromLatin1(name), qEnvironmentVariable(name));
        return m_pristine->takeOver(real);
    }
    bool obtainServiceTicket(const QString &cacheName) const
    {
        return bool(
            krb::obtainServiceTicket(cacheName, writerSpn(m_sandbox), [](const QString &) { return true; }));
    }
    Wanted wantedOf(const Action &action, const Tickets &before) const
    {
        Wanted wanted{m_sandbox.principal(alice), before, {}, {}, action.kind == Action::Kind::DestroyAll};
        switch (action.kind) {
        case Action::Kind::FirstSignIn:
            wanted.before.reset();
            [[fallthrough]];
        case Action::Kind::SignIn:
            wanted.fresh = tgt();
            break;
        case Action::Kind::Renew:
            wanted.fresh = tgt();
            wanted.after = before;
            wanted.after.remove(tgt());
            break;
        case Action::Kind::DestroyOne:
            wanted.after = before;
            wanted.after.remove(writerSpn(m_sandbox));
            break;
        case Action::Kind::DestroyAll:
            break;
        }
        return wanted;
    }
    bool restore() const
    {
        NativeCache cache(m_cacheName);
        if (m_wanted.before)
            return cache.takeOver(*m_pristine);
        cache.destroy();
        return contentsOf(m_cacheName).principal.isEmpty();
    }
    Found look() const { return judge(contentsOf(m_cacheName), m_wanted); }

    /// In a file all is there at once. In a keyring and at a daemon a cache is made before its first ticket, tickets come
    /// and go one by one, and sssd's daemon can let one go only by letting all go.
    static bool mayBeFound(Found found, const Action &action, const QString &type)
    {
        const bool isDaemons = type.startsWith(QLatin1String("KCM"));
        const bool isDaemonsRest = isDaemons && action.kind == Action::Kind::DestroyOne;
        switch (found) {
        case Found::Old:
        case Found::New:
            return true;
        case Found::Between:
            return isDaemons || type == QLatin1String("KEYRING");
        case Found::Nobody:
            return isDaemonsRest
                   || (action.kind == Action::Kind::FirstSignIn
                       && (isDaemons || type == QLatin1String("KEYRING")));
        case Found::Part:
            return isDaemonsRest;
        case Found::Broken:
            break;
        }
        return false;
    }
    static bool hasServiceTickets(const Action &action, const QString &type)
    {
        return !type.startsWith(QLatin1String("KCM")) || action.kind == Action::Kind::Renew
               || action.kind == Action::Kind::DestroyOne;
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
    static QString words(const QMap<Found, int> &found)
    {
        return QStringLiteral("old %1, new %2, between %3, nobody %4, part %5, broken %6")
            .arg(found[Found::Old])
            .arg(found[Found::New])
            .arg(found[Found::Between])
            .arg(found[Found::Nobody])
            .arg(found[Found::Part])
            .arg(found[Found::Broken]);
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
    Wanted m_wanted;
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

    // Else nothing of what follows would mean anything.
    void theVerdictIsStrict()
    {
        const QString me = m_sandbox.principal(alice);
        const Tickets before{{QStringLiteral("tgt"), "one"}, {QStringLiteral("sql"), "two"}};
        const Wanted renewed{me, before, {{QStringLiteral("sql"), "two"}}, QStringLiteral("tgt")};
        const auto verdict = [&](const Tickets &tickets) { return judge({me, tickets}, renewed); };
        const auto tgtAnd = [](const QByteArray &tgt, Tickets more) {
            more.insert(QStringLiteral("tgt"), tgt);
            return more;
        };
        QCOMPARE(verdict(before), Found::Old);
        QCOMPARE(verdict(tgtAnd("new", renewed.after)), Found::New);
        QCOMPARE(verdict(tgtAnd("new", before)), Found::Between);
        QCOMPARE(verdict(tgtAnd("new", {})), Found::Part);
        QCOMPARE(verdict(renewed.after), Found::Part);
        QCOMPARE(verdict({}), Found::Nobody);
        QCOMPARE(verdict(tgtAnd("new", {{QStringLiteral("sql"), "damaged"}})), Found::Broken);
        QCOMPARE(verdict(tgtAnd("new", tgtAnd("another", renewed.after))), Found::Broken);
        QCOMPARE(verdict(tgtAnd("one", {{QStringLiteral("foreign"), "x"}})), Found::Broken);
        QCOMPARE(judge({me, {}}, renewed), Found::Broken); // unreadable
        QCOMPARE(judge({{}, {}}, renewed), Found::Broken); // gone
        QCOMPARE(judge({QStringLiteral("bob"), before}, renewed), Found::Broken);
        const Wanted gone{me, before, {}, {}, true};
        QCOMPARE(judge({{}, {}}, gone), Found::New);
        QCOMPARE(judge({me, tgtAnd("one", {})}, gone), Found::Broken);
        const Wanted first{me, {}, {}, QStringLiteral("tgt")};
        QCOMPARE(judge({{}, {}}, first), Found::Old);
        QCOMPARE(judge({me, tgtAnd("new", {})}, first), Found::New);
    }

    void atRandomMomentsThereIsTheOldCacheOrTheNewOne_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"FILE", "DIR", "KEYRING", "KCM", "KCM of sssd"})
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
            QVERIFY(prepare(place, action, type));
            const qint64 longest = runTime(action);
            QVERIFY2(longest > 0, action.name);
            std::uniform_int_distribution<int> delay(1, static_cast<int>(longest + longest / 10));
            Tally tally;
            while (tally.killed < kills && tally.ended < 3 * kills) {
                QVERIFY(restore());
                const int after = delay(random);
                (killAfter(action, after) ? tally.killed : tally.ended) += 1;
                const Found found = look();
                ++tally.found[found];
                QVERIFY2(
                    mayBeFound(found, action, type),
                    qPrintable(
                        QStringLiteral("%1 killed after %2 ms").arg(QLatin1String(action.name)).arg(after)));
                if (found == Found::New && !m_wanted.fresh.isEmpty())
                    QVERIFY2(obtainServiceTicket(m_cacheName), action.name);
                QVERIFY(tidied(place));
            }
            qInfo("%s of %s takes %lld ms: %d killed, %d ended before; %s; left beside %d", action.name,
                  qPrintable(type), static_cast<long long>(longest), tally.killed, tally.ended,
                  qPrintable(words(tally.found)), m_leftovers);
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
            QVERIFY(prepare(place, action, type));
            m_runner->setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(LATCHKEY_KILL_AT_STEP));
            QMap<Found, int> seen;
            int step = 0;
            for (int code = -1; code != 0;) {
                QVERIFY(restore());
                m_runner->setVariable(QStringLiteral("LATCHKEY_KILL_AT_STEP"), QString::number(++step));
                code = m_runner->run(action.arguments, action.input).code;
                QVERIFY2(code == 0 || code == -1, qPrintable(QString::number(code)));
                const Found found = look();
                ++seen[found];
                QVERIFY2(mayBeFound(found, action, type),
                         qPrintable(QStringLiteral("%1 killed before step %2: %3")
                                        .arg(QLatin1String(action.name))
                                        .arg(step)
                                        .arg(words(seen))));
                m_runner->setVariable(QStringLiteral("LATCHKEY_KILL_AT_STEP"), {});
                QVERIFY(tidied(place));
                QVERIFY(step < 200);
            }
            qInfo("%s of %s has %d steps: %s; left beside %d", action.name, qPrintable(type), step - 1,
                  qPrintable(words(seen)), m_leftovers);
            QVERIFY(seen[Found::Old] > 0 && seen[Found::New] > 0);
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
            if (action.kind == Action::Kind::DestroyOne || action.kind == Action::Kind::DestroyAll)
                continue;
            QVERIFY(prepare(place, action, QStringLiteral("KEYRING")));
            m_runner->setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(LATCHKEY_KILL_AT_STEP));
            int failures = 0;
            for (int key = 1, code = -1; code != 0; ++key) {
                QVERIFY(restore());
                m_runner->setVariable(QStringLiteral("LATCHKEY_FULL_AT_KEY"), QString::number(key));
                code = m_runner->run(action.arguments, action.input).code;
                QVERIFY2(code != -1, action.name);
                failures += code != 0 ? 1 : 0;
                QVERIFY2(mayBeFound(look(), action, QStringLiteral("KEYRING")),
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
