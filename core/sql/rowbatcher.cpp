// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/rowbatcher.h"

#include <utility>

namespace latchkey::sql {

namespace {

constexpr int mostRows = 1000;
constexpr std::size_t mostBytes = 64 * 1024;
constexpr std::chrono::milliseconds longestHold{33}; // a longer one can be seen

} // namespace

int RowBatcher::room() const
{
    return m_batch.bytes() >= mostBytes ? 0 : mostRows - m_batch.rows();
}

void RowBatcher::rowAdded()
{
    const bool isFull = m_batch.rows() >= mostRows || m_batch.bytes() >= mostBytes;
    if (isFull || std::chrono::steady_clock::now() - m_flushed >= longestHold)
        flush();
}

void RowBatcher::flush()
{
    m_flushed = std::chrono::steady_clock::now();
    if (m_batch.rows() > 0)
        m_receiver(std::exchange(m_batch, RowBatch(m_columns)));
}

} // namespace latchkey::sql
