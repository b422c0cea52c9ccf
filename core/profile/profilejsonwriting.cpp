// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilefields.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilewords.h"
#include "core/profile/words.h"

#include <QSet>

namespace latchkey {

namespace {

constexpr qsizetype typicalEntry = 512; ///< bytes

/// Members that are not in the table of fields, to be written between those that are, by key.
class OtherMembers
{
public:
    explicit OtherMembers(const QJsonObject &members) : m_members(members), m_next(m_members.begin()) { }

    void appendUpTo(CheckedJsonWriter &writer, QLatin1String key)
    {
        for (; m_next != m_members.end() && m_next.key() < key; ++m_next)
            append(writer);
    }
    void skip(QLatin1String key)
    {
        if (m_next != m_members.end() && m_next.key() == key)
            ++m_next;
    }
    void appendRest(CheckedJsonWriter &writer)
    {
        for (; m_next != m_members.end(); ++m_next)
            append(writer);
    }

private:
    void append(CheckedJsonWriter &writer)
    {
        writer.key(m_next.key());
        writer.value(m_next.value());
    }

    const QJsonObject m_members;
    QJsonObject::const_iterator m_next;
};

/// `others` besides the fields that are not inherited.
void appendEntry(CheckedJsonWriter &writer, const Profile &profile, const Profile &inherited,
                 const QJsonObject &others)
{
    OtherMembers rest(others);
    writer.beginObject();
    for (const ProfileField *field : profileFieldsByKey()) {
        if (field->same(profile, field->isInherited ? inherited : blankProfile()))
            continue;
        rest.appendUpTo(writer, field->name());
        writer.key(field->key);
        field->append(writer, profile);
        rest.skip(field->name());
    }
    rest.appendRest(writer);
    writer.endObject();
}

void appendFolder(CheckedJsonWriter &writer, const Folder &folder, const Profile &inherited)
{
    QJsonObject others = folder.settings.unknown;
    if (folder.kind != FolderKind::Folder)
        others.insert(QLatin1String("kind"), word(folder.kind));
    appendEntry(writer, folder.settings, inherited, others);
}

void appendDocument(CheckedJsonWriter &writer, const ProfileDocument &document)
{
    const FolderIndex index(document.folders);
    writer.beginObject();
    writer.key("format");
    writer.word(profileFormat);
    writer.key("version");
    writer.integer(profileVersion);
    if (!document.folders.isEmpty()) {
        writer.key("folders");
        writer.beginArray();
        for (const Folder &folder : document.folders)
            appendFolder(writer, folder, index.inheritedIn(folder.settings.folder));
        writer.endArray();
    }
    writer.key("profiles");
    writer.beginArray();
    for (const Profile &profile : document.profiles)
        appendEntry(writer, profile, index.inheritedIn(profile.folder), profile.unknown);
    writer.endArray();
    OtherMembers(document.unknown).appendRest(writer);
    writer.endObject();
}

bool isReadable(const Profile &profile)
{
    const Timeouts &times = profile.timeouts;
    const auto isGood = [](std::chrono::seconds time) {
        return time >= std::chrono::seconds(0) && time <= maxTimeout;
    };
    return !profile.id.isNull() && !profile.name.isEmpty() && profile.port > 0
           && profile.folder.size() <= maxFolderDepth && isGood(times.connect) && isGood(times.answer)
           && isGood(times.keepAlive) && isGood(times.idleClose);
}

template <typename Entry>
bool areReadable(const QList<Entry> &entries)
{
    QSet<QUuid> ids;
    ids.reserve(entries.size());
    for (const Entry &entry : entries) {
        const Profile &profile = settingsOf(entry);
        if (!isReadable(profile))
            return false;
        ids.insert(profile.id);
    }
    return ids.size() == entries.size();
}

bool hasEachFolderOnce(const QList<Folder> &folders)
{
    QSet<QStringList> paths;
    for (const Folder &folder : folders)
        paths.insert(folder.fullPath());
    return paths.size() == folders.size();
}

Error unsavable(const char *detail)
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("The profile cannot be saved: a text in it is too long, or not valid Unicode. "
                             "Shorten or correct it."),
            QString::fromLatin1(detail), 0};
}

Error tooLarge()
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("All profiles together would be larger than a profile file may be (%1 "
                             "MB). Remove some, or shorten their notes.")
                .arg(maxProfileFile >> 20),
            QString(), 0};
}

CheckedJsonWriter written(const ProfileDocument &document)
{
    CheckedJsonWriter writer;
    writer.reserve(typicalEntry * (document.profiles.size() + document.folders.size() + 1));
    appendDocument(writer, document);
    return writer;
}

} // namespace

QJsonObject toJson(const Profile &profile, const Profile &inherited)
{
    QJsonObject object = profile.unknown;
    for (const ProfileField &field : profileFields()) {
        if (!field.same(profile, field.isInherited ? inherited : blankProfile()))
            object.insert(field.name(), field.write(profile));
    }
    return object;
}

QJsonObject toWholeJson(const Profile &profile)
{
    QJsonObject object = profile.unknown;
    for (const ProfileField &field : profileFields())
        object.insert(field.name(), field.write(profile));
    return object;
}

QByteArray writeProfiles(const ProfileDocument &document)
{
    return written(document).text() + '\n';
}

Result<QByteArray> savedText(const ProfileDocument &document)
{
    if (!areReadable(document.folders) || !areReadable(document.profiles)
        || !hasEachFolderOnce(document.folders))
        return unsavable("an id, name, port, time or folder that could not be read again");
    const CheckedJsonWriter writer = written(document);
    if (writer.failed())
        return unsavable("a text is too long or no Unicode, or values are nested too deeply");
    if (writer.text().size() >= maxProfileFile)
        return tooLarge();
    return writer.text() + '\n';
}

} // namespace latchkey
