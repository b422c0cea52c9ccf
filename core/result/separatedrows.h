// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowformat.h"

#include <vector>

namespace latchkey::result {

/// Values with a separator between them, a row a line: TSV and CSV.
class SeparatedRows final : public RowWriter
{
public:
    enum class Dialect { Tsv, Csv };
    SeparatedRows(Dialect dialect, const RowOptions &options, ByteOutput &output);

protected:
    void appendBeginning(std::string &text, const QList<sql::Column> &columns) override;
    void appendRows(std::string &text, const sql::RowBatch &batch) override;
    void appendEnd(std::string &, Ending) override { }

private:
    enum class Care { Plain, Text, Bytes };
    void appendCell(std::string &text, std::string_view value, Care care) const;
    void appendText(std::string &text, std::string_view value) const;
    void endLine(std::string &text) const;

    const Dialect m_dialect;
    const RowOptions m_options;
    const std::string m_null;
    const BinaryText m_binary;
    std::vector<Care> m_cares; ///< of each column
    bool m_isMarked = false; ///< the byte order mark has been written
};

} // namespace latchkey::result
