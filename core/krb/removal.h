// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"

namespace latchkey::krb {

/// The work of KerberosService::destroy().
Result<int> removeTarget(const DestroyTarget &target);

} // namespace latchkey::krb
