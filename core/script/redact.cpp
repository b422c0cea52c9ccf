// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/redact.h"

#include "core/script/addresspasswords.h"
#include "core/script/secretnames.h"
#include "core/script/terms.h"

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

    friend bool operator==(const Cut &, const Cut &) = default;
};

/// Two quotes that touch would become one.
Cut hidingCut(QStringView statement, qsizetype begin, qsizetype end)
{
    const bool touchesQuote = begin > 0 && isQuote(statement[begin - 1]);
    return {begin, end, touchesQuote ? u' ' + hidden : hidden};
}

QString withCuts(QStringView statement, const QList<Cut> &cuts)
{
    QString kept;
    qsizetype reached = 0;
    for (const Cut &cut : cuts) {
        kept.append(statement.mid(reached, cut.begin - reached)).append(cut.instead);
        reached = cut.end;
    }
    return kept.append(statement.mid(reached));
}

class Redaction
{
public:
    Redaction(QStringView statement, SqlMode mode, int nested)
        : m_statement(statement), m_mode(mode), m_terms(terms(statement, mode)), m_nested(nested)
    {
        m_isIdentified = std::any_of(m_terms.begin(), m_terms.end(),
                                     [](const Term &term) { return term.is(u"IDENTIFIED"); })
                         || (isWord(0, u"SET") && isWord(1, u"PASSWORD"));
        m_isOpen =
            std::any_of(m_terms.begin(), m_terms.end(), [](const Term &term) { return !term.token.closed; });
    }

    QList<Cut> cuts()
    {
        for (qsizetype i = 0; i < m_terms.size();)
            i = std::max(i + 1, look(i));
        return m_cuts;
    }
    /// The text ends where a secret would begin, or in one: it is a part of a text that is put together.
    bool awaitsSecret() const { return m_awaitsSecret; }

private:
    static constexpr int mostNested = 4; ///< statements in strings of statements
    static constexpr qsizetype longestName = 66; ///< with quotes

    /// Where to go on; a secret that begins at or behind term `i` is cut.
    qsizetype look(qsizetype i)
    {
        if (m_isIdentified && introduces(i))
            return hide(i + 1);
        noteStatement(i);
        if (m_terms[i].token.kind == TokenKind::Symbol)
            return i + 1;
        const qsizetype literal = literalAt(i);
        if (literal >= 0 && (m_hidesLiterals || isComparedWithPassword(literal)))
            return hide(i);
        if (isPassword(i))
            return afterPassword(i + 1);
        if (m_terms[i].token.kind == TokenKind::Word && isSymbol(i + 1, u"(")
            && isSecretFunction(m_terms[i].word))
            return hideArguments(i + 1);
        if (m_terms[i].isText())
            lookInside(m_terms[i]);
        return i + 1;
    }

    bool isSymbol(qsizetype i, QStringView symbol) const
    {
        return i >= 0 && i < m_terms.size() && m_terms[i].isSymbol(symbol);
    }
    bool isWord(qsizetype i, QStringView word) const
    {
        return i >= 0 && i < m_terms.size() && m_terms[i].is(word);
    }

    /// IDENTIFIED BY 'x', … WITH plugin AS 'x', … VIA plugin USING 'x', … REPLACE 'x'.
    bool introduces(qsizetype i) const
    {
        static const QStringList introducers{u"BY"_qs, u"AS"_qs, u"USING"_qs, u"REPLACE"_qs};
        static const QStringList noSecret{u"PASSWORD"_qs, u"OLD_PASSWORD"_qs, u"RANDOM"_qs};
        return m_terms[i].isAnyOf(introducers)
               && (i + 1 == m_terms.size() || !m_terms[i + 1].isAnyOf(noSecret));
    }

    /// What a statement, perhaps inside another one, makes of names and values to come.
    void noteStatement(qsizetype i)
    {
        const Term &term = m_terms[i];
        if ((term.is(u"INSERT") || term.is(u"REPLACE")) && !term.isCalled)
            m_isInserting = true;
        else if (term.isSymbol(u";"))
            m_isInserting = false;
        else if (term.is(u"CALL") && i + 1 < m_terms.size()) {
            const QString name = nameOf(m_terms[i + 1], m_statement);
            m_hidesLiterals = m_hidesLiterals || name == u"MYSQL" || name.startsWith(u"RDS_");
        }
    }

    /// The word itself, or what is named after it (MASTER_PASSWORD, `password`, with ANSI_QUOTES "password").
    bool isPassword(qsizetype i) const
    {
        const Term &term = m_terms[i];
        if (term.token.kind == TokenKind::Word)
            return isSecretName(term.word);
        return term.token.end - term.token.begin <= longestName && isSecretName(nameOf(term, m_statement));
    }

