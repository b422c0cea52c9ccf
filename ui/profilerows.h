// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/readiness.h"
#include "core/profile/profile.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace latchkey {

/// The row's words about a readiness: "Works as alice@CORP until 17:20"; realms by their first label. Pure.
QString readinessText(const Readiness &readiness, const Profile &profile, Instant now);

/// What a folder's row shows for `role`.
QVariant folderData(const QString &label, int role);

/// What a profile's row shows for `role`; without readiness, where it leads.
QVariant profileData(const Profile &profile, const std::optional<Readiness> &readiness, Instant now,
                     int role);

/// What the filter looks at, case folded.
QString searchText(const Profile &profile);

} // namespace latchkey
