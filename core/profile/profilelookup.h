// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QList>

namespace latchkey {

/// A profile by its path as splitPath() reads it (of several, the first), else by the bare name if only one has it; NotFound
/// says which come close. Pure.
Result<Profile> findByPath(const QList<Profile> &profiles, const QString &path);

} // namespace latchkey
