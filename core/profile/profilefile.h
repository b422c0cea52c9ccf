// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/profile/profilejson.h"

#include <functional>
#include <optional>

namespace latchkey {

/// The profiles on the disk: one JSON file, written atomically (0600, fsync of file and folder; the old file stays byte
/// for byte if anything fails), and the last ten that were replaced, with a copy of what was saved last (see
/// profileversions.h).
/// Every edit is lock, read, change, write, so that two programs never lose each other's edits. Programs that do not
/// lock, such as editors, are seen by the file's stamp: one that saves while an edit is under way has the edit made
/// again on top of it.
/// A damaged file is read as what the program knows to have been in it, else as the newest good version, and never
/// overwritten: it keeps a name, profiles.json.damaged-N. It
/// may also be one that an editor is just writing in place. Therefore reading leaves it alone, and the first edit
/// that comes upon it saves nothing and says so; only an edit that knows of the damage sets it aside.
/// A value, for any thread; reading and editing block.
class ProfileFile
{
public:
    explicit ProfileFile(QString path) : m_path(std::move(path)) { }

    const QString &path() const { return m_path; }

    struct Reading
    {
        ProfileDocument document; ///< sorted by path
        std::optional<Error>
            damage; ///< FileDamaged, with the place; `document` then is what was there before
    };
    /// What was read or saved last.
    using Known = std::optional<ProfileDocument>;
    /// No file is no profile.
    Result<Reading> read(const Known &known = {}) const;

    enum class Damage {
        Refuse, ///< FileDamaged
        SetAside,
    };
    /// Lets `change` work on the profiles as they are in the file now, and saves them unless it refuses; gives what has
    /// been saved. It may be called several times, for other content each. Waits up to 5 s for another program to finish
    /// its edit.
    using Change = std::function<Result<>(ProfileDocument &)>;
    Result<ProfileDocument> edit(const Change &change, Damage policy = Damage::Refuse,
                                 const Known &known = {}) const;

private:
    Result<std::optional<ProfileDocument>> editOnce(const Change &change, Damage policy,
                                                    const Known &known) const;

    QString m_path;
};

} // namespace latchkey
