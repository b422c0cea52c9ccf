// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>

/// What “profiles list”, “show”, “add”, “edit” and “remove” do with --folder: to the folders, and what they hand down to the
/// profiles in them.
namespace latchkey::cli::folders {

/// --folder, which means that names are those of folders.
QCommandLineOption option();
/// --cluster and --no-cluster.
QList<QCommandLineOption> kindOptions();

Result<> list(Call &call);
Result<> show(Call &call);
Result<> add(Call &call);
Result<> edit(Call &call);
Result<> remove(Call &call);

} // namespace latchkey::cli::folders
