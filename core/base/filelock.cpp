// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/filelock.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QLockFile>

#include <chrono>

namespace latchkey {

namespace {

constexpr std::chrono::seconds lockPatience{5};

struct LockTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::FileLock)
};

Error refused(const QLockFile &lock, const QString &file)
{
    if (lock.error() == QLockFile::LockFailedError)
        return {Error::Code::FileInaccessible,
                LockTexts::tr(
                    "Another program has kept the file “%1” locked for 5 seconds. End that program, then "
                    "try again.")
                    .arg(file),
                QStringLiteral("QLockFile: locked"), 0};
    return {Error::Code::FileInaccessible,
            LockTexts::tr(
                "The file “%1” cannot be changed. Check the folder's permissions and the disk's free space.")
                .arg(file),
            QStringLiteral("QLockFile: error %1").arg(lock.error()), 0};
}

} // namespace

FileLock::FileLock(std::unique_ptr<QLockFile> lock) : m_lock(std::move(lock)) { }
FileLock::FileLock(FileLock &&) noexcept = default;
FileLock &FileLock::operator=(FileLock &&) noexcept = default;
FileLock::~FileLock() = default;

Result<FileLock> FileLock::take(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(linkTarget(file) + QLatin1String(".lock"));
    lock->setStaleLockTime(0); // only a lock whose program has died is broken
    if (!lock->tryLock(static_cast<int>(std::chrono::milliseconds(lockPatience).count())))
        return refused(*lock, file);
    return FileLock(std::move(lock));
}

} // namespace latchkey
