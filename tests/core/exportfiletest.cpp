// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/exportfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::result;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

unsigned modeOf(const QString &name)
{
    struct stat status = {};
    return stat(QFile::encodeName(name).constData(), &status) == 0 ? status.st_mode & 0777U : 0;
}

} // namespace

class ExportFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theNameAppearsOnlyWhenTheFileIsComplete();
    void whatIsGivenUpLeavesNothing();
    void whatBrokeOffIsKeptUnderAnotherName();
    void aReplacedFileKeepsItsPermissionsAndLink();
    void aFolderThatIsNotThereIsSaid();
    void aDeviceIsWrittenInPlace();
    void aPipeIsWrittenOnceSomebodyReadsIt();
    void aFullDiskIsSaidAndTheOldFileStays();

private:
    QString name() const { return m_folder->filePath(QStringLiteral("rows.csv")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    void writeOld() const
    {
        QFile old(name());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ExportFileTest::theNameAppearsOnlyWhenTheFileIsComplete()
{
    const auto file = ExportFile::create(name());
    QVERIFY(file);
    QVERIFY((*file)->write("new"));
    QVERIFY(!QFile::exists(name()));
    QVERIFY(files().value(0).startsWith(QLatin1String("rows.csv.partial-")));
    QVERIFY((*file)->commit());
    QCOMPARE(files(), QStringList(QStringLiteral("rows.csv")));
    QCOMPARE(contentOf(name()), QByteArray("new"));
    QCOMPARE(modeOf(name()), 0600U);
    QCOMPARE((*file)->bytes(), quint64(3));
}

void ExportFileTest::whatIsGivenUpLeavesNothing()
{
    writeOld();
    {
        const auto file = ExportFile::create(name());
        QVERIFY(file);
        QVERIFY((*file)->write("half"));
    }
    QCOMPARE(files(), QStringList(QStringLiteral("rows.csv")));
    QCOMPARE(contentOf(name()), QByteArray("old"));
    const auto discarded = ExportFile::create(name());
    (*discarded)->discard();
    QVERIFY(!(*discarded)->commit());
    QCOMPARE(contentOf(name()), QByteArray("old"));
}

void ExportFileTest::whatBrokeOffIsKeptUnderAnotherName()
{
    {
        const auto file = ExportFile::create(name());
        QVERIFY((*file)->write("half"));
        QCOMPARE((*file)->keepPartial(), name() + QLatin1String(".partial"));
    }
    QCOMPARE(files(), QStringList(QStringLiteral("rows.csv.partial")));
    QCOMPARE(contentOf(name() + QLatin1String(".partial")), QByteArray("half"));
    QCOMPARE((*ExportFile::create(name()))->keepPartial(), QString()); // there is nothing in it
    QCOMPARE(files(), QStringList(QStringLiteral("rows.csv.partial")));
}

void ExportFileTest::aReplacedFileKeepsItsPermissionsAndLink()
{
    writeOld();
    QVERIFY(chmod(QFile::encodeName(name()).constData(), 0644) == 0);
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(name(), link));
    const auto file = ExportFile::create(link);
    QVERIFY((*file)->write("new"));
    QVERIFY((*file)->commit());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(name()), QByteArray("new"));
    QCOMPARE(modeOf(name()), 0644U);
}

void ExportFileTest::aFolderThatIsNotThereIsSaid()
{
    const auto file = ExportFile::create(m_folder->filePath(QStringLiteral("no/rows.csv")));
    QVERIFY(!file);
    QVERIFY(file.error().code == Error::Code::FileInaccessible);
    QVERIFY(file.error().message.contains(QLatin1String("rows.csv")));
}

void ExportFileTest::aDeviceIsWrittenInPlace()
{
    const auto file = ExportFile::create(QStringLiteral("/dev/null"));
    QVERIFY(file);
    QVERIFY((*file)->write("gone"));
    QVERIFY((*file)->commit());
    struct stat status = {};
    QVERIFY(stat("/dev/null", &status) == 0 && S_ISCHR(status.st_mode));
    const auto full = ExportFile::create(QStringLiteral("/dev/full"));
    const auto refused = (*full)->write("x");
    QVERIFY(!refused);
    QCOMPARE(refused.error().native, ENOSPC);
}

void ExportFileTest::aPipeIsWrittenOnceSomebodyReadsIt()
{
    QVERIFY(mkfifo(QFile::encodeName(name()).constData(), 0600) == 0);
    const auto unread = ExportFile::create(name());
    QVERIFY(!unread);
    QVERIFY(unread.error().code == Error::Code::FileInaccessible);
    QVERIFY2(unread.error().message.contains(QLatin1String("pipe that nobody reads")),
             qPrintable(unread.error().message));
    const Descriptor reader(open(QFile::encodeName(name()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    const auto file = ExportFile::create(name());
    QVERIFY(file);
    QVERIFY((*file)->write("rows"));
    QVERIFY((*file)->commit());
    std::array<char, 8> read = {};
    QCOMPARE(::read(reader.number(), read.data(), read.size()), ssize_t(4));
    QCOMPARE(files(), QStringList()); // it stays a pipe, and nothing is beside it
}

void ExportFileTest::aFullDiskIsSaidAndTheOldFileStays()
{
    writeOld();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{1000, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    {
        const auto file = ExportFile::create(name());
        QVERIFY(file);
        const auto written = (*file)->write(std::string(5000, 'x'));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!written);
        QVERIFY(!written.error().message.isEmpty());
        QCOMPARE(written.error().native, EFBIG);
    }
    QCOMPARE(files(), QStringList(QStringLiteral("rows.csv")));
    QCOMPARE(contentOf(name()), QByteArray("old"));
}

QTEST_APPLESS_MAIN(ExportFileTest)
#include "exportfiletest.moc"
