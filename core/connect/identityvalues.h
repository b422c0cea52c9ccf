// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/placeholders.h"
#include "core/profile/profiledocument.h"

namespace latchkey {

/// As the system says; asked again when what is known is half a minute old, as krb5.conf may change. Reads files then.
/// Thread-safe.
IdentityValues identityValues();

/// A profile as it is used: with its placeholders filled in, as far as there are values.
Profile asUsed(const Profile &profile);

/// For files of other programs, which know no placeholders.
ProfileDocument asUsed(ProfileDocument document);

/// What keeps asUsed() from being used, as a sentence: a placeholder without a value.
Result<> checkUsed(const Profile &used);

} // namespace latchkey
