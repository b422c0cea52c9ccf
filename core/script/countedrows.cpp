// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/countedrows.h"

#include "core/script/classify.h"
#include "core/script/terms.h"

#include <algorithm>

namespace latchkey::script {

namespace {

/// Terms [begin, end).
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isEmpty() const { return begin >= end; }
};

class Counting
{
public:
    Counting(QStringView statement, SqlMode mode)
        : m_statement(statement), m_mode(mode), m_terms(terms(statement, mode))
    { }

    std::optional<QString> select()
    {
        if (m_terms.isEmpty() || hasExecutedComment(m_statement, m_mode) || hasStrangeness())
            return std::nullopt;
        const Span table = tableSpan();
        if (table.isEmpty() || !isOneTable(table))
            return std::nullopt;
        const QString select = counted(table);
        return classify(select, m_mode).mustRunToItsEnd() ? std::nullopt : std::optional(select);
    }

private:
    bool hasStrangeness() const
    {
        return std::any_of(m_terms.begin(), m_terms.end(),
                           [](const Term &term) { return term.isSymbol(u":=") || !term.token.closed; });
    }

    qsizetype find(qsizetype from, const QStringList &words) const
    {
        for (qsizetype i = from; i < m_terms.size(); ++i)
            if (m_terms[i].depth == 0 && m_terms[i].isAnyOf(words))
                return i;
        return m_terms.size();
    }

    Span tableSpan() const
    {
        static const QStringList modifiers{u"LOW_PRIORITY"_qs, u"QUICK"_qs, u"IGNORE"_qs};
        qsizetype begin = 1;
        while (begin < m_terms.size() && m_terms[begin].isAnyOf(modifiers))
            ++begin;
        if (m_terms.first().is(u"UPDATE")) {
            const qsizetype set = find(begin, {u"SET"_qs});
            return set < m_terms.size() ? Span{begin, set} : Span{};
        }
        if (!m_terms.first().is(u"DELETE") || begin >= m_terms.size() || !m_terms[begin].is(u"FROM"))
            return {};
        return {begin + 1, find(begin, tail())};
    }

    static QStringList tail() { return {u"WHERE"_qs, u"ORDER"_qs, u"LIMIT"_qs, u"RETURNING"_qs}; }

    /// A name, perhaps qualified, with partitions and another name.
    bool isOneTable(Span table) const
    {
        static const QStringList several{u"JOIN"_qs, u"STRAIGHT_JOIN"_qs, u"USING"_qs,
                                         u"FOR"_qs,  u"SELECT"_qs,        u"FROM"_qs};
        for (qsizetype i = table.begin; i < table.end; ++i) {
            const Term &term = m_terms[i];
            const bool isName = term.token.kind == TokenKind::Identifier || term.token.kind == TokenKind::Word
                                || term.token.kind == TokenKind::Number
                                || term.token.kind == TokenKind::String;
            const bool isInside = term.depth > 0;
            if (term.isAnyOf(several) || (!isInside && !isName && !term.isSymbol(u".")))
                return false;
        }
        return m_terms[table.begin].depth == 0;
    }

    QString text(Span span) const
    {
        if (span.isEmpty())
            return {};
        const qsizetype begin = m_terms[span.begin].token.begin;
        return m_statement.mid(begin, m_terms[span.end - 1].token.end - begin).toString();
    }

    QString counted(Span table) const
    {
        const qsizetype where = find(table.end, {u"WHERE"_qs});
        const qsizetype limit = find(table.end, {u"LIMIT"_qs});
        const qsizetype stop =
            std::min({find(table.end, {u"ORDER"_qs}), limit, find(table.end, {u"RETURNING"_qs})});
        QString rows = QStringLiteral("FROM %1").arg(text(table));
        if (where < stop)
            rows += u' ' + text({where, stop});
        const qsizetype behind = find(limit, {u"RETURNING"_qs});
        if (limit == m_terms.size())
            return u"SELECT COUNT(*) "_qs + rows;
        return QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 ") + rows + u' ' + text({limit, behind})
               + QStringLiteral(") AS counted");
    }

    QStringView m_statement;
    SqlMode m_mode;
    QList<Term> m_terms;
};

} // namespace

std::optional<QString> countedRows(QStringView statement, SqlMode mode)
{
    constexpr qsizetype most = 1'024 * 1'024; // characters
    const QList<SqlMode> modes = readings(statement.left(most), mode);
    return statement.size() <= most && modes.size() == 1 ? Counting(statement, modes.first()).select()
                                                         : std::nullopt;
}

QString withTimeLimit(const QString &select, int seconds)
{
    return QStringLiteral("/*M!100101 SET STATEMENT max_statement_time=%1 FOR */ "
                          "SELECT /*+ MAX_EXECUTION_TIME(%2) */")
               .arg(seconds)
               .arg(seconds * 1000)
           + select.mid(QStringLiteral("SELECT").size());
}

} // namespace latchkey::script
