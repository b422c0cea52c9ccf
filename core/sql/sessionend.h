// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>

namespace latchkey::sql {

// Why a session is over, each a SessionLost.

Error notOpen();
/// Nothing was running; `why` is what the server or the library said.
Error lostIdle(const Error &why);
/// It ended itself, as the profile's limits say: a statement was not answered in time, or nobody used it.
Error answerOverdue(std::chrono::seconds limit);
Error closedIdle(std::chrono::seconds limit);

} // namespace latchkey::sql
