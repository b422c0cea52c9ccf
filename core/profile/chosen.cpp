// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/chosen.h"

#include "core/profile/folderedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilewords.h"
#include "core/profile/validation.h"

#include <QSet>

#include <algorithm>

namespace latchkey::chosen {

namespace {

constexpr qsizetype roomForCopy = 32; ///< characters of "(copy 2)" in any language

bool isInOneOf(const QStringList &path, const QList<QStringList> &folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&path](const QStringList &folder) { return folderedit::isIn(path, folder); });
}

QList<QStringList> outermostFolders(QList<QStringList> folders)
{
    std::stable_sort(folders.begin(), folders.end(),
                     [](const auto &one, const auto &other) { return one.size() < other.size(); });
    QList<QStringList> outer;
    for (const QStringList &folder : std::as_const(folders)) {
        if (!isInOneOf(folder, outer))
            outer.append(folder);
    }
    return outer;
}

Error allGone()
{
    return {Error::Code::NotFound, ProfileWords::tr("What was chosen is already gone."), QString(), 0};
}

/// The paths that are taken in a document, by folders and by profiles.
QSet<QStringList> takenPaths(const ProfileDocument &document)
{
    QSet<QStringList> taken;
    for (const Profile &profile : document.profiles) {
        taken.insert(profile.folder + QStringList(profile.name));
        for (QStringList folder = profile.folder; !folder.isEmpty(); folder.removeLast())
            taken.insert(folder);
    }
    for (const Folder &folder : document.folders)
        taken.insert(folder.fullPath());
    return taken;
}

QString freeName(const QSet<QStringList> &taken, const QStringList &folder, const QString &name)
{
    const QString stem = name.left(maxName - roomForCopy);
    QString copy = ProfileWords::tr("%1 (copy)").arg(stem);
    for (int number = 2; taken.contains(folder + QStringList(copy)); ++number)
        copy = ProfileWords::tr("%1 (copy %2)").arg(stem).arg(number);
    return copy;
}

Profile anew(Profile settings)
{
    settings.id = QUuid::createUuid();
    settings.origin.clear();
    settings.pinnedSpn.clear();
    return settings;
}

/// Copies of everything in the folder `from`, in the folder `to`.
void copyFolder(const ProfileDocument &source, const QStringList &from, const QStringList &to,
                ProfileDocument &target)
{
    const auto there = [&](const QStringList &path) { return to + path.sliced(from.size()); };
    for (const Folder &folder : source.folders) {
        if (!folderedit::isIn(folder.fullPath(), from))
            continue;
        Folder copy{folder.kind, anew(folder.settings)};
        QStringList path = there(folder.fullPath());
        copy.settings.name = path.takeLast();
        copy.settings.folder = path;
        target.folders.append(copy);
    }
    for (const Profile &profile : source.profiles) {
        if (!folderedit::isIn(profile.folder, from))
            continue;
        target.profiles.append(anew(profile));
        target.profiles.last().folder = there(profile.folder);
    }
}

} // namespace

Chosen outermost(const ProfileDocument &document, const Chosen &chosen)
{
    Chosen outer{{}, outermostFolders(chosen.folders)};
    const QSet<QUuid> meant(chosen.profiles.begin(), chosen.profiles.end());
    for (const Profile &profile : document.profiles) {
        if (meant.contains(profile.id) && !isInOneOf(profile.folder, outer.folders))
            outer.profiles.append(profile.id);
    }
    return outer;
}

QList<QUuid> profiles(const ProfileDocument &document, const Chosen &chosen)
{
    const QSet<QUuid> meant(chosen.profiles.begin(), chosen.profiles.end());
    QList<QUuid> all;
    for (const Profile &profile : document.profiles) {
        if (meant.contains(profile.id) || isInOneOf(profile.folder, chosen.folders))
            all.append(profile.id);
    }
    return all;
}

Result<> remove(ProfileDocument &document, const Chosen &chosen)
{
    if (chosen.folders.contains(QStringList())) // the root
        return allGone();
    const QSet<QUuid> meant(chosen.profiles.begin(), chosen.profiles.end());
    const auto gone = document.profiles.removeIf([&](const Profile &profile) {
        return meant.contains(profile.id) || isInOneOf(profile.folder, chosen.folders);
    });
    const auto foldersGone = document.folders.removeIf(
        [&](const Folder &folder) { return isInOneOf(folder.fullPath(), chosen.folders); });
    return gone + foldersGone > 0 ? Result<>(Ok{}) : allGone();
}

Result<> move(ProfileDocument &document, const Chosen &chosen, const QStringList &target)
{
    const Chosen outer = outermost(document, chosen);
    ProfileDocument moved = document;
    for (const QStringList &folder : outer.folders) {
        if (auto done = folderedit::move(moved, folder, target + QStringList(folder.last())); !done)
            return done;
    }
    const auto intoTarget = [&target](Profile &profile) { profile.folder = target; };
    if (auto done = profileedit::changeAll(moved, outer.profiles, intoTarget); !done)
        return done;
    document = std::move(moved);
    return Ok{};
}

Result<> duplicate(ProfileDocument &document, const Chosen &chosen)
{
    const Chosen outer = outermost(document, chosen);
    QSet<QStringList> taken = takenPaths(document);
    ProfileDocument copied = document;
    for (const QStringList &folder : outer.folders) {
        if (folder.isEmpty() || !taken.contains(folder))
            return allGone();
        QStringList to = folder;
        const QString name = to.takeLast();
        to.append(freeName(taken, to, name));
        taken.insert(to);
        copyFolder(document, folder, to, copied);
    }
    for (const Profile &profile : document.profiles) {
        if (!outer.profiles.contains(profile.id))
            continue;
        copied.profiles.append(anew(profile));
        Profile &copy = copied.profiles.last();
        copy.name = freeName(taken, copy.folder, copy.name);
        taken.insert(copy.folder + QStringList(copy.name));
    }
    if (outer.folders.isEmpty() && outer.profiles.isEmpty())
        return allGone();
    document = std::move(copied);
    return Ok{};
}

Profile copyOf(const ProfileDocument &document, const Profile &profile)
{
    Profile copy = anew(profile);
    copy.name = freeName(takenPaths(document), copy.folder, copy.name);
    return copy;
}

} // namespace latchkey::chosen
