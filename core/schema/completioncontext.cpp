// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/completioncontext.h"

#include "core/schema/statementoutline.h"
#include "core/script/statementsplitter.h"

#include <algorithm>

namespace latchkey::schema {

namespace {

using Expects = CompletionContext::Expects;

constexpr qsizetype lookAhead = 64 * 1024; // UTF-16 units; tables named further away are not seen
constexpr qsizetype lookBehind = 64 * 1024; // a statement that begins further up is taken to begin there

/// Where to begin to look for the statement: of a long text behind a line that seems to end one, since completion is asked
/// for with every key.
qsizetype searchBegin(QStringView text)
{
    const qsizetype begin = std::max<qsizetype>(text.size() - lookBehind, 0);
    const qsizetype end = begin == 0 ? -1 : text.indexOf(u";\n", begin);
    return end < 0 ? begin : end + 1;
}

/// The beginning of the statement that the text ends in.
qsizetype statementBegin(QStringView text)
{
    const qsizetype begin = searchBegin(text);
    const QString closed = text.mid(begin).toString() + u'x'; // so that there is a statement, however empty
    const QList<script::ScriptPiece> pieces = script::splitScript(closed);
    return pieces.isEmpty() ? begin : begin + pieces.last().begin;
}

/// The rest of the statement behind a word that the cursor is in.
QStringView restAfter(QStringView script, qsizetype cursor, bool isQuoted)
{
    const QStringView rest = script.mid(cursor, lookAhead);
    qsizetype begin = 0;
    while (begin < rest.size()
           && (rest[begin].isLetterOrNumber() || rest[begin] == u'_' || rest[begin] == u'$'))
        ++begin;
    if (isQuoted && begin < rest.size() && rest[begin] == u'`')
        ++begin;
    const QList<script::ScriptPiece> pieces = script::splitScript(rest.mid(begin));
    return pieces.isEmpty() ? QStringView() : rest.mid(begin, pieces.first().sqlEnd);
}

void appendNamed(QList<NamedToken> &named, QStringView text, const QList<Token> &tokens)
{
    for (const Token &token : tokens)
        if (token.kind != Token::Kind::Comment)
            named.append({token.kind, nameOf(text, token)});
}

/// Takes the names before the dots off the end. False: the dot belongs to no name.
bool takeQualifier(QList<NamedToken> &tokens, QStringList &qualifier)
{
    while (!tokens.isEmpty() && tokens.last().isSign(u'.')) {
        tokens.removeLast();
        if (tokens.isEmpty() || !tokens.last().isName())
            return false;
        qualifier.prepend(tokens.takeLast().text);
    }
    return true;
}

/// Takes the word that is being typed off the end. False: nothing can be completed there.
bool takeTyped(QStringView head, QList<Token> &tokens, CompletionContext &context)
{
    if (tokens.isEmpty())
        return true;
    const Token last = tokens.last();
    const bool touches = last.end == head.size();
    switch (last.kind) {
    case Token::Kind::Word:
    case Token::Kind::QuotedName:
        if (!touches)
            return true;
        if (last.kind == Token::Kind::QuotedName && !last.isOpen)
            return false;
        context.isQuoted = last.kind == Token::Kind::QuotedName;
        context.typed = nameOf(head, last);
        context.begin = last.begin;
        tokens.removeLast();
        return context.isQuoted || !context.typed[0].isDigit();
    case Token::Kind::Number:
        return !touches;
    case Token::Kind::String:
        return !last.isOpen && !touches;
    case Token::Kind::Comment:
        return !last.isOpen;
    case Token::Kind::Sign:
        return true;
    }
    return true;
}

} // namespace

CompletionContext completionAt(QStringView script, qsizetype cursor)
{
    cursor = std::clamp<qsizetype>(cursor, 0, script.size());
    const qsizetype begin = statementBegin(script.left(cursor));
    const QStringView head = script.mid(begin, cursor - begin);
    CompletionContext context;
    context.begin = head.size();
    QList<Token> tokens = tokensOf(head);
    const bool canComplete = takeTyped(head, tokens, context);
    context.begin += begin;
    if (!canComplete)
        return context;

    QList<NamedToken> named;
    appendNamed(named, head, tokens);
    if (!takeQualifier(named, context.qualifier) || (!named.isEmpty() && named.last().isSign(u'@')))
        return context;
    const qsizetype place = named.size();
    const QStringView rest = restAfter(script, cursor, context.isQuoted);
    appendNamed(named, rest, tokensOf(rest));
    const Outline outline = outlineOf(named, place);
    context.expects = context.qualifier.isEmpty() ? outline.expects : Expects::Member;
    context.sources = outline.sources;
    context.withNames = outline.withNames;
    return context;
}

} // namespace latchkey::schema
