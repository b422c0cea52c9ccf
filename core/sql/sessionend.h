// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <optional>

namespace latchkey::sql {

// Why a session is over, each a SessionLost; and how a statement ended that was to be stopped.

Error notOpen();
/// Nothing was running; `why` is what the server or the library said.
Error lostIdle(const Error &why);
/// It ended itself, as the profile's limits say: a statement was not answered in time, or nobody used it.
Error answerOverdue(std::chrono::seconds limit);
Error closedIdle(std::chrono::seconds limit);
/// A statement was stopped, which the server did not confirm.
Error cutWhileStopping();
/// … since no second connection could be opened for that, as `why` says.
Error cutForWantOfAnother(const Error &why);

/// What a stopped statement that may write has come to, from its own error: Cancelled if the server has stopped it, and
/// SessionLost, of which nobody knows what it did, if the connection went; `notAsked` is why the server could not even be asked.
Error stoppedWrite(const Error &error, const std::optional<Error> &notAsked);

} // namespace latchkey::sql
