// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/worker.h"
#include "core/sql/connection.h"

#include <memory>
#include <mutex>
#include <optional>

namespace latchkey::sql {

/// Reads what is left of a stopped statement's answer, which is little once it has been killed, and much where it could
/// not be.
class UnwantedRows
{
public:
    explicit UnwantedRows(std::shared_ptr<CutOff> cutOff) : m_cutOff(std::move(cutOff)) { }

    /// There will be rows to read() soon: who has had enough of waiting may say so from now on.
    void expect();
    /// Blocking. After ten seconds the connection is cut instead, unless a transaction would be lost with it.
    std::optional<Error> read(Connection &connection, bool inTransaction);

    /// Somebody who waits for read() has had enough: the connection is cut if it has not ended in a second. Any thread.
    void endSoon();
    /// The connection is cut if rows are being read, or as soon as they would be. Any thread.
    void endNow();

private:
    const std::shared_ptr<CutOff> m_cutOff;
    std::mutex m_mutex;
    bool m_isReading = false; ///< or about to
    bool m_isClosing = false;
    Alarm m_enough;
};

} // namespace latchkey::sql
