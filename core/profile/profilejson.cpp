// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilejson.h"

#include "core/profile/jsonreader.h"
#include "core/profile/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <array>
#include <limits>

namespace latchkey {

namespace {

constexpr int currentVersion = 1;
constexpr QLatin1String formatName("latchkey-profiles");
constexpr qsizetype maxFolderDepth = 64;

QString clause(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileJson", text);
}

/// One member of a profile's object.
struct Field
{
    std::string_view key;
    void (*read)(JsonReader &, Profile &);
    QJsonValue (*write)(const Profile &);
};

template <QString Profile::*Member>
constexpr Field text(std::string_view key)
{
    return {key, [](JsonReader &reader, Profile &profile) { profile.*Member = reader.string(); },
            [](const Profile &profile) -> QJsonValue { return profile.*Member; }};
}

template <QString Identity::*Member>
constexpr Field identityText(std::string_view key)
{
    return {key, [](JsonReader &reader, Profile &profile) { profile.identity.*Member = reader.string(); },
            [](const Profile &profile) -> QJsonValue { return profile.identity.*Member; }};
}

template <auto Member, auto FromWord>
constexpr Field choice(std::string_view key)
{
    return {
        key,
        [](JsonReader &reader, Profile &profile) {
            const QString text = reader.string();
            if (const auto value = FromWord(text))
                profile.*Member = *value;
            else
                reader.fail(
                    clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "“%1” is no choice here")).arg(text));
        },
        [](const Profile &profile) -> QJsonValue { return word(profile.*Member); }};
}

void readId(JsonReader &reader, Profile &profile)
{
    profile.id = QUuid::fromString(reader.string());
    if (profile.id.isNull())
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "the id is no UUID")));
}

QJsonValue writeId(const Profile &profile)
{
    return profile.id.toString(QUuid::WithoutBraces);
}

void readFolder(JsonReader &reader, Profile &profile)
{
    reader.beginArray();
    while (reader.nextElement())
        profile.folder.append(reader.string());
    if (profile.folder.size() > maxFolderDepth)
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "the folder is nested too deeply")));
}

QJsonValue writeFolder(const Profile &profile)
{
    return QJsonArray::fromStringList(profile.folder);
}

void readPort(JsonReader &reader, Profile &profile)
{
    const qint64 port = reader.integer();
    if (port < 1 || port > std::numeric_limits<std::uint16_t>::max())
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a port is a number from 1 to 65535")));
    else
        profile.port = static_cast<std::uint16_t>(port);
}

QJsonValue writePort(const Profile &profile)
{
    return int{profile.port};
}

void readReadOnly(JsonReader &reader, Profile &profile)
{
    profile.readOnly = reader.boolean();
}

QJsonValue writeReadOnly(const Profile &profile)
{
    return profile.readOnly;
}

constexpr std::array fields{
    Field{"id", readId, writeId},
    text<&Profile::name>("name"),
    Field{"folder", readFolder, writeFolder},
    text<&Profile::host>("host"),
    Field{"port", readPort, writePort},
    text<&Profile::account>("account"),
    text<&Profile::schema>("schema"),
    choice<&Profile::authentication, authenticationFromWord>("authentication"),
    identityText<&Identity::principal>("principal"),
    identityText<&Identity::keytab>("keytab"),
    text<&Profile::pinnedSpn>("spn"),
    choice<&Profile::tls, tlsPolicyFromWord>("tls"),
    text<&Profile::caFile>("caFile"),
    choice<&Profile::environment, environmentFromWord>("environment"),
    Field{"readOnly", readReadOnly, writeReadOnly},
    text<&Profile::colour>("colour"),
    text<&Profile::notes>("notes"),
};

/// All defaults, and no id: making a random one for each profile that is read would cost more than reading it.
const Profile &blankProfile()
{
    static const Profile blank = [] {
        Profile profile;
        profile.id = QUuid();
        return profile;
    }();
    return blank;
}

void readMember(JsonReader &reader, std::string_view key, Profile &profile)
{
    for (const Field &field : fields) {
        if (field.key == key)
            return field.read(reader, profile);
    }
    const QString name = wholeText(key);
    profile.unknown.insert(name, reader.value());
}

Profile readProfile(JsonReader &reader)
{
    Profile profile = blankProfile();
    reader.beginObject();
    while (const auto key = reader.nextKey())
        readMember(reader, *key, profile);
    if (profile.id.isNull())
        reader.fail(
            clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a profile without an “id” ends here")));
    else if (profile.name.isEmpty())
        reader.fail(
            clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a profile without a “name” ends here")));
    return profile;
}

QList<Profile> readList(JsonReader &reader)
{
    QList<Profile> profiles;
    QSet<QUuid> ids;
    reader.beginArray();
    while (reader.nextElement()) {
        profiles.append(readProfile(reader));
        const auto known = ids.size();
        ids.insert(profiles.last().id);
        if (ids.size() == known)
            reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "two profiles have the id %1"))
                            .arg(profiles.last().id.toString(QUuid::WithoutBraces)));
    }
    return profiles;
}

/// A document while it is read.
struct Reading
{
    ProfileDocument document;
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
        reading.document.profiles = readList(reader);
    } else {
        const QString name = wholeText(key);
        reading.document.unknown.insert(name, reader.value());
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

} // namespace

QJsonObject toJson(const Profile &profile, Defaults defaults)
{
    QJsonObject object = profile.unknown;
    for (const Field &field : fields) {
        const QJsonValue value = field.write(profile);
        if (defaults == Defaults::Write || value != field.write(blankProfile()))
            object.insert(QLatin1String(field.key.data(), static_cast<qsizetype>(field.key.size())), value);
    }
    return object;
}

QByteArray writeProfiles(const ProfileDocument &document)
{
    QByteArray text = "{\n    \"format\": \"latchkey-profiles\",\n    \"version\": 1,\n    \"profiles\": [";
    for (const Profile &profile : document.profiles) {
        appendIndented(text, toJson(profile));
        text += ',';
    }
    if (!document.profiles.isEmpty()) {
        text.chop(1);
        text += "\n    ";
    }
    text += ']';
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
    return std::move(reading.document);
}

} // namespace latchkey
