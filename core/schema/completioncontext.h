// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace latchkey::schema {

/// A table as a statement names it.
struct SourceTable
{
    QString database; ///< empty: the session's
    QString relation; ///< empty: a subquery
    QString alias; ///< empty: none
    QStringList columns; ///< of a subquery or a WITH: as its select list names them

    bool isDerived() const { return relation.isEmpty() || !columns.isEmpty(); }
    /// What stands before the dot of its columns.
    QString handle() const { return alias.isEmpty() ? relation : alias; }

    friend bool operator==(const SourceTable &, const SourceTable &) = default;
};

/// What may be written at a place of a script.
struct CompletionContext
{
    enum class Expects {
        Nothing, ///< inside a string, a comment, a number or a variable
        Expression, ///< columns, functions, keywords
        Relations, ///< tables, views, and databases in front of them
        Databases,
        Routines,
        Member, ///< what belongs to `qualifier`
    };

    Expects expects = Expects::Nothing;
    qsizetype begin = 0; ///< of what has been typed of the word, its backtick included
    QString typed; ///< without the backtick
    bool isQuoted = false; ///< a backtick has been typed
    QStringList qualifier; ///< names before the dots, outermost first
    QList<SourceTable> sources; ///< that can be named there: of this query and of those around it
    QStringList withNames; ///< tables that the statement defines itself

    friend bool operator==(const CompletionContext &, const CompletionContext &) = default;
};

/// Reads the statement that the cursor is in, also what follows the cursor; it may be unfinished. Offsets count UTF-16
/// units. Pure, linear in the script's length.
CompletionContext completionAt(QStringView script, qsizetype cursor);

} // namespace latchkey::schema
