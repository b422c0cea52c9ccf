// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/signin.h"
#include "core/krb/ticket.h"

#include <stop_token>

namespace latchkey::krb {

/// The work of KerberosService::signIn(). `stop` is the job's.
Result<Cache> logIn(const SignInRequest &request, Job &job, std::stop_token stop);

/// The work of KerberosService::changePassword().
Result<> changePassword(const QString &principal, const Secret &old, const Secret &replacement, Job &job);

} // namespace latchkey::krb
