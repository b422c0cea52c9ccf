// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profiledocument.h"

#include <algorithm>

namespace latchkey {

const Profile &blankProfile()
{
    static const Profile blank = [] {
        Profile profile;
        profile.id = QUuid();
        return profile;
    }();
    return blank;
}

void sortByDepth(QList<Folder> &folders)
{
    std::stable_sort(folders.begin(), folders.end(), [](const Folder &one, const Folder &other) {
        return one.settings.folder.size() < other.settings.folder.size();
    });
}

FolderIndex::FolderIndex(const QList<Folder> &folders)
{
    m_byPath.reserve(folders.size());
    for (const Folder &folder : folders)
        add(folder);
}

const Folder *FolderIndex::find(const QStringList &fullPath) const
{
    return m_byPath.value(fullPath);
}

const Profile &FolderIndex::inheritedIn(const QStringList &folder) const
{
    if (m_byPath.isEmpty())
        return blankProfile();
    for (QStringList path = folder; !path.isEmpty(); path.removeLast()) {
        if (const Folder *found = find(path))
            return found->settings;
    }
    return blankProfile();
}

} // namespace latchkey
