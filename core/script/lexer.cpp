// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/lexer.h"

namespace latchkey::script {

bool startsAt(QStringView text, qsizetype at, QStringView what, Qt::CaseSensitivity sensitivity)
{
    return text.mid(at, what.size()).compare(what, sensitivity) == 0;
}

bool isQuote(QChar character)
{
    return character == u'\'' || character == u'"' || character == u'`';
}

bool isBlank(QChar character)
{
    return character == u' ' || (character >= u'\t' && character <= u'\r');
}

bool isWordCharacter(QChar character)
{
    constexpr char16_t ascii = 128;
    return character.unicode() >= ascii || character.isLetterOrNumber() || character == u'_'
           || character == u'$';
}

bool startsLineComment(QStringView text, qsizetype at)
{
    if (text[at] == u'#')
        return true;
    return startsAt(text, at, u"--") && (at + 2 >= text.size() || text[at + 2] <= u' ');
}

bool startsExecutedComment(QStringView text, qsizetype at)
{
    return startsAt(text, at, u"/*!") || startsAt(text, at, u"/*M!");
}

qsizetype afterQuoted(QStringView text, qsizetype at, SqlMode mode)
{
    const QChar quote = text[at];
    const bool escapes = mode.isEscaping(quote);
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == quote && (i + 1 >= text.size() || text[i + 1] != quote))
            return i + 1;
        if (text[i] == quote || (escapes && text[i] == u'\\'))
            ++i;
    }
    return text.size();
}

qsizetype afterLine(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return end < 0 ? text.size() : end + 1;
}

qsizetype afterComment(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u"*/", at + 2);
    return end < 0 ? text.size() : end + 2;
}

qsizetype afterExecutedComment(QStringView text, qsizetype at, SqlMode mode)
{
    qsizetype i = at + 3;
    while (i < text.size()) {
        if (startsAt(text, i, u"*/"))
            return i + 2;
        if (isQuote(text[i]))
            i = afterQuoted(text, i, mode);
        else if (startsLineComment(text, i))
            i = afterLine(text, i);
        else if (startsAt(text, i, u"/*"))
            i = afterComment(text, i);
        else
            ++i;
    }
    return text.size();
}

namespace {

constexpr qsizetype versionDigits = 6; // of an executed comment, at most

class Lexer
{
public:
    Lexer(QStringView text, SqlMode mode) : m_text(text), m_mode(mode) { }

    QList<Token> all()
    {
        while (m_at < m_text.size()) {
            const Token token = next();
            m_at = token.end;
            m_found.append(token);
        }
        return std::move(m_found);
    }

private:
    Token next()
    {
        const QChar first = m_text[m_at];
        if (isBlank(first))
            return made(TokenKind::Blank, afterBlanks());
        if (startsLineComment(m_text, m_at))
            return made(TokenKind::Comment, afterLine(m_text, m_at));
        if (!m_isExecuted && startsExecutedComment(m_text, m_at))
            return executedBegin();
        if (startsAt(m_text, m_at, u"/*"))
            return comment();
        if (m_isExecuted && startsAt(m_text, m_at, u"*/")) {
            m_isExecuted = false;
            return made(TokenKind::ExecutedEnd, m_at + 2);
        }
        if (isQuote(first))
            return quoted();
        if (first == u'@')
            return variable();
        if (isWordCharacter(first))
            return made(first.isDigit() ? TokenKind::Number : TokenKind::Word, afterWord(m_at));
        const bool isPair = startsAt(m_text, m_at, u":=") || startsAt(m_text, m_at, u"::");
        return made(TokenKind::Symbol, m_at + (isPair ? 2 : 1));
    }

    Token made(TokenKind kind, qsizetype end) const { return {kind, m_at, end, true}; }

    qsizetype afterBlanks() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isBlank(m_text[end]))
            ++end;
        return end;
    }

    qsizetype afterWord(qsizetype at) const
    {
        while (at < m_text.size() && isWordCharacter(m_text[at]))
            ++at;
        return at;
    }

    Token executedBegin()
    {
        m_isExecuted = true;
        qsizetype end = m_at + (m_text[m_at + 2] == u'M' ? 4 : 3);
        for (qsizetype digits = 0; digits < versionDigits && end < m_text.size() && m_text[end].isDigit();
             ++digits)
            ++end;
        return made(TokenKind::ExecutedBegin, end);
    }

    Token comment() const
    {
        Token token = made(TokenKind::Comment, afterComment(m_text, m_at));
        token.closed = token.end - m_at >= 4 && m_text.mid(m_at + 2, token.end - m_at - 2).endsWith(u"*/");
        return token;
    }

    Token quoted() const
    {
        const QChar quote = m_text[m_at];
        const bool isName = quote == u'`' || (quote == u'"' && m_mode.ansiQuotes.value_or(false));
        Token token = made(isName ? TokenKind::Identifier : TokenKind::String, 0);
        token.end = afterQuoted(m_text, m_at, m_mode);
        token.closed = token.end < m_text.size() || endsClosed(quote);
        return token;
    }

    /// Whether a quoted thing that reaches to the text's end is closed there: read again, it does not reach further.
    bool endsClosed(QChar quote) const
    {
        if (m_text.size() - m_at < 2 || !m_text.endsWith(quote))
            return false;
        const bool escapes = m_mode.isEscaping(quote);
        qsizetype i = m_at + 1;
        while (i < m_text.size() - 1)
            i += (m_text[i] == quote || (escapes && m_text[i] == u'\\')) ? 2 : 1;
        return i == m_text.size() - 1;
    }

    Token variable() const
    {
        const qsizetype begin = m_at + (startsAt(m_text, m_at, u"@@") ? 2 : 1);
        qsizetype end = begin;
        while (end < m_text.size() && (isWordCharacter(m_text[end]) || m_text[end] == u'.'))
            ++end;
        return end > begin ? made(TokenKind::Variable, end) : made(TokenKind::Symbol, m_at + 1);
    }

    QStringView m_text;
    SqlMode m_mode;
    qsizetype m_at = 0;
    bool m_isExecuted = false;
    QList<Token> m_found;
};

} // namespace

QList<Token> tokens(QStringView statement, SqlMode mode)
{
    return Lexer(statement, mode).all();
}

} // namespace latchkey::script
