// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/rowwriter.h"

namespace latchkey::result {

Result<> RowWriter::begin(const QList<sql::Column> &columns)
{
    appendBeginning(m_text, columns);
    return handOver();
}

Result<> RowWriter::rows(const sql::RowBatch &batch)
{
    appendRows(m_text, batch);
    return handOver();
}

Result<> RowWriter::finish(Ending ending)
{
    appendEnd(m_text, ending);
    return handOver();
}

Result<> RowWriter::withoutRows(quint64 affected, int warnings)
{
    appendWithoutRows(m_text, affected, warnings);
    return handOver();
}

Result<> RowWriter::handOver()
{
    if (m_text.empty())
        return Ok{};
    auto written = m_output.write(m_text);
    m_text.clear(); // its memory stays for the next batch
    return written;
}

} // namespace latchkey::result
