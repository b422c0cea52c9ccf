// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QSet>
#include <QUuid>

#include <optional>

namespace latchkey::history {

/// For so long the texts of a removed profile stay: it may come back, by an undo or from an earlier version.
inline constexpr std::chrono::days keptWithoutOwner{30};

/// What is to become of the drafts of one profile.
enum class OrphanStep {
    Keep,
    Mark, ///< the profile is missing for the first time
    Unmark, ///< it is back
    Remove,
};

/// `missingSince`: when it was marked. Pure.
OrphanStep orphanStep(bool hasOwner, std::optional<Instant> missingSince, Instant now);

/// Blocking: marks, unmarks and removes below `folder`, which has a folder for each profile. Texts that a session or another
/// program holds stay, and so does whatever cannot be read.
void tidyOrphans(const QString &folder, const QSet<QUuid> &owners, Instant now);

} // namespace latchkey::history
