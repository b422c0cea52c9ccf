// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/world.h"

#include <QStringList>

namespace latchkey::sandbox {

/// Exit codes, besides those of the command that `run` runs.
enum ExitCode { Success = 0, Failure = 1, Usage = 2, CommandNotFound = 127 };

/// Starts a sandbox, says what it offers, and keeps it until asked to end.
int up(const WorldOptions &options);
/// Runs a command inside a fresh sandbox; forwards to it the signals that ask to end; gives its exit code.
int run(const WorldOptions &options, const QStringList &command);
/// Ends the sandbox of `folder`; of an empty name: the one this program runs inside, else the only one there is.
int down(const QString &folder);
/// Says what runs; Failure if nothing does.
int status(const QString &folder);
/// Prints the password of a principal of the sandbox, for piping into a sign-in.
int password(const QString &folder, const QString &principal);

/// Prints a sentence, with its details, for somebody who has to do something about it.
void complain(const Error &error);

} // namespace latchkey::sandbox
