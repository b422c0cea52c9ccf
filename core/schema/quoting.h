// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::schema {

/// The name in backticks, which mean an identifier whatever sql_mode says.
QString quoted(const QString &name);
/// `database`.`name`, or the name alone if no database is given.
QString quoted(const QString &database, const QString &name);

/// As a person would write it: in backticks only if it must be, because of its signs or because it is a keyword.
QString written(const QString &name);

/// A text that no quote or backslash can leave, whatever sql_mode says of them.
QString literal(const QString &text);

} // namespace latchkey::schema
