// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/kerberosservice.h"

namespace latchkey::krb {

/// The work of KerberosService::signIn().
Result<Cache> logIn(const SignInRequest &request, Job &job);

} // namespace latchkey::krb
