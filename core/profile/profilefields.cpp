// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilefields.h"

#include "core/profile/profilewords.h"
#include "core/profile/words.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

namespace latchkey {

namespace {

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
    const auto text = reader.text();
    id = text ? QUuid::fromString(QUtf8StringView(text->data(), static_cast<qsizetype>(text->size())))
              : QUuid();
    if (id.isNull())
        reader.fail(ProfileWords::tr("the id is no UUID"));
}

QJsonValue written(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

void read(JsonReader &reader, std::uint16_t &port)
{
    const qint64 number = reader.integer();
    if (number < 1 || number > std::numeric_limits<std::uint16_t>::max())
        reader.fail(ProfileWords::tr("a port is a number from 1 to 65535"));
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
    if (number < 0 || number > maxTimeout.count())
        reader.fail(ProfileWords::tr("a time is a number of seconds, up to a week"));
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
        reader.fail(ProfileWords::tr("an object is wanted here"));
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
        reader.fail(ProfileWords::tr("“%1” is no choice here").arg(text));
}

template <typename Choice>
requires std::is_enum_v<Choice> QJsonValue written(Choice value)
{
    return word(value);
}

template <typename Value>
void append(CheckedJsonWriter &writer, const Value &value)
{
    writer.value(written(value));
}

void append(CheckedJsonWriter &writer, const QString &value)
{
    writer.string(value);
}

void append(CheckedJsonWriter &writer, const QUuid &id)
{
    const QByteArray text = id.toByteArray(QUuid::WithoutBraces);
    writer.word({text.data(), static_cast<std::size_t>(text.size())});
}

void append(CheckedJsonWriter &writer, const QStringList &texts)
{
    writer.beginArray();
    for (const QString &text : texts)
        writer.string(text);
    writer.endArray();
}

/// The member that the path of members leads to.
template <auto... Path>
constexpr auto &at(auto &profile)
{
    return (profile.*....*Path);
}

template <auto... Path>
constexpr ProfileField field(std::string_view key, bool isInherited)
{
    return {key,
            isInherited,
            [](JsonReader &reader, Profile &profile) { read(reader, at<Path...>(profile)); },
            [](const Profile &profile) { return written(at<Path...>(profile)); },
            [](CheckedJsonWriter &writer, const Profile &profile) { append(writer, at<Path...>(profile)); },
            [](const Profile &one, const Profile &other) { return at<Path...>(one) == at<Path...>(other); },
            [](Profile &to, const Profile &from) { at<Path...>(to) = at<Path...>(from); }};
}

template <auto... Path>
constexpr ProfileField own(std::string_view key)
{
    return field<Path...>(key, false);
}

template <auto... Path>
constexpr ProfileField inherited(std::string_view key)
{
    return field<Path...>(key, true);
}

void readFolder(JsonReader &reader, Profile &profile)
{
    read(reader, profile.folder);
    if (profile.folder.size() > maxFolderDepth)
        reader.fail(ProfileWords::tr("the folder is nested too deeply"));
}

constexpr ProfileField folderField()
{
    ProfileField folder = own<&Profile::folder>("folder");
    folder.read = readFolder;
    return folder;
}

constexpr std::array allFields{
    own<&Profile::id>("id"),
    own<&Profile::name>("name"),
    folderField(),
    own<&Profile::host>("host"),
    inherited<&Profile::port>("port"),
    own<&Profile::endpoint>("endpoint"),
    inherited<&Profile::account>("account"),
    inherited<&Profile::schema>("schema"),
    inherited<&Profile::authentication>("authentication"),
    inherited<&Profile::identity, &Identity::principal>("principal"),
    inherited<&Profile::identity, &Identity::keytab>("keytab"),
    inherited<&Profile::identity, &Identity::cache>("cache"),
    own<&Profile::pinnedSpn>("spn"),
    inherited<&Profile::kerberosConfig>("kerberosConfig"),
    inherited<&Profile::tls>("tls"),
    inherited<&Profile::minimumTls>("minimumTls"),
    inherited<&Profile::tlsFiles, &TlsFiles::authorities>("caFile"),
    inherited<&Profile::tlsFiles, &TlsFiles::certificate>("clientCertificate"),
    inherited<&Profile::tlsFiles, &TlsFiles::key>("clientKey"),
    inherited<&Profile::timeouts, &Timeouts::connect>("connectTimeout"),
    inherited<&Profile::timeouts, &Timeouts::answer>("answerTimeout"),
    inherited<&Profile::timeouts, &Timeouts::keepAlive>("keepAlive"),
    inherited<&Profile::timeouts, &Timeouts::idleClose>("idleClose"),
    inherited<&Profile::session, &SessionSetup::characterSet>("characterSet"),
    inherited<&Profile::session, &SessionSetup::timeZone>("timeZone"),
    inherited<&Profile::session, &SessionSetup::variables>("variables"),
    inherited<&Profile::session, &SessionSetup::statements>("statements"),
    inherited<&Profile::environment>("environment"),
    inherited<&Profile::guard>("guard"),
    inherited<&Profile::readOnly>("readOnly"),
    own<&Profile::favourite>("favourite"),
    inherited<&Profile::colour>("colour"),
    own<&Profile::tags>("tags"),
    own<&Profile::notes>("notes"),
    own<&Profile::origin>("origin"),
    own<&Profile::foreign>("foreign"),
};

} // namespace

std::span<const ProfileField> profileFields()
{
    return allFields;
}

std::span<const ProfileField *const> profileFieldsByKey()
{
    static const auto sorted = [] {
        std::array<const ProfileField *, allFields.size()> all{};
        std::transform(allFields.begin(), allFields.end(), all.begin(),
                       [](const auto &field) { return &field; });
        std::sort(all.begin(), all.end(), [](auto *one, auto *other) { return one->key < other->key; });
        return all;
    }();
    return sorted;
}

const ProfileField *profileField(std::string_view key)
{
    const auto sorted = profileFieldsByKey();
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
    for (const ProfileField &field : allFields) {
        if (field.isInherited && field.same(profile, before))
            field.copy(profile, after);
    }
}

} // namespace latchkey
