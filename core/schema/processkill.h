// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

namespace latchkey::schema {

enum class KillTarget { Query, Connection };

/// The ways to end it, to be tried in this order: KILL, and what Amazon RDS and Aurora have for who may not use it. Pure.
QStringList killStatements(quint64 connectionId, KillTarget target);

/// Tries them one after the other while the server refuses for a lack of privileges. The error is that of the first
/// way, if the second does not exist. `ask` is called on any thread.
QFuture<Result<Ok>> killOn(const Ask &ask, quint64 connectionId, KillTarget target);

} // namespace latchkey::schema
