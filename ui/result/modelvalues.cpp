// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/modelvalues.h"

#include "ui/resultmodel.h"

namespace latchkey {

decltype(result::Cells::value) valuesOf(const ResultModel &model)
{
    const auto last = std::make_shared<std::optional<result::Cell>>();
    return [&model, last](qint64 row, int column) -> Result<std::optional<std::string_view>> {
        const auto cell = model.cell(static_cast<int>(row), column);
        if (!cell)
            return cell.error();
        *last = *cell;
        return (*last)->value();
    };
}

} // namespace latchkey
