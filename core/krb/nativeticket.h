// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/ticket.h"

namespace latchkey::krb {

/// What is the same in `similar`, another one of the cache, takes no memory of its own.
Ticket fromNative(krb5_context context, const krb5_creds &creds, const Ticket &similar = {});

/// For credentials that krb5_is_config_principal() is true of: they carry what libkrb5 noted, not a ticket.
ConfigurationEntry configurationFrom(const krb5_creds &creds);

/// What Ticket::id is of these.
QByteArray idOf(const krb5_creds &creds);

} // namespace latchkey::krb
