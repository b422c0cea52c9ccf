// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>

#include <optional>

namespace latchkey::cli {

/// The program's event loop, for a command that goes on until something ends it. At most one run in a program.
class MainLoop
{
public:
    /// Gives what end() was told, which may have been before.
    Result<> run()
    {
        if (!m_outcome)
            QCoreApplication::exec();
        return m_outcome.value_or(Ok{});
    }
    /// The first outcome counts.
    void end(Result<> outcome)
    {
        if (!m_outcome)
            m_outcome = std::move(outcome);
        QCoreApplication::quit();
    }
    bool hasEnded() const { return m_outcome.has_value(); }

private:
    std::optional<Result<>> m_outcome;
};

} // namespace latchkey::cli