    /// 'x' = password, 'x' = u.password.
    bool isComparedWithPassword(qsizetype literal) const
    {
        const qsizetype name = literal + (isSymbol(literal + 3, u".") ? 4 : 2);
        return isSymbol(literal + 1, u"=") && name < m_terms.size() && isPassword(name);
    }

    qsizetype afterPassword(qsizetype i)
    {
        if (i >= m_terms.size())
            return i;
        if (m_terms[i].isSymbol(u"("))
            return hideArguments(i);
        if (m_isInserting && (isSymbol(i, u",") || isSymbol(i, u")")))
            m_hidesLiterals = true;
        const qsizetype compared = isWord(i, u"FOR") ? assignmentBehind(i) : i;
        const qsizetype value = behindComparison(compared);
        if (value > compared)
            return hideExpression(value);
        return literalAt(i) >= 0 ? hide(i) : i;
    }

    /// SET PASSWORD FOR account = …
    qsizetype assignmentBehind(qsizetype i) const
    {
        const auto found = std::find_if(m_terms.begin() + i, m_terms.end(),
                                        [](const Term &term) { return isAssignment(term); });
        return found == m_terms.end() ? i : found - m_terms.begin();
    }

    static bool isAssignment(const Term &term) { return term.isSymbol(u"=") || term.isSymbol(u":="); }

    bool isComparison(qsizetype i) const
    {
        static const QStringList words{u"LIKE"_qs, u"RLIKE"_qs,   u"REGEXP"_qs, u"IN"_qs,
                                       u"NOT"_qs,  u"BETWEEN"_qs, u"SOUNDS"_qs};
        return i < m_terms.size()
               && (isAssignment(m_terms[i]) || isSymbol(i, u"<") || isSymbol(i, u">") || isSymbol(i, u"!")
                   || m_terms[i].isAnyOf(words));
    }

    /// Where the value begins that a password is given or compared with; `i` if it is not.
    qsizetype behindComparison(qsizetype i) const
    {
        if (i > 0 && m_terms[i - 1].isText() && isSymbol(i, u":")) // JSON
            return i + 1;
        qsizetype begin = i;
        while (isSymbol(begin, u")")) // lower(password) = …
            ++begin;
        begin += isWord(begin, u"COLLATE") ? 2 : 0;
        qsizetype at = begin;
        while (isComparison(at))
            ++at;
        return at == begin ? i : at;
    }

    static bool isLiteral(const Term &term) { return term.isText() || term.token.kind == TokenKind::Number; }

    /// The literal that begins at term `i`, perhaps with what introduces it: N'…', x'…', _utf8mb4 x'…', BINARY '…'; -1: none.
    qsizetype literalAt(qsizetype i) const
    {
        while (isWord(i, u"BINARY"))
            ++i;
        const auto isName = [this](qsizetype at) {
            return at + 1 < m_terms.size() && m_terms[at].token.kind == TokenKind::Word;
        };
        if (isName(i) && m_terms[i].word.startsWith(u'_'))
            ++i;
        if (isName(i) && m_terms[i + 1].isText() && m_terms[i].token.end == m_terms[i + 1].token.begin)
            ++i;
        return i < m_terms.size() && isLiteral(m_terms[i]) ? i : -1;
    }

    /// What was forgotten to be quoted is a secret all the same, unless it is a word of the language.
    bool isBare(qsizetype i) const
    {
        static const QStringList harmless{u"NULL"_qs,   u"DEFAULT"_qs, u"VALUES"_qs, u"NEW"_qs, u"OLD"_qs,
                                          u"SELECT"_qs, u"CASE"_qs,    u"BINARY"_qs, u"ANY"_qs, u"ALL"_qs};
        return m_terms[i].token.kind == TokenKind::Word && !m_terms[i].isAnyOf(harmless)
               && !isSymbol(i + 1, u".") && !isSymbol(i + 1, u"(");
    }

    bool endsExpression(qsizetype i, int depth) const
    {
        static const QStringList words{u"WHERE"_qs, u"AND"_qs,    u"OR"_qs,        u"XOR"_qs,     u"ORDER"_qs,
                                       u"GROUP"_qs, u"HAVING"_qs, u"LIMIT"_qs,     u"FROM"_qs,    u"ON"_qs,
                                       u"JOIN"_qs,  u"LEFT"_qs,   u"RIGHT"_qs,     u"INNER"_qs,   u"CROSS"_qs,
                                       u"AS"_qs,    u"UNION"_qs,  u"RETURNING"_qs, u"REPLACE"_qs, u"FOR"_qs,
                                       u"THEN"_qs,  u"DO"_qs,     u"INTO"_qs};
        const Term &term = m_terms[i];
        if (term.isSymbol(u";") || (term.isSymbol(u")") && term.depth <= depth))
            return true;
        return term.depth <= depth && (term.isSymbol(u",") || (term.isAnyOf(words) && !term.isCalled));
    }

