// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/krb/handles.h"

#include <QByteArray>
#include <QString>

namespace latchkey::krb {

/// Both remove tickets, and nothing else, from one cache, whatever its type, and give how many there were. In a file
/// nothing can be read of their keys afterwards.

/// The tickets for exactly this service.
Result<int> removeTickets(krb5_context context, krb5_ccache cache, krb5_const_principal service,
                          const QString &cacheName);
/// The ticket with this Ticket::id.
Result<int> removeTicket(krb5_context context, krb5_ccache cache, const QByteArray &id,
                         const QString &cacheName);

} // namespace latchkey::krb
