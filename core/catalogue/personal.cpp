// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/personal.h"

#include "core/catalogue/cataloguewords.h"
#include "core/profile/profilefields.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace latchkey::personal {

namespace {

constexpr std::array<std::string_view, 8> keys{"account", "principal", "keytab", "cache",
                                               "spn",     "favourite", "colour", "notes"};

bool isPersonal(std::string_view key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

QString text(std::string_view key)
{
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

Error notYours(const Profile &profile, const QStringList &names)
{
    QStringList allowed;
    for (const std::string_view key : keys)
        allowed.append(text(key));
    return {
        Error::Code::InvalidInput,
        CatalogueWords::tr("“%1” comes from a catalogue, which says what its %2 is. Of your own there can "
                           "be: %3. For anything else make a copy of the profile.")
            .arg(profile.path(), names.join(QLatin1String(", ")), allowed.join(QLatin1String(", "))),
        QString(), 0};
}

void applyOne(Profile &profile, const ProfileField &field, const QString &key, const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonObject{{key, value}}).toJson(QJsonDocument::Compact);
    Profile read = profile;
    JsonReader reader(json);
    reader.beginObject();
    while (reader.nextKey())
        field.read(reader, read);
    if (!reader.failed())
        field.copy(profile, read);
}

} // namespace

std::span<const std::string_view> fields()
{
    return keys;
}

Result<QJsonObject> difference(const Profile &edited, const Profile &published)
{
    QJsonObject values;
    QStringList others;
    for (const ProfileField &field : profileFields()) {
        if (field.same(edited, published))
            continue;
        if (isPersonal(field.key))
            values.insert(text(field.key), field.write(edited));
        else
            others.append(text(field.key));
    }
    return others.isEmpty() ? Result<QJsonObject>(values) : notYours(published, others);
}

void apply(Profile &profile, const QJsonObject &values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        const ProfileField *field = profileField(value.key().toStdString());
        if (field != nullptr && isPersonal(field->key))
            applyOne(profile, *field, value.key(), value.value());
    }
}

} // namespace latchkey::personal
