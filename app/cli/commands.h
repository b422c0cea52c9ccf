// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>
#include <QList>
#include <QStringList>

#include <span>

namespace latchkey::cli {

/// One thing that the program can do.
struct Command
{
    const char *name; ///< its words, "profiles add"
    const char *synopsis; ///< what comes behind them
    QString (*summary)();
    QList<QCommandLineOption> (*options)();
    qsizetype leastNames;
    qsizetype mostNames;
    Result<> (*run)(Call &call);
};

/// What every command understands: --json, --verbose, --help.
QList<QCommandLineOption> commonOptions();

std::span<const Command> commands();

/// The command whose words `words` begins with; they are taken off. nullptr if there is none.
const Command *takeCommand(QStringList &words);

/// What --help prints: of one command, or of the program.
QString help(const Command &command);
QString overview();

} // namespace latchkey::cli
