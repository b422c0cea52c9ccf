// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowformat.h"

#include <vector>

namespace latchkey::result {

/// A table as GitHub Flavored Markdown has it (section 4.10): every value shows as it is, line ends as <br>. A result
/// that broke off says so below.
class MarkdownRows final : public RowWriter
{
public:
    MarkdownRows(const RowOptions &options, ByteOutput &output)
        : RowWriter(output),
          m_binary(options.binary == BinaryText::Base64 ? BinaryText::Base64 : BinaryText::Hex)
    { }

protected:
    void appendBeginning(std::string &text, const QList<sql::Column> &columns) override;
    void appendRows(std::string &text, const sql::RowBatch &batch) override;
    void appendEnd(std::string &text, Ending ending) override;

private:
    const BinaryText m_binary;
    std::vector<sql::ColumnType> m_types;
    bool m_isFirst = true; ///< no result yet: the next one needs a line between
};

} // namespace latchkey::result
