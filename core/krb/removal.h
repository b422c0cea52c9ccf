// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/kerberosservice.h"

namespace latchkey::krb {

/// The work of KerberosService::destroy().
Result<int> removeTarget(const DestroyTarget &target);

/// Removes the tickets for exactly this service, and nothing else, from one cache; gives how many there were.
Result<int> removeTickets(krb5_context context, krb5_ccache cache, krb5_const_principal service,
                          const QString &cacheName);

} // namespace latchkey::krb
