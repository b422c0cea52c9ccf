// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "app/cli/profileoptions.h"

namespace latchkey::cli {

Result<> listProfiles(Call &call);
Result<> showProfile(Call &call);
Result<> addProfile(Call &call);
Result<> editProfile(Call &call);
Result<> removeProfiles(Call &call);
Result<> listVersions(Call &call);
Result<> restoreVersion(Call &call);

QList<QCommandLineOption> editOptions();

/// The profile that is named first on the command line.
Result<Profile> namedProfile(Call &call);

} // namespace latchkey::cli
