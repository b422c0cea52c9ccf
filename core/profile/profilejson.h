// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <string_view>

namespace latchkey {

/// Larger files are refused before they are read.
inline constexpr qsizetype maxProfileFile = 64 << 20;

inline constexpr std::string_view profileFormat = "latchkey-profiles";
inline constexpr int profileVersion = 1; ///< of the format

/// One profile as files have it: flat, choices as words, without what it inherits.
QJsonObject toJson(const Profile &profile, const Profile &inherited = blankProfile());
/// The same with every field.
QJsonObject toWholeJson(const Profile &profile);

/// The file's text: `"format": "latchkey-profiles"`, `"version": 1`, one object a folder or profile, the same text for
/// the same document, a line a field. A field that is not there is inherited from the folder.
QByteArray writeProfiles(const ProfileDocument &document);

/// The same for saving: InvalidInput if readProfiles() would not take it again (a note of megabytes, half a character, a
/// folder that is there twice, too much in all).
Result<QByteArray> savedText(const ProfileDocument &document);

/// Untrusted input. FileDamaged names the line and what is wrong there; FileInaccessible if a newer Latchkey wrote the
/// file in a version unknown here. `file` is its name, for the message.
Result<ProfileDocument> readProfiles(QByteArrayView text, const QString &file);

/// An entry that is not as it should be.
struct BadEntry
{
    QString name; ///< or its id; empty if it says neither
    QString reason; ///< a clause in the user's language
};
/// The same, but entries that are not as they should be are left out and the others are taken: for files of other people's.
/// What is no JSON at all is an error, and so are thousands of them.
Result<ProfileDocument> readGoodProfiles(QByteArrayView text, const QString &file, QList<BadEntry> &bad);

} // namespace latchkey
