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
    const KdcDialogue &dialogue;
};

/// Gets a TGT with `proof`, which need not be the request's own, into a MEMORY cache. One AS exchange, so that a wrong
/// password counts once.
Result<MemoryCache> getTicket(const SigningIn &who, const SignInRequest &request, const Proof &proof);

/// Gets a ticket for the password service, which KDCs give to an expired password too. Without `password` it is asked.
Result<> getChangeTicket(const SigningIn &who, const Secret *password, krb5_creds *ticket);

} // namespace latchkey::krb
