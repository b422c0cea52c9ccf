// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/checkedjsonwriter.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profile.h"

#include <QJsonValue>

#include <chrono>
#include <span>
#include <string_view>
#include <vector>

namespace latchkey {

inline constexpr qsizetype maxFolderDepth = 64;
inline constexpr std::chrono::seconds maxTimeout{7 * 24 * 60 * 60};

/// One member of a profile: how files call it, and what can be done with it without knowing what it is.
struct ProfileField
{
    std::string_view key; ///< as in files
    bool isInherited; ///< a folder can say it for what is in it
    void (*read)(JsonReader &, Profile &); ///< untrusted; fails the reader with a clause
    QJsonValue (*write)(const Profile &);
    void (*append)(CheckedJsonWriter &, const Profile &); ///< what write() gives, without the detour
    bool (*same)(const Profile &, const Profile &);
    void (*copy)(Profile &to, const Profile &from);

    constexpr QLatin1String name() const
    {
        return {key.data(), static_cast<qsizetype>(key.size())};
    } ///< the key
};

/// Every field but `unknown`, in the order in which they are shown.
std::span<const ProfileField> profileFields();
/// The same by key, which is how files have them.
std::span<const ProfileField *const> profileFieldsByKey();
/// nullptr if a file's key is unknown here.
const ProfileField *profileField(std::string_view key);

/// New values for some fields; a value itself, so it can be applied on any thread.
struct ProfileChange
{
    std::vector<const ProfileField *> fields;
    Profile values; ///< the others count for nothing

    void applyTo(Profile &profile) const;
};

/// Moves what `profile` inherits from one folder's settings to another's: each inherited field that has the value in
/// `before` gets that in `after`.
void inheritAnew(Profile &profile, const Profile &before, const Profile &after);

} // namespace latchkey
