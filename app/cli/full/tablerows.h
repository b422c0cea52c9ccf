// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/full/rowformat.h"

#include <vector>

namespace latchkey::cli {

/// A frame of +, - and | around every value; numbers to the right.
class TableRows final : public RowPrinter
{
public:
    TableRows(bool withHeader, Output &output) : m_withHeader(withHeader), m_output(output) { }

    void begin(const QList<sql::Column> &columns) override;
    void rows(const sql::RowBatch &batch) override;
    void end() override;

private:
    QString cell(const std::optional<std::string_view> &value, int column) const;
    void printFrame();
    void printRow(const QStringList &cells, bool isHeader);

    bool m_withHeader;
    Output &m_output;
    QList<sql::Column> m_columns;
    std::vector<int> m_widths;
    QList<QStringList> m_rows;
};

} // namespace latchkey::cli
