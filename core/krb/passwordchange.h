// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/attempt.h"

namespace latchkey::krb {

/// Proves that `old` is the password, and sets the new one. PasswordRefused with the realm's own words if it breaks
/// the policy.
Result<> changeOnce(const SigningIn &who, const Secret &old, const Secret &replacement, Job &job);

/// For an expired password: asks for a new one until the realm takes it; gives it. Without `old`, that is asked too.
Result<Secret> askAndChange(const SigningIn &who, const Secret *old, Job &job);

} // namespace latchkey::krb
