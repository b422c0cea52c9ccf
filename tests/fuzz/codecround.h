// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"
#include "core/profile/profilefields.h"

#include <QSet>

#include <cstdlib>

namespace latchkey::fuzz {

/// What is written without a remark must be read again as it was.
inline void writeAndReadAgain(const formats::Codec &codec, const formats::Content &content)
{
    QSet<QString> paths;
    for (const Profile &profile : content.profiles)
        paths.insert(profile.path());
    QList<formats::Remark> remarks;
    const QByteArray text = codec.write({content.folders, content.profiles, {}}, remarks);
    const auto again = codec.read(text, QString());
    if (!remarks.isEmpty() || paths.size() != content.profiles.size() || content.profiles.isEmpty())
        return;
    if (!again || again->profiles.size() != content.profiles.size())
        std::abort();
    for (qsizetype at = 0; at < content.profiles.size(); ++at) {
        for (const std::string_view key : codec.held) {
            if (!profileField(key)->same(content.profiles.at(at), again->profiles.at(at)))
                std::abort();
        }
    }
}

/// A file from anywhere through one codec: safe, with a sentence if it is refused, and always the same.
inline int readSafely(const char *word, const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    const formats::Codec *codec = formats::codecNamed(word);
    if (!codec)
        std::abort();
    codec->recognises(text);
    const auto content = codec->read(text, QString());
    if (!content) {
        if (content.error().code != Error::Code::InvalidInput || content.error().message.isEmpty())
            std::abort();
        return 0;
    }
    QSet<QUuid> ids;
    for (const Profile &profile : content->profiles)
        ids.insert(profile.id);
    if (ids.size() != content->profiles.size() || ids.contains(QUuid()))
        std::abort();
    if (codec->write)
        writeAndReadAgain(*codec, *content);
    return 0;
}

} // namespace latchkey::fuzz
