// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

#include <chrono>
#include <functional>

namespace latchkey::sql {

/// Collects rows and hands them on: the first one alone, then by number, size and age.
class RowBatcher
{
public:
    using Receiver = std::function<void(RowBatch)>;
    RowBatcher(int columns, Receiver receiver)
        : m_columns(columns), m_receiver(std::move(receiver)), m_batch(columns)
    { }

    /// Where the next rows go; call rowAdded() behind the last one.
    RowBatch &batch() { return m_batch; }
    /// How many rows fit in before it wants to be called.
    int room() const;
    void rowAdded();
    void flush();

private:
    int m_columns;
    Receiver m_receiver;
    RowBatch m_batch;
    std::chrono::steady_clock::time_point m_flushed; ///< in the beginning long ago
};

} // namespace latchkey::sql
