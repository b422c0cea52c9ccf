// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// A file in an archive that may hold connections.
struct ArchiveMember
{
    QString name; ///< with its folders; for people only, never a path to open
    QByteArray bytes;
};

struct Archive
{
    QList<ArchiveMember> members;
    QList<Remark> remarks;
};

/// Whether the bytes are those of a ZIP file.
bool isArchive(QByteArrayView bytes);

/// The members of a ZIP file that other programs keep connections in: connections.xml (Workbench's backup),
/// .dbeaver/data-sources*.json (.dbp), connections.jsonl (dbgateconfig.zip). Everything else is never looked at, archives
/// inside included, and nothing is written anywhere. Untrusted input: at most 10,000 members and 32 MB of what is read.
/// InvalidInput if there is no such member, or the archive is damaged.
Result<Archive> readArchive(QByteArrayView bytes);

} // namespace latchkey::formats
