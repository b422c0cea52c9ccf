// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/sqltokens.h"

#include <QString>

namespace latchkey::schema {

namespace {

bool isWordSign(QChar sign)
{
    return sign.isLetterOrNumber() || sign == u'_' || sign == u'$' || sign.isSurrogate();
}

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text) : m_text(text) { }

    QList<Token> run()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at].isSpace())
                ++m_at;
            else
                step();
        }
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    bool looksAt(QLatin1String what) const { return m_text.mid(m_at).startsWith(what); }

    void add(Token::Kind kind, qsizetype end, bool isOpen = false)
    {
        m_tokens.append({kind, m_at, end, isOpen});
        m_at = end;
    }

    void step()
    {
        const QChar sign = peek();
        if (sign == u'`')
            quoted(Token::Kind::QuotedName, false);
        else if (sign == u'\'' || sign == u'"')
            quoted(Token::Kind::String, true);
        else if (isCommentLine())
            line();
        else if (looksAt(QLatin1String("/*!")) || looksAt(QLatin1String("/*M!")))
            add(Token::Kind::Comment, versionEnd());
        else if (looksAt(QLatin1String("/*")))
            block();
        else if (looksAt(QLatin1String("*/")))
            add(Token::Kind::Comment, m_at + 2);
        else if (isWordSign(sign))
            word();
        else
            add(Token::Kind::Sign, m_at + 1);
    }

    bool isCommentLine() const
    {
        const QChar third = peek(2);
        return peek() == u'#' || (looksAt(QLatin1String("--")) && (third.isNull() || third.isSpace()));
    }

    void line()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        add(Token::Kind::Comment, end < 0 ? m_text.size() : end, end < 0);
    }

    void block()
    {
        const qsizetype end = m_text.indexOf(QLatin1String("*/"), m_at + 2);
        add(Token::Kind::Comment, end < 0 ? m_text.size() : end + 2, end < 0);
    }

    qsizetype versionEnd() const
    {
        qsizetype end = m_text.indexOf(u'!', m_at) + 1;
        while (end < m_text.size() && m_text[end].isDigit())
            ++end;
        return end;
    }

    void quoted(Token::Kind kind, bool escapes)
    {
        const QChar quote = peek();
        for (qsizetype end = m_at + 1; end < m_text.size(); ++end) {
            if (escapes && m_text[end] == u'\\') {
                ++end;
            } else if (m_text[end] == quote) {
                if (end + 1 >= m_text.size() || m_text[end + 1] != quote)
                    return add(kind, end + 1);
                ++end;
            }
        }
        add(kind, m_text.size(), true);
    }

    void word()
    {
        qsizetype end = m_at;
        bool onlyDigits = true;
        while (end < m_text.size() && isWordSign(m_text[end]))
            onlyDigits = m_text[end++].isDigit() && onlyDigits;
        add(onlyDigits ? Token::Kind::Number : Token::Kind::Word, end);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QList<Token> m_tokens;
};

} // namespace

QList<Token> tokensOf(QStringView text)
{
    return Tokenizer(text).run();
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
