// SPDX-License-Identifier: GPL-2.0-or-later
// Results made by hand, and what writers make of them.
#pragma once

#include "core/result/rowformat.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace latchkey::test {

using Field = std::optional<std::string>;

inline sql::Column column(const char *name, sql::ColumnType type = sql::ColumnType::Text,
                          const char *table = "t")
{
    return {QString::fromUtf8(name), QString::fromUtf8(table), type, {}, true};
}

/// Rows one after the other.
inline sql::RowBatch batchOf(int columns, const std::vector<Field> &cells)
{
    sql::RowBatch batch(columns);
    for (const Field &cell : cells)
        batch.append(cell ? std::optional<std::string_view>(*cell) : std::nullopt);
    return batch;
}

/// One result as `format` has it.
inline QByteArray written(result::RowFormat format, const QList<sql::Column> &columns,
                          const std::vector<Field> &cells, const result::RowOptions &options = {},
                          result::Ending ending = result::Ending::Complete)
{
    result::TextOutput output;
    const auto writer = result::makeRowWriter(format, options, output);
    (void)writer->begin(columns);
    (void)writer->rows(batchOf(static_cast<int>(columns.size()), cells));
    (void)writer->finish(ending);
    return QByteArray::fromStdString(output.text());
}

} // namespace latchkey::test
