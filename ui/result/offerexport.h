// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/cells.h"
#include "ui/statementrunner.h"

namespace latchkey {

class ResultGrid;
class ResultModel;

/// The rows that a model shows at this moment, in its order; they stay readable whatever it shows then.
result::Cells cellsOf(const ResultModel &model);

/// Opens the dialog that exports a grid's result, over `over`: what is written goes on when the grid goes, since the next run
/// may throw it away. The statement may be run again where `run` is something and the statement surely does not write.
void offerExport(ResultGrid &grid, const StatementRunner::Statement &statement,
                 const StatementRunner::Run &run, QWidget *over);

} // namespace latchkey
