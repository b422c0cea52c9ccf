// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/setreach.h"

#include "core/script/calls.h"

#include <algorithm>

namespace latchkey::script {

namespace {

class SetTerms
{
public:
    SetTerms(QStringView statement, const QList<Term> &terms, qsizetype verb)
        : m_statement(statement), m_terms(terms), m_verb(verb)
    { }

    /// Behind SET or behind another assignment.
    bool setsPassword() const
    {
        for (qsizetype i = m_verb; i + 1 < m_terms.size(); ++i) {
            const bool isComma = m_terms[i].isSymbol(u",") && m_terms[i].depth == m_terms[m_verb].depth;
            if ((i == m_verb || isComma) && m_terms[i + 1].is(u"PASSWORD"))
                return true;
        }
        return false;
    }

    bool hasWord(const QStringList &words) const
    {
        return std::any_of(m_terms.begin() + m_verb, m_terms.end(),
                           [&](const Term &term) { return term.isAnyOf(words); });
    }

    bool hasScope(const QStringList &scopes) const
    {
        return std::any_of(m_terms.begin() + m_verb, m_terms.end(), [&](const Term &term) {
            const QString scope = term.word.section(u'.', 0, 0).toUpper();
            return isSystemVariable(term) && scopes.contains(scope.mid(2));
        });
    }

    /// A user variable's name does not count.
    bool namesVariable(const QStringList &names) const
    {
        return std::any_of(m_terms.begin() + m_verb, m_terms.end(), [&](const Term &term) {
            const bool isUsers = term.token.kind == TokenKind::Variable && !isSystemVariable(term);
            return !isUsers && names.contains(nameOf(term, m_statement));
        });
    }

private:
    static bool isSystemVariable(const Term &term)
    {
        return term.token.kind == TokenKind::Variable && term.word.startsWith(u"@@");
    }

    QStringView m_statement;
    const QList<Term> &m_terms;
    qsizetype m_verb;
};

} // namespace

SetReach setReach(QStringView statement, const QList<Term> &terms, qsizetype verb)
{
    static const QStringList scopes{u"GLOBAL"_qs, u"PERSIST"_qs, u"PERSIST_ONLY"_qs};
    static const QStringList logging{u"SQL_LOG_BIN"_qs, u"WSREP_ON"_qs};
    static const QStringList writing{u"TX_READ_ONLY"_qs, u"TRANSACTION_READ_ONLY"_qs, u"GTID_NEXT"_qs,
                                     u"GTID_SEQ_NO"_qs, u"GTID_DOMAIN_ID"_qs};
    const SetTerms set(statement, terms, verb);
    SetReach reach;
    reach.isPassword = set.setsPassword();
    reach.isGlobal = set.hasWord(scopes) || set.hasScope(scopes);
    reach.isUnlogged = set.namesVariable(logging);
    reach.isWriting =
        reach.isUnlogged || set.namesVariable(writing) || set.hasWord({u"WRITE"_qs}) || takesNextValue(terms);
    return reach;
}

} // namespace latchkey::script
