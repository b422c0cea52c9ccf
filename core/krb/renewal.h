// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/ticket.h"

namespace latchkey::krb {

/// The work of KerberosService::renew().
Result<Cache> renewTickets(const QString &cacheName, Job &job);

} // namespace latchkey::krb
