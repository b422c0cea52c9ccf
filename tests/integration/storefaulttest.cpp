// SPDX-License-Identifier: GPL-2.0-or-later
// The profile file when programs edit it at once, are killed, run out of disk, or lose power.
#include "core/profile/profilefile.h"
#include "core/profile/profileversions.h"
#include "tests/support/powerloss.h"
#include "tests/support/profilevalues.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

using namespace latchkey;
using namespace latchkey::test;

namespace {

constexpr int minute = 60'000; // in milliseconds

/// What became of a run of the editing program.
struct Run
{
    bool wasKilled;
    int code;
    int saved; ///< edits that it was told are saved
    QByteArray output;
    QByteArray errors;
};

Run ended(QProcess &program)
{
    program.waitForFinished(4 * minute);
    const QByteArray output = program.readAllStandardOutput();
    return {program.exitStatus() == QProcess::CrashExit, program.exitCode(),
            static_cast<int>(output.count("saved\n")), output, program.readAllStandardError()};
}

void start(QProcess &program, const QString &file, const QString &mode, const QString &name, int count,
           const QMap<QString, QString> &faults = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!faults.isEmpty()) {
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(LATCHKEY_FAULTY_DISK));
        environment.insert(QStringLiteral("LATCHKEY_DISK_ROOT"), QFileInfo(file).path());
    }
    for (auto fault = faults.begin(); fault != faults.end(); ++fault)
        environment.insert(QStringLiteral("LATCHKEY_DISK_") + fault.key(), fault.value());
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LATCHKEY_PROFILE_EDITOR), {file, mode, name, QString::number(count)});
}

Run edit(const QString &file, int count, const QMap<QString, QString> &faults = {},
         const QString &name = QStringLiteral("p"))
{
    QProcess program;
    start(program, file, QStringLiteral("add"), name, count, faults);
    return ended(program);
}

/// Where a new folder goes: into memory if possible, for there are thousands of states to look at.
QString newFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/storefaulttest-");
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// Every version's bytes, by number.
QMap<int, QByteArray> versionsOf(const QString &file)
{
    QMap<int, QByteArray> all;
    for (const ProfileVersion &version : ProfileVersions(file).list())
        all.insert(version.number,
                   contentOf(QStringLiteral("%1.versions/%2.json").arg(file).arg(version.number)));
    return all;
}

} // namespace

class StoreFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoProgramsEditingAtOnceLoseNothing();
    void aKillAtAnyTimeLosesNothing();
    void aPowerLossAtAnyTimeLosesNothing();
    void aFullDiskAtAnyByteLosesNothing();
    void aDiskThatFailsIsTold_data();
    void aDiskThatFailsIsTold();
    void shortWritesAreGoneOnWith();
    void whereLinksAreImpossibleVersionsAreCopies();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("config")); }
    QString file() const { return folder() + QStringLiteral("/profiles.json"); }
    bool checkKilled(const Run &run);
    bool isLeftByPowerLoss(const PowerLoss::State &state, const QList<QByteArray> &contents,
                           int number) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

// AddressSanitizer must be the first library, and watches the same functions.
#ifdef LATCHKEY_SANITIZED
#define NEED_FAULTY_DISK()                                                                                   \
    QSKIP("a library put before the sanitizer's would be called by it before it is ready")
#else
#define NEED_FAULTY_DISK() static_cast<void>(0)
#endif

void StoreFaultTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(newFolder());
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(folder()));
}

void StoreFaultTest::twoProgramsEditingAtOnceLoseNothing()
{
    QVERIFY(ProfileFile(file()).edit([](ProfileDocument &document) {
        document.profiles.append(named(u"shared"_qs));
        return Ok{};
    }));
    constexpr int edits = 500;
    QProcess one;
    QProcess other;
    start(one, file(), u"mix"_qs, u"one"_qs, edits);
    start(other, file(), u"mix"_qs, u"other"_qs, edits);
    QMap<QString, QString> expected;
    int counted = 0;
    for (QProcess *program : {&one, &other}) {
        const Run run = ended(*program);
        QVERIFY2(!run.wasKilled && run.code == 0, run.errors.constData());
        QCOMPARE(run.saved, edits);
        for (const QByteArray &line : run.output.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.first() == "has")
                expected.insert(QString::fromUtf8(words.at(1)), QString::fromUtf8(words.at(2)));
            else if (words.first() == "counted")
                counted += words.at(1).toInt();
        }
    }
    expected.insert(u"shared"_qs, QString::number(counted));
    const auto read = ProfileFile(file()).read();
    QVERIFY(read && !read->damage);
    QMap<QString, QString> found;
    for (const Profile &profile : read->document.profiles)
        found.insert(profile.name, profile.notes);
    QCOMPARE(found, expected);
    QCOMPARE(filesIn(folder()), QStringList{u"profiles.json"_qs});
    qInfo("2 programs, %d edits each: %lld profiles, counted to %d", edits,
          static_cast<long long>(found.size()), counted);
}

