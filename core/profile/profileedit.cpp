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

QStringList fullPath(const Profile &profile)
{
    return profile.folder + QStringList(profile.name);
}

/// Where each profile is in the list, by its id.
QHash<QUuid, qsizetype> placesOf(const QList<Profile> &profiles)
{
    QHash<QUuid, qsizetype> places;
    places.reserve(profiles.size());
    for (qsizetype at = 0; at < profiles.size(); ++at)
        places.insert(profiles.at(at).id, at);
    return places;
}

/// The first of those at `touched` whose path another profile has, be it one of those; nullptr if there is none.
const Profile *withTakenPath(const QList<Profile> &profiles, const QList<qsizetype> &touched)
{
    QSet<QString> names; // comparing paths is slow, and few profiles are touched
    for (const qsizetype at : touched)
        names.insert(profiles.at(at).name);
    QSet<QStringList> seen;
    QSet<QStringList> taken;
    for (const Profile &profile : profiles) {
        if (!names.contains(profile.name))
            continue;
        const QStringList path = fullPath(profile);
        if (seen.contains(path))
            taken.insert(path);
        seen.insert(path);
    }
    const auto found = std::find_if(touched.begin(), touched.end(), [&](qsizetype at) {
        return !taken.isEmpty() && taken.contains(fullPath(profiles.at(at)));
    });
    return found == touched.end() ? nullptr : &profiles.at(*found);
}

/// The profiles with these ids, as `edit` makes them.
Result<QList<Profile>> edited(const ProfileDocument &document, const QList<QUuid> &ids,
                              const std::function<void(Profile &)> &edit)
{
    const QHash<QUuid, qsizetype> places = placesOf(document.profiles);
    QList<Profile> changed;
    for (const QUuid &id : ids) {
        const auto place = places.constFind(id);
        if (place == places.constEnd())
            return gone();
        changed.append(document.profiles.at(*place));
        edit(changed.last());
    }
    return changed;
}

bool isElsewhere(const ProfileDocument &document, const QList<Profile> &changed)
{
    const QHash<QUuid, qsizetype> places = placesOf(document.profiles);
    return std::any_of(changed.begin(), changed.end(), [&](const Profile &profile) {
        return document.profiles.at(places.value(profile.id)).folder != profile.folder;
    });
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
    const QUuid id = profile.id;
    if (auto done = putAll(document, {std::move(profile)}); !done)
        return std::move(done).error();
    const QList<Profile> &all = document.profiles;
    return *std::find_if(all.begin(), all.end(), [id](const Profile &each) { return each.id == id; });
}

Result<> putAll(ProfileDocument &document, const QList<Profile> &profiles)
{
    QList<Profile> all = document.profiles;
    const FolderIndex folders(document.folders);
    QHash<QUuid, qsizetype> places = placesOf(all);
    QList<qsizetype> touched;
    for (const Profile &wanted : profiles) {
        Profile profile = tidied(wanted);
        if (const auto problems = validate(profile); !problems.isEmpty())
            return invalid(problems);
        const auto known = places.constFind(profile.id);
        if (known == places.constEnd()) {
            places.insert(profile.id, all.size());
            touched.append(all.size());
            all.append(profile);
            continue;
        }
        touched.append(*known);
        Profile &former = all[*known];
        if (former.folder != profile.folder)
            inheritAnew(profile, folders.inheritedIn(former.folder), folders.inheritedIn(profile.folder));
        former = profile;
    }
    if (const Profile *refused = withTakenPath(all, touched))
        return pathTaken(*refused);
    document.profiles = std::move(all);
    return Ok{};
}

Result<Profile> change(ProfileDocument &document, QUuid id, const std::function<void(Profile &)> &edit)
{
    if (auto changed = changeAll(document, {id}, edit); !changed)
        return std::move(changed).error();
    const QList<Profile> &all = document.profiles;
    return *std::find_if(all.begin(), all.end(), [&id](const Profile &each) { return each.id == id; });
}

Result<> changeAll(ProfileDocument &document, const QList<QUuid> &ids,
                   const std::function<void(Profile &)> &edit)
{
    auto changed = edited(document, ids, edit);
    if (!changed)
        return std::move(changed).error();
    if (!isElsewhere(document, *changed))
        return putAll(document, *changed);
    ProfileDocument moved = document;
    if (auto put = putAll(moved, *changed); !put)
        return put;
    changed = edited(moved, ids, edit); // what the edit says itself is not inherited
    if (!changed)
        return std::move(changed).error();
    if (auto put = putAll(moved, *changed); !put)
        return put;
    document = std::move(moved);
    return Ok{};
}

void pin(Profile &profile, const QString &host, const QString &spn)
{
    if (profile.pinnedSpn.isEmpty() && profile.host == host)
        profile.pinnedSpn = spn;
}

Result<> remove(ProfileDocument &document, const QList<QUuid> &ids)
{
    const QSet<QUuid> meant(ids.begin(), ids.end());
    if (document.profiles.removeIf([&meant](const Profile &profile) { return meant.contains(profile.id); }))
        return Ok{};
    return gone();
}

} // namespace latchkey::profileedit
