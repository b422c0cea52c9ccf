// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "app/cli/profileoptions.h"

#include <QJsonObject>

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

QList<QCommandLineOption> listOptions();
QList<QCommandLineOption> addOptions();

/// Loads the user's own; of a damaged file what was there before, with a word about it.
Result<> loadProfiles(Call &call);
/// A row a field, in the order of their names, but for "path", which comes first.
void printFields(const QJsonObject &fields, Call &call);
/// The user's own, then those of the catalogues. Loads them.
Result<QList<Profile>> allProfiles(Call &call);
/// The same with the folders.
Result<ProfileDocument> wholeDocument(Call &call);
/// Changes one of them: of a catalogue's profile what may be the user's own is kept. They must be loaded.
Result<Profile> changeProfile(Call &call, const QUuid &id, const std::function<void(Profile &)> &edit);
/// The profile that is named first on the command line.
Result<Profile> namedProfile(Call &call);

} // namespace latchkey::cli
