// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/statementrunner.h"

#include <optional>

namespace latchkey {

class SqlEditor;

/// The statements of the selection; without one, the statement under the cursor. None: there is nothing but blanks.
QList<StatementRunner::Statement> chosenStatements(const SqlEditor &editor);
QList<StatementRunner::Statement> allStatements(const SqlEditor &editor);
/// A statement that is in no editor, limited as those of editors are.
StatementRunner::Statement statementOf(const QString &sql);

/// Where a statement stands that stood at that offset: there, or if the text has been edited since, where the same one stands
/// now.
std::optional<qsizetype> statementIn(const SqlEditor &editor, qsizetype offset, const QString &sql);

} // namespace latchkey
