// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/filelock.h"
#include "core/profile/profilejson.h"
#include "tests/support/profilevalues.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::test;

namespace {

/// No file of this process can grow beyond `bytes` while this lives: a full disk for one process.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

std::atomic<int> flockFailure = 0; ///< errno of every flock(); 0: it works

} // namespace

/// In place of the C library's flock(), whose name a struct has, too.
extern "C" int lockInstead(int descriptor, int how) __asm__("flock");

extern "C" int lockInstead(int descriptor, int how)
{
    if (const int code = flockFailure) {
        errno = code;
        return -1;
    }
    return static_cast<int>(syscall(SYS_flock, descriptor, how));
}

class ProfileFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theFileIsForItsOwnerOnly();
    void whatIsWrongWithAFileIsSaidWithItsName();
    void aLinkStaysALink();
    void aDamagedFileIsSetAsideAndNotOverwritten();
    void aDamagedFileBringsTheNewestGoodVersion();
    void aDamagedFileBringsWhatWasSavedLast();
    void aDamagedFileTakesNothingFromARunningProgram();
    void anEditThatComesUponDamageSavesNothingAtFirst();
    void anEditorThatStillWritesIntoTheDamagedFileLosesNothing();
    void anEditorThatSavesWhileAnEditIsUnderWayLosesNothing();
    void theLastTenVersionsAreKept();
    void aRefusedOrIdleEditKeepsNoVersion();
    void whatAKilledProgramLeftIsRemoved();
    void aFileOfANewerVersionIsLeftAlone();
    void aFullDiskKeepsTheOldFile();
    void everyPointOfAFullDiskKeepsTheOldFile();
    void aNoteTooLongToReadAgainIsRefused();
    void aLockedFileKeepsNobodyWaitingAndLosesNoEdit();
    void aFileSystemWithoutLocksStillSaves_data();
    void aFileSystemWithoutLocksStillSaves();
    void aRefusedLockSaysWhyAndNotThatSomebodyHasIt();
    void twoStoresEditingInTurnsLoseNothing();
    void keysOfANewerVersionSurviveAnEdit();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("config/profiles.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProfileFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ProfileFileTest::theFileIsForItsOwnerOnly()
{
    const mode_t before = umask(0);
    ProfileStore store(file());
    const auto saved = settled(store.put(named(u"a"_qs)));
    umask(before);
    QVERIFY(saved);
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(file()).permissions(), owner);
    QCOMPARE(QFileInfo(QFileInfo(file()).path()).permissions() & ~owner, QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QDir(QFileInfo(file()).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"profiles.json"_qs});
}

void ProfileFileTest::aLinkStaysALink()
{
    QDir().mkpath(QFileInfo(file()).path());
    const QString target = m_folder->filePath(u"dotfiles.json"_qs);
    QVERIFY(QFile::link(target, file()));
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs)))); // the target does not exist yet
    QVERIFY(settled(store.put(named(u"b"_qs))));
    QVERIFY(QFileInfo(file()).isSymLink());
    QVERIFY(contentOf(target).contains("\"b\""));
}

void ProfileFileTest::aDamagedFileIsSetAsideAndNotOverwritten()
{
    QDir().mkpath(QFileInfo(file()).path());
    for (const char *number : {"1", "2"}) {
        QFile::remove(file());
        QDir(file() + u".versions"_qs).removeRecursively();
        const QByteArray content = QByteArray("{ broken ") + number;
        writeFile(file(), content);
        ProfileStore store(file());
        const auto damaged = store.load();
        QCOMPARE(damaged.error().code, Error::Code::FileDamaged);
        QVERIFY2(damaged.error().message.contains(u"No earlier version is there"_qs),
                 qPrintable(damaged.error().message));
        QVERIFY(store.profiles().isEmpty());
        QCOMPARE(contentOf(file()), content); // reading leaves it where it is
        QVERIFY(settled(store.put(named(u"a"_qs))));
        QCOMPARE(contentOf(file() + u".damaged-"_qs + QLatin1String(number)), content);
        QCOMPARE(paths(store), QStringList{u"a"_qs});
    }
}

void ProfileFileTest::aDamagedFileBringsTheNewestGoodVersion()
{
    {
        ProfileStore store(file());
        for (const QString &name : {u"a"_qs, u"b"_qs, u"c"_qs})
            QVERIFY(settled(store.put(named(name))));
    }
    for (const QString &damaged : {u".versions/saved.json"_qs, u".versions/3.json"_qs, QString()})
        writeFile(file() + damaged, "{ broken");
    ProfileStore store(file());
    const auto damaged = store.load();
    QCOMPARE(damaged.error().code, Error::Code::FileDamaged);
    QVERIFY2(damaged.error().message.contains(u"version 2"_qs), qPrintable(damaged.error().message));
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs}));
    QVERIFY(settled(store.put(named(u"d"_qs))));
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs, u"d"_qs}));
    QCOMPARE(contentOf(file() + u".damaged-1"_qs), QByteArray("{ broken"));
    QVERIFY(ProfileStore(file()).load());
}

