// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// DBeaver's data-sources.json. (credentials-config.json, which is beside it, is nobody's to read.) Settings of a
/// connection that have no equal here, and all of krb5.*, are kept in Profile::foreign["dbeaver"] and written again:
/// "connection", "configuration", "properties", "authentication" and "handlers", each as in the file. A folder whose name
/// DBeaver cannot hold is told in members of Latchkey's own, which DBeaver keeps of connections.
extern const Codec dbeaver;

} // namespace latchkey::formats
