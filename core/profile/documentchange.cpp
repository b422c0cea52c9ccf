// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/documentchange.h"

#include "core/profile/profilewords.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace latchkey {

namespace {

template <typename Entry>
using Touched = DocumentChange::Touched<Entry>;

const QUuid &idOf(const Profile &profile)
{
    return profile.id;
}

const QUuid &idOf(const Folder &folder)
{
    return folder.settings.id;
}

QStringList pathOf(const Profile &profile)
{
    return profile.folder + QStringList(profile.name);
}

QStringList pathOf(const Folder &folder)
{
    return folder.fullPath();
}

template <typename Entry>
QHash<QUuid, qsizetype> placesOf(const QList<Entry> &entries)
{
    QHash<QUuid, qsizetype> places;
    places.reserve(entries.size());
    for (qsizetype at = 0; at < entries.size(); ++at)
        places.insert(idOf(entries.at(at)), at);
    return places;
}

template <typename Entry>
QList<Touched<Entry>> difference(const QList<Entry> &before, const QList<Entry> &after)
{
    QList<Touched<Entry>> touched;
    auto left = placesOf(before);
    for (const Entry &entry : after) {
        const auto place = left.constFind(idOf(entry));
        if (place == left.constEnd()) {
            touched.append({std::nullopt, entry});
            continue;
        }
        if (before.at(*place) != entry)
            touched.append({before.at(*place), entry});
        left.erase(place);
    }
    for (const Entry &entry : before) {
        if (left.contains(idOf(entry)))
            touched.append({entry, std::nullopt});
    }
    return touched;
}

template <typename Entry>
QList<Touched<Entry>> reversedAll(QList<Touched<Entry>> all)
{
    for (Touched<Entry> &one : all)
        std::swap(one.before, one.after);
    return all;
}

/// What has been pinned since is not of the edit.
bool isPinned(const Profile &now, const Profile &before)
{
    return before.pinnedSpn.isEmpty() && !now.pinnedSpn.isEmpty();
}

/// Whether it is as it was before the edit, but for a service name that has been pinned since.
bool isStill(const Profile &now, Profile before)
{
    if (isPinned(now, before))
        before.pinnedSpn = now.pinnedSpn;
    return now == before;
}

bool isStill(const Folder &now, const Folder &before)
{
    return now == before;
}

/// What the edit makes of it. The service name is the host's, so it stays as long as the host does.
Profile edited(const Profile &now, const Profile &before, Profile after)
{
    if (isPinned(now, before) && after.host == now.host)
        after.pinnedSpn = now.pinnedSpn;
    return after;
}

Folder edited(const Folder &, const Folder &, Folder after)
{
    return after;
}

Error touchedSince(const QStringList &path)
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("“%1” has been changed since, here or by another program, so this step "
                             "is no longer possible. Nothing has been changed now; do it by hand.")
                .arg(joinPath(path)),
            QString(), 0};
}

Error pathTaken(const QStringList &path)
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("There is another “%1” by now, so this step is no longer possible. "
                             "Nothing has been changed; do it by hand.")
                .arg(joinPath(path)),
            QString(), 0};
}

/// The entries with the change made, or what is in its way.
template <typename Entry>
Result<QList<Entry>> changed(QList<Entry> entries, const QList<Touched<Entry>> &touched)
{
    const auto places = placesOf(entries);
    QSet<QUuid> gone;
    for (const Touched<Entry> &one : touched) {
        const auto place = places.constFind(idOf(one.before ? *one.before : *one.after));
        const bool isThere = place != places.constEnd();
        if (isThere != one.before.has_value() || (isThere && !isStill(entries.at(*place), *one.before)))
            return touchedSince(pathOf(one.before ? *one.before : *one.after));
        if (one.before && one.after)
            entries[*place] = edited(entries.at(*place), *one.before, *one.after);
        else if (one.after)
            entries.append(*one.after);
        else
            gone.insert(idOf(*one.before));
    }
    if (!gone.isEmpty())
        entries.removeIf([&gone](const Entry &entry) { return gone.contains(idOf(entry)); });
    return entries;
}