bool StoreFaultTest::checkKilled(const Run &run)
{
    const auto read = ProfileFile(file()).read();
    if (!read || read->damage)
        return false;
    const auto found = static_cast<int>(read->document.profiles.size());
    if (found != run.saved && found != run.saved + 1)
        return false;
    const Run later = edit(file(), 1, {}, QStringLiteral("later"));
    if (later.saved != 1)
        qWarning("%s", later.errors.constData());
    return later.saved == 1 && filesIn(folder()) == QStringList{QStringLiteral("profiles.json")}
           && ProfileFile(file()).read()->document.profiles.size() == found + 1;
}

void StoreFaultTest::aKillAtAnyTimeLosesNothing()
{
    NEED_FAULTY_DISK();
    QRandomGenerator random(42);
    constexpr int wanted = 200;
    int killed = 0;
    int runs = 0;
    for (; killed < wanted && runs < 5 * wanted; ++runs) {
        init();
        const QString when =
            QString::number(random.bounded(1, 65)) + (random.bounded(4) ? QString() : u"half"_qs);
        const Run run = edit(file(), 7, {{u"KILL"_qs, when}});
        killed += run.wasKilled;
        QVERIFY2(checkKilled(run), qPrintable(when));
    }
    qInfo("%d runs, %d killed while saving", runs, killed);
    QCOMPARE(killed, wanted);
}

bool StoreFaultTest::isLeftByPowerLoss(const PowerLoss::State &state, const QList<QByteArray> &contents,
                                       int number) const
{
    const QTemporaryDir place(newFolder());
    const auto at = [&](const QString &path) {
        return place.filePath(QDir(folder()).relativeFilePath(path));
    };
    for (auto one = state.files.begin(); one != state.files.end(); ++one) {
        QDir().mkpath(QFileInfo(at(one.key())).path());
        writeFile(at(one.key()), one.value());
    }
    const ProfileFile found(at(file()));
    const auto index = contents.indexOf(state.files.value(file()));
    const auto read = found.read();
    bool isGood = index >= state.said && index <= state.begun && read && !read->damage
                  && read->document.profiles.size() == index;
    for (const QByteArray &version : versionsOf(found.path()))
        isGood = isGood && contents.contains(version);
    if (isGood && number % 20 == 0) {
        const auto later = found.edit([](ProfileDocument &document) {
            document.profiles.append(named(u"later"_qs));
            return Ok{};
        });
        isGood = later && later->profiles.size() == index + 1
                 && filesIn(place.path()) == QStringList{u"profiles.json"_qs};
    }
    return isGood;
}

