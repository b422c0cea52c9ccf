// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/principal.h"

namespace latchkey::krb {

/// Parts that are the same in `similar` take no memory of their own.
Principal fromNative(krb5_const_principal principal, const Principal &similar = {});

/// InvalidInput if libkrb5 does not take it for a principal.
Result<PrincipalHandle> toNative(krb5_context context, const Principal &principal);

} // namespace latchkey::krb
