// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/atomicfile.h"

#include "core/base/descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr int maxLinks = 16;
constexpr QLatin1String temporaryMark(".new-");
constexpr int randomLetters = 6; ///< of mkostemp()

/// A file under a temporary name, removed unless it was moved to its place.
class TemporaryFile
{
public:
    explicit TemporaryFile(const QString &target)
        : m_name(QFile::encodeName(target + temporaryMark) + QByteArray(randomLetters, 'X')),
          m_descriptor(mkostemp(m_name.data(), O_CLOEXEC))
    { }
    ~TemporaryFile()
    {
        if (m_isThere)
            unlink(m_name.constData());
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    bool isOpen() const { return m_descriptor.isOpen(); }
    bool write(QByteArrayView content);
    bool close() { return m_descriptor.close(); }
    bool sync() { return fsync(m_descriptor.number()) == 0; }
    bool moveTo(const QByteArray &target);

private:
    QByteArray m_name;
    Descriptor m_descriptor;
    bool m_isThere = m_descriptor.isOpen();
};

bool TemporaryFile::write(QByteArrayView content)
{
    while (!content.isEmpty()) {
        const ssize_t written =
            ::write(m_descriptor.number(), content.data(), static_cast<std::size_t>(content.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content = content.sliced(written);
    }
    return true;
}

bool TemporaryFile::moveTo(const QByteArray &target)
{
    if (std::rename(m_name.constData(), target.constData()) != 0)
        return false;
    m_isThere = false;
    return true;
}

/// `message` has the file's name as %1 and the reason, errno's, as %2.
Error inaccessible(const char *message, const QString &file, const char *call)
{
    const int code = errno;
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate("latchkey::AtomicFile", message)
                .arg(file, QString::fromLocal8Bit(std::strerror(code))),
            QStringLiteral("%1: errno %2").arg(QLatin1String(call)).arg(code), code};
}

Error notWritten(const QString &file, const char *call)
{
    return inaccessible(QT_TRANSLATE_NOOP("latchkey::AtomicFile",
                                          "“%1” could not be saved (%2). The old file is unchanged. "
                                          "Check the disk's free space and the folder's permissions."),
                        file, call);
}

Error notRead(const QString &file, const char *call)
{
    return inaccessible(
        QT_TRANSLATE_NOOP("latchkey::AtomicFile",
                          "“%1” could not be read (%2). Check who owns it and its permissions."),
        file, call);
}

Error notReadable(const QString &message, int code)
{
    return {Error::Code::FileInaccessible, message, QStringLiteral("fstat: errno %1").arg(code), code};
}

Error noFile(const QString &file)
{
    return notReadable(
        QCoreApplication::translate("latchkey::AtomicFile",
                                    "“%1” is a folder, a pipe or a device. Give the name of a file.")
            .arg(file),
        EINVAL);
}

Error tooLarge(const QString &file, qsizetype limit)
{
    const QString most = QLocale().formattedDataSize(limit);
    return notReadable(QCoreApplication::translate(
                           "latchkey::AtomicFile",
                           "“%1” is larger than the %2 that are read here. Check that it is the right file.")
                           .arg(file, most),
                       EFBIG);
}

bool readAll(int descriptor, QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t got =
            ::read(descriptor, content.data() + done, static_cast<std::size_t>(content.size() - done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        done += got;
    }
    content.truncate(done);
    return true;
}

} // namespace

QString linkTarget(const QString &file)
{
    QString target = file;
    for (int links = 0; links < maxLinks && QFileInfo(target).isSymLink(); ++links)
        target = QFileInfo(target).symLinkTarget();
    return target;
}

FileStamp fileStamp(const QString &file)
{
    struct stat found = {};
    if (stat(QFile::encodeName(file).constData(), &found) != 0)
        return {};
    return {found.st_dev, found.st_ino, found.st_size,
            found.st_mtim.tv_sec * std::int64_t{1'000'000'000} + found.st_mtim.tv_nsec};
}

Result<std::optional<QByteArray>> readWhole(const QString &file, qsizetype limit)
{
    // Without O_NONBLOCK a pipe in the file's place would hang the program.
    const Descriptor source(::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!source.isOpen() && errno == ENOENT)
        return std::optional<QByteArray>();
    struct stat found = {};
    if (!source.isOpen() || fstat(source.number(), &found) != 0)
        return notRead(file, "open");
    if (!S_ISREG(found.st_mode))
        return noFile(file);
    if (found.st_size > limit)
        return tooLarge(file, limit);
    QByteArray content(static_cast<qsizetype>(found.st_size), Qt::Uninitialized);
    if (!readAll(source.number(), content))
        return notRead(file, "read");
    return std::optional(std::move(content));
}

void removeLeftovers(const QString &file)
{
    const QFileInfo target(linkTarget(file));
    const QString begin = target.fileName() + temporaryMark;
    QDir folder = target.dir();
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (name.startsWith(begin) && name.size() == begin.size() + randomLetters)
            folder.remove(name);
    }
}

Result<> writeAtomically(const QString &file, QByteArrayView content,
                         const std::function<Result<>()> &beforeReplacing)
{
    const QString target = linkTarget(file);
    const Descriptor folder(
        ::open(QFile::encodeName(QFileInfo(target).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen())
        return notWritten(file, "open");
    TemporaryFile temporary(target);
    if (!temporary.isOpen())
        return notWritten(file, "mkostemp");
    if (!temporary.write(content) || !temporary.sync() || !temporary.close())
        return notWritten(file, "write");
    if (beforeReplacing) {
        if (auto ready = beforeReplacing(); !ready)
            return ready;
    }
    if (!temporary.moveTo(QFile::encodeName(target)))
        return notWritten(file, "rename");
    // Some file systems cannot sync a folder and say so with EINVAL: there is nothing more to be done.
    if (fsync(folder.number()) != 0 && errno != EINVAL)
        return inaccessible(QT_TRANSLATE_NOOP("latchkey::AtomicFile",
                                              "“%1” was saved, but the disk did not confirm it (%2). "
                                              "Check the disk and save again."),
                            file, "fsync");
    return Ok{};
}

bool writeUnsynced(const QString &file, QByteArrayView content)
{
    const QString target = linkTarget(file);
    TemporaryFile temporary(target);
    return temporary.isOpen() && temporary.write(content) && temporary.close()
           && temporary.moveTo(QFile::encodeName(target));
}

} // namespace latchkey
