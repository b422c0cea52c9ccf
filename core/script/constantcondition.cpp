// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/constantcondition.h"

#include <optional>
#include <utility>

namespace latchkey::script {

namespace {

/// Nothing where it depends on the row.
using Truth = std::optional<bool>;

struct Constant
{
    std::optional<double> number;
    std::optional<QString> text{}; ///< of a string
};

class Condition
{
public:
    Condition(const QList<Term> &terms, qsizetype at, QStringView statement)
        : m_terms(terms), m_at(at), m_statement(statement)
    { }

    Truth any() { return joined(u"OR", &Condition::all, true); }

private:
    Truth all() { return joined(u"AND", &Condition::one, false); }

    /// Where one operand is `decisive`, all of them together are.
    Truth joined(QStringView word, Truth (Condition::*operand)(), bool decisive)
    {
        Truth found = (this->*operand)();
        while (takes(word)) {
            const Truth other = (this->*operand)();
            if (found != decisive)
                found = other == decisive || (found && other) ? other : std::nullopt;
        }
        return found;
    }

    Truth one()
    {
        bool isNegated = false;
        while (takes(u"NOT"))
            isNegated = !isNegated;
        const qsizetype begin = m_at;
        Truth found = takesSymbol(u"(") ? inParentheses() : comparison();
        if (!isAtEnd()) { // it goes on in a way that is not known here
            m_at = begin;
            skip();
            return {};
        }
        return found && isNegated ? Truth(!*found) : found;
    }

    Truth inParentheses()
    {
        constexpr int deepest = 32;
        if (m_depth >= deepest)
            return {};
        ++m_depth;
        const Truth found = any();
        --m_depth;
        return takesSymbol(u")") ? found : std::nullopt;
    }

    Truth comparison()
    {
        const std::optional<Constant> left = constant();
        const QString sign = comparisonSign();
        if (!left || sign.isEmpty())
            return left && left->number ? Truth(*left->number != 0) : std::nullopt;
        const std::optional<Constant> right = constant();
        if (!right || !left->number || !right->number)
            return right && sign == u"=" && left->text && left->text == right->text ? Truth(true)
                                                                                    : std::nullopt;
        return holds(*left->number, sign, *right->number);
    }

    static Truth holds(double left, const QString &sign, double right)
    {
        if (sign == u"=" || sign == u"<=>")
            return left == right;
        if (sign == u"<>" || sign == u"!=")
            return left != right;
        if (sign == u"<" || sign == u">")
            return sign == u"<" ? left < right : left > right;
        if (sign == u"<=" || sign == u">=")
            return sign == u"<=" ? left <= right : left >= right;
        return {};
    }

    std::optional<Constant> constant()
    {
        if (takes(u"TRUE"))
            return Constant{1};
        if (takes(u"FALSE"))
            return Constant{0};
        if (m_at >= m_terms.size())
            return {};
        const Term &term = m_terms[m_at];
        if (term.isText()) {
            const QString text = unquoted(term.token.text(m_statement));
            ++m_at;
            return Constant{numberIn(text), text};
        }
        if (term.token.kind != TokenKind::Number)
            return {};
        QString digits = term.token.text(m_statement).toString();
        ++m_at;
        if (takesSymbol(u".") && m_at < m_terms.size() && m_terms[m_at].token.kind == TokenKind::Number)
            digits += u'.' + m_terms[m_at++].token.text(m_statement).toString();
        const auto number = numberIn(digits); // or a name that begins with digits
        return number ? std::optional(Constant{number}) : std::nullopt;
    }

    static std::optional<double> numberIn(const QString &text)
    {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }

    QString comparisonSign()
    {
        QString sign;
        while (m_at < m_terms.size() && m_terms[m_at].token.kind == TokenKind::Symbol
               && QStringView(u"<=>!").contains(m_terms[m_at].word))
            sign += m_terms[m_at++].word;
        return sign;
    }

    bool isAtEnd() const
    {
        static const QStringList ends{u"AND"_qs, u"OR"_qs, u"ORDER"_qs, u"RETURNING"_qs};
        return m_at >= m_terms.size() || m_terms[m_at].isAnyOf(ends) || m_terms[m_at].isSymbol(u";")
               || m_terms[m_at].isSymbol(u")");
    }

    /// To what joins it to others, or ends the condition or the parentheses that it stands in.
    void skip()
    {
        const int depth = m_terms[m_at].isSymbol(u"(") ? m_terms[m_at].depth - 1 : m_terms[m_at].depth;
        bool isRange = false; // whose AND joins nothing
        for (; m_at < m_terms.size(); ++m_at) {
            if (m_terms[m_at].depth > depth)
                continue;
            if (m_terms[m_at].is(u"BETWEEN"))
                isRange = true;
            else if (isRange && m_terms[m_at].is(u"AND"))
                isRange = false;
            else if (isAtEnd())
                break;
        }
    }

    bool takes(QStringView word)
    {
        const bool isThere = m_at < m_terms.size() && m_terms[m_at].is(word);
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    bool takesSymbol(QStringView symbol)
    {
        const bool isThere = m_at < m_terms.size() && m_terms[m_at].isSymbol(symbol);
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    const QList<Term> &m_terms;
    qsizetype m_at;
    QStringView m_statement;
    int m_depth = 0;
};

} // namespace

bool isAlwaysTrue(const QList<Term> &terms, qsizetype at, QStringView statement)
{
    return Condition(terms, at, statement).any() == true;
}

} // namespace latchkey::script
