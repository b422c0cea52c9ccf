// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/full/queryplan.h"

namespace latchkey::cli {

/// Runs the statements on every profile that the plan's patterns match, several at once. A profile that fails is
/// reported and stops no other; the exit code is set.
Result<> queryFleet(Call &call, const QueryPlan &plan, const QStringList &statements);

} // namespace latchkey::cli
