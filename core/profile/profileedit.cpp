// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profileedit.h"

#include "core/profile/validation.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey::profileedit {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileStore", text);
}

/// Spaces around names and hosts are slips of the finger, and brackets belong to an IPv6 address in a URL only.
Profile tidied(Profile profile)
{
    profile.name = profile.name.trimmed();
    for (QString &part : profile.folder)
        part = part.trimmed();
    for (QString *text :
         {&profile.host, &profile.account, &profile.identity.principal, &profile.pinnedSpn, &profile.colour})
        *text = text->trimmed();
    if (profile.host.startsWith(QLatin1Char('[')) && profile.host.endsWith(QLatin1Char(']')))
        profile.host = profile.host.sliced(1, profile.host.size() - 2);
    return profile;
}

Error pathTaken(const Profile &profile)
{
    return {Error::Code::InvalidInput,
            sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore",
                                       "There is another profile “%1”. Choose another name or folder."))
                .arg(profile.path()),
            QString(), 0};
}

Error invalid(const QList<FieldProblem> &problems)
{
    QStringList messages;
    for (const FieldProblem &problem : problems)
        messages.append(problem.message);
    return {Error::Code::InvalidInput, messages.join(QLatin1Char(' ')), QString(), 0};
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

} // namespace

Result<Profile> put(QList<Profile> &profiles, Profile profile)
{
    profile = tidied(std::move(profile));
    if (const auto problems = validate(profile); !problems.isEmpty())
        return invalid(problems);
    const auto hasId = [&profile](const Profile &other) { return other.id == profile.id; };
    const auto takesPath = [&](const Profile &other) { return !hasId(other) && sharePath(profile, other); };
    if (std::any_of(profiles.begin(), profiles.end(), takesPath))
        return pathTaken(profile);
    const auto found = std::find_if(profiles.begin(), profiles.end(), hasId);
    if (found != profiles.end())
        *found = profile;
    else
        profiles.append(profile);
    return profile;
}

Result<Profile> change(QList<Profile> &profiles, const QUuid &id, const std::function<void(Profile &)> &edit)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&id](const Profile &profile) { return profile.id == id; });
    if (found == profiles.end())
        return gone();
    Profile profile = *found;
    edit(profile);
    return put(profiles, std::move(profile));
}

Result<> remove(QList<Profile> &profiles, const QList<QUuid> &ids)
{
    const auto isMeant = [&ids](const Profile &profile) { return ids.contains(profile.id); };
    if (profiles.removeIf(isMeant) > 0)
        return Ok{};
    return gone();
}

} // namespace latchkey::profileedit
