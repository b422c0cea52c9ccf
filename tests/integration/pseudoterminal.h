// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace latchkey::test {

/// A terminal for a program of a test: the keys, and what is shown.
class PseudoTerminal
{
public:
    explicit PseudoTerminal(unsigned short columns = 100, unsigned short rows = 30);
    ~PseudoTerminal();
    PseudoTerminal(const PseudoTerminal &) = delete;
    PseudoTerminal &operator=(const PseudoTerminal &) = delete;

    /// For CliRunner::start(): the program's controlling terminal, in a session of its own.
    std::function<void()> controlling() const;
    /// The same, and standard output goes there.
    std::function<void()> withOutput() const;

    void type(const QByteArray &keys) const;
    bool isEchoing() const;
    /// Everything so far.
    QByteArray shown();
    /// Waits until `text` is shown behind what the last call has found.
    bool waitFor(const QString &text);
    /// The same, for a question whose answer is not shown.
    bool waitForHidden(const QString &question);

private:
    int m_program = -1; ///< the program's end
    int m_person = -1;
    QByteArray m_shown;
    qsizetype m_found = 0;
};

} // namespace latchkey::test
