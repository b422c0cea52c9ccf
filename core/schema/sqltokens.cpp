// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/sqltokens.h"

#include "core/script/lexer.h"

#include <algorithm>

namespace latchkey::schema {

namespace {

/// Takes from the lexer what completion wants to know, which is less of blanks and more of variables.
class Tokens
{
public:
    explicit Tokens(QStringView text) : m_text(text) { }

    QList<Token> all()
    {
        for (const script::Token &lexed : script::tokens(m_text))
            take(lexed);
        return std::move(m_tokens);
    }

private:
    void take(const script::Token &lexed)
    {
        using Kind = Token::Kind;
        switch (lexed.kind) {
        case script::TokenKind::Blank:
            return;
        case script::TokenKind::Comment:
            return add(Kind::Comment, lexed, !lexed.closed || isOpenLine(lexed));
        case script::TokenKind::ExecutedBegin:
        case script::TokenKind::ExecutedEnd:
            return add(Kind::Comment, lexed);
        case script::TokenKind::Word:
        case script::TokenKind::Number:
            return addWord(lexed.begin, lexed.end);
        case script::TokenKind::String:
            return add(Kind::String, lexed, !lexed.closed);
        case script::TokenKind::Identifier:
            return add(Kind::QuotedName, lexed, !lexed.closed);
        case script::TokenKind::Variable:
            return addVariable(lexed);
        case script::TokenKind::Symbol:
            for (qsizetype at = lexed.begin; at < lexed.end; ++at)
                addSign(at);
            return;
        }
    }

    void add(Token::Kind kind, const script::Token &lexed, bool isOpen = false)
    {
        m_tokens.append({kind, lexed.begin, lexed.end, isOpen});
    }
    /// The text may begin within a comment that the server executes, whose end the lexer then cannot know.
    void addSign(qsizetype at)
    {
        const bool endsComment = m_text[at] == u'/' && !m_tokens.isEmpty() && m_tokens.last().end == at
                                 && m_tokens.last().kind == Token::Kind::Sign && m_text[at - 1] == u'*';
        if (endsComment)
            m_tokens.last() = {Token::Kind::Comment, at - 1, at + 1, false};
        else
            m_tokens.append({Token::Kind::Sign, at, at + 1, false});
    }
    /// A name may begin with a digit, a number has no other signs.
    void addWord(qsizetype begin, qsizetype end)
    {
        const QStringView word = m_text.mid(begin, end - begin);
        const bool isNumber =
            std::all_of(word.begin(), word.end(), [](QChar sign) { return sign.isDigit(); });
        m_tokens.append({isNumber ? Token::Kind::Number : Token::Kind::Word, begin, end, false});
    }
    void addVariable(const script::Token &lexed)
    {
        for (qsizetype at = lexed.begin; at < lexed.end;) {
            qsizetype end = at;
            while (end < lexed.end && script::isWordCharacter(m_text[end]))
                ++end;
            if (end > at)
                addWord(at, end);
            else
                addSign(end++);
            at = end;
        }
    }
    /// What is written next belongs to the comment.
    bool isOpenLine(const script::Token &comment) const
    {
        return script::startsLineComment(m_text, comment.begin) && m_text[comment.end - 1] != u'\n';
    }

    QStringView m_text;
    QList<Token> m_tokens;
};

} // namespace

QList<Token> tokensOf(QStringView text)
{
    return Tokens(text).all();
}

QString nameOf(QStringView text, const Token &token)
{
    QString name = text.mid(token.begin, token.end - token.begin).toString();
    if (token.kind != Token::Kind::QuotedName)
        return name;
    name.remove(0, 1);
    if (!token.isOpen)
        name.chop(1);
    return name.replace(QLatin1String("``"), QLatin1String("`"));
}

} // namespace latchkey::schema
