// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/exchangelog.h"

namespace latchkey {

/// Writes to stderr what AUTHENTICATION_KERBEROS_CLIENT_LOG asks for: 1 or unset nothing, 2 errors, 3 warnings too,
/// 4 notes too, 5 packets too. Empty if nothing is asked for.
gss::LogSink pluginLog();

} // namespace latchkey
