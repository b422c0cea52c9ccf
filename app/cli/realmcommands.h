// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>

namespace latchkey::cli {

Result<> showRealms(Call &call);
/// Fails with the code of the worst finding if there is an error among them.
Result<> checkRealms(Call &call);
Result<> changeOverlay(Call &call);

QList<QCommandLineOption> checkRealmsOptions();
QList<QCommandLineOption> overlayOptions();

} // namespace latchkey::cli
