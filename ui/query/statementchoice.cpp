// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/statementchoice.h"

#include "core/script/statementsplitter.h"
#include "ui/sqleditor.h"

namespace latchkey {

namespace {

constexpr quint64 defaultRowLimit = 10'000;

/// `delimiter` is the one in force where the script begins.
QList<StatementRunner::Statement> statementsIn(const QString &script, qsizetype offset,
                                               const QString &delimiter)
{
    QList<StatementRunner::Statement> statements;
    for (const script::ScriptPiece &piece : script::splitScript(script, delimiter))
        if (!piece.isBlank())
            statements.append({piece.sql(script).toString(), offset + piece.sqlBegin, {defaultRowLimit}});
    return statements;
}

} // namespace

QList<StatementRunner::Statement> chosenStatements(const SqlEditor &editor)
{
    const QString selected = editor.selectedText();
    if (!selected.trimmed().isEmpty())
        return statementsIn(selected, editor.selectionBegin(),
                            script::delimiterAt(editor.text(), editor.selectionBegin()));
    const QString script = editor.text();
    const auto piece = script::statementAt(script, editor.cursor());
    if (!piece)
        return {};
    return {{piece->sql(script).toString(), piece->sqlBegin, {defaultRowLimit}}};
}

QList<StatementRunner::Statement> allStatements(const SqlEditor &editor)
{
    return statementsIn(editor.text(), 0, QStringLiteral(";"));
}

StatementRunner::Statement statementOf(const QString &sql)
{
    return {sql, 0, {defaultRowLimit}};
}

void selectStatement(SqlEditor &editor, qsizetype offset, const QString &sql)
{
    const QString script = editor.text();
    const qsizetype begin = QStringView(script).mid(offset).startsWith(sql) ? offset : script.indexOf(sql);
    if (begin >= 0)
        editor.select(begin, begin + sql.size());
}

int lineAt(const SqlEditor &editor, qsizetype offset)
{
    return static_cast<int>(editor.text().left(offset).count(u'\n')) + 1;
}

} // namespace latchkey
