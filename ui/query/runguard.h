// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/classify.h"
#include "ui/questions.h"
#include "ui/statementrunner.h"

#include <optional>

namespace latchkey {

/// What stands between a statement and the server.
struct RunGuard
{
    QString server; ///< as people know it, for the question
    bool asks = false; ///< before statements that may write
    bool readOnly = false; ///< refuse them
    bool production = false; ///< what the question calls the server
};

/// A statement of a run that may write.
struct WritingStatement
{
    QString sql;
    QList<script::Danger> dangers;
    std::optional<quint64> rows; ///< that it would touch, as far as the server could say in time
};

/// Those of the statements that may write, in their order. Pure, and so is all of this.
QList<WritingStatement> writingStatements(const QList<StatementRunner::Statement> &statements);

/// "Deletes or changes every row of the table", a sentence for people.
QString dangerText(script::Danger danger);

/// Why a read-only profile sends nothing.
QString refusalText(const WritingStatement &statement);

/// Dangers first, then what would be run and how many rows that is.
Question runQuestion(const RunGuard &guard, const QList<WritingStatement> &writing);

} // namespace latchkey
