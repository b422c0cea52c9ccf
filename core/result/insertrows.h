// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowformat.h"

#include <vector>

namespace latchkey::result {

/// INSERT statements of many rows that mean the same in every sql_mode and pass through the mysql client unharmed: names
/// in backquotes; texts in single quotes, but as _utf8mb4 0x… where a backslash, a NUL, a carriage return or a ^Z is in
/// them; bytes as 0x…. The last statement of a result that broke off stays open.
class InsertRows final : public RowWriter
{
public:
    InsertRows(const RowOptions &options, ByteOutput &output) : RowWriter(output), m_options(options) { }

protected:
    void appendBeginning(std::string &text, const QList<sql::Column> &columns) override;
    void appendRows(std::string &text, const sql::RowBatch &batch) override;
    void appendEnd(std::string &text, Ending ending) override;

private:
    void appendValues(std::string &text, const sql::RowBatch &batch, int row) const;

    const RowOptions m_options;
    std::string m_head; ///< up to VALUES
    std::vector<sql::ColumnType> m_types;
    std::string m_values; ///< of the row that is being written
    std::size_t m_statement = 0; ///< bytes of the statement that is open; 0: none
};

} // namespace latchkey::result
