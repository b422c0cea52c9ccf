// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/sqlmode.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace latchkey::script {

/// One piece of a script. Offsets count UTF-16 units from the start of the script.
struct ScriptPiece
{
    qsizetype begin = 0; ///< where the piece before ends: pieces joined are the script, byte for byte
    qsizetype end = 0;
    qsizetype sqlBegin = 0; ///< first token; blanks and comments before it belong to the piece only
    qsizetype sqlEnd = 0; ///< before the delimiter, without blanks
    bool isClientCommand = false; ///< DELIMITER: obeyed by the splitter, never sent

    /// Nothing to send: only blanks and comments, or a client command.
    bool isBlank() const { return isClientCommand || sqlBegin == sqlEnd; }
    QStringView sql(QStringView script) const { return script.mid(sqlBegin, sqlEnd - sqlBegin); }

    friend bool operator==(const ScriptPiece &, const ScriptPiece &) = default;
};

/// Splits as the mysql and mariadb clients do: at the delimiter outside of strings, identifiers and comments, DELIMITER
/// at the start of a statement changing it, where "--x" is a comment, too. A comment that the server executes (/*! … */) counts as SQL and is never
/// split. What is left open at the end reaches to the end. `delimiter` is the one in force at its beginning. Pure, linear in
/// the script's length.
QList<ScriptPiece> splitScript(QStringView script, const QString &delimiter = QStringLiteral(";"),
                               SqlMode mode = {});

/// The delimiter in force at a place of the script, for splitting a part that begins there. Pure, linear.
QString delimiterAt(QStringView script, qsizetype place, SqlMode mode = {});

/// The statement that a cursor is in. Behind a delimiter and on the same line it is the one before, above a statement
/// the one below, below the last one the last; nothing if the script has no statement.
std::optional<ScriptPiece> statementAt(QStringView script, qsizetype cursor, SqlMode mode = {});

} // namespace latchkey::script
