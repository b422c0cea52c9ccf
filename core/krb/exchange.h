// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"

#include <QString>

namespace latchkey::krb {

/// What becomes of the tickets that only the old cache holds.
enum class Others { Stay, Go };

/// KEYRING and KCM (as sssd keeps it) are emptied before they are filled when a cache is moved there, for others to see,
/// and for ever if this process is killed between. But there a ticket takes the place of the one for the same service.
bool isKeptByService(const QString &cacheName);

/// Stores what is in `from` over what `to` holds for the same services, so that `to` is at no moment without a ticket that
/// both hold; then removes the others if they shall go. KRB5_CC_NOSUPP: caches of this type cannot do it, and `to` may hold
/// old and new ones beside each other. Any other code: a ticket could not be stored (a quota, the daemon) or read, and
/// nothing was removed; storing it in another way would fail as well. For caches of the same principal.
krb5_error_code exchange(krb5_context context, krb5_ccache from, krb5_ccache to, Others others);

} // namespace latchkey::krb
