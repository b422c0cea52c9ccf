// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

namespace latchkey {

/// Statements as they are typed: a script, each ended by a semicolon, or by a delimiter of its own if it has semicolons inside.
/// Pure.
QString statementText(const QStringList &statements);

/// The other way round: whole statements, however many lines they have, with their comments.
QStringList statementsIn(const QString &text);

} // namespace latchkey
