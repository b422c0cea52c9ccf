// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/full/rowformat.h"

#include <string>
#include <vector>

namespace latchkey::cli {

/// An array of objects, one a line, written while the rows arrive. Numbers keep every digit the server sent; of columns
/// with the same name, the later ones get "_2", "_3" behind it. A statement without rows is
/// {"affectedRows": N, "warnings": N}.
class JsonRows final : public RowPrinter
{
public:
    explicit JsonRows(Output &output) : m_output(output) { }

    void begin(const QList<sql::Column> &columns) override;
    void rows(const sql::RowBatch &batch) override;
    void end() override;
    void noRows(const sql::StatementSummary &summary) override;

private:
    Output &m_output;
    std::vector<std::string> m_keys; ///< quoted, with the colon
    std::vector<sql::ColumnType> m_types;
    bool m_isFirst = true;
};

} // namespace latchkey::cli
