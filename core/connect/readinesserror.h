// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/connect/readiness.h"

namespace latchkey {

/// What to tell of a profile of which readiness() says, with these caches, that it does not work: NotSignedIn or
/// TicketExpired, which name the principal that has to sign in, or what is wrong with the default cache, which says more
/// than that nobody is signed in. Pure.
Error whyNotReady(const Readiness &ready, const QList<krb::Cache> &caches, CachePolicy policy);

} // namespace latchkey
