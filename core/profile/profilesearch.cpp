// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilesearch.h"

#include "core/profile/profilewords.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr int maxSuggestions = 5;

bool hasPath(const Profile &profile, const QStringList &parts)
{
    return profile.folder.size() + 1 == parts.size() && profile.name == parts.last()
           && std::equal(profile.folder.begin(), profile.folder.end(), parts.begin());
}

QString quotedList(const QStringList &paths)
{
    QStringList quoted;
    for (const QString &path : paths.first(std::min<qsizetype>(paths.size(), maxSuggestions)))
        quoted.append(ProfileWords::tr("“%1”").arg(path));
    return quoted.join(ProfileWords::tr(", "));
}

Error notFound(const QString &path, const QStringList &similar)
{
    const QString message =
        similar.isEmpty()
            ? ProfileWords::tr("There is no profile “%1”.").arg(path)
            : ProfileWords::tr("There is no profile “%1”. Similar names: %2.").arg(path, quotedList(similar));
    return {Error::Code::NotFound, message, QString(), 0};
}

Error ambiguous(const QString &name, const QStringList &candidates)
{
    return {Error::Code::NotFound,
            ProfileWords::tr("Several profiles are named “%1”: %2. Name the one you mean with its folders.")
                .arg(name, quotedList(candidates)),
            QString(), 0};
}

QStringList similarTo(const QList<Profile> &profiles, const QString &name)
{
    QStringList similar;
    for (const Profile &profile : profiles) {
        if (profile.name.contains(name, Qt::CaseInsensitive)
            || name.contains(profile.name, Qt::CaseInsensitive))
            similar.append(profile.path());
    }
    return similar;
}

} // namespace

Result<Profile> findProfile(const QList<Profile> &profiles, const QString &path)
{
    const QStringList parts = splitPath(path);
    if (parts.isEmpty())
        return notFound(path, {});
    QList<const Profile *> named;
    for (const Profile &profile : profiles) {
        if (hasPath(profile, parts))
            return profile;
        if (parts.size() == 1 && profile.name == parts.first())
            named.append(&profile);
    }
    if (named.size() == 1)
        return *named.first();
    if (named.isEmpty())
        return notFound(path, similarTo(profiles, parts.last()));
    QStringList candidates;
    for (const Profile *profile : named)
        candidates.append(profile->path());
    return ambiguous(path, candidates);
}

} // namespace latchkey
