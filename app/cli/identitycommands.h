// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>

namespace latchkey::cli {

Result<> listTickets(Call &call);
Result<> signIn(Call &call);
Result<> renew(Call &call);
Result<> destroy(Call &call);
Result<> switchTo(Call &call);

QList<QCommandLineOption> ticketsOptions();
QList<QCommandLineOption> signInOptions();
QList<QCommandLineOption> renewOptions();
QList<QCommandLineOption> destroyOptions();

} // namespace latchkey::cli
