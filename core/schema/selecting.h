// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

namespace latchkey::schema {

/// A SELECT of a table's columns, or of * if none are given, as a person would write it, a clause a line. Pure.
QString selectStatement(const QString &database, const QString &relation, const QStringList &columns);

/// The first rows of a table, in one line. Pure.
QString firstRows(const QString &database, const QString &relation);

} // namespace latchkey::schema
