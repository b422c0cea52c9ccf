// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QList>

#include <functional>

/// What can be done to a list of profiles. Pure; a refusal leaves the list as it was.
namespace latchkey::profileedit {

/// Adds, or replaces the profile of the same id; gives it as it is now, without slips of the finger such as spaces
/// around a name. InvalidInput if it is not valid (see validation.h) or another profile has that path.
Result<Profile> put(QList<Profile> &profiles, Profile profile);

/// Applies `edit` to the profile with this id; NotFound if there is none, else as put().
Result<Profile> change(QList<Profile> &profiles, const QUuid &id, const std::function<void(Profile &)> &edit);

/// NotFound if none of them is there.
Result<> remove(QList<Profile> &profiles, const QList<QUuid> &ids);

} // namespace latchkey::profileedit
