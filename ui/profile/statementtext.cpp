// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/statementtext.h"

#include "core/script/statementsplitter.h"

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

/// The ways to write a statement, the plainest first.
std::array<QString, 3> waysToWrite(const QString &statement)
{
    QString delimiter = QStringLiteral("$$");
    while (statement.contains(delimiter))
        delimiter += QLatin1Char('$');
    return {statement + QLatin1Char(';'), statement + QLatin1String("\n;"), // behind a comment
            QStringLiteral("DELIMITER %1\n%2%1\nDELIMITER ;").arg(delimiter, statement)};
}

QString asTyped(const QString &statement)
{
    const auto ways = waysToWrite(statement);
    const auto whole = std::find_if(ways.begin(), ways.end(), [&statement](const QString &way) {
        return statementsIn(way) == QStringList(statement);
    });
    return whole == ways.end() ? ways.front() : *whole;
}

/// What stands between a statement and its delimiter.
QString commentsBehind(const QString &text, const script::ScriptPiece &piece, const QString &delimiter)
{
    QString rest = text.sliced(piece.sqlEnd, piece.end - piece.sqlEnd);
    while (!rest.isEmpty() && rest.back().isSpace())
        rest.chop(1);
    const bool isEnded = rest.trimmed() == delimiter || rest.endsWith(QLatin1Char('\n') + delimiter)
                         || rest.endsWith(QLatin1String("*/") + delimiter);
    if (isEnded)
        rest.chop(delimiter.size());
    while (!rest.isEmpty() && rest.back().isSpace())
        rest.chop(1);
    return rest;
}

} // namespace

QString statementText(const QStringList &statements)
{
    QStringList texts;
    for (const QString &statement : statements)
        texts.append(asTyped(statement));
    return texts.join(QLatin1Char('\n'));
}

QStringList statementsIn(const QString &text)
{
    QStringList statements;
    QString delimiter = QStringLiteral(";");
    for (const script::ScriptPiece &piece : script::splitScript(text)) {
        if (piece.isClientCommand)
            delimiter =
                text.sliced(piece.sqlBegin, piece.sqlEnd - piece.sqlBegin).section(QLatin1Char(' '), -1);
        else if (!piece.isBlank())
            statements.append(text.sliced(piece.begin, piece.sqlEnd - piece.begin).trimmed()
                              + commentsBehind(text, piece, delimiter));
    }
    return statements;
}

} // namespace latchkey
