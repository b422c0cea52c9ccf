// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QHash>
#include <QList>

namespace latchkey {

enum class FolderKind {
    Folder,
    Cluster, ///< the profiles in it are its endpoints
};

/// A folder that says something: of itself, or for what is in it. (Others exist by the profiles in them.)
struct Folder
{
    FolderKind kind = FolderKind::Folder;
    /// Its name and the folder that it is in; what profiles and folders in it inherit (see profilefields.h); and its own
    /// tags, notes and origin. No host.
    Profile settings;

    QStringList fullPath() const { return settings.folder + QStringList(settings.name); }

    friend bool operator==(const Folder &, const Folder &) = default;
};

/// For what treats profiles and folders alike.
inline const Profile &settingsOf(const Profile &profile)
{
    return profile;
}
inline const Profile &settingsOf(const Folder &folder)
{
    return folder.settings;
}

/// What a profile file holds. Every value is resolved, so nothing has to be looked up to use a profile: it inherits what
/// has the same value as in its folder.
struct ProfileDocument
{
    QList<Folder> folders;
    QList<Profile> profiles;
    QJsonObject unknown; ///< top-level members of a newer Latchkey, kept as they are

    friend bool operator==(const ProfileDocument &, const ProfileDocument &) = default;
};

/// All defaults, and a null id.
const Profile &blankProfile();

/// Outer folders first, so that what a folder inherits comes before it.
void sortByDepth(QList<Folder> &folders);

/// Finds folders by their full path. They must outlive it, where they are.
class FolderIndex
{
public:
    FolderIndex() = default;
    explicit FolderIndex(const QList<Folder> &folders);

    void add(const Folder &folder) { m_byPath.insert(folder.fullPath(), &folder); }
    const Folder *find(const QStringList &fullPath) const; ///< nullptr if it says nothing
    /// What is inherited in a folder: the settings of the nearest one that says something, else blankProfile().
    const Profile &inheritedIn(const QStringList &folder) const;

private:
    QHash<QStringList, const Folder *> m_byPath;
};

} // namespace latchkey
