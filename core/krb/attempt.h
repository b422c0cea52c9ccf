// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/asking.h"
#include "core/krb/handles.h"
#include "core/krb/kdcdialogue.h"
#include "core/krb/krberror.h"
#include "core/krb/signin.h"

namespace latchkey::krb {

/// Whom a sign-in is for and what it works with. Everything outlives it.
struct SigningIn
{
    krb5_context context;
    krb5_principal client;
    const Subject &subject;
    Asking &asking;
    KdcDialogue &dialogue;
    QString armor{}; ///< the cache whose ticket protects each exchange; empty: none does
};

/// Gets a TGT with `proof`, which need not be the request's own, into a MEMORY cache. One AS exchange, so that a wrong
/// password counts once.
Result<MemoryCache> getTicket(const SigningIn &who, const SignInRequest &request, const Proof &proof);

/// Gets an anonymous TGT (RFC 8062, by PKINIT) of the user's realm into a MEMORY cache.
Result<MemoryCache> getAnonymousTicket(const SigningIn &who);

/// Gets a ticket for the password service, which KDCs give to an expired password too. Without `password` it is asked.
Result<> getChangeTicket(const SigningIn &who, const Secret *password, krb5_creds *ticket);

} // namespace latchkey::krb
