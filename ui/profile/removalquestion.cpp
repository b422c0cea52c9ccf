// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/removalquestion.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

constexpr qsizetype maxNames = 8;

struct RemovalQuestion
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::RemovalQuestion)
};

QStringList namesOf(const ProfileDocument &document, const Chosen &chosen)
{
    QStringList names;
    for (const QStringList &folder : chosen.folders)
        names.append(joinPath(folder));
    for (const Profile &profile : document.profiles) {
        if (chosen.profiles.contains(profile.id))
            names.append(profile.path());
    }
    return names;
}

/// “orders”, “billing” and 12 more
QString quotedList(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names.first(std::min(maxNames, names.size())))
        quoted.append(RemovalQuestion::tr("“%1”").arg(name));
    const QString list = quoted.join(QLatin1String(", "));
    const auto more = static_cast<int>(names.size() - quoted.size());
    return more > 0 ? RemovalQuestion::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

/// 2 folders and 14 profiles
QString countsOf(int folders, int profiles)
{
    const QString folderCount = RemovalQuestion::tr("%n folder(s)", nullptr, folders);
    const QString profileCount = RemovalQuestion::tr("%n profile(s)", nullptr, profiles);
    if (folders == 0)
        return profileCount;
    return profiles == 0 ? folderCount : RemovalQuestion::tr("%1 and %2").arg(folderCount, profileCount);
}

} // namespace

Question removalQuestion(const ProfileDocument &document, const Chosen &chosen)
{
    const Chosen outer = chosen::outermost(document, chosen);
    const auto folders = static_cast<int>(outer.folders.size());
    const auto profiles = static_cast<int>(chosen::profiles(document, outer).size());
    const QString names = quotedList(namesOf(document, outer));
    return {RemovalQuestion::tr("Remove profiles"),
            folders > 0 ? RemovalQuestion::tr("Remove %1 and all that is in it? These are %2.")
                              .arg(names, countsOf(folders, profiles))
                        : RemovalQuestion::tr("Remove %1?").arg(names),
            RemovalQuestion::tr("The databases themselves are not touched."),
            RemovalQuestion::tr("Remove %1").arg(countsOf(folders, profiles)), true};
}

} // namespace latchkey
