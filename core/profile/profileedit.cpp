// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profileedit.h"

#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace latchkey::profileedit {

namespace {

Error pathTaken(const Profile &profile)
{
    return {
        Error::Code::InvalidInput,
        ProfileWords::tr("There is another profile “%1”. Choose another name or folder.").arg(profile.path()),
        QString(), 0};
}

Error gone()
{
    return {Error::Code::NotFound, ProfileWords::tr("The profile is already gone."), QString(), 0};
}

bool sharePath(const Profile &one, const Profile &other)
{
    return one.name == other.name && one.folder == other.folder;
}

/// The first whose path another has before it; nullptr if there is none.
const Profile *secondOfAPath(const QList<Profile> &profiles)
{
    QSet<QStringList> paths;
    paths.reserve(profiles.size());
    for (const Profile &profile : profiles) {
        const QStringList path = profile.folder + QStringList(profile.name);
        const auto known = paths.size();
        paths.insert(path);
        if (paths.size() == known)
            return &profile;
    }
    return nullptr;
}

auto withId(QList<Profile> &profiles, const QUuid &id)
{
    return std::find_if(profiles.begin(), profiles.end(),
                        [&id](const Profile &profile) { return profile.id == id; });
}

} // namespace

Profile tidied(Profile profile)
{
    profile.name = profile.name.trimmed();
    for (QString &part : profile.folder)
        part = part.trimmed();
    for (QString *text : {&profile.host, &profile.account, &profile.identity.principal, &profile.pinnedSpn,
                          &profile.colour, &profile.session.characterSet, &profile.session.timeZone})
        *text = text->trimmed();
    for (QString &tag : profile.tags)
        tag = tag.trimmed();
    if (profile.host.startsWith(QLatin1Char('[')) && profile.host.endsWith(QLatin1Char(']')))
        profile.host = profile.host.sliced(1, profile.host.size() - 2);
    return profile;
}

Error invalid(const QList<FieldProblem> &problems)
{
    QStringList messages;
    for (const FieldProblem &problem : problems)
        messages.append(problem.message);
    return {Error::Code::InvalidInput, messages.join(QLatin1Char(' ')), QString(), 0};
}

Profile newProfile(const ProfileDocument &document, const QStringList &folder)
{
    Profile profile;
    profile.folder = folder;
    inheritAnew(profile, blankProfile(), FolderIndex(document.folders).inheritedIn(folder));
    return profile;
}

Result<Profile> put(ProfileDocument &document, Profile profile)
{
    profile = tidied(std::move(profile));
    if (const auto problems = validate(profile); !problems.isEmpty())
        return invalid(problems);
    const auto takesPath = [&](const Profile &other) {
        return other.id != profile.id && sharePath(profile, other);
    };
    if (std::any_of(document.profiles.begin(), document.profiles.end(), takesPath))
        return pathTaken(profile);
    const auto found = withId(document.profiles, profile.id);
    if (found == document.profiles.end()) {
        document.profiles.append(profile);
        return profile;
    }
    if (found->folder != profile.folder) {
        const FolderIndex folders(document.folders);
        inheritAnew(profile, folders.inheritedIn(found->folder), folders.inheritedIn(profile.folder));
    }
    *found = profile;
    return profile;
}

Result<> putAll(ProfileDocument &document, const QList<Profile> &profiles)
{
    QList<Profile> all = document.profiles;
    const FolderIndex folders(document.folders);
    QHash<QUuid, qsizetype> places;
    for (qsizetype at = 0; at < all.size(); ++at)
        places.insert(std::as_const(all).at(at).id, at);
    for (const Profile &wanted : profiles) {
        Profile profile = tidied(wanted);
        if (const auto problems = validate(profile); !problems.isEmpty())
            return invalid(problems);
        const auto known = places.constFind(profile.id);
        if (known == places.constEnd()) {
            places.insert(profile.id, all.size());
            all.append(profile);
            continue;
        }
        Profile &former = all[*known];
        if (former.folder != profile.folder)
            inheritAnew(profile, folders.inheritedIn(former.folder), folders.inheritedIn(profile.folder));
        former = profile;
    }
    if (const Profile *second = secondOfAPath(all))
        return pathTaken(*second);
    document.profiles = std::move(all);
    return Ok{};
}

Result<Profile> change(ProfileDocument &document, const QUuid &id, const std::function<void(Profile &)> &edit)
{
    const auto found = withId(document.profiles, id);
    if (found == document.profiles.end())
        return gone();
    Profile profile = *found;
    edit(profile);
    return put(document, std::move(profile));
}

Result<> remove(ProfileDocument &document, const QList<QUuid> &ids)
{
    const QSet<QUuid> meant(ids.begin(), ids.end());
    if (document.profiles.removeIf([&meant](const Profile &profile) { return meant.contains(profile.id); }))
        return Ok{};
    return gone();
}

} // namespace latchkey::profileedit
