// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"

#include <QCommandLineOption>

namespace latchkey::cli {

Error nobodySignedIn();
/// The cache that programs use when none is named.
Result<krb::Cache> defaultCache(Call &call);
/// Says who is signed in now, until when and where.
void report(const krb::Cache &cache, Call &call);

Result<> listTickets(Call &call);
Result<> renew(Call &call);
Result<> destroy(Call &call);
Result<> switchTo(Call &call);

QList<QCommandLineOption> ticketsOptions();
QList<QCommandLineOption> renewOptions();
QList<QCommandLineOption> destroyOptions();

} // namespace latchkey::cli
