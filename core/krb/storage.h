// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/handles.h"
#include "core/krb/signin.h"
#include "core/krb/ticket.h"

namespace latchkey::krb {

/// Commits the job and moves a signed-in MEMORY cache to where its principal's tickets belong: see
/// KerberosService::signIn(). Other caches stay as they are. Gives the cache that it became. CacheUnusable if the one
/// chosen holds another principal.
Result<Cache> store(krb5_context context, MemoryCache cache, const CacheChoice &choice, Job &job);

/// Replaces what is in `target` by what is in `source`, in one step where the type can (FILE and DIR: a rename; not
/// KEYRING, nor KCM as sssd keeps it); what was the default cache stays it. `source` is gone when it worked.
Result<> move(krb5_context context, MemoryCache source, krb5_ccache target, const QString &targetName);

} // namespace latchkey::krb
