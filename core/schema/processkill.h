// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"
#include "core/sql/killstatements.h"

namespace latchkey::schema {

/// Tries the ways to end it one after the other while the server refuses for a lack of privileges. The error is that of the first
/// way, if the second does not exist. `ask` is called on any thread.
QFuture<Result<Ok>> killOn(const Ask &ask, quint64 connectionId, sql::KillTarget target);

} // namespace latchkey::schema