void ProfileFileTest::aDamagedFileBringsWhatWasSavedLast()
{
    for (const QStringList &names : {QStringList{u"a"_qs}, QStringList{u"a"_qs, u"b"_qs}}) {
        QVERIFY(settled(ProfileStore(file()).put(named(names.last()))));
        const QByteArray whole = contentOf(file());
        writeFile(file(), "{ an editor wrote this in place");
        ProfileStore store(file());
        const auto damaged = store.load();
        QCOMPARE(damaged.error().code, Error::Code::FileDamaged);
        QVERIFY2(damaged.error().message.contains(u"saved last"_qs), qPrintable(damaged.error().message));
        QCOMPARE(paths(store), names);
        writeFile(file(), whole);
    }
}

void ProfileFileTest::aDamagedFileTakesNothingFromARunningProgram()
{
    QDir().mkpath(QFileInfo(file()).path());
    writeFile(file(), writeProfiles({{}, {named(u"a"_qs), named(u"b"_qs)}, {}})); // never saved by the store
    ProfileStore store(file());
    QVERIFY(store.load());
    writeFile(file(), "{ broken");
    const auto refused = settled(store.put(named(u"c"_qs)));
    QCOMPARE(refused.error().code, Error::Code::FileDamaged);
    QVERIFY2(refused.error().message.contains(u"the profiles stay as they were"_qs),
             qPrintable(refused.error().message));
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs}));
    QVERIFY(settled(store.put(named(u"c"_qs))));
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
    QCOMPARE(contentOf(file() + u".damaged-1"_qs), QByteArray("{ broken"));
    writeFile(file(), "{ broken again");
    QVERIFY(!settled(store.undo()));
    QVERIFY(settled(store.undo()));
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs}));
}

void ProfileFileTest::anEditThatComesUponDamageSavesNothingAtFirst()
{
    ProfileStore store(file());
    for (const QString &name : {u"a"_qs, u"b"_qs})
        QVERIFY(settled(store.put(named(name))));
    const QByteArray whole = contentOf(file());
    writeFile(file(), whole.chopped(20)); // an editor is just writing it
    const auto refused = settled(store.put(named(u"c"_qs)));
    QCOMPARE(refused.error().code, Error::Code::FileDamaged);
    QVERIFY2(refused.error().message.endsWith(u"Nothing has been saved."_qs),
             qPrintable(refused.error().message));
    QCOMPARE(contentOf(file()), whole.chopped(20));
    writeFile(file(), whole);
    QVERIFY(settled(store.put(named(u"c"_qs))));
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
    QVERIFY(!QFileInfo::exists(file() + u".damaged-1"_qs));
}

void ProfileFileTest::anEditorThatStillWritesIntoTheDamagedFileLosesNothing()
{
    QDir().mkpath(QFileInfo(file()).path());
    QFile editor(file());
    QVERIFY(editor.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    editor.write("{ the first half");
    ProfileStore store(file());
    QVERIFY(!store.load());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    editor.write(" and the second");
    QCOMPARE(contentOf(file() + u".damaged-1"_qs), QByteArray("{ the first half and the second"));
}

void ProfileFileTest::anEditorThatSavesWhileAnEditIsUnderWayLosesNothing()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    int calls = 0;
    const auto change = [&](ProfileDocument &document) -> Result<> {
        if (++calls == 1) {
            ProfileDocument another = document;
            another.profiles.append(named(u"typed in an editor"_qs));
            if (auto written = writeAtomically(file(), writeProfiles(another)); !written)
                return written;
        }
        document.profiles.append(named(u"b"_qs));
        return Ok{};
    };
    QVERIFY(settled(store.editDocument(change)));
    QCOMPARE(calls, 2);
    QCOMPARE(paths(store), (QStringList{u"a"_qs, u"b"_qs, u"typed in an editor"_qs}));
}

