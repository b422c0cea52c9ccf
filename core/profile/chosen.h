// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

namespace latchkey {

/// What somebody has chosen of a document: profiles, and folders with all that is in them.
struct Chosen
{
    QList<QUuid> profiles;
    QList<QStringList> folders; ///< full paths

    friend bool operator==(const Chosen &, const Chosen &) = default;
};

/// Pure; a refusal leaves the document as it was. What lies in a chosen folder goes with that folder, chosen itself or not.
namespace chosen {

/// Without what lies in another chosen folder, and each once.
Chosen outermost(const ProfileDocument &document, const Chosen &chosen);

/// Every profile that is meant, in the order of the document.
QList<QUuid> profiles(const ProfileDocument &document, const Chosen &chosen);

/// What is gone already is no obstacle; NotFound if all of it is.
Result<> remove(ProfileDocument &document, const Chosen &chosen);

/// Into the folder `target`, as folderedit::move() and profileedit::changeAll().
Result<> move(ProfileDocument &document, const Chosen &chosen, const QStringList &target);

/// Puts a copy beside each, named "orders (copy)", with new ids and without what belongs to the original alone: what it was
/// imported from and the SPN that its server has shown. NotFound if something of it is gone.
Result<> duplicate(ProfileDocument &document, const Chosen &chosen);

/// The copy of one profile, not in any document yet.
Profile copyOf(const ProfileDocument &document, const Profile &profile);

} // namespace chosen

} // namespace latchkey
