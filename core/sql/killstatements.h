// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

namespace latchkey::sql {

enum class KillTarget { Query, Connection };

/// The ways to end it, two, to be tried in this order: KILL, and what Amazon RDS and Aurora have for who may not use it.
/// Pure.
QStringList killStatements(quint64 connectionId, KillTarget target);

} // namespace latchkey::sql
