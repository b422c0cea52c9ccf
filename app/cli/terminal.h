// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace latchkey::cli {

/// What is asked at the terminal.
struct Prompt
{
    QString text; ///< printed as it is, the cursor stays behind it
    bool hidden = true; ///< the echo is off meanwhile
    bool mayBeEmpty = false;
};

/// Asks for passwords and the like, at the terminal or on standard input. Each answer is read byte by byte into memory
/// that is wiped afterwards, so nothing of it stays in a buffer of stdio or Qt. From any thread, one at a time.
class Terminal
{
public:
    /// Waiting ends with Cancelled as soon as `interruption` is readable.
    explicit Terminal(int interruption) : m_interruption(interruption) { }

    /// Asks at the controlling terminal. InvalidInput, with the question in its sentence, if there is none.
    Result<Secret> ask(const Prompt &prompt) const;
    /// Prints there, on a line of its own, what helps to answer; nothing if there is no terminal.
    void say(const QString &text) const;
    /// The next line of standard input, which must not be empty.
    Result<Secret> readStandardInput() const;
    /// The same, which may be empty; none at the end.
    Result<std::optional<Secret>> nextLine() const;

    /// Puts back what ask() changed. From any thread, at any time.
    static void restoreEcho();

private:
    Result<std::optional<Secret>> readLine(int descriptor) const;
    bool waitForInput(int descriptor) const;

    int m_interruption;
};

} // namespace latchkey::cli
