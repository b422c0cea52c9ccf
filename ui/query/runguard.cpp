// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/runguard.h"

#include "core/script/beginning.h"
#include "ui/sessionlog.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

constexpr int mostAsked = 5; // statements named in a question
constexpr int shownStatement = 200; // characters

struct Guarding
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::RunGuard)
};

QString described(const WritingStatement &statement)
{
    const QString sql = script::beginningOf(statement.sql, shownStatement);
    if (!statement.rows)
        return sql;
    return Guarding::tr("%1\n→ %2 now").arg(sql, rowCountText(*statement.rows));
}

} // namespace

QList<WritingStatement> writingStatements(const QList<StatementRunner::Statement> &statements)
{
    QList<WritingStatement> writing;
    for (const StatementRunner::Statement &statement : statements) {
        const script::Classification found = script::classify(statement.sql);
        if (found.mayWrite)
            writing.append({statement.sql, found.dangers, {}});
    }
    return writing;
}

QString dangerText(script::Danger danger)
{
    using enum script::Danger;
    switch (danger) {
    case AllRows:
        return Guarding::tr("It has no condition: every row of the table is changed or deleted.");
    case DropDatabase:
        return Guarding::tr("A whole database is dropped.");
    case DropTable:
        return Guarding::tr("A table is dropped, with its rows.");
    case DropColumn:
        return Guarding::tr("A column is dropped, with its values.");
    case DropPartition:
        return Guarding::tr("A partition is dropped, with its rows.");
    case DropAccount:
        return Guarding::tr("An account or a role is dropped.");
    case Truncate:
        return Guarding::tr("All rows are removed, and no rollback brings them back.");
    case SetGlobal:
        return Guarding::tr("A setting of the whole server is changed.");
    case Flush:
        return Guarding::tr("FLUSH can make every session wait.");
    case Kill:
        return Guarding::tr("Somebody’s statement or session is ended.");
    case Shutdown:
        return Guarding::tr("The server is shut down.");
    case GrantAll:
        return Guarding::tr("All privileges are granted.");
    case PurgeLogs:
        return Guarding::tr("Binary logs or a replica’s position are lost.");
    case StopReplication:
        return Guarding::tr("Replication is stopped.");
    case Unlogged:
        return Guarding::tr("The binary log is left out, so that replicas will differ.");
    }
    Q_UNREACHABLE();
}

QString refusalText(const WritingStatement &statement)
{
    return Guarding::tr(
               "Nothing was sent, because this profile is read-only and the statement may write: “%1”. "
               "Use a profile that may write, or change this one.")
        .arg(script::beginningOf(statement.sql, shownStatement));
}

Question runQuestion(const RunGuard &guard, const QList<WritingStatement> &writing)
{
    QStringList parts;
    for (const WritingStatement &statement : writing)
        for (const script::Danger danger : statement.dangers)
            if (const QString text = u"⚠ "_qs + dangerText(danger); !parts.contains(text))
                parts.append(text);
    for (const WritingStatement &statement : writing.mid(0, mostAsked))
        parts.append(described(statement));
    const auto left = static_cast<int>(writing.size()) - mostAsked;
    if (left > 0)
        parts.append(Guarding::tr("… and %n more.", nullptr, left));
    Question question;
    question.title = guard.production ? Guarding::tr("Production") : Guarding::tr("Statements that write");
    question.text =
        Guarding::tr("Run %n statement(s) that may write on %1?", nullptr, static_cast<int>(writing.size()))
            .arg(guard.server);
    question.explanation = parts.join(u"\n\n"_qs);
    question.verb = guard.production ? Guarding::tr("Run on production") : Guarding::tr("Run");
    question.destructive = true;
    return question;
}

} // namespace latchkey
