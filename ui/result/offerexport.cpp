// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/offerexport.h"

#include "core/script/classify.h"
#include "ui/result/resultexportdialog.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"

namespace latchkey {

result::Cells cellsOf(const ResultModel &model)
{
    return {model.columns(), model.rowCount(), result::valuesOf(model.shownRows())};
}

void offerExport(ResultGrid &grid, const StatementRunner::Statement &statement,
                 const StatementRunner::Run &run, QWidget *over)
{
    const result::Cells here = cellsOf(grid.model());
    const bool mayRunAgain = run && script::classify(statement.sql).mayBeRunAgain();
    auto *dialog = new ResultExportDialog(
        {here, grid.missing(), statement.sql, mayRunAgain ? run : StatementRunner::Run()}, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace latchkey
