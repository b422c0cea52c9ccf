// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilejson.h"

#include "core/profile/jsonreader.h"
#include "core/profile/profilefields.h"
#include "core/profile/words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <bitset>
#include <optional>
#include <vector>

namespace latchkey {

namespace {

constexpr int currentVersion = 1;
constexpr QLatin1String formatName("latchkey-profiles");
constexpr std::size_t maxFields = 64;

QString clause(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileJson", text);
}

/// A profile or folder as it stands in the file: what it does not say is not resolved yet.
struct Entry
{
    Profile profile = blankProfile(); // a random id for each that is read would cost more than reading it
    std::optional<FolderKind> kind; ///< as the file says
    std::bitset<maxFields> said; ///< by place in profileFields()
};

void readMember(JsonReader &reader, std::string_view key, Entry &entry)
{
    if (const ProfileField *field = profileField(key)) {
        entry.said.set(static_cast<std::size_t>(field - profileFields().data()));
        return field->read(reader, entry.profile);
    }
    const QString name = wholeText(key);
    entry.profile.unknown.insert(name, reader.value());
}

void readKind(JsonReader &reader, Entry &entry)
{
    const QString text = reader.string();
    entry.kind = fromWord<FolderKind>(text);
    if (!entry.kind)
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "“%1” is no choice here")).arg(text));
}

enum class EntryKind { Profile, Folder };

Entry readEntry(JsonReader &reader, EntryKind kind)
{
    Entry entry;
    reader.beginObject();
    while (const auto key = reader.nextKey()) {
        if (kind == EntryKind::Folder && *key == "kind")
            readKind(reader, entry);
        else
            readMember(reader, *key, entry);
    }
    if (entry.profile.id.isNull())
        reader.fail(
            clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a profile without an “id” ends here")));
    else if (entry.profile.name.isEmpty())
        reader.fail(
            clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a profile without a “name” ends here")));
    return entry;
}

std::vector<Entry> readEntries(JsonReader &reader, EntryKind kind)
{
    std::vector<Entry> entries;
    QSet<QUuid> ids;
    reader.beginArray();
    while (reader.nextElement()) {
        entries.push_back(readEntry(reader, kind));
        const QUuid &id = entries.back().profile.id;
        const auto known = ids.size();
        ids.insert(id);
        if (ids.size() == known)
            reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "two profiles have the id %1"))
                            .arg(id.toString(QUuid::WithoutBraces)));
    }
    return entries;
}

/// Gives the entry what it inherits.
Profile resolved(Entry entry, const Profile &inherited)
{
    if (&inherited == &blankProfile())
        return std::move(entry.profile);
    const auto fields = profileFields();
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (fields[at].isInherited && !entry.said.test(at))
            fields[at].copy(entry.profile, inherited);
    }
    return std::move(entry.profile);
}

/// Nothing if two are the same folder.
std::optional<QList<Folder>> resolvedFolders(std::vector<Entry> entries)
{
    QList<Folder> folders;
    folders.reserve(static_cast<qsizetype>(entries.size()));
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &one, const Entry &other) {
        return one.profile.folder.size() < other.profile.folder.size();
    });
    FolderIndex outer;
    for (Entry &entry : entries) {
        const Profile &inherited = outer.inheritedIn(entry.profile.folder);
        folders.append({entry.kind.value_or(FolderKind::Folder), resolved(std::move(entry), inherited)});
        if (outer.find(folders.last().fullPath()))
            return std::nullopt;
        outer.add(folders.last());
    }
    return folders;
}

/// A document while it is read.
struct Reading
{
    QJsonObject unknown;
    std::vector<Entry> folders;
    std::vector<Entry> profiles;
    bool hasFormat = false;
    qint64 version = 0;
    bool isNewer() const { return hasFormat && version > currentVersion; }
};

void readTopMember(JsonReader &reader, std::string_view key, Reading &reading)
{
    if (key == "format") {
        reading.hasFormat = reader.string() == formatName;
        if (!reading.hasFormat)
            reader.fail(
                clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "this is no file of Latchkey profiles")));
    } else if (key == "version") {
        reading.version = reader.integer();
        if (reading.version < 1 || reading.isNewer())
            reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "the version is unknown")));
    } else if (key == "profiles") {
        reading.profiles = readEntries(reader, EntryKind::Profile);
    } else if (key == "folders") {
        reading.folders = readEntries(reader, EntryKind::Folder);
    } else {
        const QString name = wholeText(key);
        reading.unknown.insert(name, reader.value());
    }
}

Error damaged(const JsonReader &reader, const QString &file)
{
    return {Error::Code::FileDamaged,
            QCoreApplication::translate(
                "latchkey::ProfileJson",
                "The profile file “%1” is damaged at line %2: %3. Correct that place, or restore "
                "the file from a copy.")
                .arg(file, QString::number(reader.line()), reader.reason()),
            QStringLiteral("%1:%2: %3").arg(file, QString::number(reader.line()), reader.reason()), 0};
}

