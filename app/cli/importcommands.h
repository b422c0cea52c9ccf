// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>

namespace latchkey::cli {

Result<> importConnections(Call &call);
Result<> exportConnections(Call &call);

QList<QCommandLineOption> importOptions();
QList<QCommandLineOption> exportOptions();

} // namespace latchkey::cli
