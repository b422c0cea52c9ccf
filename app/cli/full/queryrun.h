// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/full/queryplan.h"
#include "core/result/rowwriter.h"
#include "core/sql/session.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace latchkey::cli {

/// What is said on standard error meanwhile.
struct Telling
{
    bool isVerbose = false; ///< how each statement ended, too
    QString prefix; ///< of each line
};

/// Runs the statements one after the other up to the first error; blocking, from any thread. Stopping `stop` cancels.
/// If the plan keeps going, errors are told, and the others run; but not once the session is lost, a transaction has ended
/// with a statement that failed, or a result has broken off.
Result<> runStatements(sql::Session &session, const QStringList &statements, const QueryPlan &plan,
                       const std::shared_ptr<result::RowReceiver> &receiver, const std::stop_token &stop,
                       const Telling &telling);

/// For servers to obey.
constexpr std::chrono::seconds killPatience{3};

/// A run has ended badly and its sessions are gone: waits, at most killPatience, until what was stopped has been killed on
/// the servers, which the end of the program would prevent.
void waitForKills();

/// What keeps a read-only run from being sent, if anything.
std::optional<Error> writingRefusal(const QStringList &statements);

} // namespace latchkey::cli
