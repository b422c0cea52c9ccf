// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/pathcomment.h"

#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace latchkey::formats {

namespace {

constexpr std::string_view commentMark = "# latchkey: ";
constexpr qsizetype maxParts = 64;

} // namespace

QByteArray pathComment(const Profile &profile)
{
    const auto path = QJsonArray::fromStringList(profile.folder + QStringList(profile.name));
    return QByteArray(commentMark.data(), commentMark.size())
           + QJsonDocument(path).toJson(QJsonDocument::Compact);
}

void tellOfPath(const Profile &profile, Remarks &remarks)
{
    if (!canBeText(profile.path()))
        remarks.add(atConnection(profile.path()),
                    ProfileWords::tr("Its name or folder has characters that a text file cannot hold; they "
                                     "are changed."));
}

bool canBeText(const QString &value)
{
    return value.isValidUtf16() && !value.contains(QChar(0));
}

std::optional<QStringList> pathFromComment(QByteArrayView line)
{
    if (!line.startsWith(commentMark))
        return std::nullopt;
    QStringList path;
    JsonReader reader(line.sliced(commentMark.size()));
    reader.beginArray();
    while (reader.nextElement() && path.size() <= maxParts)
        path.append(reader.string());
    reader.end();
    if (reader.failed() || path.isEmpty() || path.size() > maxParts)
        return std::nullopt;
    return path;
}

void setPath(Profile &profile, QStringList path)
{
    profile.name = path.takeLast();
    profile.folder = std::move(path);
}

} // namespace latchkey::formats
