// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>

namespace latchkey {

/// Where the bytes of `file` really are: follows symbolic links, also one whose target does not exist yet.
QString linkTarget(const QString &file);

/// Which file is under a name, and in which state: two are the same as long as nobody has written it or put another in
/// its place.
struct FileStamp
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};
/// All zero if there is no such file.
FileStamp fileStamp(const QString &file);

/// The whole content; nothing if there is no such file. FileInaccessible for what cannot be read, is no regular file or
/// is larger than `limit` bytes.
Result<std::optional<QByteArray>> readWhole(const QString &file, qsizetype limit);

/// Replaces the content of `file` so that a reader, a crash or a full disk sees the old content or the new, never a
/// mixture: a new file (0600) beside the target, written, synced and renamed over it, the folder synced. A symbolic link
/// stays and its target is replaced. On FileInaccessible the old content is untouched, unless the message says that
/// only the confirmation of the disk is missing. `beforeReplacing` is called when nothing but the renaming is left to
/// be done, and may refuse it.
Result<> writeAtomically(const QString &file, QByteArrayView content,
                         const std::function<Result<>()> &beforeReplacing = {});

/// As writeAtomically(), but leaves it to the system when it reaches the disk: after a power loss the file may be the old
/// one, or cut off. For copies of what is safe elsewhere. Says whether it is done.
bool writeUnsynced(const QString &file, QByteArrayView content);

/// Removes what these have left behind beside `file` where programs were killed. Only for who keeps others from writing it
/// at that time.
void removeLeftovers(const QString &file);

} // namespace latchkey
