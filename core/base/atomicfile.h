// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace latchkey {

/// Where the bytes of `file` really are: follows symbolic links, also one whose target does not exist yet.
QString linkTarget(const QString &file);

/// The whole content; nothing if there is no such file. FileInaccessible for what cannot be read, is no regular file or
/// is larger than `limit` bytes.
Result<std::optional<QByteArray>> readWhole(const QString &file, qsizetype limit);

/// Replaces the content of `file` so that a reader, a crash or a full disk sees the old content or the new, never a
/// mixture: a new file (0600) beside the target, written, synced and renamed over it, the folder synced. A symbolic link
/// stays and its target is replaced. On FileInaccessible the old content is untouched, unless the message says that
/// only the confirmation of the disk is missing.
Result<> writeAtomically(const QString &file, QByteArrayView content);

} // namespace latchkey
