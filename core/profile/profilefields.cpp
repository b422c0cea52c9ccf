// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilefields.h"

#include "core/profile/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

namespace latchkey {

namespace {

constexpr qsizetype maxFolderDepth = 64;
constexpr qint64 maxSeconds = 7 * 24 * 60 * 60;

QString clause(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileJson", text);
}

// Each kind of value: how it is read and written.

void read(JsonReader &reader, QString &value)
{
    value = reader.string();
}

QJsonValue written(const QString &value)
{
    return value;
}

void read(JsonReader &reader, bool &value)
{
    value = reader.boolean();
}

QJsonValue written(bool value)
{
    return value;
}

void read(JsonReader &reader, QUuid &id)
{
    id = QUuid::fromString(reader.string());
    if (id.isNull())
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "the id is no UUID")));
}

QJsonValue written(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

void read(JsonReader &reader, std::uint16_t &port)
{
    const qint64 number = reader.integer();
    if (number < 1 || number > std::numeric_limits<std::uint16_t>::max())
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a port is a number from 1 to 65535")));
    else
        port = static_cast<std::uint16_t>(number);
}

QJsonValue written(std::uint16_t port)
{
    return int{port};
}

void read(JsonReader &reader, std::chrono::seconds &time)
{
    const qint64 number = reader.integer();
    if (number < 0 || number > maxSeconds)
        reader.fail(clause(
            QT_TRANSLATE_NOOP("latchkey::ProfileJson", "a time is a number of seconds, up to a week")));
    else
        time = std::chrono::seconds(number);
}

QJsonValue written(std::chrono::seconds time)
{
    return qint64{time.count()};
}

void read(JsonReader &reader, QStringList &texts)
{
    texts.clear();
    reader.beginArray();
    while (reader.nextElement())
        texts.append(reader.string());
}

QJsonValue written(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

void read(JsonReader &reader, QMap<QString, QString> &texts)
{
    texts.clear();
    reader.beginObject();
    while (const auto key = reader.nextKey()) {
        const QString name = wholeText(*key);
        texts.insert(name, reader.string());
    }
}

QJsonValue written(const QMap<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

void read(JsonReader &reader, QJsonObject &object)
{
    const QJsonValue value = reader.value();
    if (value.isObject())
        object = value.toObject();
    else
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "an object is wanted here")));
}

QJsonValue written(const QJsonObject &object)
{
    return object;
}

template <typename Choice>
requires std::is_enum_v<Choice>
void read(JsonReader &reader, Choice &value)
{
    const QString text = reader.string();
    if (const auto known = fromWord<Choice>(text))
        value = *known;
    else
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "“%1” is no choice here")).arg(text));
}

template <typename Choice>
requires std::is_enum_v<Choice> QJsonValue written(Choice value)
{
    return word(value);
}

/// A field from where it is in a profile.
template <auto At>
constexpr ProfileField field(std::string_view key, bool isInherited)
{
    return {key,
            isInherited,
            [](JsonReader &reader, Profile &profile) { read(reader, At(profile)); },
            [](const Profile &profile) { return written(At(profile)); },
            [](const Profile &one, const Profile &other) { return At(one) == At(other); },
            [](Profile &to, const Profile &from) { At(to) = At(from); }};
}

template <auto At>
constexpr ProfileField own(std::string_view key)
{
    return field<At>(key, false);
}

template <auto At>
constexpr ProfileField inherited(std::string_view key)
{
    return field<At>(key, true);
}

void readFolder(JsonReader &reader, Profile &profile)
{
    read(reader, profile.folder);
    if (profile.folder.size() > maxFolderDepth)
        reader.fail(clause(QT_TRANSLATE_NOOP("latchkey::ProfileJson", "the folder is nested too deeply")));
}

constexpr ProfileField folderField()
{
    ProfileField folder = own < [](auto &p) -> auto &
    {
        return p.folder;
    }
    > ("folder");
    folder.read = readFolder;
    return folder;
}

