// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/handshake.h"
#include "core/gss/viochannel.h"

namespace latchkey::gss {

/// libmariadb's authenticate_user() for a login that an Exchange describes. Returns CR_OK or CR_ERROR, throws nothing.
int authenticateFor(Exchange &exchange, Plugin plugin, st_plugin_vio *vio, st_mysql *mysql,
                    VioChannel::IsEncrypted isEncrypted) noexcept;

/// The same for a login that nobody has prepared (see StandaloneLogin). If the user is not named and libmariadb calls
/// before it has sent one (only if default-auth names the plugin), the default cache's principal names it.
int authenticateStandalone(Plugin plugin, st_plugin_vio *vio, st_mysql *mysql, const LogSink &log) noexcept;

} // namespace latchkey::gss