    /// All literals of a value, however it is put together; a column or NULL is no secret.
    qsizetype hideExpression(qsizetype i)
    {
        m_awaitsSecret = m_awaitsSecret || i >= m_terms.size();
        if (i >= m_terms.size())
            return i;
        if (m_nested > 0 && m_terms[i].isSymbol(u"{")) // of a connection string; or else JSON
            return hideRest(i);
        const int depth = m_terms[i].depth - (m_terms[i].isSymbol(u"(") ? 1 : 0);
        const bool isRange = isWord(i - 1, u"BETWEEN");
        if (isBare(i) && !endsExpression(i, depth))
            i = hide(i);
        int cases = 0;
        while (i < m_terms.size()
               && (cases > 0 || (isRange && isWord(i, u"AND")) || !endsExpression(i, depth))) {
            cases += isWord(i, u"CASE") ? 1 : isWord(i, u"END") && cases > 0 ? -1 : 0;
            i = literalAt(i) >= 0 ? hide(i) : i + 1;
        }
        return i;
    }

    /// The value that begins with term `i`: a literal, with what is before and behind it (two strings are one).
    qsizetype hide(qsizetype i)
    {
        m_awaitsSecret = m_awaitsSecret || i >= m_terms.size();
        if (i >= m_terms.size())
            return i;
        qsizetype last = std::max(i, literalAt(i));
        while (m_terms[last].isText() && last + 1 < m_terms.size() && m_terms[last + 1].isText())
            ++last;
        m_awaitsSecret = m_awaitsSecret || !m_terms[last].token.closed;
        if (isDoubtful(last))
            return hideRest(i);
        m_cuts.append(hidingCut(m_statement, m_terms[i].token.begin, m_terms[last].token.end));
        return last + 1;
    }

    qsizetype hideRest(qsizetype i)
    {
        m_cuts.append(hidingCut(m_statement, m_terms[i].token.begin, m_statement.size()));
        return m_terms.size();
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
            i = literalAt(i) >= 0 ? hide(i) : i + 1;
        return i;
    }

    /// An address with a password, or a statement.
    void lookInside(const Term &term)
    {
        const QStringView text = term.token.text(m_statement);
        if (!mayHoldSecret(text))
            return;
        QString inside = withoutAddressPasswords(text.toString());
        if (m_nested < mostNested)
            inside = withoutStatement(unquoted(text, m_mode), inside);
        if (inside == text)
            return;
        const qsizetype end = term.token.closed ? term.token.end : m_statement.size();
        m_cuts.append({term.token.begin, end, inside});
    }

    QString withoutStatement(const QString &inner, const QString &text)
    {
        Redaction redaction(inner, m_mode, m_nested + 1);
        const bool isChanged = !redaction.cuts().isEmpty();
        m_hidesLiterals = m_hidesLiterals || redaction.awaitsSecret();
        return isChanged ? hidden : text;
    }

    QStringView m_statement;
    SqlMode m_mode;
    QList<Term> m_terms;
    QList<Cut> m_cuts;
    int m_nested;
    bool m_isIdentified = false;
    bool m_isOpen = false; ///< a quote is
    bool m_isInserting = false;
    bool m_hidesLiterals = false; ///< those to come: a secret is one of them, nobody knows which
    bool m_awaitsSecret = false;
};

/// Where two readings of a statement find other secrets, all from there on is one.
QList<Cut> agreed(QStringView statement, const QList<Cut> &some, const QList<Cut> &others)
{
    const auto [one, other] = std::mismatch(some.begin(), some.end(), others.begin(), others.end());
    if (one == some.end() && other == others.end())
        return some;
    const qsizetype size = statement.size();
    const qsizetype begin =
        std::min(one == some.end() ? size : one->begin, other == others.end() ? size : other->begin);
    return QList<Cut>(some.begin(), one) << hidingCut(statement, begin, size);
}

QString redactedOnce(QStringView statement, const QList<SqlMode> &modes)
{
    QList<Cut> cuts = Redaction(statement, modes.first(), 0).cuts();
    for (const SqlMode &mode : modes.mid(1))
        cuts = agreed(statement, cuts, Redaction(statement, mode, 0).cuts());
    return withCuts(statement, cuts);
}

} // namespace

QString redact(QStringView statement, SqlMode mode)
{
    constexpr int mostTimes = 6; // what takes a secret's place can make another one of its neighbours
    QString text = statement.toString();
    for (int time = 0; time < mostTimes; ++time) {
        const QString again = redactedOnce(text, readings(text, mode));
        if (again == text)
            return text;
        text = again;
    }
    return hidden;
}

} // namespace latchkey::script
