// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

namespace latchkey {

class SessionTab;

/// How a session is ended by hand.
enum class SessionEnd { Close, Disconnect, Reconnect };

/// Calls `agreed` at once if nothing of the session would be lost, else once the person has agreed to stop the statement
/// that runs or to roll the transaction back.
void endAfterAsking(SessionTab &tab, SessionEnd end, std::function<void()> agreed);

} // namespace latchkey
