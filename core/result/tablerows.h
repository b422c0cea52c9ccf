// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowformat.h"

#include <QStringList>

#include <vector>

namespace latchkey::result {

/// A frame of +, - and | around every value; numbers to the right. The first rows are kept back to measure them; what
/// comes later and is wider moves the columns from there on. A result that broke off gets no frame below.
class TableRows final : public RowWriter
{
public:
    TableRows(const RowOptions &options, ByteOutput &output)
        : RowWriter(output), m_withHeader(options.header),
          m_binary(options.binary == BinaryText::Base64 ? BinaryText::Base64 : BinaryText::Hex)
    { }

protected:
    void appendBeginning(std::string &text, const QList<sql::Column> &columns) override;
    void appendRows(std::string &text, const sql::RowBatch &batch) override;
    void appendEnd(std::string &text, Ending ending) override;

private:
    QString cell(const std::optional<std::string_view> &value, int column) const;
    void appendFrame(std::string &text) const;
    void appendRow(std::string &text, const QStringList &cells, bool isHeader) const;
    void appendMeasured(std::string &text);

    const bool m_withHeader;
    const BinaryText m_binary;
    QList<sql::Column> m_columns;
    std::vector<int> m_widths;
    QList<QStringList> m_rows; ///< kept back
    std::size_t m_keptBytes = 0;
    bool m_isMeasured = false;
    bool m_isEmpty = true;
};

} // namespace latchkey::result
