// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/clientplan.h"

#include <functional>

namespace latchkey {

/// The path of a program by its name, as a shell finds it; empty: there is none.
using FindProgram = std::function<QString(const QString &name)>;

/// Looks on the disk. The plugin is looked for beside this program.
ClientPrograms findClientPrograms(const FindProgram &find);

/// A terminal's program, and what stands between it and the command that it runs.
struct Terminal
{
    QString program;
    QStringList options;

    friend bool operator==(const Terminal &, const Terminal &) = default;
};

/// `preferred`, as $TERMINAL has it (a program, perhaps with options), else the desktop's choice, else one of the usual
/// ones; nothing if none is installed. Pure but for `find`.
std::optional<Terminal> chosenTerminal(const QString &preferred, const FindProgram &find);

/// `command` as the terminal runs it, in words: a terminal goes when its program ends, so after a failure it waits for
/// Enter below `notice`, that its words can be read. Pure.
QStringList inTerminal(const Terminal &terminal, const QStringList &command, const QString &notice);

} // namespace latchkey
