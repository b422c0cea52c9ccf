// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/folderedit.h"

#include "core/profile/profileedit.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace latchkey::folderedit {

namespace {

Error refused(const char *text, const QStringList &path)
{
    return {Error::Code::InvalidInput, ProfileWords::tr(text).arg(joinPath(path)), QString(), 0};
}

Error taken(const QStringList &path)
{
    return refused(QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                     "There is another folder “%1”. Choose another name or place."),
                   path);
}

Error profileTaken(const QStringList &path)
{
    return refused(QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                     "There is another profile “%1”. Choose another name or folder."),
                   path);
}

Error insideItself(const QStringList &path)
{
    return refused(QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                     "The folder “%1” cannot be moved into itself. Choose another place."),
                   path);
}

Error gone()
{
    return {Error::Code::NotFound, ProfileWords::tr("The folder is already gone."), QString(), 0};
}

bool isThere(const ProfileDocument &document, const QStringList &folder)
{
    const auto holds = [&folder](const Profile &profile) { return isIn(profile.folder, folder); };
    const auto isIt = [&folder](const Folder &other) { return isIn(other.fullPath(), folder); };
    return std::any_of(document.profiles.begin(), document.profiles.end(), holds)
           || std::any_of(document.folders.begin(), document.folders.end(), isIt);
}

/// Where things go when a folder is moved.
struct Move
{
    QStringList from;
    QStringList to;

    QStringList operator()(const QStringList &path) const
    {
        return isIn(path, from) ? to + path.sliced(from.size()) : path;
    }
};

void place(Folder &folder, const Move &move, const Folder *changed)
{
    if (changed && folder.settings.id == changed->settings.id) {
        folder = *changed;
        return;
    }
    const QStringList path = move(folder.fullPath());
    folder.settings.name = path.last();
    folder.settings.folder = path.first(path.size() - 1);
}

/// `document` with everything moved, and inheriting where it is now what it inherited where it was. `changed` is a
/// folder that has new settings, or nullptr.
ProfileDocument rearranged(const ProfileDocument &document, const Move &move, const Folder *changed)
{
    ProfileDocument result = document;
    const FolderIndex before(document.folders);
    QHash<QUuid, QStringList> formerly; // the folder that each was in
    for (Folder &folder : result.folders) {
        formerly.insert(folder.settings.id, folder.settings.folder);
        place(folder, move, changed);
    }
    sortByDepth(result.folders);
    FolderIndex now;
    for (Folder &folder : result.folders) {
        inheritAnew(folder.settings, before.inheritedIn(formerly.value(folder.settings.id)),
                    now.inheritedIn(folder.settings.folder));
        now.add(folder);
    }
    for (Profile &profile : result.profiles) {
        const QStringList from = profile.folder;
        profile.folder = move(from);
        inheritAnew(profile, before.inheritedIn(from), now.inheritedIn(profile.folder));
    }
    return result;
}

/// The first path that two of them have.
std::optional<Error> clash(const ProfileDocument &document)
{
    QSet<QStringList> paths;
    for (const Folder &folder : document.folders) {
        if (paths.contains(folder.fullPath()))
            return taken(folder.fullPath());
        paths.insert(folder.fullPath());
    }
    paths.clear();
    for (const Profile &profile : document.profiles) {
        const QStringList path = profile.folder + QStringList(profile.name);
        if (paths.contains(path))
            return profileTaken(path);
        paths.insert(path);
    }
    return std::nullopt;
}

Result<> rearrange(ProfileDocument &document, const Move &move, const Folder *changed)
{
    if (move.from != move.to && isIn(move.to, move.from))
        return insideItself(move.from);
    ProfileDocument result = rearranged(document, move, changed);
    if (const auto problem = clash(result))
        return *problem;
    document = std::move(result);
    return Ok{};
}

} // namespace

bool isIn(const QStringList &path, const QStringList &folder)
{
    return path.size() >= folder.size() && std::equal(folder.begin(), folder.end(), path.begin());
}

Result<Folder> put(ProfileDocument &document, Folder folder)
{
    folder.settings = profileedit::tidied(std::move(folder.settings));
    if (const auto problems = validate(folder); !problems.isEmpty())
        return profileedit::invalid(problems);
    const QUuid id = folder.settings.id;
    const QList<Folder> &before = document.folders;
    const auto found = std::find_if(before.begin(), before.end(),
                                    [&id](const Folder &other) { return other.settings.id == id; });
    ProfileDocument fresh = document;
    QStringList from = folder.fullPath();
    if (found == before.end()) {
        Folder silent{folder.kind, profileedit::newProfile(document, folder.settings.folder)};
        silent.settings.name = folder.settings.name;
        silent.settings.id = id;
        fresh.folders.append(silent);
    } else {
        from = found->fullPath();
    }
    if (auto done = rearrange(fresh, {from, folder.fullPath()}, &folder); !done)
        return std::move(done).error();
    document = std::move(fresh);
    return *FolderIndex(document.folders).find(folder.fullPath());
}

Result<> move(ProfileDocument &document, const QStringList &from, const QStringList &to)
{
    if (from.isEmpty() || !isThere(document, from))
        return gone();
    Folder probe;
    if (!to.isEmpty()) {
        probe.settings.name = to.last();
        probe.settings.folder = to.first(to.size() - 1);
    }
    if (const auto problems = validate(probe); !problems.isEmpty())
        return profileedit::invalid(problems);
    return rearrange(document, {from, to}, nullptr);
}

Result<> remove(ProfileDocument &document, const QStringList &fullPath)
{
    if (fullPath.isEmpty() || !isThere(document, fullPath))
        return gone();
    document.folders.removeIf([&](const Folder &folder) { return isIn(folder.fullPath(), fullPath); });
    document.profiles.removeIf([&](const Profile &profile) { return isIn(profile.folder, fullPath); });
    return Ok{};
}

} // namespace latchkey::folderedit