Error newerVersion(const QString &file, qint64 version)
{
    return {Error::Code::FileInaccessible,
            QCoreApplication::translate(
                "latchkey::ProfileJson",
                "The profile file “%1” was written by a newer Latchkey. Update this one to use it; "
                "nothing has been changed.")
                .arg(file),
            QStringLiteral("version %1, known up to %2").arg(version).arg(currentVersion), 0};
}

void appendIndented(QByteArray &text, const QJsonObject &object)
{
    QByteArray lines = QJsonDocument(object).toJson(QJsonDocument::Indented);
    lines.chop(1); // the final newline
    lines.replace("\n", "\n        ");
    text += "\n        " + lines;
}

/// The members of `object` as they stand inside a larger one, each after a comma.
void appendMembers(QByteArray &text, const QJsonObject &object)
{
    if (object.isEmpty())
        return;
    const QByteArray braced = QJsonDocument(object).toJson(QJsonDocument::Indented);
    text += ',' + braced.sliced(1, braced.size() - 4); // without "{", "\n}\n"
}

void appendObjects(QByteArray &text, const QList<QJsonObject> &objects)
{
    text += '[';
    for (const QJsonObject &object : objects) {
        appendIndented(text, object);
        text += ',';
    }
    if (!objects.isEmpty()) {
        text.chop(1);
        text += "\n    ";
    }
    text += ']';
}

QJsonObject folderJson(const Folder &folder, const Profile &inherited)
{
    QJsonObject object = toJson(folder.settings, inherited);
    if (folder.kind != FolderKind::Folder)
        object.insert(QLatin1String("kind"), word(folder.kind));
    return object;
}

QLatin1String keyOf(const ProfileField &field)
{
    return {field.key.data(), static_cast<qsizetype>(field.key.size())};
}

/// The document of entries that have been read without a problem; nothing if two folders are the same.
std::optional<ProfileDocument> resolvedDocument(Reading reading)
{
    auto folders = resolvedFolders(std::move(reading.folders));
    if (!folders)
        return std::nullopt;
    ProfileDocument document{*std::move(folders), {}, std::move(reading.unknown)};
    const FolderIndex index(document.folders);
    document.profiles.reserve(static_cast<qsizetype>(reading.profiles.size()));
    for (Entry &entry : reading.profiles) {
        const Profile &inherited = index.inheritedIn(entry.profile.folder);
        document.profiles.append(resolved(std::move(entry), inherited));
    }
    return document;
}

} // namespace

QJsonObject toJson(const Profile &profile, const Profile &inherited)
{
    QJsonObject object = profile.unknown;
    for (const ProfileField &field : profileFields()) {
        if (!field.same(profile, field.isInherited ? inherited : blankProfile()))
            object.insert(keyOf(field), field.write(profile));
    }
    return object;
}

QJsonObject toWholeJson(const Profile &profile)
{
    QJsonObject object = profile.unknown;
    for (const ProfileField &field : profileFields())
        object.insert(keyOf(field), field.write(profile));
    return object;
}

QByteArray writeProfiles(const ProfileDocument &document)
{
    const FolderIndex index(document.folders);
    QByteArray text = "{\n    \"format\": \"latchkey-profiles\",\n    \"version\": 1,\n";
    QList<QJsonObject> objects;
    for (const Folder &folder : document.folders)
        objects.append(folderJson(folder, index.inheritedIn(folder.settings.folder)));
    if (!objects.isEmpty()) {
        text += "    \"folders\": ";
        appendObjects(text, objects);
        text += ",\n";
    }
    objects.clear();
    for (const Profile &profile : document.profiles)
        objects.append(toJson(profile, index.inheritedIn(profile.folder)));
    text += "    \"profiles\": ";
    appendObjects(text, objects);
    appendMembers(text, document.unknown);
    text += "\n}\n";
    return text;
}

Result<ProfileDocument> readProfiles(QByteArrayView text, const QString &file)
{
    JsonReader reader(text);
    Reading reading;
    reader.beginObject();
    while (const auto key = reader.nextKey())
        readTopMember(reader, *key, reading);
    reader.end();
    if (reading.isNewer())
        return newerVersion(file, reading.version);
    if (!reader.failed() && (!reading.hasFormat || reading.version == 0))
        reader.fail(
            clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "this is no file of Latchkey profiles")));
    if (reader.failed())
        return damaged(reader, file);
    auto document = resolvedDocument(std::move(reading));
    if (document)
        return *std::move(document);
    reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a folder is there twice")));
    return damaged(reader, file);
}

} // namespace latchkey
