// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/statementrunner.h"

namespace latchkey {

class SqlEditor;

/// The statements of the selection; without one, the statement under the cursor. None: there is nothing but blanks.
QList<StatementRunner::Statement> chosenStatements(const SqlEditor &editor);
QList<StatementRunner::Statement> allStatements(const SqlEditor &editor);
/// A statement that is in no editor, limited as those of editors are.
StatementRunner::Statement statementOf(const QString &sql);

/// Selects a statement where it stood, or if the text has been edited since, where the same one stands now.
void selectStatement(SqlEditor &editor, qsizetype offset, const QString &sql);

/// The line that the offset is in, from 1.
int lineAt(const SqlEditor &editor, qsizetype offset);

} // namespace latchkey
