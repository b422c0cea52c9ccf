// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace latchkey {

/// A profile file as it once was.
struct ProfileVersion
{
    int number = 0; ///< higher ones are newer; 0: the file itself as it was saved last
    QDateTime savedAt; ///< local time

    friend bool operator==(const ProfileVersion &, const ProfileVersion &) = default;
};

/// The last ten files that edits have replaced, in the folder profiles.json.versions (0700) beside the profile file, as
/// N.json (0600). Each is the old file itself, by a hard link made just before it is replaced, so that nothing is
/// copied, and what another program has written into the file at the last moment is in it too. File systems without
/// hard links get copies. Beside them, saved.json is a copy of the file as it was saved last, since a program that writes the
/// profile file in place would write into a link of it.
/// A value, for any thread; everything blocks.
class ProfileVersions
{
public:
    /// Of the profile file at this path.
    explicit ProfileVersions(const QString &file);

    const QString &folder() const { return m_folder; }
    QList<ProfileVersion> list() const; ///< newest first
    /// As readProfiles(), not sorted; NotFound if there is no such version.
    Result<ProfileDocument> read(int number) const;
    /// The newest that can be read, be it what was saved last.
    std::optional<std::pair<ProfileVersion, ProfileDocument>> newestGood() const;

    /// Keeps the file as it is now as the newest version, and says which. Nothing if there is no file, or where neither
    /// a link nor a copy can be made: a version that cannot be kept is no reason not to save. Only with the file locked,
    /// as the following.
    std::optional<int> keep() const;
    void forget(int number) const; ///< one that was kept in vain
    void prune() const; ///< to ten
    /// Keeps what has been saved just now. Where that is impossible, an older copy is not kept either.
    void keepSaved(QByteArrayView text) const;

private:
    QString pathOf(int number) const;

    QString m_file;
    QString m_folder;
};

} // namespace latchkey
