// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/redact.h"

#include "core/script/terms.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace latchkey::script {

namespace {

const QString hidden = QStringLiteral("'***'");

struct Cut
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString instead;
};

class Redaction
{
public:
    Redaction(QStringView statement, int nested)
        : m_statement(statement), m_terms(terms(statement)), m_nested(nested)
    {
        m_isIdentified = std::any_of(m_terms.begin(), m_terms.end(),
                                     [](const Term &term) { return term.is(u"IDENTIFIED"); })
                         || (m_terms.size() > 1 && m_terms[0].is(u"SET") && m_terms[1].is(u"PASSWORD"));
        m_isOpen =
            std::any_of(m_terms.begin(), m_terms.end(), [](const Term &term) { return !term.token.closed; });
    }

    QString text()
    {
        for (qsizetype i = 0; i < m_terms.size();)
            i = std::max(i + 1, look(i));
        QString kept;
        qsizetype reached = 0;
        for (const Cut &cut : std::as_const(m_cuts)) {
            kept.append(m_statement.mid(reached, cut.begin - reached)).append(cut.instead);
            reached = cut.end;
        }
        return kept.append(m_statement.mid(reached));
    }
    /// The text ends where a secret would begin, as a part of one that is put together.
    bool awaitsSecret() const { return m_awaitsSecret; }

private:
    static constexpr int mostNested = 4; ///< statements in strings of statements

    /// Where to go on; a secret that begins behind term `i` is cut.
    qsizetype look(qsizetype i)
    {
        if (m_isIdentified && introduces(i))
            return hide(i + 1);
        if (m_hidesLiterals && (isLiteral(m_terms[i]) || isPrefix(i)))
            return hide(i);
        if (isPassword(m_terms[i]))
            return afterPassword(i + 1);
        if (isSecretFunction(m_terms[i]) && isSymbol(i + 1, u"("))
            return hideArguments(i + 1);
        if (m_terms[i].isText())
            lookInside(m_terms[i]);
        return i + 1;
    }

    bool isSymbol(qsizetype i, QStringView symbol) const
    {
        return i < m_terms.size() && m_terms[i].isSymbol(symbol);
    }

    /// IDENTIFIED BY 'x', … WITH plugin AS 'x', … VIA plugin USING 'x', … REPLACE 'x'.
    bool introduces(qsizetype i) const
    {
        static const QStringList introducers{u"BY"_qs, u"AS"_qs, u"USING"_qs, u"REPLACE"_qs};
        static const QStringList noSecret{u"PASSWORD"_qs, u"OLD_PASSWORD"_qs, u"RANDOM"_qs};
        return m_terms[i].isAnyOf(introducers)
               && (i + 1 == m_terms.size() || !m_terms[i + 1].isAnyOf(noSecret));
    }

    /// The word itself, or what is named after it (MASTER_PASSWORD, `password`).
    bool isPassword(const Term &term) const
    {
        static const QStringList others{u"WSREP_SST_AUTH"_qs, u"PASSPHRASE"_qs, u"PASSWD"_qs};
        if (term.token.kind != TokenKind::Word && term.token.kind != TokenKind::Identifier
            && term.token.kind != TokenKind::Variable)
            return false;
        QString name = term.token.text(m_statement).toString().toUpper().remove(u'`');
        name = name.section(u'.', -1).remove(u'@');
        return name.endsWith(u"PASSWORD") || others.contains(name);
    }

    bool isSecretFunction(const Term &term) const
    {
        static const QStringList functions{u"ENCRYPT"_qs, u"AES_ENCRYPT"_qs, u"AES_DECRYPT"_qs,
                                           u"MD5"_qs,     u"DES_ENCRYPT"_qs, u"DES_DECRYPT"_qs,
                                           u"SHA"_qs,     u"SHA1"_qs,        u"SHA2"_qs,
                                           u"ENCODE"_qs,  u"DECODE"_qs};
        return term.isAnyOf(functions);
    }

    qsizetype afterPassword(qsizetype i)
    {
        static const QStringList names{u"FOR"_qs};
        if (i >= m_terms.size())
            return i;
        if (m_terms[i].isSymbol(u"("))
            return hideArguments(i);
        if ((m_terms[i].isSymbol(u",") || m_terms[i].isSymbol(u")"))
            && m_terms.first().isAnyOf({u"INSERT"_qs, u"REPLACE"_qs}))
            m_hidesLiterals = true;
        if (m_terms[i].isAnyOf(names)) { // SET PASSWORD FOR account = …
            while (i < m_terms.size() && !isAssignment(i))
                ++i;
        }
        if (i < m_terms.size() && (isAssignment(i) || m_terms[i].is(u"LIKE")))
            return hideValue(i + 1);
        return i < m_terms.size() && (m_terms[i].isText() || isPrefix(i)) ? hide(i) : i;
    }

