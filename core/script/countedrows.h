// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/sqlmode.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace latchkey::script {

/// The SELECT COUNT(*) that tells how many rows an UPDATE or DELETE of one table would touch; nothing for what is not that
/// simple (several tables, WITH, executed comments), and for what might do more than count: it assigns, locks, calls a
/// function that is none of the servers' own, or may be read in several ways. Its condition is evaluated as often as the
/// statement's would be. Pure.
std::optional<QString> countedRows(QStringView statement, SqlMode mode = {});

/// `select`, which begins with SELECT, with a limit that the server keeps by itself: MariaDB and MySQL each read their own
/// part of it, as executed comment and as hint.
QString withTimeLimit(const QString &select, int seconds);

} // namespace latchkey::script
