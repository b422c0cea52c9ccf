// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "core/profile/profile.h"

#include <QCommandLineOption>
#include <QList>

namespace latchkey::cli {

/// The options of "profiles add" and "profiles edit", one or a pair for each field of a profile that people set.
QList<QCommandLineOption> profileOptions();

/// "--inherit OPTION" of "profiles edit".
QCommandLineOption inheritOption();

/// Sets in `profile` what was given. An empty value puts back the default, whatever its folder says.
Result<> applyProfileOptions(Profile &profile, const Call &call);

/// Gives `profile` what `inherited`, its folder, says of each option that "--inherit" names.
Result<> applyInheriting(Profile &profile, const Profile &inherited, const Call &call);

} // namespace latchkey::cli
