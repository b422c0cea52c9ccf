// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace latchkey::cli {

/// Asks for passwords, at the terminal or on standard input. Each answer is read byte by byte into memory that is
/// wiped afterwards, so nothing of it stays in a buffer of stdio or Qt.
class Terminal
{
public:
    /// Waiting ends with Cancelled as soon as `interruption` is readable.
    explicit Terminal(int interruption) : m_interruption(interruption) { }

    /// Asks at the controlling terminal with the echo off. InvalidInput if there is none.
    Result<Secret> ask(const QString &prompt) const;
    /// The first line of standard input.
    Result<Secret> readStandardInput() const;

    /// Puts back what ask() changed. From any thread, at any time.
    static void restoreEcho();

private:
    Result<Secret> readLine(int descriptor) const;
    bool waitForInput(int descriptor) const;

    int m_interruption;
};

} // namespace latchkey::cli
