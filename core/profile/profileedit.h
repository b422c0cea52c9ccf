// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"
#include "core/profile/validation.h"

#include <functional>

/// What can be done to the profiles of a document. Pure; a refusal leaves the document as it was. A profile that comes to be in
/// another folder inherits there what it inherited before.
namespace latchkey::profileedit {

/// A profile for a folder, with a new id and all that it inherits there.
Profile newProfile(const ProfileDocument &document, const QStringList &folder);

/// Adds, or replaces the profile of the same id; gives it as it is now, without slips of the finger such as spaces
/// around a name. InvalidInput if it is not valid (see validation.h) or another profile has that path.
Result<Profile> put(ProfileDocument &document, Profile profile);

/// put() for many, in the time that it takes to look at each profile once. All or none; they may take each other's paths.
Result<> putAll(ProfileDocument &document, const QList<Profile> &profiles);

/// Applies `edit` to the profile with this id; NotFound if there is none, else as put(). It is applied again once the
/// profile is in another folder, so that what it says holds against what is inherited there.
Result<Profile> change(ProfileDocument &document, QUuid id, const std::function<void(Profile &)> &edit);

/// change() for many; as putAll().
Result<> changeAll(ProfileDocument &document, const QList<QUuid> &ids,
                   const std::function<void(Profile &)> &edit);

/// Takes the service name that a login at `host` has proven, unless one is pinned or the host is another by now.
void pin(Profile &profile, const QString &host, const QString &spn);

/// NotFound if none of them is there.
Result<> remove(ProfileDocument &document, const QList<QUuid> &ids);

/// What put() makes of slips of the finger: no spaces around names and hosts, and no brackets around an IPv6 address,
/// which belong to URLs only.
Profile tidied(Profile profile);
/// InvalidInput, with all that is wrong.
Error invalid(const QList<FieldProblem> &problems);

} // namespace latchkey::profileedit
