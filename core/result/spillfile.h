// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"
#include "core/result/page.h"

#include <memory>
#include <mutex>
#include <string_view>

namespace latchkey::result {

/// Where rows go for which there is no memory: a file that only this user can read (0600) and that has no name, so that it
/// is gone with the last who holds it, however the program ends. Thread-safe.
class SpillFile
{
public:
    /// Bytes in the file.
    struct Extent
    {
        std::uint64_t begin = 0;
        std::uint64_t size = 0;
    };

    /// FileInaccessible if none can be made in `folder`.
    static Result<std::shared_ptr<SpillFile>> make(const QString &folder);
    /// $TMPDIR, else /var/tmp, which unlike /tmp is never memory.
    static QString usualFolder();

    /// FileInaccessible if the disk is full or fails; what was written before stays readable.
    Result<Extent> write(std::string_view block);
    /// FileInaccessible if the disk does not give back what was written.
    Result<Page> read(Extent extent) const;

private:
    SpillFile(Descriptor file, QString folder) : m_file(std::move(file)), m_folder(std::move(folder)) { }

    Descriptor m_file;
    QString m_folder;
    std::mutex m_writing;
    std::uint64_t m_size = 0; ///< guarded by m_writing
};

} // namespace latchkey::result
