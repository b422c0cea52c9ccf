// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/readiness.h"
#include "core/profile/profiledocument.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace latchkey {

/// The row's words about a readiness: "Works as alice@CORP until 17:20"; realms by their first label. Pure.
QString readinessText(const Readiness &readiness, const Profile &profile, Instant now);

/// What a folder's row shows for `role`.
/// `folder`: nullptr if it says nothing.
QVariant folderData(const QString &label, const Folder *folder, int role);

/// What a profile's row shows for `role`; without readiness, where it leads.
QVariant profileData(const Profile &profile, const std::optional<Readiness> &readiness, Instant now,
                     int role);

} // namespace latchkey
