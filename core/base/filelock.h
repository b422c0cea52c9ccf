// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace latchkey {

/// A file that this program alone changes, among those that ask in this way, until the lock goes. A program that dies leaves
/// none.
class FileLock
{
public:
    /// Waits up to 5 s for another program; FileInaccessible says what is in the way. The file need not exist, its folder must.
    static Result<FileLock> take(const QString &file);

    FileLock(FileLock &&) noexcept;
    FileLock &operator=(FileLock &&) noexcept;
    ~FileLock();

private:
    explicit FileLock(std::unique_ptr<QLockFile> lock);

    std::unique_ptr<QLockFile> m_lock;
};

} // namespace latchkey
