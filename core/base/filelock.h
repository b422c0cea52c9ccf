// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/descriptor.h"

#include <QString>

#include <chrono>
#include <memory>
#include <variant>

namespace latchkey {

/// A lock between programs: a file that one of them has locked (flock), removed when it is done. The kernel drops the
/// lock of a program that dies, however it dies, and whatever else has its process number then.
class FileLock
{
public:
    enum class Refusal {
        Busy, ///< another has kept it for all that time
        Inaccessible, ///< the file cannot be made or locked; errno says why
        Unsupported, ///< the file system has no locks, as some of NFS, CIFS and sshfs; errno says how
    };

    /// Waits up to `patience` for whoever has it.
    static std::variant<FileLock, Refusal> take(const QString &file, std::chrono::milliseconds patience);
    ~FileLock();
    FileLock(FileLock &&) noexcept = default;
    FileLock &operator=(FileLock &&) = delete;

private:
    FileLock(QByteArray path, std::shared_ptr<Descriptor> descriptor)
        : m_path(std::move(path)), m_descriptor(std::move(descriptor))
    { }

    QByteArray m_path;
    std::shared_ptr<Descriptor> m_descriptor;
};

} // namespace latchkey
