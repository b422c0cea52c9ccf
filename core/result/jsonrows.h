// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowformat.h"

#include <string>
#include <vector>

namespace latchkey::result {

/// Objects, one a line, in an array or without one. Numbers keep every digit the server sent; of columns with the same
/// name, the later ones get "_2", "_3" behind it. A statement without rows is {"affectedRows": N, "warnings": N}. The
/// array of a result that broke off stays open.
class JsonRows final : public RowWriter
{
public:
    enum class Layout { Array, Lines };
    JsonRows(Layout layout, const RowOptions &options, ByteOutput &output);

protected:
    void appendBeginning(std::string &text, const QList<sql::Column> &columns) override;
    void appendRows(std::string &text, const sql::RowBatch &batch) override;
    void appendEnd(std::string &text, Ending ending) override;
    void appendWithoutRows(std::string &text, quint64 affected, int warnings) override;

private:
    void appendValue(std::string &text, std::string_view value, sql::ColumnType type) const;

    const Layout m_layout;
    const BinaryText m_binary;
    std::vector<std::string> m_keys; ///< quoted, with the colon
    std::vector<sql::ColumnType> m_types;
    bool m_isFirst = true;
};

} // namespace latchkey::result
