// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QJsonObject>

#include <span>
#include <string_view>

/// What of a catalogue's profile is the user's own business, and goes on being so when the catalogue changes. Pure.
namespace latchkey::personal {

/// Keys (see profilefields.h): whose ticket, which account, the pinned SPN, and how it looks.
std::span<const std::string_view> fields();

/// Where `edited` differs from the profile as published, as files have it. InvalidInput if something differs that is the
/// catalogue's.
Result<QJsonObject> difference(const Profile &edited, const Profile &published);

/// Gives the profile these values. What is no personal field, or no value for it, counts for nothing.
void apply(Profile &profile, const QJsonObject &values);

} // namespace latchkey::personal
