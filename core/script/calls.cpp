// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/calls.h"

#include "core/script/purefunctions.h"
#include "core/script/reservedwords.h"

#include <algorithm>

namespace latchkey::script {

namespace {

/// Words of the language, not reserved everywhere, that a parenthesis may follow.
bool opensParenthesis(const Term &term)
{
    static const QStringList structural{u"AGAINST"_qs, u"ANY"_qs,       u"COLUMNS"_qs, u"ESCAPE"_qs,
                                        u"EXCEPT"_qs,  u"INTERSECT"_qs, u"LATERAL"_qs, u"MATCH"_qs,
                                        u"OF"_qs,      u"OFFSET"_qs,    u"OVER"_qs,    u"RETURNING"_qs,
                                        u"ROLLUP"_qs,  u"ROW"_qs,       u"SETS"_qs,    u"SOME"_qs};
    return isReserved(term.word) || term.isAnyOf(structural);
}

bool waitsOrLocks(const QString &name)
{
    static const QStringList waiting{u"SLEEP"_qs, u"BENCHMARK"_qs, u"GET_LOCK"_qs, u"RELEASE_LOCK"_qs,
                                     u"RELEASE_ALL_LOCKS"_qs};
    return waiting.contains(name);
}

class CallSearch
{
public:
    /// Looks for calls of what `isKnown` does not know by its name.
    CallSearch(const QList<Term> &terms, bool (*isKnown)(const QString &))
        : m_terms(terms), m_isKnown(isKnown)
    { }

    bool finds() const
    {
        for (qsizetype i = 1; i < m_terms.size(); ++i)
            if (m_terms[i].isSymbol(u"(") && isUnknownCall(i))
                return true;
        return false;
    }

private:
    bool isWord(qsizetype i, QStringView word) const
    {
        return i >= 0 && i < m_terms.size() && m_terms[i].is(word);
    }

    bool isSymbol(qsizetype i, QStringView symbol) const
    {
        return i >= 0 && i < m_terms.size() && m_terms[i].isSymbol(symbol);
    }

    /// "name (a, b) AS (" names the columns of a common table expression, "AS name (a, b)" those of a table.
    bool namesColumns(qsizetype open) const
    {
        if (isWord(open - 2, u"AS"))
            return true;
        if (!isWord(open - 2, u"WITH") && !isWord(open - 2, u"RECURSIVE") && !isSymbol(open - 2, u","))
            return false;
        qsizetype close = open + 1;
        while (close < m_terms.size() && m_terms[close].depth >= m_terms[open].depth
               && !m_terms[close].isSymbol(u")"))
            ++close;
        return isWord(close + 1, u"AS") && isSymbol(close + 2, u"(");
    }

    bool isUnknownCall(qsizetype open) const
    {
        const Term &name = m_terms[open - 1];
        const TokenKind kind = name.token.kind;
        if (kind != TokenKind::Word && kind != TokenKind::Identifier && !name.isText())
            return false;
        if (isSymbol(open - 2, u"."))
            return true;
        if (kind != TokenKind::Word)
            return !namesColumns(open);
        if (name.is(u"LAST_INSERT_ID")) // with an argument, it keeps that
            return !isSymbol(open + 1, u")");
        // Behind a blank, a function's name can be that of a stored one.
        return !opensParenthesis(name) && !(name.isCalled && m_isKnown(name.word)) && !namesColumns(open);
    }

    const QList<Term> &m_terms;
    bool (*m_isKnown)(const QString &);
};

bool hasPairOf(const QList<Term> &terms, QStringView first, QStringView second)
{
    return std::adjacent_find(
               terms.begin(), terms.end(),
               [=](const Term &one, const Term &next) { return one.is(first) && next.is(second); })
           != terms.end();
}

} // namespace

bool callsUnknown(const QList<Term> &terms)
{
    return takesNextValue(terms) || CallSearch(terms, isPureFunction).finds();
}

bool callsStored(const QList<Term> &terms)
{
    const auto isServers = [](const QString &name) { return isPureFunction(name) || waitsOrLocks(name); };
    return takesNextValue(terms) || CallSearch(terms, isServers).finds();
}

bool takesNextValue(const QList<Term> &terms)
{
    static const QStringList taking{u"NEXTVAL"_qs, u"SETVAL"_qs};
    return hasPairOf(terms, u"NEXT", u"VALUE")
           || std::any_of(terms.begin(), terms.end(), [](const Term &term) { return term.isAnyOf(taking); });
}

bool locksReadRows(const QList<Term> &terms)
{
    return hasPairOf(terms, u"FOR", u"UPDATE") || hasPairOf(terms, u"FOR", u"SHARE")
           || hasPairOf(terms, u"LOCK", u"IN");
}

} // namespace latchkey::script
