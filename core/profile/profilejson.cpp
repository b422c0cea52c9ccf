// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilejson.h"

#include "core/profile/jsonreader.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"
#include "core/profile/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <bitset>
#include <numeric>
#include <optional>
#include <vector>

namespace latchkey {

namespace {

constexpr std::size_t maxFields = 64;
constexpr qsizetype mostBadEntries = 5000;
constexpr qsizetype largeEntry = 512; ///< bytes; larger ones only have room left over

/// What the file says of a profile or folder; the rest is inherited.
struct Said
{
    std::bitset<maxFields> fields; ///< by place in profileFields()
    std::optional<FolderKind> kind;
};

/// Profiles, or folders' settings, as they stand in the file: what they do not say is not resolved yet.
struct Entries
{
    QList<Profile> profiles;
    std::vector<Said> said;
};

void readMember(JsonReader &reader, std::string_view key, Profile &profile, Said &said)
{
    if (const ProfileField *field = profileField(key)) {
        said.fields.set(static_cast<std::size_t>(field - profileFields().data()));
        return field->read(reader, profile);
    }
    const QString name = wholeText(key);
    profile.unknown.insert(name, reader.value());
}

void readKind(JsonReader &reader, Said &said)
{
    const QString text = reader.string();
    said.kind = fromWord<FolderKind>(text);
    if (!said.kind)
        reader.fail(ProfileWords::tr("“%1” is no choice here").arg(text));
}

enum class EntryKind { Profile, Folder };

Said readEntry(JsonReader &reader, EntryKind kind, Profile &profile)
{
    Said said;
    reader.beginObject();
    while (const auto key = reader.nextKey()) {
        if (kind == EntryKind::Folder && *key == "kind")
            readKind(reader, said);
        else
            readMember(reader, *key, profile, said);
    }
    if (profile.id.isNull())
        reader.fail(ProfileWords::tr("a profile without an “id” ends here"));
    else if (profile.name.isEmpty())
        reader.fail(ProfileWords::tr("a profile without a “name” ends here"));
    return said;
}

void addEntry(JsonReader &reader, EntryKind kind, Entries &entries, QSet<QUuid> &ids)
{
    Profile &profile = entries.profiles.emplaceBack(blankProfile());
    entries.said.push_back(readEntry(reader, kind, profile));
    if (reader.failed())
        return;
    const auto known = ids.size();
    ids.insert(profile.id);
    if (ids.size() == known)
        reader.fail(
            ProfileWords::tr("two profiles have the id %1").arg(profile.id.toString(QUuid::WithoutBraces)));
}

/// Reads it apart from the others, so that what is wrong with it is wrong with nothing else.
void addGoodEntry(JsonReader &reader, EntryKind kind, Entries &entries, QSet<QUuid> &ids,
                  QList<BadEntry> &bad)
{
    const QJsonValue value = reader.value();
    if (reader.failed())
        return;
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    JsonReader own(text);
    own.beginArray();
    own.nextElement();
    addEntry(own, kind, entries, ids);
    if (!own.failed())
        return;
    entries.profiles.removeLast();
    entries.said.pop_back();
    const QJsonObject object = value.toObject();
    const QString name = object.value(QLatin1String("name")).toString();
    bad.append({name.isEmpty() ? object.value(QLatin1String("id")).toString() : name, own.reason()});
    if (bad.size() >= mostBadEntries)
        reader.fail(own.reason());
}

Entries readEntries(JsonReader &reader, EntryKind kind, QList<BadEntry> *bad)
{
    Entries entries;
    QSet<QUuid> ids;
    entries.profiles.reserve(reader.bytesLeft() / largeEntry);
    reader.beginArray();
    while (reader.nextElement()) {
        if (bad)
            addGoodEntry(reader, kind, entries, ids, *bad);
        else
            addEntry(reader, kind, entries, ids);
    }
    return entries;
}

/// Gives the profile what it inherits.
void resolve(Profile &profile, const Said &said, const Profile &inherited)
{
    if (&inherited == &blankProfile())
        return;
    const auto fields = profileFields();
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (fields[at].isInherited && !said.fields.test(at))
            fields[at].copy(profile, inherited);
    }
}

/// Nothing if two are the same folder, unless there may be bad ones.
std::optional<QList<Folder>> resolvedFolders(const Entries &entries, QList<BadEntry> *bad)
{
    std::vector<std::size_t> order(entries.said.size());
    std::iota(order.begin(), order.end(), 0);
    const auto depth = [&](std::size_t at) {
        return entries.profiles.at(static_cast<qsizetype>(at)).folder.size();
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return depth(one) < depth(other); });
    QList<Folder> folders;
    folders.reserve(entries.profiles.size());
    FolderIndex outer;
    for (const std::size_t at : order) {
        const Said &said = entries.said[at];
        Profile settings = entries.profiles.at(static_cast<qsizetype>(at));
        resolve(settings, said, outer.inheritedIn(settings.folder));
        Folder folder{said.kind.value_or(FolderKind::Folder), std::move(settings)};
        const bool isRepeated = outer.find(folder.fullPath()) != nullptr;
        if (isRepeated && !bad)
            return std::nullopt;
        if (isRepeated) {
            bad->append({folder.settings.name, ProfileWords::tr("a folder is there twice")});
            continue;
        }
        folders.append(std::move(folder));
        outer.add(folders.last());
    }
    return folders;
}

