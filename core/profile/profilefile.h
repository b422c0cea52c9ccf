// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profilejson.h"

#include <functional>

namespace latchkey {

/// The profiles on the disk: one JSON file, written atomically (0600, fsync of file and folder; the old file stays byte
/// for byte if anything fails). Every edit is lock, read, change, write, so that two programs never lose each other's
/// edits. A damaged file is never overwritten: an edit moves it aside to profiles.json.damaged-N, saves nothing, and its
/// FileDamaged says so; the next edit starts a new file.
/// A value, for any thread; reading and editing block.
class ProfileFile
{
public:
    explicit ProfileFile(QString path) : m_path(std::move(path)) { }

    const QString &path() const { return m_path; }

    /// Sorted by path as people sort; no file is no profile. FileDamaged names the place.
    Result<ProfileDocument> read() const;

    /// Lets `change` work on the profiles as they are in the file now, and saves them unless it refuses; gives what has
    /// been saved. Waits up to 5 s for another program to finish its edit.
    using Change = std::function<Result<>(ProfileDocument &)>;
    Result<ProfileDocument> edit(const Change &change) const;

private:
    QString m_path;
};

} // namespace latchkey
