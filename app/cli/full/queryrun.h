// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/full/queryplan.h"
#include "core/result/rowwriter.h"
#include "core/sql/session.h"

#include <memory>
#include <stop_token>

namespace latchkey::cli {

/// Runs the statements one after the other up to the first error; blocking, from any thread. Stopping `stop` cancels.
/// With `isVerbose`, says how each ended.
Result<> runStatements(sql::Session &session, const QStringList &statements, const QueryPlan &plan,
                       const std::shared_ptr<result::RowReceiver> &receiver, const std::stop_token &stop,
                       bool isVerbose);

/// What keeps a read-only run from being sent, if anything.
std::optional<Error> writingRefusal(const QStringList &statements);

} // namespace latchkey::cli
