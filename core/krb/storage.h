// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/handles.h"
#include "core/krb/signin.h"
#include "core/krb/ticket.h"

namespace latchkey::krb {

/// What becomes of a sign-in.
struct Storing
{
    CacheChoice choice;
    QString config; ///< the krb5.conf of its own, which is noted with the tickets; empty: none
};

/// Commits the job and moves a signed-in MEMORY cache to where its principal's tickets belong: see
/// KerberosService::signIn(). Other caches stay as they are. Gives the cache that it became. CacheUnusable if the one
/// chosen holds another principal.
Result<Cache> store(krb5_context context, MemoryCache cache, const Storing &how, Job &job);

/// Replaces what is in `target` by what is in `source`: in one step where the type can (FILE and DIR), else so that no
/// moment has neither the old nor the new ticket of the same principal, if the type lets tickets go one by one (KEYRING;
/// KCM as sssd keeps it only while no ticket must go). What was the default cache stays it.
Result<> move(krb5_context context, MemoryCache source, krb5_ccache target, const QString &targetName);

} // namespace latchkey::krb
