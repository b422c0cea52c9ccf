// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "app/cli/full/databasepassword.h"
#include "core/sql/session.h"

namespace latchkey::cli {

/// Logs in; blocking, from any thread. The error says what the user can do about it.
Result<std::shared_ptr<sql::Session>> openSession(const Call &call, const Profile &profile,
                                                  const DatabasePassword &password);

/// A first verified login pins the server's SPN in the profile; says so. On the thread of `call`.
void pinSpn(Call &call, const Profile &profile, const sql::ServerInfo &info);

} // namespace latchkey::cli
