// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "core/result/rowformat.h"

#include <chrono>

namespace latchkey::cli {

/// What the options of "query" ask for, but for the script.
struct QueryPlan
{
    result::RowFormat format = result::RowFormat::Table;
    result::RowOptions options;
    QString output; ///< a file; empty: standard output
    quint64 maxRows = 0; ///< 0: all
    std::chrono::seconds timeout{}; ///< 0: none
    bool readOnly = false;
    bool keepGoing = false; ///< behind a statement that failed
    bool showWarnings = false;
    QStringList profiles; ///< patterns; none: the profile that is named
    int jobs = 8;
};

Result<QueryPlan> queryPlan(const Call &call);

} // namespace latchkey::cli
