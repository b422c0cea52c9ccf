// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/dbeaverfile.h"

#include "core/profile/formats/textinput.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

#include <QJsonDocument>

#include <algorithm>
#include <functional>

namespace latchkey::formats {

namespace {

constexpr auto most = static_cast<std::size_t>(maxConnections);

/// An object of objects.
void readEntries(JsonReader &reader, JsonReader::Keys keys, Remarks &remarks,
                 const std::function<void(const QString &, QJsonObject)> &add)
{
    reader.beginObject(most, keys);
    while (const auto key = reader.nextKey()) {
        const QString id = wholeText(*key);
        const QJsonValue value = reader.value();
        if (value.isObject())
            add(id, value.toObject());
        else if (remarks.isFull())
            reader.fail(ProfileWords::tr("“%1” is no object").arg(id));
        else if (!reader.failed())
            remarks.add(atConnection(id),
                        ProfileWords::tr("This is no JSON object, so it has been left out."));
    }
}

void readMember(JsonReader &reader, std::string_view key, DBeaverFile &file, Remarks &remarks)
{
    using Keys = JsonReader::Keys;
    if (key == "folders")
        readEntries(reader, Keys::MayRepeat, remarks, [&](const QString &id, QJsonObject members) {
            file.folders.append({id, std::move(members)});
        });
    else if (key == "connections")
        readEntries(reader, Keys::Unique, remarks, [&](const QString &id, QJsonObject members) {
            file.connections.append({id, std::move(members)});
        });
    else if (key == "connection-types")
        readEntries(reader, Keys::Unique, remarks, [&](const QString &id, QJsonObject members) {
            file.types.insert(id, std::move(members));
        });
    else
        reader.value();
}

/// Sorted by id before, since a QJsonObject moves all that comes behind a new member.
QJsonObject objectOf(QList<DBeaverFile::Entry> entries)
{
    std::sort(
        entries.begin(), entries.end(),
        [](const DBeaverFile::Entry &one, const DBeaverFile::Entry &other) { return one.id < other.id; });
    QJsonObject object;
    for (const DBeaverFile::Entry &entry : entries)
        object.insert(entry.id, entry.members);
    return object;
}

} // namespace

Result<DBeaverFile> readDBeaverFile(const QByteArray &text, Remarks &remarks)
{
    JsonReader reader(text);
    DBeaverFile file;
    reader.beginObject();
    while (const auto key = reader.nextKey())
        readMember(reader, *key, file, remarks);
    reader.end();
    if (reader.failed())
        return invalidAt(reader.line(), reader.reason());
    return file;
}

QByteArray writeDBeaverFile(const DBeaverFile &file)
{
    QJsonObject types;
    for (auto type = file.types.begin(); type != file.types.end(); ++type)
        types.insert(type.key(), type.value());
    return QJsonDocument(QJsonObject{{QStringLiteral("folders"), objectOf(file.folders)},
                                     {QStringLiteral("connections"), objectOf(file.connections)},
                                     {QStringLiteral("connection-types"), types}})
        .toJson(QJsonDocument::Indented);
}

} // namespace latchkey::formats
