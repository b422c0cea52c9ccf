// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/krb/principal.h"

namespace latchkey::krb {

/// The work of KerberosService::makeDefault().
Result<> switchTo(const Principal &principal);

} // namespace latchkey::krb
