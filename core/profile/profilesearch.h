// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QList>
#include <QString>

namespace latchkey {

/// The profile that a person means: by path as splitPath() reads it, else by the bare name if only one profile has it.
/// NotFound says which come close, or which ones could be meant.
Result<Profile> findProfile(const QList<Profile> &profiles, const QString &path);

} // namespace latchkey
