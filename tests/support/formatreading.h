// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"
#include "core/profile/profilejson.h"

#include <QFile>

#include <algorithm>

namespace latchkey::test {

/// The path of a file of tests/data/formats.
inline QString formatFile(const QString &name)
{
    return QLatin1String(LATCHKEY_FORMATS) + QLatin1Char('/') + name;
}

inline QByteArray bytesOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// What the codec that recognises the file reads from it; empty if that is another one or it fails.
inline formats::Content readFormat(const char *codec, const QString &name)
{
    const QByteArray bytes = bytesOf(formatFile(name));
    for (const formats::Codec *each : formats::codecs()) {
        if (!each->recognises(bytes))
            continue;
        auto content = each->read(bytes, formatFile(name));
        return content && qstrcmp(each->word, codec) == 0 ? *std::move(content) : formats::Content();
    }
    return {};
}

/// By its path; a blank one if there is none.
inline Profile profileAt(const formats::Content &content, const QString &path)
{
    const auto found = std::find_if(content.profiles.begin(), content.profiles.end(),
                                    [&path](const Profile &profile) { return profile.path() == path; });
    return found == content.profiles.end() ? blankProfile() : *found;
}

inline QStringList pathsOf(const formats::Content &content)
{
    QStringList paths;
    for (const Profile &profile : content.profiles)
        paths.append(profile.path());
    return paths;
}

/// All remarks as lines "place: message".
inline QString remarksOf(const QList<formats::Remark> &remarks)
{
    QString text;
    for (const formats::Remark &remark : remarks)
        text += remark.place + QLatin1String(": ") + remark.message + QLatin1Char('\n');
    return text;
}

/// Whether a remark has both in it.
inline bool hasRemark(const QList<formats::Remark> &remarks, const char *place, const char *message)
{
    return std::any_of(remarks.begin(), remarks.end(), [&](const formats::Remark &remark) {
        return remark.place.contains(QString::fromUtf8(place))
               && remark.message.contains(QString::fromUtf8(message));
    });
}

/// Whether the secret of the fixtures shows anywhere: in profiles, folders or remarks.
inline bool showsSecret(const formats::Content &content)
{
    const QString secret = QStringLiteral("hunter2");
    const QByteArray all =
        writeProfiles({content.folders, content.profiles, {}}) + remarksOf(content.remarks).toUtf8();
    return all.contains(secret.toUtf8());
}

} // namespace latchkey::test