/// Neighbours are mostly in the same folder: its path is kept once, and looked up once.
void resolveProfiles(Entries &entries, const FolderIndex &index)
{
    const Profile *before = nullptr;
    const Profile *inherited = nullptr;
    auto said = entries.said.begin();
    for (Profile &profile : entries.profiles) {
        if (before != nullptr && before->folder == profile.folder)
            profile.folder = before->folder;
        else
            inherited = &index.inheritedIn(profile.folder);
        resolve(profile, *said++, *inherited);
        before = &profile;
    }
}

/// A document while it is read.
struct Reading
{
    QJsonObject unknown;
    Entries folders;
    Entries profiles;
    bool hasFormat = false;
    qint64 version = 0;
    QList<BadEntry> *bad = nullptr; ///< where there may be some
    bool isNewer() const { return hasFormat && version > profileVersion; }
};

void readTopMember(JsonReader &reader, std::string_view key, Reading &reading)
{
    if (key == "format") {
        reading.hasFormat = reader.string() == QLatin1String(profileFormat);
        if (!reading.hasFormat)
            reader.fail(ProfileWords::tr("this is no file of Latchkey profiles"));
    } else if (key == "version") {
        reading.version = reader.integer();
        if (reading.version < 1 || reading.isNewer())
            reader.fail(ProfileWords::tr("the version is unknown"));
    } else if (key == "profiles") {
        reading.profiles = readEntries(reader, EntryKind::Profile, reading.bad);
    } else if (key == "folders") {
        reading.folders = readEntries(reader, EntryKind::Folder, nullptr); // in whose place
        // nothing would be handed down
    } else {
        const QString name = wholeText(key);
        reading.unknown.insert(name, reader.value());
    }
}

Error damaged(const JsonReader &reader, const QString &file)
{
    return {
        Error::Code::FileDamaged,
        ProfileWords::tr("The profile file “%1” is damaged at line %2: %3. Correct that place, or restore "
                         "the file from a copy.")
            .arg(file, QString::number(reader.line()), reader.reason()),
        QStringLiteral("%1:%2: %3").arg(file, QString::number(reader.line()), reader.reason()), 0};
}

Error newerVersion(const QString &file, qint64 version)
{
    return {
        Error::Code::FileInaccessible,
        ProfileWords::tr("The profile file “%1” was written by a newer Latchkey. Update this one to use it; "
                         "nothing has been changed.")
            .arg(file),
        QStringLiteral("version %1, known up to %2").arg(version).arg(profileVersion), 0};
}

/// The document of entries that have been read without a problem; nothing if two folders are the same.
std::optional<ProfileDocument> resolvedDocument(Reading reading)
{
    auto folders = resolvedFolders(reading.folders, reading.bad);
    if (!folders)
        return std::nullopt;
    ProfileDocument document{*std::move(folders), {}, std::move(reading.unknown)};
    resolveProfiles(reading.profiles, FolderIndex(document.folders));
    document.profiles = std::move(reading.profiles.profiles);
    return document;
}

Result<ProfileDocument> readDocument(QByteArrayView text, const QString &file, QList<BadEntry> *bad)
{
    JsonReader reader(text);
    Reading reading;
    reading.bad = bad;
    reader.beginObject();
    while (const auto key = reader.nextKey())
        readTopMember(reader, *key, reading);
    reader.end();
    if (reading.isNewer())
        return newerVersion(file, reading.version);
    if (!reader.failed() && (!reading.hasFormat || reading.version == 0))
        reader.fail(ProfileWords::tr("this is no file of Latchkey profiles"));
    if (reader.failed())
        return damaged(reader, file);
    auto document = resolvedDocument(std::move(reading));
    if (document)
        return *std::move(document);
    reader.fail(ProfileWords::tr("a folder is there twice"));
    return damaged(reader, file);
}

} // namespace

Result<ProfileDocument> readProfiles(QByteArrayView text, const QString &file)
{
    return readDocument(text, file, nullptr);
}

Result<ProfileDocument> readGoodProfiles(QByteArrayView text, const QString &file, QList<BadEntry> &bad)
{
    return readDocument(text, file, &bad);
}

} // namespace latchkey
