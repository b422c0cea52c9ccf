// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profileedit.h"

#include "core/profile/profilefields.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace latchkey::profileedit {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileStore", text);
}

Error pathTaken(const Profile &profile)
{
    return {Error::Code::InvalidInput,
            sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore",
                                       "There is another profile “%1”. Choose another name or folder."))
                .arg(profile.path()),
            QString(), 0};
}

Error gone()
{
    return {Error::Code::NotFound,
            sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", "The profile is already gone.")), QString(),
            0};
}

bool sharePath(const Profile &one, const Profile &other)
{
    return one.name == other.name && one.folder == other.folder;
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
