// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace latchkey {

/// What a profile file holds.
struct ProfileDocument
{
    QList<Profile> profiles;
    QJsonObject unknown; ///< top-level members of a newer Latchkey, kept as they are

    friend bool operator==(const ProfileDocument &, const ProfileDocument &) = default;
};

/// Larger files are refused before they are read.
inline constexpr qsizetype maxProfileFile = 64 << 20;

enum class Defaults { LeaveOut, Write };

/// One profile as the file has it: flat, choices as words.
QJsonObject toJson(const Profile &profile, Defaults defaults = Defaults::LeaveOut);

/// The file's text: `"format": "latchkey-profiles"`, `"version": 1`, one object a profile, the same text for the same
/// profiles, a line a field.
QByteArray writeProfiles(const ProfileDocument &document);

/// Untrusted input. FileDamaged names the line and what is wrong there; FileInaccessible if a newer Latchkey wrote the
/// file in a version unknown here. `file` is its name, for the message.
Result<ProfileDocument> readProfiles(QByteArrayView text, const QString &file);

} // namespace latchkey