    bool isAssignment(qsizetype i) const { return isSymbol(i, u"=") || isSymbol(i, u":="); }

    static bool isLiteral(const Term &term) { return term.isText() || term.token.kind == TokenKind::Number; }

    /// A function call hides what is in it; a column or NULL is no secret.
    qsizetype hideValue(qsizetype i)
    {
        if (i < m_terms.size() && m_terms[i].token.kind == TokenKind::Word && isSymbol(i + 1, u"("))
            return hideArguments(i + 1);
        return i < m_terms.size() && (isLiteral(m_terms[i]) || isPrefix(i)) ? hide(i) : hideBare(i);
    }

    /// What was forgotten to be quoted is a secret all the same, unless it is a word of the language.
    qsizetype hideBare(qsizetype i)
    {
        m_awaitsSecret = m_awaitsSecret || i >= m_terms.size();
        static const QStringList harmless{u"NULL"_qs, u"DEFAULT"_qs, u"VALUES"_qs, u"NEW"_qs, u"OLD"_qs};
        const bool isBare = i < m_terms.size() && m_terms[i].token.kind == TokenKind::Word
                            && !m_terms[i].isAnyOf(harmless) && !isSymbol(i + 1, u".");
        return isBare ? hide(i) : i;
    }

    /// N'…', x'…', _utf8mb4'…'.
    bool isPrefix(qsizetype i) const
    {
        return i + 1 < m_terms.size() && m_terms[i].token.kind == TokenKind::Word && m_terms[i + 1].isText()
               && (m_terms[i].word.startsWith(u'_') || m_terms[i].token.end == m_terms[i + 1].token.begin);
    }

    /// The value that begins with term `i`: a literal, with what is before and behind it (two strings are one).
    qsizetype hide(qsizetype i)
    {
        m_awaitsSecret = m_awaitsSecret || i >= m_terms.size();
        if (i >= m_terms.size())
            return i;
        qsizetype last = isPrefix(i) ? i + 1 : i;
        while (m_terms[last].isText() && last + 1 < m_terms.size() && m_terms[last + 1].isText())
            ++last;
        const qsizetype begin = m_terms[i].token.begin;
        const bool touchesQuote = begin > 0 && isQuote(m_statement[begin - 1]); // they would become one
        const bool isAll = isDoubtful(last);
        m_cuts.append({begin, isAll ? m_statement.size() : m_terms[last].token.end,
                       touchesQuote ? u' ' + hidden : hidden});
        return isAll ? m_terms.size() : last + 1;
    }

    /// The quoting is not what it seems: something touches the value, or a quote is open.
    bool isDoubtful(qsizetype last) const
    {
        if (m_isOpen || last + 1 >= m_terms.size())
            return m_isOpen;
        const Term &next = m_terms[last + 1];
        static const QString fine = u",;()=@"_qs;
        const bool isFine = next.token.kind == TokenKind::Symbol && fine.contains(next.word);
        return next.token.begin == m_terms[last].token.end && !isFine;
    }

    qsizetype hideArguments(qsizetype open)
    {
        const int depth = m_terms[open].depth;
        qsizetype i = open + 1;
        while (i < m_terms.size() && !(m_terms[i].isSymbol(u")") && m_terms[i].depth == depth))
            i = isLiteral(m_terms[i]) || isPrefix(i) ? hide(i) : i + 1;
        return i;
    }

    /// An address with a password, or a statement.
    void lookInside(const Term &term)
    {
        static const QRegularExpression address(u"([A-Za-z][A-Za-z0-9+.-]*://[^:/@\\s]*:)([^\\s]*)(@)"_qs);
        const QStringView text = term.token.text(m_statement);
        QString inside = text.toString();
        if (inside.contains(u"://"))
            inside.replace(address, u"\\1***\\3"_qs);
        if (m_nested < mostNested)
            inside = withoutStatement(unquoted(text), inside);
        if (inside == text)
            return;
        const qsizetype end = term.token.closed ? term.token.end : m_statement.size();
        m_cuts.append({term.token.begin, end, inside});
    }

    QString withoutStatement(const QString &inner, const QString &text)
    {
        Redaction redaction(inner, m_nested + 1);
        const bool isChanged = redaction.text() != inner;
        m_hidesLiterals = m_hidesLiterals || redaction.awaitsSecret();
        return isChanged ? hidden : text;
    }

    QStringView m_statement;
    QList<Term> m_terms;
    QList<Cut> m_cuts;
    int m_nested;
    bool m_isIdentified = false;
    bool m_isOpen = false; ///< a quote is
    bool m_hidesLiterals = false; ///< those to come: a secret is one of them, nobody knows which
    bool m_awaitsSecret = false;
};

} // namespace

QString redact(QStringView statement)
{
    return Redaction(statement, 0).text();
}

} // namespace latchkey::script
