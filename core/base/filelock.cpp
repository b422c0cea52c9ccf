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

/// flock() knows no time limit, so it waits on a thread that is left behind when the time is over; the descriptor goes
/// with its last owner, and the lock with it.
bool lockUntil(const std::shared_ptr<Descriptor> &descriptor, Clock::time_point end)
{
    if (flock(descriptor->number(), LOCK_EX | LOCK_NB) == 0)
        return true;
    if (Clock::now() >= end) // nobody is to wait
        return false;
    auto locked = std::make_shared<std::promise<bool>>();
    std::future<bool> answer = locked->get_future();
    Worker().post([descriptor, locked] {
        int result = 0;
        do
            result = flock(descriptor->number(), LOCK_EX);
        while (result != 0 && errno == EINTR);
        locked->set_value(result == 0);
    });
    return answer.wait_until(end) == std::future_status::ready && answer.get();
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
        if (!lockUntil(descriptor, end))
            return Refusal::Busy;
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