void ProfileFileTest::theLastTenVersionsAreKept()
{
    ProfileStore store(file());
    QByteArray before;
    for (int at = 0; at < 15; ++at) {
        before = contentOf(file());
        QVERIFY(settled(store.put(named(u"p%1"_qs.arg(at)))));
    }
    const QList<ProfileVersion> versions = store.versions();
    QCOMPARE(versions.size(), 10);
    QCOMPARE(versions.first().number, 14);
    QCOMPARE(versions.last().number, 5);
    const QString folder = file() + u".versions"_qs;
    QCOMPARE(contentOf(folder + u"/14.json"_qs), before);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 11);
    QCOMPARE(contentOf(folder + u"/saved.json"_qs), contentOf(file()));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(folder + u"/14.json"_qs).permissions(), owner);
    QCOMPARE(QFileInfo(folder).permissions(), owner | QFile::ExeOwner | QFile::ExeUser);

    QVERIFY(settled(store.restoreVersion(5)));
    QCOMPARE(store.profiles().size(), 5);
    QVERIFY(settled(store.undo()));
    QCOMPARE(store.profiles().size(), 15);
    QCOMPARE(settled(store.restoreVersion(4)).error().code, Error::Code::NotFound);
}

void ProfileFileTest::aRefusedOrIdleEditKeepsNoVersion()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    QVERIFY(settled(store.put(store.profiles().first())));
    QVERIFY(!settled(store.put(named(u"a"_qs))));
    QCOMPARE(store.versions().size(), 0);
}

void ProfileFileTest::whatAKilledProgramLeftIsRemoved()
{
    QDir().mkpath(QFileInfo(file()).path());
    writeFile(file() + u".lock"_qs, {});
    writeFile(file() + u".new-AbCdEf"_qs, "half");
    writeFile(file() + u".new-old"_qs, "somebody's own");
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    QCOMPARE(QDir(QFileInfo(file()).path()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
             (QStringList{u"profiles.json"_qs, u"profiles.json.new-old"_qs}));
}

void ProfileFileTest::aFileOfANewerVersionIsLeftAlone()
{
    QDir().mkpath(QFileInfo(file()).path());
    const QByteArray content = R"({"format": "latchkey-profiles", "version": 2, "profiles": "elsewhere"})";
    writeFile(file(), content);
    ProfileStore store(file());
    QCOMPARE(store.load().error().code, Error::Code::FileInaccessible);
    QCOMPARE(settled(store.put(named(u"a"_qs))).error().code, Error::Code::FileInaccessible);
    QCOMPARE(contentOf(file()), content);
}

void ProfileFileTest::aFullDiskKeepsTheOldFile()
{
    const QString mountPoint = m_folder->filePath(u"full"_qs);
    QDir().mkpath(mountPoint);
    const QByteArray at = QFile::encodeName(mountPoint);
    if (mount("tmpfs", at.constData(), "tmpfs", 0, "size=16k") != 0)
        QSKIP("mounting a small file system needs root; the limit of file sizes is tested in its place");
    const auto unmount = qScopeGuard([&at] { umount2(at.constData(), MNT_DETACH); });
    const QString full = mountPoint + u"/profiles.json"_qs;
    {
        ProfileStore store(full);
        QVERIFY(settled(store.put(named(u"a"_qs))));
        const QByteArray before = contentOf(full);
        Profile large = named(u"b"_qs);
        large.notes = QString(100'000, u'x');
        const auto refused = settled(store.put(large));
        QCOMPARE(refused.error().code, Error::Code::FileInaccessible);
        QCOMPARE(refused.error().native, ENOSPC);
        QCOMPARE(contentOf(full), before);
        QCOMPARE(paths(store), QStringList{u"a"_qs});
        QCOMPARE(QDir(mountPoint).entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_qs});
    }
}

void ProfileFileTest::whatIsWrongWithAFileIsSaidWithItsName()
{
    const QString odd = u"/nowhere/a%1b%2.json"_qs;
    const QString unsaved = writeAtomically(odd, QByteArrayView("x")).error().message;
    QVERIFY2(unsaved.contains(odd + u"”"_qs), qPrintable(unsaved));
    QVERIFY2(unsaved.contains(u"No such file"), qPrintable(unsaved));
    QDir().mkpath(QFileInfo(file()).path());
    const QString folder = readWhole(QFileInfo(file()).path(), 10).error().message;
    QVERIFY2(folder.contains(u"is a folder, a pipe"), qPrintable(folder));
    QVERIFY(writeAtomically(file(), QByteArrayView("more than ten bytes")));
    const QString large = readWhole(file(), 10).error().message;
    QVERIFY2(large.contains(u"larger than the 10 bytes"), qPrintable(large));
}

void ProfileFileTest::everyPointOfAFullDiskKeepsTheOldFile()
{
    QDir().mkpath(QFileInfo(file()).path());
    QVERIFY(writeAtomically(file(), QByteArrayView("old")));
    const QByteArray content(4'000, 'n');
    for (rlim_t bytes = 0; bytes < 4'000; bytes += 500) {
        const FileSizeLimit limit(bytes);
        const auto refused = writeAtomically(file(), content);
        QCOMPARE(refused.error().code, Error::Code::FileInaccessible);
        QCOMPARE(contentOf(file()), QByteArray("old"));
    }
    QVERIFY(writeAtomically(file(), content));
    QCOMPARE(contentOf(file()), content);
    QCOMPARE(QDir(QFileInfo(file()).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"profiles.json"_qs});
}

void ProfileFileTest::aNoteTooLongToReadAgainIsRefused()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    const QByteArray before = contentOf(file());
    Profile long_ = named(u"b"_qs);
    long_.notes = QString(2 << 20, u'x');
    QCOMPARE(settled(store.put(long_)).error().code, Error::Code::InvalidInput);
    QCOMPARE(contentOf(file()), before);
}

void ProfileFileTest::aLockedFileKeepsNobodyWaitingAndLosesNoEdit()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    std::optional<FileLock> another =
        std::get<FileLock>(FileLock::take(file() + u".lock"_qs, std::chrono::seconds(1)));
    QElapsedTimer timer;
    timer.start();
    const auto added = store.put(named(u"b"_qs));
    const auto removed = store.remove({store.profiles().first().id});
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!added.isFinished());
    QCOMPARE(paths(store), QStringList{u"a"_qs});
    another.reset();
    QTRY_VERIFY(added.isFinished() && removed.isFinished());
    QVERIFY(added.result() && removed.result());
    QTRY_COMPARE(paths(store), QStringList{u"b"_qs});
}

