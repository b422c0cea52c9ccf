// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

namespace latchkey::cli {

/// The statements of -e, of each --file, and of standard input where that is asked for or nothing else is given.
/// With the values of --param. InvalidInput if there are none.
Result<QStringList> statements(const Call &call);

/// Whether statements() would read standard input.
bool readsStandardInput(const Call &call);

} // namespace latchkey::cli