constexpr std::array fields{own < [](auto &p) -> auto &{return p.id;
} // namespace
> ("id"), own < [](auto &p) -> auto &
{
    return p.name;
}
> ("name"), folderField(), own < [](auto &p) -> auto &
{
    return p.host;
}
> ("host"), inherited < [](auto &p) -> auto &
{
    return p.port;
}
> ("port"), own < [](auto &p) -> auto &
{
    return p.endpoint;
}
> ("endpoint"), inherited < [](auto &p) -> auto &
{
    return p.account;
}
> ("account"), inherited < [](auto &p) -> auto &
{
    return p.schema;
}
> ("schema"), inherited < [](auto &p) -> auto &
{
    return p.authentication;
}
> ("authentication"), inherited < [](auto &p) -> auto &
{
    return p.identity.principal;
}
> ("principal"), inherited < [](auto &p) -> auto &
{
    return p.identity.keytab;
}
> ("keytab"), inherited < [](auto &p) -> auto &
{
    return p.identity.cache;
}
> ("cache"), own < [](auto &p) -> auto &
{
    return p.pinnedSpn;
}
> ("spn"), inherited < [](auto &p) -> auto &
{
    return p.kerberosConfig;
}
> ("kerberosConfig"), inherited < [](auto &p) -> auto &
{
    return p.tls;
}
> ("tls"), inherited < [](auto &p) -> auto &
{
    return p.minimumTls;
}
> ("minimumTls"), inherited < [](auto &p) -> auto &
{
    return p.tlsFiles.authorities;
}
> ("caFile"), inherited < [](auto &p) -> auto &
{
    return p.tlsFiles.certificate;
}
> ("clientCertificate"), inherited < [](auto &p) -> auto &
{
    return p.tlsFiles.key;
}
> ("clientKey"), inherited < [](auto &p) -> auto &
{
    return p.timeouts.connect;
}
> ("connectTimeout"), inherited < [](auto &p) -> auto &
{
    return p.timeouts.answer;
}
> ("answerTimeout"), inherited < [](auto &p) -> auto &
{
    return p.timeouts.keepAlive;
}
> ("keepAlive"), inherited < [](auto &p) -> auto &
{
    return p.timeouts.idleClose;
}
> ("idleClose"), inherited < [](auto &p) -> auto &
{
    return p.session.characterSet;
}
> ("characterSet"), inherited < [](auto &p) -> auto &
{
    return p.session.timeZone;
}
> ("timeZone"), inherited < [](auto &p) -> auto &
{
    return p.session.variables;
}
> ("variables"), inherited < [](auto &p) -> auto &
{
    return p.session.statements;
}
> ("statements"), inherited < [](auto &p) -> auto &
{
    return p.environment;
}
> ("environment"), inherited < [](auto &p) -> auto &
{
    return p.guard;
}
> ("guard"), inherited < [](auto &p) -> auto &
{
    return p.readOnly;
}
> ("readOnly"), own < [](auto &p) -> auto &
{
    return p.favourite;
}
> ("favourite"), inherited < [](auto &p) -> auto &
{
    return p.colour;
}
> ("colour"), own < [](auto &p) -> auto &
{
    return p.tags;
}
> ("tags"), own < [](auto &p) -> auto &
{
    return p.notes;
}
> ("notes"), own < [](auto &p) -> auto &
{
    return p.origin;
}
> ("origin"), own < [](auto &p) -> auto &
{
    return p.foreign;
}
> ("foreign"),
}; // namespace latchkey

} // namespace

std::span<const ProfileField> profileFields()
{
    return fields;
}

const ProfileField *profileField(std::string_view key)
{
    static const auto sorted = [] {
        std::array<const ProfileField *, fields.size()> all{};
        std::transform(fields.begin(), fields.end(), all.begin(), [](const auto &field) { return &field; });
        std::sort(all.begin(), all.end(), [](auto *one, auto *other) { return one->key < other->key; });
        return all;
    }();
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), key,
                                        [](auto *field, auto wanted) { return field->key < wanted; });
    return found != sorted.end() && (*found)->key == key ? *found : nullptr;
}

void ProfileChange::applyTo(Profile &profile) const
{
    for (const ProfileField *field : fields)
        field->copy(profile, values);
}

void inheritAnew(Profile &profile, const Profile &before, const Profile &after)
{
    for (const ProfileField &field : fields) {
        if (field.isInherited && field.same(profile, before))
            field.copy(profile, after);
    }
}

} // namespace latchkey
