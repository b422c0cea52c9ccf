// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/boottime.h"
#include "core/base/job.h"
#include "core/base/jsonwriter.h"
#include "core/base/paths.h"
#include "core/base/secret.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <semaphore>
#include <stdexcept>

#include <unistd.h>

using namespace latchkey;
using namespace std::chrono_literals;

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobAnswersWithItsValue()
    {
        const auto result = startJob<int>({}, [](Job &) -> Result<int> { return 42; }).result();
        QVERIFY(result);
        QCOMPARE(*result, 42);
    }

    void stoppingAnswersAtOnceThoughTheWorkHangs()
    {
        auto mayReturn = std::make_shared<std::binary_semaphore>(0);
        std::stop_source stop;
        auto future = startJob<int>(stop.get_token(), [mayReturn](Job &) -> Result<int> {
            mayReturn->acquire();
            return 1;
        });
        stop.request_stop();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
        mayReturn->release();
    }

    void aLateAnswerBecomesTheVerdict()
    {
        auto mayReturn = std::make_shared<std::binary_semaphore>(0);
        const Error verdict{Error::Code::KdcUnreachable, QStringLiteral("silent"), {}, 0};
        auto future = startJob<int>({}, [mayReturn, verdict](Job &job) -> Result<int> {
            job.expectAnswerWithin(10ms, verdict);
            mayReturn->acquire();
            return 1;
        });
        QCOMPARE(future.result().error(), verdict);
        mayReturn->release();
    }

    void anAnswerInTimeOutlivesTheVerdict()
    {
        auto overdue = std::make_shared<std::binary_semaphore>(0);
        auto future = startJob<int>({}, [overdue](Job &job) -> Result<int> {
            job.expectAnswerWithin(5ms, cancelledError());
            job.answered();
            callAfter(20ms, [overdue] { overdue->release(); });
            overdue->acquire();
            return 7;
        });
        QCOMPARE(*future.result(), 7);
    }

    void anAnsweredJobLeavesNoAlarm_data()
    {
        QTest::addColumn<bool>("isCancelled");
        QTest::newRow("its work is done") << false;
        QTest::newRow("it is cancelled") << true;
    }
    void anAnsweredJobLeavesNoAlarm()
    {
        QFETCH(bool, isCancelled);
        const QString message = QString::fromLatin1("silent"); // shared by whoever still holds the verdict
        auto isExpected = std::make_shared<std::binary_semaphore>(0);
        auto mayReturn = std::make_shared<std::binary_semaphore>(isCancelled ? 0 : 1);
        std::stop_source stop;
        auto future = startJob<int>(
            stop.get_token(), [isExpected, mayReturn, message = message](Job &job) mutable -> Result<int> {
                job.expectAnswerWithin(1h, {Error::Code::KdcUnreachable, std::move(message), {}, 0});
                isExpected->release();
                mayReturn->acquire();
                return 1;
            });
        isExpected->acquire();
        if (isCancelled)
            stop.request_stop();
        QCOMPARE(bool(future.result()), !isCancelled);
        QVERIFY(message.isDetached());
        mayReturn->release();
    }

    void aCommittedJobCannotBeCancelled()
    {
        auto committed = std::make_shared<std::binary_semaphore>(0);
        auto mayReturn = std::make_shared<std::binary_semaphore>(0);
        std::stop_source stop;
        auto future = startJob<bool>(stop.get_token(), [=](Job &job) -> Result<bool> {
            const bool mine = job.commit();
            committed->release();
            mayReturn->acquire();
            return mine;
        });
        committed->acquire();
        stop.request_stop();
        QVERIFY(!future.isFinished());
        mayReturn->release();
        QVERIFY(*future.result());
    }

    void aCancelledJobCannotCommit()
    {
        auto started = std::make_shared<std::binary_semaphore>(0);
        auto stopped = std::make_shared<std::binary_semaphore>(0);
        auto outcome = std::make_shared<QPromise<bool>>();
        outcome->start();
        std::stop_source stop;
        auto future = startJob<bool>(stop.get_token(), [=](Job &job) -> Result<bool> {
            started->release();
            stopped->acquire();
            outcome->addResult(job.commit());
            outcome->finish();
            return true;
        });
        started->acquire();
        stop.request_stop();
        stopped->release();
        QVERIFY(!outcome->future().result());
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
    }

    void anExceptionBecomesAnError()
    {
        const auto result =
            startJob<int>({}, [](Job &) -> Result<int> { throw std::runtime_error("broken"); }).result();
        QCOMPARE(result.error().code, Error::Code::Internal);
        QCOMPARE(result.error().detail, QStringLiteral("broken"));
    }

    void everyTextIsWrittenAsQtWritesIt()
    {
        QStringList texts{QString(),
                          QStringLiteral("plain"),
                          QStringLiteral("\"\\/\b\f\n\r\t\x1f\x7f"),
                          QStringLiteral("é€😀"),
                          QString(QChar(0xD83D)) + QLatin1Char('x'),
                          QLatin1Char('x') + QString(QChar(0xDE00))};
        texts += QString(QChar(0));
        JsonWriter json(QJsonDocument::Compact);
        json.beginArray();
        for (const QString &text : texts)
            json.text(text);
        json.endArray();
        QCOMPARE(QByteArray::fromStdString(std::string(json.written())),
                 QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
    }

    void aWorkerKeepsItsOrderAndFinishesItsQueue()
    {
        auto seen = std::make_shared<std::vector<int>>();
        {
            Worker worker;
            for (int i = 0; i < 100; ++i)
                worker.post([seen, i] { seen->push_back(i); });
        }
        QVERIFY(Worker::waitForAll(5s));
        QCOMPARE(seen->size(), std::size_t(100));
        QVERIFY(std::is_sorted(seen->begin(), seen->end()));
    }

    void tasksByTheBootClockRunWhenTheyAreDue()
    {
        const auto start = BootClock::now();
        std::mutex mutex;
        QList<int> order;
        std::counting_semaphore<> done{0};
        const auto note = [&](int number) {
            const std::scoped_lock lock(mutex);
            order << number;
            done.release();
        };
        callAfterBootTime(60ms, [note] { note(60); });
        callAfterBootTime(20ms, [note] { note(20); });
        callAfterBootTime(40ms, [note] { note(40); });
        for (int task = 0; task < 3; ++task)
            QVERIFY(done.try_acquire_for(5s));
        QVERIFY(BootClock::now() - start >= 60ms);
        QCOMPARE(order, (QList<int>{20, 40, 60}));
    }

    void aTaskThatThrowsEndsAlone()
    {
        const auto ran = std::make_shared<std::atomic<int>>(0);
        QTest::ignoreMessage(QtCriticalMsg, "A task ended in an exception: out of luck");
        QTest::ignoreMessage(QtCriticalMsg, "A task ended in an unknown exception.");
        {
            Worker worker;
            worker.post([] { throw std::runtime_error("out of luck"); });
            worker.post([] { throw 1; });
            worker.post([ran] { ++*ran; });
        }
        QVERIFY(Worker::waitForAll(5s));
        QCOMPARE(ran->load(), 1);
    }

    void aSecretWipesWhatWasTyped()
    {
        QString typed = QStringLiteral("marker-7f3a");
        typed.detach();
        const QChar *buffer = typed.constData();
        const Secret secret = Secret::take(typed);
        QCOMPARE(secret.view(), std::string_view("marker-7f3a"));
        QVERIFY(typed.isEmpty());
        Q_UNUSED(buffer)
        Secret moved = Secret(secret.view());
        const Secret target = std::move(moved);
        QCOMPARE(target.view(), secret.view());
    }

    void aPrivateFolderIsForItsOwnerAlone()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("a/b"));
        QVERIFY(paths::makePrivate(folder));
        QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(paths::makePrivate(folder));
        QVERIFY(QFile::link(folder, dir.filePath(QStringLiteral("link"))));
        QCOMPARE(paths::makePrivate(dir.filePath(QStringLiteral("link"))).error().code,
                 Error::Code::FileInaccessible);
    }

    void whatOthersCanReachIsNotPrivate()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("a"));
        QVERIFY(!paths::isPrivate(folder));
        QVERIFY(paths::makePrivate(folder));
        QVERIFY(paths::isPrivate(folder));
        QVERIFY(QFile::link(folder, dir.filePath(QStringLiteral("link"))));
        QVERIFY(!paths::isPrivate(dir.filePath(QStringLiteral("link"))));
        QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ExeOther));
        QVERIFY(!paths::isPrivate(folder));
        if (geteuid() == 0) {
            QVERIFY(paths::makePrivate(folder));
            QCOMPARE(chown(QFile::encodeName(folder).constData(), 65534, 65534), 0);
            QVERIFY(!paths::isPrivate(folder));
            QCOMPARE(paths::makeOwn(folder).error().code, Error::Code::FileInaccessible);
        }
    }

    void anOwnFolderMayBeALinkAndKeepsItsMode()
    {
        const QTemporaryDir dir;
        const QString missing = dir.filePath(QStringLiteral("missing/config"));
        QVERIFY(paths::makeOwn(missing));
        QVERIFY(paths::isPrivate(missing));

        const QString shared = dir.filePath(QStringLiteral("dotfiles"));
        QVERIFY(QDir().mkdir(shared));
        const auto mode = QFile::permissions(shared) | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(shared, mode));
        const QString link = dir.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(shared, link));
        QVERIFY(paths::makeOwn(link));
        QCOMPARE(QFile::permissions(shared), mode);

        QFile file(dir.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(paths::makeOwn(file.fileName()).error().code, Error::Code::FileInaccessible);
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "basetest.moc"
