// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/folder.h"

#include "core/base/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace latchkey::sandbox {

namespace {

QString lockFile(const QString &folder)
{
    return folder + QStringLiteral("/sandbox.lock");
}

/// Short, because server sockets and caches live below.
QString prefix()
{
    return QStringLiteral("latchkey-sandbox-%1-").arg(geteuid());
}

Error unusable(const QString &folder, int number)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The sandbox cannot use the folder “%1”. Check its permissions and the space "
                "left on the disk, or name another one with --dir.")
                .arg(folder),
            QString::fromLocal8Bit(std::strerror(number)), number};
}

Error occupied(const QString &folder)
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The folder “%1” has files in it that do not come from a sandbox. Name a new "
                "or an empty folder with --dir.")
                .arg(folder),
            {},
            0};
}

Error running(const QString &folder, pid_t owner)
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "A sandbox is already running in “%1” (process %2). End it with “down”, or "
                "name another folder with --dir.")
                .arg(folder)
                .arg(owner),
            {},
            0};
}

/// The lock belongs to the process, not to the descriptor: children never hold it, and the kernel tells who does.
struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

bool isEmptyFolder(const QString &path)
{
    return QDir(path).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
}

bool isLeftover(const QString &folder)
{
    const QFileInfo lock(lockFile(folder));
    return lock.exists() && lock.ownerId() == geteuid() && ownerOf(folder) == 0;
}

QStringList candidates()
{
    QStringList found;
    const QDir parent = QDir::temp();
    for (const QFileInfo &entry :
         parent.entryInfoList({prefix() + QLatin1Char('*')}, QDir::Dirs | QDir::NoSymLinks)) {
        if (entry.ownerId() == geteuid())
            found.append(entry.filePath());
    }
    return found;
}

Result<QString> makeTemporary()
{
    QByteArray pattern = QFile::encodeName(QDir::temp().filePath(prefix())) + QByteArray(6, 'X');
    if (mkdtemp(pattern.data()) == nullptr)
        return unusable(QDir::tempPath(), errno);
    return QFile::decodeName(pattern);
}

Result<QString> makeWanted(const QString &wanted)
{
    const QString path = QDir(wanted).absolutePath();
    if (const pid_t owner = ownerOf(path); owner != 0)
        return running(path, owner);
    if (QFileInfo::exists(path) && !isEmptyFolder(path)) {
        if (!isLeftover(path))
            return occupied(path);
        QDir(path).removeRecursively();
    }
    if (auto made = paths::makePrivate(path); !made)
        return std::move(made).error();
    return path;
}

} // namespace

struct Folder::Private
{
    QString path;
    bool removeItself; ///< false: the folder was there before us, and only what is inside goes
    int lock = -1;

    Private(QString folder, bool isNew) : path(std::move(folder)), removeItself(isNew) { }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private()
    {
        const QStringList entries =
            QDir(path).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
        for (const QString &entry : entries) {
            const QString inside = path + QLatin1Char('/') + entry;
            if (QFileInfo(inside).isDir() && !QFileInfo(inside).isSymLink())
                QDir(inside).removeRecursively();
            else
                QFile::remove(inside);
        }
        if (removeItself)
            QDir().rmdir(path);
        if (lock >= 0)
            close(lock);
    }
};

Folder::Folder(std::unique_ptr<Private> made) : d(std::move(made)) { }
Folder::Folder(Folder &&) noexcept = default;
Folder &Folder::operator=(Folder &&) noexcept = default;
Folder::~Folder() = default;

Result<Folder> Folder::create(const QString &wanted)
{
    const bool isNew =
        wanted.isEmpty() || !QFileInfo::exists(wanted) || isLeftover(QDir(wanted).absolutePath());
    auto path = wanted.isEmpty() ? makeTemporary() : makeWanted(wanted);
    if (!path)
        return std::move(path).error();
    auto made = std::make_unique<Private>(*path, isNew);
    made->lock = open(QFile::encodeName(lockFile(*path)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    struct flock lock = wholeFile();
    if (made->lock < 0 || fcntl(made->lock, F_SETLK, &lock) != 0)
        return unusable(*path, errno);
    return Folder(std::move(made));
}

QString Folder::path() const
{
    return d->path;
}

QString Folder::file(const QString &name) const
{
    return d->path + QLatin1Char('/') + name;
}

Result<QString> Folder::makeFolder(const QString &name) const
{
    const QString path = file(name);
    if (auto made = paths::makePrivate(path); !made)
        return std::move(made).error();
    return path;
}

pid_t ownerOf(const QString &folder)
{
    const int file = open(QFile::encodeName(lockFile(folder)).constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return 0;
    struct flock lock = wholeFile();
    const bool known = fcntl(file, F_GETLK, &lock) == 0;
    close(file);
    return known && lock.l_type != F_UNLCK ? lock.l_pid : 0;
}

QStringList runningSandboxes()
{
    QStringList running;
    for (const QString &folder : candidates()) {
        if (ownerOf(folder) != 0)
            running.append(folder);
    }
    return running;
}

void removeLeftovers()
{
    for (const QString &folder : candidates()) {
        if (isLeftover(folder))
            QDir(folder).removeRecursively();
    }
}

Result<> writePrivateFile(const QString &file, const QByteArray &content)
{
    const QString unfinished = file + QStringLiteral(".new");
    QFile saving(unfinished);
    if (!saving.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)
        || saving.write(content) != content.size() || !saving.flush())
        return unusable(file, errno);
    saving.close();
    if (std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(file).constData()) != 0)
        return unusable(file, errno);
    return Ok{};
}

} // namespace latchkey::sandbox
