// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/pidfile.h"

#include "app/cli/text.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

Error inaccessible(const QString &name, int code)
{
    return {Error::Code::FileInaccessible,
            Text::tr("The file “%1” for the process number cannot be written (%2). Check the folder and its "
                     "permissions.")
                .arg(name, QString::fromLocal8Bit(std::strerror(code))),
            QString(), code};
}

Error inUse(const QString &name)
{
    return {
        Error::Code::InvalidInput,
        Text::tr("Another renewal is running with the file “%1”. End that one first, or name another file.")
            .arg(name),
        QString(), EWOULDBLOCK};
}

/// The one before may have removed the file between our opening and our locking it.
bool isStillThere(const QByteArray &path, int descriptor)
{
    struct stat opened = {};
    struct stat named = {};
    return fstat(descriptor, &opened) == 0 && lstat(path.constData(), &named) == 0
           && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

bool writeNumber(int descriptor)
{
    const QByteArray number = QByteArray::number(getpid()) + '\n';
    return ftruncate(descriptor, 0) == 0
           && ::write(descriptor, number.constData(), static_cast<std::size_t>(number.size()))
                  == number.size();
}

} // namespace

Result<PidFile> PidFile::claim(const QString &name)
{
    const QByteArray path = QFile::encodeName(name);
    for (;;) {
        const int descriptor =
            ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (descriptor < 0)
            return inaccessible(name, errno);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            ::close(descriptor);
            return code == EWOULDBLOCK ? inUse(name) : inaccessible(name, code);
        }
        if (!isStillThere(path, descriptor)) {
            ::close(descriptor);
            continue;
        }
        PidFile file(path, descriptor);
        if (!writeNumber(descriptor))
            return inaccessible(name, errno);
        return file;
    }
}

PidFile::PidFile(PidFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

PidFile::~PidFile()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_path.constData()); // while it is locked
    ::close(m_descriptor);
}

} // namespace latchkey::cli
