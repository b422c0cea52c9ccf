// SPDX-License-Identifier: GPL-2.0-or-later
// The door to Connector/C++, which only its .cpp knows: it makes the connection and sends the statements. What it cannot tell (thread
// id, cipher, how a stream of rows ended) is asked of the libmariadb handle underneath.
#pragma once

#include "core/sql/connection.h"
#include "core/sql/sqlerror.h"

#include <variant>

namespace latchkey::sql {

/// Why no connection can be made in this process, ever; normally nothing.
std::optional<std::string> libraryProblem();

/// Blocking: connects and logs in as `exchange` says, which it fills in. No password is given to the library here.
std::variant<std::unique_ptr<Connection>, NativeError>
connectWithConnector(const ConnectOptions &options, gss::Exchange &exchange, std::shared_ptr<CutOff> cutOff);

} // namespace latchkey::sql
