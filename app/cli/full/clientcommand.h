// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

namespace latchkey::cli {

/// Becomes the database's own client, connected as the profile says.
Result<> client(Call &call);

} // namespace latchkey::cli
