// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/terms.h"

#include <algorithm>

namespace latchkey::script {

namespace {

/// Shared: long statements have millions of them.
QString symbolOf(QStringView text)
{
    constexpr char16_t shared = 128;
    static const QStringList known = [] {
        QStringList all;
        for (char16_t character = 0; character < shared; ++character)
            all.append(QString(QChar(character)));
        return all;
    }();
    return text.size() == 1 && text[0].unicode() < shared ? known[text[0].unicode()] : text.toString();
}

QString wordOf(const Token &token, QStringView statement)
{
    switch (token.kind) {
    case TokenKind::Word:
        return token.text(statement).toString().toUpper();
    case TokenKind::Symbol:
        return symbolOf(token.text(statement));
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

QList<Term> terms(QStringView statement, SqlMode mode)
{
    QList<Term> found;
    int depth = 0;
    for (const Token &token : tokens(statement, mode)) {
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

bool hasExecutedComment(QStringView statement, SqlMode mode)
{
    if (!statement.contains(u"/*"))
        return false;
    const QList<Token> all = tokens(statement, mode);
    return std::any_of(all.begin(), all.end(),
                       [](const Token &token) { return token.kind == TokenKind::ExecutedBegin; });
}

QString unquoted(QStringView literal, SqlMode mode)
{
    const QChar quote = literal.front();
    const bool escapes = mode.isEscaping(quote);
    const bool isClosed = literal.size() > 1 && literal.endsWith(quote);
    const QStringView inside = literal.mid(1, literal.size() - (isClosed ? 2 : 1));
    QString text;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const bool isEscape = escapes && inside[i] == u'\\';
        const bool isPair = i + 1 < inside.size() && (isEscape || inside[i] == quote);
        if (isPair)
            ++i;
        text += isPair && isEscape ? escaped(inside[i]) : inside[i];
    }
    return text;
}

QString nameOf(const Term &term, QStringView statement)
{
    const QStringView text = term.token.text(statement);
    switch (term.token.kind) {
    case TokenKind::Word:
        return term.word;
    case TokenKind::Variable:
        return text.toString().toUpper().remove(u'@').section(u'.', -1);
    case TokenKind::String:
        return text.front() == u'"' ? unquoted(text).toUpper() : QString();
    case TokenKind::Identifier:
        return unquoted(text).toUpper();
    default:
        return {};
    }
}

} // namespace latchkey::script
