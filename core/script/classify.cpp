// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/classify.h"

#include "core/script/calls.h"
#include "core/script/classifier.h"
#include "core/script/constantcondition.h"
#include "core/script/plainverbs.h"
#include "core/script/setreach.h"

#include <algorithm>

namespace latchkey::script {

namespace {

void sortOut(QList<Danger> &dangers)
{
    std::sort(dangers.begin(), dangers.end());
    dangers.erase(std::unique(dangers.begin(), dangers.end()), dangers.end());
}

} // namespace

qsizetype Classifier::find(qsizetype from, const QStringList &words, int depth) const
{
    for (qsizetype i = from; i < m_terms.size(); ++i)
        if ((depth < 0 || m_terms[i].depth == depth) && m_terms[i].isAnyOf(words))
            return i;
    return -1;
}

bool Classifier::hasPair(qsizetype from, const QString &first, const QString &second) const
{
    for (qsizetype i = from; i + 1 < m_terms.size(); ++i)
        if (m_terms[i].is(first) && m_terms[i + 1].is(second))
            return true;
    return false;
}

/// A verb that writes, neither the function REPLACE() nor SELECT … FOR UPDATE.
bool Classifier::hasWritingVerb(qsizetype from) const
{
    static const QStringList verbs{u"INSERT"_qs, u"UPDATE"_qs, u"DELETE"_qs, u"REPLACE"_qs};
    for (qsizetype i = from; i < m_terms.size(); ++i)
        if (m_terms[i].isAnyOf(verbs) && !m_terms[i].isCalled && word(i - 1) != u"FOR")
            return true;
    return false;
}

/// Another statement stands behind it.
bool Classifier::goesOn() const
{
    const auto end =
        std::find_if(m_terms.begin(), m_terms.end(), [](const Term &term) { return term.isSymbol(u";"); });
    return std::any_of(end, m_terms.end(), [](const Term &term) { return !term.isSymbol(u";"); });
}

Classification Classifier::classified()
{
    qsizetype verb = 0;
    while (verb < m_terms.size() && m_terms[verb].isSymbol(u"("))
        ++verb;
    if (m_terms.isEmpty())
        return {};
    Classification found = from(verb);
    found.mayWrite = found.mayWrite || hasExecutedComment(m_statement, m_mode) || goesOn();
    found.callsUnknown = !found.mayWrite && callsUnknown(m_terms);
    found.callsStored = found.callsUnknown && callsStored(m_terms);
    sortOut(found.dangers);
    return found;
}

Classification Classifier::from(qsizetype verb)
{
    const QString name = word(verb);
    if (const auto rule = rules().find(name); rule != rules().end())
        return (this->**rule)(verb);
    return plainVerb(name).value_or(writing(Kind::Unknown));
}

const QHash<QString, Classifier::Rule> &Classifier::rules()
{
    static const QHash<QString, Rule> known{{u"SELECT"_qs, &Classifier::query},
                                            {u"VALUES"_qs, &Classifier::query},
                                            {u"TABLE"_qs, &Classifier::query},
                                            {u"WITH"_qs, &Classifier::withClause},
                                            {u"EXPLAIN"_qs, &Classifier::plan},
                                            {u"DESCRIBE"_qs, &Classifier::plan},
                                            {u"DESC"_qs, &Classifier::plan},
                                            {u"ANALYZE"_qs, &Classifier::analyze},
                                            {u"UPDATE"_qs, &Classifier::rowsChanged},
                                            {u"DELETE"_qs, &Classifier::rowsChanged},
                                            {u"SET"_qs, &Classifier::set},
                                            {u"BEGIN"_qs, &Classifier::begin},
                                            {u"START"_qs, &Classifier::start},
                                            {u"IF"_qs, &Classifier::block},
                                            {u"CASE"_qs, &Classifier::block},
                                            {u"LOOP"_qs, &Classifier::block},
                                            {u"WHILE"_qs, &Classifier::block},
                                            {u"REPEAT"_qs, &Classifier::block},
                                            {u"FOR"_qs, &Classifier::block},
                                            {u"LOAD"_qs, &Classifier::load},
                                            {u"RENAME"_qs, &Classifier::rename},
                                            {u"CREATE"_qs, &Classifier::create},
                                            {u"ALTER"_qs, &Classifier::alter},
                                            {u"DROP"_qs, &Classifier::drop},
                                            {u"GRANT"_qs, &Classifier::grant},
                                            {u"RESET"_qs, &Classifier::reset},
                                            {u"PREPARE"_qs, &Classifier::prepared},
                                            {u"EXECUTE"_qs, &Classifier::prepared},
                                            {u"DEALLOCATE"_qs, &Classifier::deallocate}};
    return known;
}

/// A sequence's next value is taken for good; a file may be written; rows may be locked.
Classification Classifier::query(qsizetype verb)
{
    if (takesNextValue(m_terms) || has(verb, {u"OUTFILE"_qs, u"DUMPFILE"_qs}))
        return writing(Kind::Write);
    Classification found = reading();
    found.locksRows = locksReadRows(m_terms);
    return found;
}

/// Common table expressions stand in parentheses; the verb behind them does not.
Classification Classifier::withClause(qsizetype verb)
{
    static const QStringList verbs{u"SELECT"_qs, u"VALUES"_qs, u"TABLE"_qs,  u"INSERT"_qs,
                                   u"UPDATE"_qs, u"DELETE"_qs, u"REPLACE"_qs};
    const qsizetype main = find(verb + 1, verbs, m_terms[verb].depth);
    if (main >= 0 && is(main, {u"UPDATE"_qs, u"DELETE"_qs}))
        return from(main);
    if (hasWritingVerb(verb + 1))
        return writing(main < 0 ? Kind::Unknown : Kind::Write);
    return query(verb);
}

/// With ANALYZE, the statement is run.
Classification Classifier::plan(qsizetype verb)
{
    if (!has(verb, {u"ANALYZE"_qs}))
        return reading();
    return analyze(verb);
}

Classification Classifier::analyze(qsizetype verb)
{
    static const QStringList verbs{u"SELECT"_qs, u"VALUES"_qs,  u"WITH"_qs,   u"INSERT"_qs,
                                   u"UPDATE"_qs, u"REPLACE"_qs, u"DELETE"_qs, u"TABLE"_qs};
    static const QStringList ofTable{u"TABLE"_qs, u"TABLES"_qs, u"LOCAL"_qs, u"NO_WRITE_TO_BINLOG"_qs};
    if (word(verb) == u"ANALYZE" && is(verb + 1, ofTable))
        return writing(Kind::Administration);
    const qsizetype inner = find(verb + 1, verbs);
    return inner < 0 ? writing(Kind::Unknown) : from(inner);
}

Classification Classifier::rowsChanged(qsizetype verb)
{
    return writing(Kind::Write, takesAllRows(verb) ? QList{Danger::AllRows} : QList<Danger>());
}

bool Classifier::takesAllRows(qsizetype verb) const
{
    const int depth = m_terms[verb].depth;
    const qsizetype where = find(verb, {u"WHERE"_qs}, depth);
    return find(verb, {u"LIMIT"_qs}, depth) < 0
           && (where < 0 || isAlwaysTrue(m_terms, where + 1, m_statement));
}

Classification Classifier::set(qsizetype verb)
{
    const SetReach reach = setReach(m_statement, m_terms, verb);
    if (reach.isPassword || hasPair(verb, u"DEFAULT"_qs, u"ROLE"_qs))
        return writing(Kind::Privilege);
    if (word(verb + 1) == u"RESOURCE")
        return writing(Kind::Administration);
    if (reach.isGlobal)
        return writing(Kind::Administration, {Danger::SetGlobal});
    Classification found{Kind::Session, {}, reach.isWriting, false};
    if (reach.isUnlogged)
        found.dangers.append(Danger::Unlogged);
    const qsizetype stop = find(verb, {u"FOR"_qs}, m_terms[verb].depth);
    if (word(verb + 1) == u"STATEMENT" && stop > 0 && stop + 1 < m_terms.size()) {
        Classification inner = from(stop + 1); // MariaDB: variables for one statement
        inner.mayWrite = inner.mayWrite || found.mayWrite;
        inner.dangers += found.dangers;
        return inner;
    }
    found.mayWrite = found.mayWrite || word(verb + 1) == u"STATEMENT";
    return found;
}

/// Alone, a transaction; in MariaDB, BEGIN NOT ATOMIC opens a block.
Classification Classifier::begin(qsizetype verb)
{
    if (verb + 1 < m_terms.size() && word(verb + 1) != u"WORK" && word(verb + 1) != u";")
        return block(verb);
    return {Kind::Transaction, {}, false, false};
}

Classification Classifier::block(qsizetype)
{
    return writing(Kind::Call, dangersInside());
}

/// Of the statements in a block.
QList<Danger> Classifier::dangersInside() const
{
    QList<Danger> found;
    qsizetype begin = -1; // of the statement that is looked at
    for (qsizetype i = 0; i <= m_terms.size() && m_nested < mostNested; ++i) {
        const bool isEnd = i == m_terms.size() || m_terms[i].isSymbol(u";");
        if (isEnd && begin >= 0) {
            const qsizetype from = m_terms[begin].token.begin;
            const QStringView inner = m_statement.mid(from, m_terms[i - 1].token.end - from);
            found += Classifier(inner, m_mode, m_nested + 1).classified().dangers;
        }
        begin = isEnd ? -1 : beginsStatement(i) ? i : begin;
    }
    return found;
}

bool Classifier::beginsStatement(qsizetype i) const
{
    static const QStringList opening{u"BEGIN"_qs, u"ATOMIC"_qs, u"THEN"_qs,  u"ELSE"_qs,
                                     u"DO"_qs,    u"LOOP"_qs,   u"REPEAT"_qs};
    const bool isBehind = i > 0 && (m_terms[i - 1].isSymbol(u";") || m_terms[i - 1].isAnyOf(opening));
    return isBehind && !m_terms[i].isCalled && (rules().contains(word(i)) || plainVerb(word(i)));
}

Classification Classifier::load(qsizetype verb)
{
    return writing(word(verb + 1) == u"INDEX" ? Kind::Administration : Kind::Write);
}

Classification Classifier::start(qsizetype verb)
{
    if (word(verb + 1) != u"TRANSACTION")
        return writing(Kind::Administration);
    return {Kind::Transaction, {}, has(verb, {u"WRITE"_qs}), false};
}

Classification Classifier::reset(qsizetype verb)
{
    static const QStringList positions{u"MASTER"_qs, u"REPLICA"_qs, u"SLAVE"_qs, u"BINARY"_qs};
    return writing(Kind::Administration,
                   is(verb + 1, positions) ? QList{Danger::PurgeLogs} : QList<Danger>());
}

/// What is in a string can be named; what is in a variable cannot.
Classification Classifier::prepared(qsizetype verb)
{
    Classification found = writing(Kind::Call);
    const auto literal =
        std::find_if(m_terms.begin() + verb, m_terms.end(), [](const Term &term) { return term.isText(); });
    if (literal != m_terms.end() && m_nested < mostNested) {
        const QString inner = unquoted(literal->token.text(m_statement));
        found.dangers = Classifier(inner, m_mode, m_nested + 1).classified().dangers;
    }
    return found;
}

Classification Classifier::deallocate(qsizetype)
{
    return {Kind::Session, {}, false, false};
}

namespace {

/// What the statement is if it is read otherwise.
void add(Classification &found, const Classification &other)
{
    found.dangers += other.dangers;
    sortOut(found.dangers);
    found.mayWrite = found.mayWrite || other.mayWrite;
    found.locksRows = found.locksRows || other.locksRows;
    found.callsUnknown = found.callsUnknown || other.callsUnknown;
    found.callsStored = found.callsStored || other.callsStored;
}

} // namespace

Classification classify(QStringView statement, SqlMode mode)
{
    if (const auto known = plainWriting(statement, mode))
        return *known;
    const QList<SqlMode> modes = readings(statement, mode);
    Classification found = Classifier(statement, modes.first(), 0).classified();
    for (const SqlMode &other : modes.mid(1))
        add(found, Classifier(statement, other, 0).classified());
    return found;
}

bool mayWrite(QStringView statement, SqlMode mode)
{
    return classify(statement, mode).mayWrite;
}

} // namespace latchkey::script