void StoreFaultTest::aPowerLossAtAnyTimeLosesNothing()
{
    NEED_FAULTY_DISK();
    const QString log = m_folder->filePath(u"log"_qs);
    writeFile(log, {});
    constexpr int edits = 16;
    const Run run = edit(file(), edits, {{u"LOG"_qs, log}});
    QCOMPARE(run.saved, edits);
    const PowerLoss disk(contentOf(log), folder(), file());
    const QList<QByteArray> contents = disk.contents();
    QCOMPARE(contents.size(), edits + 1);
    QCOMPARE(contents.last(), contentOf(file())); // the log tells the truth
    int number = 0;
    bool areGood = true;
    const int states = disk.everyState([&](const PowerLoss::State &state) {
        areGood = isLeftByPowerLoss(state, contents, number++);
        if (!areGood)
            qWarning() << "state" << number << "said" << state.said << "begun" << state.begun << state.files;
        return areGood;
    });
    qInfo("%d states of the disk after a power loss, %d edits", states, edits);
    QVERIFY(areGood);
    QVERIFY(states >= 1'000);
}

void StoreFaultTest::aFullDiskAtAnyByteLosesNothing()
{
    NEED_FAULTY_DISK();
    QCOMPARE(edit(file(), 40).saved, 40);
    const QByteArray before = contentOf(file());
    const auto versions = versionsOf(file());
    int steps = 0;
    for (qsizetype room = 0; room < before.size() + 1024; room += 1024, ++steps) {
        const Run run = edit(file(), 1, {{u"ROOM"_qs, QString::number(room)}}, u"more"_qs);
        if (run.saved == 1)
            break;
        QVERIFY2(run.errors.contains("could not be saved")
                     && run.errors.contains("The old file is unchanged"),
                 run.errors.constData());
        QCOMPARE(contentOf(file()), before);
        QCOMPARE(versionsOf(file()), versions);
        QCOMPARE(filesIn(folder()), QStringList{u"profiles.json"_qs});
    }
    qInfo("%d sizes of a full disk, for %lld bytes", steps, static_cast<long long>(before.size()));
    QVERIFY(steps >= 8);
    QCOMPARE(ProfileFile(file()).read()->document.profiles.size(), 41);
}

void StoreFaultTest::aDiskThatFailsIsTold_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("sentence"); ///< empty: it is saved
    QTest::addColumn<bool>("isReplaced");
    const auto fault = [](const char *call, int at, int code) {
        return QStringLiteral("%1 %2 %3").arg(QLatin1String(call)).arg(at).arg(code);
    };
    QTest::newRow("the file is not synced")
        << fault("fsync", 1, EIO) << QByteArray("could not be saved") << false;
    QTest::newRow("the folder is not synced")
        << fault("fsync", 2, EIO) << QByteArray("the disk did not confirm it") << true;
    QTest::newRow("the folder cannot be synced") << fault("fsync", 2, EINVAL) << QByteArray() << true;
    QTest::newRow("no room for the name")
        << fault("rename", 1, ENOSPC) << QByteArray("could not be saved") << false;
    QTest::newRow("no room for a version") << fault("mkdir", 1, ENOSPC) << QByteArray() << true;
}

void StoreFaultTest::aDiskThatFailsIsTold()
{
    NEED_FAULTY_DISK();
    QFETCH(QString, fault);
    QFETCH(QByteArray, sentence);
    QFETCH(bool, isReplaced);
    QCOMPARE(edit(file(), 1).saved, 1);
    QVERIFY(QDir(file() + u".versions"_qs).removeRecursively());
    const QByteArray before = contentOf(file());
    const Run run = edit(file(), 1, {{u"FAIL"_qs, fault}}, u"more"_qs);
    QCOMPARE(run.saved, sentence.isEmpty() ? 1 : 0);
    QVERIFY2(run.errors.contains(sentence), run.errors.constData());
    QCOMPARE(contentOf(file()) != before, isReplaced);
    QVERIFY(versionsOf(file()).size() <= (isReplaced ? 1 : 0));
    QCOMPARE(filesIn(folder()), QStringList{u"profiles.json"_qs});
    QCOMPARE(edit(file(), 1, {}, u"later"_qs).saved, 1);
    QCOMPARE(ProfileFile(file()).read()->document.profiles.size(), isReplaced ? 3 : 2);
}

void StoreFaultTest::shortWritesAreGoneOnWith()
{
    NEED_FAULTY_DISK();
    QCOMPARE(edit(file(), 3, {{u"SHORT"_qs, u"7"_qs}}).saved, 3);
    const auto read = ProfileFile(file()).read();
    QVERIFY(read && !read->damage);
    QCOMPARE(read->document.profiles.size(), 3);
}

void StoreFaultTest::whereLinksAreImpossibleVersionsAreCopies()
{
    NEED_FAULTY_DISK();
    const Run run = edit(file(), 3, {{u"FAIL"_qs, QStringLiteral("link 0 %1").arg(EPERM)}});
    QCOMPARE(run.saved, 3);
    const auto versions = versionsOf(file());
    QCOMPARE(versions.keys(), (QList<int>{1, 2}));
    QCOMPARE(ProfileVersions(file()).read(2)->profiles.size(), 2);
}

QTEST_GUILESS_MAIN(StoreFaultTest)
#include "storefaulttest.moc"
