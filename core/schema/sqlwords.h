// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

namespace latchkey::schema {

/// The words of MySQL 8 and MariaDB that one types in statements, in upper case, sorted. Of both: what one of them alone
/// knows is offered too.
const QStringList &keywords();

/// Names of built-in functions of MySQL 8 and MariaDB, in upper case, sorted, without parentheses.
const QStringList &functions();

/// Whether MySQL 8 or MariaDB reserves the word, so that as a name it wants backticks.
bool isReserved(const QString &word);

} // namespace latchkey::schema
