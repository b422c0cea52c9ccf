// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/principal.h"

namespace latchkey::krb {

Principal fromNative(krb5_const_principal principal);

/// InvalidInput if libkrb5 does not take it for a principal.
Result<PrincipalHandle> toNative(krb5_context context, const Principal &principal);

} // namespace latchkey::krb
