// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/statementformat.h"

#include "core/script/format.h"
#include "core/script/statementsplitter.h"
#include "ui/sqleditor.h"

namespace latchkey {

namespace {

QString formattedScript(const QString &text)
{
    QString formatted;
    qsizetype reached = 0;
    for (const script::ScriptPiece &piece : script::splitScript(text)) {
        const QStringView sql = piece.sql(text);
        formatted.append(QStringView(text).mid(reached, piece.sqlBegin - reached));
        formatted.append(piece.isClientCommand ? sql.toString() : script::formatted(sql));
        reached = piece.sqlEnd;
    }
    return formatted.append(QStringView(text).mid(reached));
}

} // namespace

void formatStatements(SqlEditor &editor)
{
    if (editor.selectedText().isEmpty()) {
        const QString text = editor.text();
        const auto piece = script::statementAt(text, editor.cursor());
        if (!piece)
            return;
        editor.select(piece->sqlBegin, piece->sqlEnd);
    }
    const QString selected = editor.selectedText();
    const qsizetype begin = editor.selectionBegin();
    const QString formatted = formattedScript(selected);
    if (formatted != selected)
        editor.insert(formatted);
    editor.select(begin, begin + formatted.size());
}

} // namespace latchkey
