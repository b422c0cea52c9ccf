// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

namespace latchkey::cli {

Result<> changePassword(Call &call);

} // namespace latchkey::cli
