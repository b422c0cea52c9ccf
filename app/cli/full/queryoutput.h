// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/full/queryplan.h"
#include "core/result/exportfile.h"

#include <memory>

namespace latchkey::cli {

/// Where a query's rows go: standard output, or a file that is complete or not under its name.
class QueryOutput
{
public:
    static Result<QueryOutput> open(const QueryPlan &plan, Output &standard);

    const std::shared_ptr<result::RowWriter> &writer() const { return m_writer; }

    /// The run has ended so: puts the file in its place, or leaves what there is beside it and says so. Gives what is to be
    /// reported.
    Result<> settle(Result<> outcome);

private:
    std::shared_ptr<result::ExportFile> m_file; ///< none: standard output
    std::shared_ptr<result::RowWriter> m_writer;
};

} // namespace latchkey::cli