/// Whether one that the change has put somewhere now shares its path with another.
template <typename Entry>
std::optional<Error> clash(const QList<Entry> &entries, const QList<Touched<Entry>> &touched)
{
    QHash<QStringList, int> places;
    for (const Touched<Entry> &one : touched) {
        if (one.after)
            places.insert(pathOf(*one.after), 0);
    }
    for (const Entry &entry : entries) {
        const QStringList path = pathOf(entry);
        if (const auto place = places.find(path); place != places.end() && ++*place > 1)
            return pathTaken(path);
    }
    return std::nullopt;
}

template <typename Entry>
bool allAre(const QList<Touched<Entry>> &touched, bool (*is)(const Touched<Entry> &))
{
    return std::all_of(touched.begin(), touched.end(), is);
}

QString describeOne(const Touched<Profile> &one)
{
    if (!one.before)
        return ProfileWords::tr("adding “%1”").arg(one.after->name);
    if (!one.after)
        return ProfileWords::tr("removing “%1”").arg(one.before->name);
    if (one.before->folder != one.after->folder)
        return ProfileWords::tr("moving “%1”").arg(one.after->name);
    return ProfileWords::tr("changing “%1”").arg(one.before->name);
}

QString describeMany(const QList<Touched<Profile>> &touched)
{
    const int count = static_cast<int>(touched.size());
    if (allAre<Profile>(touched, [](const Touched<Profile> &one) { return !one.before; }))
        return ProfileWords::tr("adding %n profile(s)", nullptr, count);
    if (allAre<Profile>(touched, [](const Touched<Profile> &one) { return !one.after; }))
        return ProfileWords::tr("removing %n profile(s)", nullptr, count);
    return ProfileWords::tr("changing %n profile(s)", nullptr, count);
}

QString describeFolder(const Touched<Folder> &one)
{
    if (!one.before)
        return ProfileWords::tr("adding the folder “%1”").arg(one.after->settings.name);
    if (!one.after)
        return ProfileWords::tr("removing the folder “%1”").arg(one.before->settings.name);
    return ProfileWords::tr("changing the folder “%1”").arg(one.before->settings.name);
}

QString describeFolders(const QList<Touched<Folder>> &touched)
{
    const int count = static_cast<int>(touched.size());
    if (allAre<Folder>(touched, [](const Touched<Folder> &one) { return !one.before; }))
        return ProfileWords::tr("adding %n folder(s)", nullptr, count);
    if (allAre<Folder>(touched, [](const Touched<Folder> &one) { return !one.after; }))
        return ProfileWords::tr("removing %n folder(s)", nullptr, count);
    return ProfileWords::tr("changing %n folder(s)", nullptr, count);
}

} // namespace

DocumentChange DocumentChange::between(const ProfileDocument &before, const ProfileDocument &after)
{
    DocumentChange change;
    change.m_profiles = difference(before.profiles, after.profiles);
    change.m_folders = difference(before.folders, after.folders);
    return change;
}

DocumentChange DocumentChange::reversed() const
{
    DocumentChange change;
    change.m_profiles = reversedAll(m_profiles);
    change.m_folders = reversedAll(m_folders);
    return change;
}

Result<> DocumentChange::applyTo(ProfileDocument &document) const
{
    auto profiles = changed(document.profiles, m_profiles);
    if (!profiles)
        return std::move(profiles).error();
    auto folders = changed(document.folders, m_folders);
    if (!folders)
        return std::move(folders).error();
    if (auto problem = clash(*profiles, m_profiles))
        return *std::move(problem);
    if (auto problem = clash(*folders, m_folders))
        return *std::move(problem);
    document.profiles = *std::move(profiles);
    document.folders = *std::move(folders);
    return Ok{};
}

/// The folder that was changed, if one was: what happened in it followed from that.
QString DocumentChange::description() const
{
    if (m_folders.size() == 1)
        return describeFolder(m_folders.first());
    if (m_folders.isEmpty() && m_profiles.size() == 1)
        return describeOne(m_profiles.first());
    return m_profiles.isEmpty() ? describeFolders(m_folders) : describeMany(m_profiles);
}

} // namespace latchkey
