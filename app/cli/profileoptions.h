// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "core/profile/profile.h"

#include <QCommandLineOption>
#include <QList>

namespace latchkey::cli {

/// The options of "profiles add" and "profiles edit", one or a pair for each field of a profile that people set.
QList<QCommandLineOption> profileOptions();

/// Sets in `profile` what was given. An empty value puts back the default.
Result<> applyProfileOptions(Profile &profile, const Call &call);

} // namespace latchkey::cli
