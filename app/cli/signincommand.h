// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>

namespace latchkey::cli {

Result<> signIn(Call &call);

QList<QCommandLineOption> signInOptions();

} // namespace latchkey::cli
