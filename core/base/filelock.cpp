// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/filelock.h"

#include "core/base/worker.h"

#include <QFile>

#include <cerrno>
#include <future>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace latchkey {

namespace {

using Clock = std::chrono::steady_clock;

/// Whether `path` still is the file that is open: whoever had it locked before has removed it.
bool isThere(const QByteArray &path, const Descriptor &descriptor)
{
    struct stat named = {};
    struct stat opened = {};
    return stat(path.constData(), &named) == 0 && fstat(descriptor.number(), &opened) == 0
           && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

int lockNow(int descriptor, int how)
{
    int result = 0;
    do
        result = flock(descriptor, how);
    while (result != 0 && errno == EINTR);
    return result == 0 ? 0 : errno;
}

/// 0, or an errno: EWOULDBLOCK if somebody else has it for all that time. flock() knows no time limit, so it waits on a
/// thread that is left behind when the time is over; the descriptor goes with its last owner, and the lock with it.
int lockUntil(const std::shared_ptr<Descriptor> &descriptor, Clock::time_point end)
{
    const int code = lockNow(descriptor->number(), LOCK_EX | LOCK_NB);
    if (code != EWOULDBLOCK || Clock::now() >= end) // done, refused, or nobody is to wait
        return code;
    auto locked = std::make_shared<std::promise<int>>();
    std::future<int> answer = locked->get_future();
    Worker().post([descriptor, locked] { locked->set_value(lockNow(descriptor->number(), LOCK_EX)); });
    return answer.wait_until(end) == std::future_status::ready ? answer.get() : EWOULDBLOCK;
}

/// EBADF comes from NFS where the file cannot be locked as it was opened.
bool isUnsupported(int code)
{
    return code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS || code == EBADF;
}

FileLock::Refusal refusalFor(int code)
{
    if (code == EWOULDBLOCK)
        return FileLock::Refusal::Busy;
    errno = code;
    return isUnsupported(code) ? FileLock::Refusal::Unsupported : FileLock::Refusal::Inaccessible;
}

} // namespace

std::variant<FileLock, FileLock::Refusal> FileLock::take(const QString &file,
                                                         std::chrono::milliseconds patience)
{
    const Clock::time_point end = Clock::now() + patience;
    QByteArray path = QFile::encodeName(file);
    for (;;) {
        auto descriptor = std::make_shared<Descriptor>(
            ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!descriptor->isOpen())
            return Refusal::Inaccessible;
        if (const int code = lockUntil(descriptor, end); code != 0) {
            descriptor.reset();
            if (isUnsupported(code))
                ::unlink(path.constData()); // nobody can have it
            return refusalFor(code);
        }
        if (isThere(path, *descriptor))
            return FileLock(std::move(path), std::move(descriptor));
    }
}

FileLock::~FileLock()
{
    if (m_descriptor && isThere(m_path, *m_descriptor))
        ::unlink(m_path.constData());
}

} // namespace latchkey
