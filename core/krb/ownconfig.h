// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/signin.h"
#include "core/krb/ticket.h"

struct _krb5_context;
struct _krb5_ccache;

// The krb5.conf of its own that a sign-in was made with. It is noted in the cache (a configuration entry, which other
// programs leave alone and which renewing keeps), so that renewing, signing in again and changing the password go by
// it too.
namespace latchkey::krb {

/// Empty: the usual ones alone. So it is for a cache file of somebody else's: a krb5.conf says where passwords are sent, and what
/// libkrb5 loads.
QString notedConfig(const Cache &cache);

/// What to say of a noted krb5.conf that cannot be read (any more): the usual ones go for the cache then. Else empty. Looks
/// at the file.
QString configRemark(const Cache &cache);

/// What to begin a Context with for the cache: the noted one, if it can be read.
QString usableConfig(const Cache &cache);

/// The same for a sign-in that names no krb5.conf, of the cache that it goes to, if that holds the principal already. Blocks.
QString configOfEarlierSignIn(const QString &principal, const CacheChoice &choice);

/// Gives libkrb5's code.
int noteConfig(_krb5_context *context, _krb5_ccache *cache, const QString &config);

} // namespace latchkey::krb
