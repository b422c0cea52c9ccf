// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/terms.h"

#include <algorithm>

namespace latchkey::script {

namespace {

QString wordOf(const Token &token, QStringView statement)
{
    switch (token.kind) {
    case TokenKind::Word:
        return token.text(statement).toString().toUpper();
    case TokenKind::Symbol:
    case TokenKind::Variable:
        return token.text(statement).toString();
    default:
        return {};
    }
}

bool isMark(const Token &token)
{
    return token.kind == TokenKind::ExecutedBegin || token.kind == TokenKind::ExecutedEnd;
}

QChar escaped(QChar character)
{
    switch (character.unicode()) {
    case u'0':
        return QChar(u'\0');
    case u'b':
        return QChar(u'\b');
    case u'n':
        return QChar(u'\n');
    case u'r':
        return QChar(u'\r');
    case u't':
        return QChar(u'\t');
    case u'Z':
        return QChar(0x1a);
    default:
        return character;
    }
}

} // namespace

QList<Term> terms(QStringView statement)
{
    QList<Term> found;
    int depth = 0;
    for (const Token &token : tokens(statement)) {
        if (token.isSpace() || isMark(token))
            continue;
        Term term{token, wordOf(token, statement)};
        if (term.isSymbol(u"("))
            ++depth;
        term.depth = depth;
        if (term.isSymbol(u")"))
            depth = std::max(depth - 1, 0);
        term.isCalled =
            token.kind == TokenKind::Word && token.end < statement.size() && statement[token.end] == u'(';
        found.append(term);
    }
    return found;
}

bool hasExecutedComment(QStringView statement)
{
    const QList<Token> all = tokens(statement);
    return std::any_of(all.begin(), all.end(),
                       [](const Token &token) { return token.kind == TokenKind::ExecutedBegin; });
}

QString unquoted(QStringView literal)
{
    const QChar quote = literal.front();
    const bool isClosed = literal.size() > 1 && literal.endsWith(quote);
    const QStringView inside = literal.mid(1, literal.size() - (isClosed ? 2 : 1));
    QString text;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const bool isPair = i + 1 < inside.size() && (inside[i] == u'\\' || inside[i] == quote);
        if (isPair)
            ++i;
        text += isPair && inside[i - 1] == u'\\' ? escaped(inside[i]) : inside[i];
    }
    return text;
}

} // namespace latchkey::script
