// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace latchkey::formats {

/// A simple command as a POSIX shell takes it apart (XCU 2.2 and 2.3), without ever expanding anything.
struct ShellCommand
{
    std::vector<QString> words;
    qsizetype line = 0; ///< of its first word, from 1
    QByteArrayView comment; ///< the whole line of the last comment before it
    bool needsShell = false; ///< a word holds a variable or another command's output
    bool isUnclosed = false; ///< a quote does not end
};

/// Takes UTF-8 text apart. Redirections are left out, and so are commands beyond a limit; the text must outlive the
/// commands.
std::vector<ShellCommand> shellCommands(QByteArrayView text);

/// A word so that every POSIX shell reads it as it is.
QByteArray shellQuoted(const QByteArray &word);

} // namespace latchkey::formats
