// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/statementchoice.h"

#include "core/script/statementsplitter.h"
#include "ui/sqleditor.h"

namespace latchkey {

namespace {

constexpr quint64 defaultRowLimit = 10'000;

int linesIn(QStringView text)
{
    return static_cast<int>(text.count(u'\n'));
}

/// `before` is what stands in the editor before the script, `delimiter` the one in force where it begins.
QList<StatementRunner::Statement> statementsIn(const QString &script, QStringView before,
                                               const QString &delimiter)
{
    QList<StatementRunner::Statement> statements;
    int line = linesIn(before) + 1;
    qsizetype counted = 0;
    for (const script::ScriptPiece &piece : script::splitScript(script, delimiter)) {
        if (piece.isBlank())
            continue;
        line += linesIn(QStringView(script).sliced(counted, piece.sqlBegin - counted));
        counted = piece.sqlBegin;
        statements.append(
            {piece.sql(script).toString(), before.size() + piece.sqlBegin, {defaultRowLimit}, line});
    }
    return statements;
}

} // namespace

QList<StatementRunner::Statement> chosenStatements(const SqlEditor &editor)
{
    const QString selected = editor.selectedText();
    const QString script = editor.text();
    if (!selected.trimmed().isEmpty())
        return statementsIn(selected, QStringView(script).first(editor.selectionBegin()),
                            script::delimiterAt(script, editor.selectionBegin()));
    const auto piece = script::statementAt(script, editor.cursor());
    if (!piece)
        return {};
    const int line = linesIn(QStringView(script).first(piece->sqlBegin)) + 1;
    return {{piece->sql(script).toString(), piece->sqlBegin, {defaultRowLimit}, line}};
}

QList<StatementRunner::Statement> allStatements(const SqlEditor &editor)
{
    return statementsIn(editor.text(), {}, QStringLiteral(";"));
}

StatementRunner::Statement statementOf(const QString &sql)
{
    return {sql, 0, {defaultRowLimit}};
}

std::optional<qsizetype> statementIn(const SqlEditor &editor, qsizetype offset, const QString &sql)
{
    const QString script = editor.text();
    if (QStringView(script).mid(offset).startsWith(sql))
        return offset;
    const qsizetype elsewhere = script.indexOf(sql);
    return elsewhere >= 0 ? std::optional(elsewhere) : std::nullopt;
}

} // namespace latchkey
