// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "app/cli/profileoptions.h"

#include <functional>

namespace latchkey::cli {

Result<> listProfiles(Call &call);
Result<> showProfile(Call &call);
Result<> addProfile(Call &call);
Result<> editProfile(Call &call);
Result<> removeProfiles(Call &call);
Result<> listVersions(Call &call);
Result<> restoreVersion(Call &call);

QList<QCommandLineOption> editOptions();

/// The user's own, then those of the catalogues. Loads them.
Result<QList<Profile>> allProfiles(Call &call);
/// Changes one of them: of a catalogue's profile what may be the user's own is kept. They must be loaded.
Result<Profile> changeProfile(Call &call, const QUuid &id, const std::function<void(Profile &)> &edit);
/// The profile that is named first on the command line.
Result<Profile> namedProfile(Call &call);

} // namespace latchkey::cli