void ProfileFileTest::aFileSystemWithoutLocksStillSaves_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("NFS without its lock service") << ENOLCK;
    QTest::newRow("CIFS, sshfs") << EOPNOTSUPP;
    QTest::newRow("not implemented") << ENOSYS;
    QTest::newRow("NFS, not opened for it") << EBADF;
}

void ProfileFileTest::aFileSystemWithoutLocksStillSaves()
{
    QFETCH(int, code);
    flockFailure = code;
    ProfileStore store(file());
    const auto saved = settled(store.put(named(u"a"_qs)));
    flockFailure = 0;
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(paths(store), QStringList{u"a"_qs});
}

void ProfileFileTest::aRefusedLockSaysWhyAndNotThatSomebodyHasIt()
{
    flockFailure = EIO;
    ProfileStore store(file());
    const auto refused = settled(store.put(named(u"a"_qs)));
    flockFailure = 0;
    QVERIFY(!refused);
    QCOMPARE(refused.error().native, EIO);
    QVERIFY2(!refused.error().message.contains(u"Another program"_qs), qPrintable(refused.error().message));
}

void ProfileFileTest::twoStoresEditingInTurnsLoseNothing()
{
    ProfileStore first(file());
    ProfileStore second(file());
    QVERIFY(first.load());
    QVERIFY(second.load());
    for (int at = 0; at < 40; ++at) {
        ProfileStore &store = at % 2 ? first : second;
        QVERIFY(settled(store.put(named(u"p%1"_qs.arg(at)))));
    }
    QVERIFY(first.load());
    QVERIFY(second.load());
    QCOMPARE(first.profiles().size(), 40);
    QCOMPARE(first.profiles(), second.profiles());
}

void ProfileFileTest::keysOfANewerVersionSurviveAnEdit()
{
    QDir().mkpath(QFileInfo(file()).path());
    writeFile(file(),
              R"({"format": "latchkey-profiles", "version": 1, "later": {"a": [1, "two"]},
        "folders": [{"id": "5f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11", "name": "f", "icon": "star"}], "profiles": [
        {"id": "4f0c3c1e-7a1b-4c9d-9a52-2f1d6f0a7b11", "name": "old", "proxy": {"port": 9007199254740993}}]})");
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"new"_qs))));
    const QJsonObject root = QJsonDocument::fromJson(contentOf(file())).object();
    QCOMPARE(root.value(u"later").toObject().value(u"a").toArray(), (QJsonArray{1, u"two"_qs}));
    QCOMPARE(root.value(u"folders").toArray().at(0).toObject().value(u"icon").toString(), u"star"_qs);
    const QJsonArray all = root.value(u"profiles").toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(1).toObject().value(u"proxy").toObject().value(u"port").toInteger(), 9007199254740993);
}

QTEST_GUILESS_MAIN(ProfileFileTest)
#include "profilefiletest.moc"
