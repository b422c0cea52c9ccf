// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/krb/handles.h"
#include "core/krb/principal.h"

#include <optional>

namespace latchkey::krb {

/// Notes in the cache when its principal's password expires: a configuration entry, which other programs leave alone
/// and which renewing keeps.
krb5_error_code notePasswordExpiry(krb5_context context, krb5_ccache cache, krb5_timestamp expires);

/// The principal has another password now: no cache says any more when the old one expires.
void forgetPasswordExpiry(krb5_context context, const Principal &principal);

/// What the note says, if this configuration entry is it.
std::optional<Instant> notedPasswordExpiry(const krb5_creds &entry);

} // namespace latchkey::krb
