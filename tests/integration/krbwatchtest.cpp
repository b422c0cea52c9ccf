// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/cachewatcher.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <future>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int soon = 200; // ms: how fast a change must be seen
const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");

} // namespace

/// Changes that other programs make to caches, as the window learns of them.
class KrbWatchTest : public QObject
{
    Q_OBJECT

private:
    QList<Cache> now() const { return KerberosService().caches().result().value(); }

    Sandbox m_sandbox;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void kinitIsSeen_data()
    {
        QTest::addColumn<bool>("directory");
        QTest::newRow("FILE") << false;
        QTest::newRow("DIR") << true;
    }
    void kinitIsSeen()
    {
        QFETCH(bool, directory);
        const KerberosPlace place(m_sandbox, directory ? KerberosPlace::Default::Directory
                                                       : KerberosPlace::Default::File);
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch(now());
        QVERIFY(place.kinit(alice)); // does not run the event loop: the change is news when it ends
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
        watcher.watch(now());
        QTRY_VERIFY_WITH_TIMEOUT(changes.size() == 1, soon);
        QVERIFY(place.kinit(alice));
        QTRY_VERIFY_WITH_TIMEOUT(changes.size() == 2, soon);
        QVERIFY(KerberosService().destroy(AllCaches{}).result());
        QTRY_VERIFY_WITH_TIMEOUT(changes.size() == 3, soon);
    }

    void aNewServiceTicketIsSeen()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.kinit(alice));
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch(now());
        QVERIFY(obtainServiceTicket(now().constFirst().name, writerSpn(m_sandbox),
                                    [](const QString &) { return true; }));
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
    }

    void aWatcherMayGoWhileItLooks()
    {
        const KerberosPlace place(m_sandbox);
        {
            CacheWatcher watcher;
            watcher.lookAgain();
        }
        QVERIFY(Worker::waitForAll(30s));
        QCoreApplication::sendPostedEvents();
    }

    void ourOwnFolderIsSeenThoughItComesLater()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.kinit(alice));
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch(now());
        QVERIFY(!QFile::exists(place.ownFolder()));
        QVERIFY(place.signIn(bob));
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
        changes.clear();
        QVERIFY(KerberosService().destroy(OneCache{now().constLast().name}).result());
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
    }

    void aCollectionsFolderMayComeLater()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(QDir(place.defaultPath()).removeRecursively());
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch({});
        QVERIFY(place.kinit(alice));
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
        changes.clear();
        QVERIFY(place.kinit(alice));
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
    }

    void aFileSystemThatHangsDoesNotHoldUpWhoWatches()
    {
        const KerberosPlace place(m_sandbox);
        const QByteArray pipe = QFile::encodeName(place.path(QStringLiteral("hanging.conf")));
        QCOMPARE(mkfifo(pipe.constData(), 0600), 0); // whoever opens it waits for somebody to write
        qputenv("KRB5_CONFIG", pipe);
        std::promise<void> returned;
        std::thread rescue([&, over = returned.get_future()] {
            (void)over.wait_for(5s);
            while (!Worker::waitForAll(1ms)) {
                const int writer = open(pipe.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
                if (writer >= 0)
                    close(writer);
            }
        });
        QElapsedTimer timer;
        timer.start();
        CacheWatcher watcher;
        watcher.watch({});
        const auto elapsed = timer.elapsed();
        returned.set_value();
        rescue.join();
        QVERIFY2(elapsed < 1000, qPrintable(QString::number(elapsed)));
    }

    void aSwitchOfTheDefaultIsSeen()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(place.signIn(alice));
        const auto other = place.signIn(bob);
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch(now());
        QVERIFY(KerberosService().makeDefault(other->name).result());
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
    }

    void aBurstIsOneChange()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.kinit(alice));
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch(now());
        const QByteArray bytes = place.bytes(place.defaultPath());
        for (int i = 0; i < 20; ++i) {
            QFile file(place.defaultPath());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
        QVERIFY(!changes.wait(soon));
        QCOMPARE(changes.size(), 1);
    }

    void otherFilesOfTheFolderWakeNobody()
    {
        const KerberosPlace place(m_sandbox);
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        watcher.watch(now());
        QFile file(place.path(QStringLiteral("something else")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(file.remove());
        QVERIFY(!changes.wait(soon));
    }

    void lookingAgainFindsWhatCannotBeWatched()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.kinit(alice));
        CacheWatcher watcher;
        QSignalSpy changes(&watcher, &CacheWatcher::changed);
        auto caches = now();
        watcher.watch(caches);
        watcher.lookAgain();
        QVERIFY(!changes.wait(soon));
        caches.first().tickets.clear(); // as if a ticket had come since
        watcher.watch(caches);
        watcher.lookAgain();
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), soon);
    }

    void theWatcherMayGoWhileItLooks()
    {
        const KerberosPlace place(m_sandbox);
        CacheWatcher watcher;
        watcher.watch({});
        watcher.lookAgain();
    }
};

QTEST_GUILESS_MAIN(KrbWatchTest)
#include "krbwatchtest.moc"
